"""Rows: which rungs stand side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from graphlib import TopologicalSorter
from itertools import groupby

from pathways.records.ladder import Direction, Ladder, Rung, Step


@dataclass(frozen=True)
class Row:
    """Rungs of one job zone at one height."""

    zone: int
    rungs: tuple[Rung, ...]


def rows(ladder: Ladder) -> tuple[Row, ...]:
    """Return the rungs in rows, from the bottom of the picture to its top.

    Job zones follow each other; inside a zone a rung stands above every rung of that zone that leads up to it, and a
    row that grows too wide is split.
    """
    depth = _depths(ladder)
    placed = sorted(ladder.rungs, key=lambda rung: (rung.zone, depth[rung.occupation]))
    widest = 5 if len(ladder.rungs) <= 20 else 7
    found: list[Row] = []
    for (zone, _), side_by_side in groupby(placed, key=lambda rung: (rung.zone, depth[rung.occupation])):
        found.extend(Row(zone, part) for part in _split(tuple(side_by_side), widest))
    return tuple(found)


def _depths(ladder: Ladder) -> dict[str, int]:
    """Return how many steps inside its own zone lead up to each rung, at most."""
    below = _below(ladder)
    depth: dict[str, int] = {}
    for occupation in TopologicalSorter(below).static_order():
        depth[occupation] = max((depth[start] + 1 for start in below[occupation]), default=0)
    return depth | dict(_beside(ladder, below, depth))


def _beside(ladder: Ladder, below: dict[str, set[str]], depth: dict[str, int]) -> Iterator[tuple[str, int]]:
    """Yield the height of the rungs that their zone reaches only sideways: that of the neighbor."""
    zone = {rung.occupation: rung.zone for rung in ladder.rungs}
    tied = {name for name, under in below.items() if under}.union(*below.values())
    for step in ladder.steps:
        if step.direction is Direction.LATERAL and zone[step.start] == zone[step.end]:
            for one, other in ((step.start, step.end), (step.end, step.start)):
                if one not in tied and other in tied:
                    yield one, depth[other]


def _below(ladder: Ladder) -> dict[str, set[str]]:
    """Return above what in its own zone each rung stands, without going in circles.

    Of the steps that make a circle, those of the main route and those toward the later rung are kept. A sideways step
    keeps its two rungs side by side unless one of them already has such a neighbor: then the later one stands above.
    """
    order: dict[str, int] = {rung.occupation: at for at, rung in enumerate(ladder.rungs)}
    zone = {rung.occupation: rung.zone for rung in ladder.rungs}
    inside = [step for step in ladder.steps if zone[step.start] == zone[step.end]]
    upward = [step for step in inside if step.direction is not Direction.LATERAL]
    below: dict[str, set[str]] = {rung.occupation: set() for rung in ladder.rungs}
    for step in sorted(upward, key=lambda step: (not step.main, order[step.start] > order[step.end])):
        _raise(step.start, step.end, below)
    for one, other in _crowded(inside):
        lower, upper = sorted((one, other), key=lambda occupation: order[occupation])
        _raise(lower, upper, below)
    return below


def _crowded(steps: Sequence[Step]) -> Iterator[tuple[str, str]]:
    """Yield the ends of sideways steps of which one already has a neighbor."""
    neighbors: set[str] = set()
    for step in steps:
        if step.direction is Direction.LATERAL:
            if neighbors & {step.start, step.end}:
                yield step.start, step.end
            else:
                neighbors |= {step.start, step.end}


def _raise(lower: str, upper: str, below: dict[str, set[str]]) -> None:
    """Put a rung above another, unless that would go in a circle."""
    if not _leads(upper, lower, below):
        below[upper].add(lower)


def _leads(start: str, end: str, below: dict[str, set[str]]) -> bool:
    """Tell whether steps lead up from one rung to another, or both are the same."""
    return start == end or any(_leads(start, under, below) for under in below[end])


def _split(rungs: tuple[Rung, ...], widest: int) -> list[tuple[Rung, ...]]:
    """Return rungs in rows of much the same length."""
    count = -(-len(rungs) // widest)
    size = -(-len(rungs) // count)
    return [rungs[at : at + size] for at in range(0, len(rungs), size)]
