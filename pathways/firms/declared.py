"""A ladder that a firm declares itself: a role family level by level, asserted by its list and not computed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import Final

from ontology.identifiers import Identifiers, slug
from ontology.records import CompetencyKind, Iri, Text
from pathways.amounts import count
from pathways.records.ladder import Direction, Evidence, Gain, Ladder, Rung, Source, Step
from standards.role_lists import RoleLevel

ASSERTED: Final = "Asserted by the order of levels in the list, and not computed."
"""Said of every step."""

NOTE: Final = (
    "The list itself declares these levels and their order. Nothing here is computed: no share to learn, no pay, no "
    "preparation. Skills to learn are what the list expects of the upper level."
)

VIEW: Final = "declared level"
"""The view of the evidence behind a step."""


def declared_ladder(levels: Sequence[RoleLevel], name: str, identifiers: Identifiers) -> Ladder:
    """Return the ladder of the roles of a list: one above the other, as the list has their levels.

    Levels of one rank, as individual contributors and people managers, stand side by side, each above its own track.

    Parameters
    ----------
    name
        Of the list, in addresses and in what people read.
    """
    local = slug(name)
    minted = {
        level: Iri(identifiers.mint("list", local, slug(level.role), f"{at}-{slug(level.level)}"))
        for at, level in enumerate(levels, 1)
    }
    several = len({level.role for level in levels}) > 1
    rungs = tuple(_rung(level, minted[level], several=several) for level in levels)
    steps = tuple(_step(a, b, minted, local) for a, b in _climbs(levels))
    left = {step.start for step in steps}
    entered = {step.end for step in steps}
    return Ladder(
        iri=Iri(identifiers.mint("list", local)),
        title=f"Declared levels: {name}",
        description=f"{count(len(rungs), 'level')} of {count(len({level.role for level in levels}), 'role')} and "
        f"{count(len(steps), 'step')}, as the list declares them.",
        rungs=tuple(rung.model_copy(update={"entry": rung.occupation in left - entered}) for rung in rungs),
        steps=steps,
        notes=(NOTE,),
        sources=(Source(name=local, title=name),),
    )


def _climbs(levels: Iterable[RoleLevel]) -> Iterator[tuple[RoleLevel, RoleLevel]]:
    """Yield which level leads to which: rank after rank of a role, along a track where both ranks have it."""
    for _, of_role in groupby(sorted(levels, key=lambda level: level.role), key=lambda level: level.role):
        ranks = [list(same) for _, same in groupby(of_role, key=lambda level: level.rank)]
        for lower, upper in pairwise(ranks):
            tracks = {level.track for level in lower} & {level.track for level in upper} - {""}
            pairs = ((a, b) for a in lower for b in upper)
            yield from ((a, b) for a, b in pairs if a.track == b.track or not {a.track, b.track} & tracks)


def _rung(level: RoleLevel, iri: Iri, *, several: bool) -> Rung:
    """Return the rung of a level; called after its role too where a list has several."""
    label = f"{level.role}: {level.level}" if several else level.level
    return Rung(
        occupation=iri,
        code="",
        label=Text(value=label),
        description=f"A level of {level.role}, with {count(len(level.expected), 'statement')} of what is expected.",
    )


def _step(lower: RoleLevel, upper: RoleLevel, minted: dict[RoleLevel, Iri], local: str) -> Step:
    shared = len(lower.areas & upper.areas) / len(upper.areas) if upper.areas else 0.0
    fresh = [statement for statement in upper.expected if statement not in lower.expected]
    return Step(
        start=minted[lower],
        end=minted[upper],
        direction=Direction.ADVANCE,
        relatedness=round(shared, 3),
        gains=tuple(_gain(statement, minted[upper], at, len(fresh), local) for at, statement in enumerate(fresh, 1)),
        evidence=(Evidence(view=VIEW, similarity=1, rank=1, source=local),),
        notes=(ASSERTED,),
    )


def _gain(statement: str, upper: Iri, at: int, of: int, local: str) -> Gain:
    return Gain(
        competency=Iri(f"{upper}/{at}"),
        label=Text(value=statement),
        kind=Iri(CompetencyKind.SKILL),
        share=round(1 / of, 3),
        source=local,
    )
