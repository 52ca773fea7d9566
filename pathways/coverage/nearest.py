"""The nearest: for each competency that no outcome is taken to teach, the outcome that comes closest to it.

A machine that finds nothing may have missed it: a person who sees the nearest outcome can say so.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from ontology.records import Iri
from pathways.coverage.outcomes import CourseMatch
from pathways.coverage.part import Part
from standards.matching import Suggestion
from standards.matching.suggestion import Similarity

NEAR: Final = 0.2
"""Confidence from which an outcome comes near a competency: below it they mostly share a word, and no meaning."""


class NearMiss(Part):
    """The outcome that comes nearest to a competency without being taken to teach it.

    Parameters
    ----------
    course
        Code of its course, or the title where it has none.
    """

    program: Iri
    outcome: Iri
    course: str
    statement: str
    confidence: Similarity


def near_misses(
    program: Iri, courses: Iterable[CourseMatch], suggested: Mapping[Iri, Sequence[Suggestion]]
) -> dict[Iri, NearMiss]:
    """Return the nearest outcome of each competency that any comes near; what a reviewer rejected does not count.

    Parameters
    ----------
    suggested
        What a matcher says of each outcome.
    """
    best: dict[Iri, NearMiss] = {}
    for course, outcome in ((one, outcome) for one in courses for outcome in one.outcomes):
        rejected = {proposal.iri for proposal in outcome.rejected}
        for suggestion in () if outcome.unmatched else suggested[outcome.iri]:
            other = best.get(suggestion.iri)
            nearer = suggestion.confidence >= NEAR and (other is None or suggestion.confidence > other.confidence)
            if nearer and suggestion.iri not in rejected:
                best[suggestion.iri] = NearMiss(
                    program=program,
                    outcome=outcome.iri,
                    course=course.name,
                    statement=outcome.statement,
                    confidence=suggestion.confidence,
                )
    return best
