"""Teaching: which courses teach a competency, how surely, how far and with how much of their credits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Final

from pydantic import Field

from ontology.records import Iri, TeachingLevel
from pathways.coverage.credit import credit_share
from pathways.coverage.levels import Lesson, teaching_levels
from pathways.coverage.outcomes import CourseMatch, OutcomeMatch
from pathways.coverage.part import Part
from pathways.coverage.proposal import Proposal, Standing, standing
from standards.matching.bloom import BloomLevel
from standards.reviewing import Status


class Teaching(Part):
    """A course is taken to teach a competency.

    Parameters
    ----------
    confidence
        0 to 1, of the best of the outcomes; 1 where a reviewer accepted one.
    standing
        Of the same outcome.
    outcomes
        Those that say so, best first.
    level
        Introduced, reinforced or mastered; ``None`` where nothing says it.
    declared
        Whether the college says so; else it is inferred from terms or prerequisites and the verbs of the outcomes.
    bloom
        The most that these outcomes ask of students; ``None`` where their verbs do not say.
    credits
        What the course gives to the competency; ``None`` where its file names no credits.
    disputed
        Whether reviewers disagree on it, and nobody's word counts yet.
    """

    course: Iri
    confidence: Annotated[float, Field(ge=0, le=1)]
    standing: Standing
    outcomes: tuple[Iri, ...]
    level: TeachingLevel | None = None
    declared: bool = False
    bloom: BloomLevel | None = None
    credits: Annotated[float | None, Field(ge=0)] = None
    disputed: bool = False


@dataclass(frozen=True)
class _Claim:
    """An outcome counts for a competency."""

    outcome: OutcomeMatch
    proposal: Proposal

    @property
    def credits(self) -> float:
        share = credit_share(self.outcome.credits, 1, len(self.outcome.suggestions))
        return share or 0.0


NO_ORDER: Final[Mapping[Iri, frozenset[Iri]]] = {}
"""Nothing says which courses come before others."""


def teachings(
    courses: Iterable[CourseMatch], before: Mapping[Iri, frozenset[Iri]] = NO_ORDER
) -> Mapping[Iri, tuple[Teaching, ...]]:
    """Return which courses teach each competency, in the order of the courses.

    Parameters
    ----------
    before
        The courses that the college says come before each.
    """
    found: dict[Iri, dict[Iri, list[_Claim]]] = {}
    known = {course.iri: course for course in courses}
    for course in known.values():
        for outcome in course.outcomes:
            for proposal in outcome.suggestions:
                claims = found.setdefault(proposal.iri, {}).setdefault(course.iri, [])
                claims.append(_Claim(outcome, proposal))
    return {competency: tuple(_teachings(known, by_course, before)) for competency, by_course in found.items()}


def _teachings(
    known: Mapping[Iri, CourseMatch],
    claims: Mapping[Iri, Sequence[_Claim]],
    before: Mapping[Iri, frozenset[Iri]],
) -> Iterable[Teaching]:
    lessons = {iri: _lesson(iri, of_course, before) for iri, of_course in claims.items()}
    levels = teaching_levels(list(lessons.values()))
    for iri, of_course in claims.items():
        ordered = sorted(of_course, key=lambda claim: (-claim.proposal.certainty, claim.outcome.iri))
        best = ordered[0].proposal
        yield Teaching(
            course=iri,
            confidence=best.certainty,
            standing=standing(best.certainty, settled=best.settled),
            outcomes=tuple(claim.outcome.iri for claim in ordered),
            level=levels[iri],
            declared=bool(lessons[iri].declared),
            bloom=lessons[iri].bloom,
            credits=None if known[iri].credits is None else sum(claim.credits for claim in of_course),
            disputed=not best.settled and any(claim.proposal.status is Status.DISPUTED for claim in of_course),
        )


def _lesson(course: Iri, claims: Sequence[_Claim], before: Mapping[Iri, frozenset[Iri]]) -> Lesson:
    return Lesson(
        course=course,
        bloom=max((claim.outcome.bloom for claim in claims if claim.outcome.bloom), default=None),
        declared=tuple(claim.outcome.level for claim in claims if claim.outcome.level),
        after=before.get(course, frozenset()),
    )
