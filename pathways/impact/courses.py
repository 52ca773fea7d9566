"""The courses that a new release touches: those whose outcomes are taken to teach what it changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Annotated

from pydantic import Field

from ontology.errors import NotFoundError
from ontology.frozen import Frozen
from ontology.namespaces import CEASN, CETERMS, LW
from ontology.store import KnowledgeBase
from standards.differences.difference import Difference
from standards.differences.reference import Reference, ReferenceKind
from standards.differences.thing import Thing
from standards.indexes import framework_index
from standards.matching import UNMATCHED

TAUGHT = (
    "SELECT DISTINCT ?outcome ?text ?course ?code ?name ?title "
    f"{{ ?outcome <{LW.outcomeOf}> ?course ; <{CEASN.competencyText}> ?text . ?course <{CETERMS.name}> ?name "
    f"OPTIONAL {{ ?course <{CETERMS.codedNotation}> ?code }} "
    f"OPTIONAL {{ ?program <{CETERMS.hasPart}> ?course ; <{CETERMS.name}> ?title }} }}"
)
"""Every outcome with its course, and the programs that the course is part of."""


class Outcome(Frozen):
    """A learning outcome of a course of a program, as it is stored."""

    iri: str
    statement: str
    course: Thing
    program: str


class TouchedOutcome(Frozen):
    """An outcome that is taken to teach what is touched.

    Parameters
    ----------
    touched
        Address of the competency.
    standing
        What a person decided (``accepted by A. Lee``), or ``proposed``.
    confidence
        Of a proposal, 0 to 1.
    """

    outcome: Outcome
    touched: str
    standing: str
    confidence: Annotated[float | None, Field(ge=0, le=1)] = None


@dataclass(frozen=True)
class Courses:
    """Finds the courses that are touched.

    Parameters
    ----------
    touched
        Addresses of what is touched.
    indexes
        Folder of the indexes of frameworks; ``None`` keeps none.
    """

    base: KnowledgeBase
    difference: Difference
    references: tuple[Reference, ...]
    touched: frozenset[str]
    indexes: Path | None = None

    @cached_property
    def outcomes(self) -> Mapping[str, Outcome]:
        """Every outcome of the programs that are stored, by address; of a course in several programs once."""
        rows = sorted(self.base.rows(TAUGHT, [release.iri for release in self.base.current()]))
        return {
            iri: Outcome(
                iri=iri,
                statement=text,
                course=Thing(iri=course, label=name, kind="course", code=code),
                program=title,
            )
            for iri, text, course, code, name, title in rows
        }

    def judged(self) -> Iterator[TouchedOutcome]:
        """Yield the outcomes that people judged to teach what is touched, or not to."""
        for reference in self.references:
            outcome = self.outcomes.get(reference.subject.iri)
            if reference.kind is ReferenceKind.REVIEW and outcome:
                yield TouchedOutcome(outcome=outcome, touched=reference.touched, standing=reference.relation)

    def proposed(self) -> Iterator[TouchedOutcome]:
        """Yield the outcomes for which the engine proposes what is touched before all others, that nobody judged.

        Nothing where the older release holds no framework.
        """
        decided = {one.outcome.iri for one in self.judged()}
        open_ones = [outcome for iri, outcome in self.outcomes.items() if iri not in decided]
        if not open_ones:
            return
        try:
            index = framework_index(self.base, self.difference.older.name, self.indexes)
        except NotFoundError:
            return
        found = index.match([outcome.statement for outcome in open_ones], top=1)
        for outcome, suggestions in zip(open_ones, found, strict=True):
            for best in suggestions[:1]:
                if best.iri in self.touched and best.confidence >= UNMATCHED:
                    sure = round(best.confidence, 4)
                    yield TouchedOutcome(outcome=outcome, touched=best.iri, standing="proposed", confidence=sure)
