"""The impact of a new release on what is stored: who points to what it changes, and what to do about it."""

from __future__ import annotations

from pathlib import Path

from ontology.frozen import Frozen
from ontology.store import KnowledgeBase
from pathways.impact.courses import Courses, TouchedOutcome
from pathways.impact.ladders import Ladders, TouchedLadder
from standards.differences.difference import Difference, Side
from standards.differences.reference import Reference, ReferenceKind
from standards.differences.references import References
from standards.differences.touched import Touched, touched


class TouchedThing(Frozen):
    """A thing that is touched, with what to do with what points to it.

    Parameters
    ----------
    references
        How many there are of each kind, of those that there are.
    """

    touched: Touched
    todo: str
    references: dict[ReferenceKind, int]


class Impact(Frozen):
    """What a new release touches, everything in a fixed order.

    Parameters
    ----------
    things
        The gravest first; also those that nothing points to.
    references
        What points to them.
    outcomes
        Those of courses that are taken to teach them.
    ladders
        Those with occupations that are touched.
    """

    older: Side
    newer: Side
    things: tuple[TouchedThing, ...]
    references: tuple[Reference, ...] = ()
    outcomes: tuple[TouchedOutcome, ...] = ()
    ladders: tuple[TouchedLadder, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing that is stored is touched."""
        return not (self.references or self.outcomes or self.ladders)


def impact_of(
    base: KnowledgeBase, difference: Difference, indexes: Path | None = None, *, proposed: bool = False
) -> Impact:
    """Return what a new release touches of what a knowledge base holds.

    Parameters
    ----------
    indexes
        Folder of the indexes of frameworks; ``None`` keeps none.
    proposed
        Whether also outcomes are named that nobody judged, by what the engine proposes for them; it takes as long as
        aligning all programs that are stored.
    """
    found = {one.thing.iri: one for one in touched(difference)}
    references = References(base, difference, found).all
    courses = Courses(base, difference, references, frozenset(found), indexes)
    outcomes = (*courses.judged(), *(courses.proposed() if proposed else ()))
    counted: dict[str, dict[ReferenceKind, int]] = {}
    for reference in references:
        of_thing = counted.setdefault(reference.touched, {})
        of_thing[reference.kind] = of_thing.get(reference.kind, 0) + 1
    return Impact(
        older=difference.older,
        newer=difference.newer,
        things=tuple(
            TouchedThing(touched=one, todo=one.todo, references=counted.get(iri, {})) for iri, one in found.items()
        ),
        references=references,
        outcomes=outcomes,
        ladders=Ladders(base, difference, references, frozenset(found)).all,
        notes=difference.notes,
    )
