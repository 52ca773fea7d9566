"""Rows: which rungs stand side by side."""

from __future__ import annotations

from dataclasses import dataclass
from graphlib import TopologicalSorter
from itertools import groupby

from pathways.ladder import Direction, Ladder, Rung


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
    return depth


def _below(ladder: Ladder) -> dict[str, set[str]]:
    """Return from where in its own zone one steps up to each rung, without going in circles.

    Of the steps that make a circle, those of the main route and those toward better pay are kept.
    """
    order = {rung.occupation: at for at, rung in enumerate(ladder.rungs)}
    zone = {rung.occupation: rung.zone for rung in ladder.rungs}
    below: dict[str, set[str]] = {rung.occupation: set() for rung in ladder.rungs}
    for step in sorted(ladder.steps, key=lambda step: (not step.main, order[step.start] > order[step.end])):
        inside = zone[step.start] == zone[step.end] and step.direction is not Direction.LATERAL
        if inside and not _leads(step.end, step.start, below):
            below[step.end].add(step.start)
    return below


def _leads(start: str, end: str, below: dict[str, set[str]]) -> bool:
    """Tell whether steps lead up from one rung to another, or both are the same."""
    return start == end or any(_leads(start, under, below) for under in below[end])


def _split(rungs: tuple[Rung, ...], widest: int) -> list[tuple[Rung, ...]]:
    """Return rungs in rows of much the same length."""
    count = -(-len(rungs) // widest)
    size = -(-len(rungs) // count)
    return [rungs[at : at + size] for at in range(0, len(rungs), size)]
