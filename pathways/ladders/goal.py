"""The goal of a ladder: the ways that are drawn to it, or toward it where none leads there."""

from __future__ import annotations

from itertools import takewhile

import numpy as np

from pathways.ladders.best_ways import WAYS, best_ways
from pathways.ladders.notes import same_ends, too_far
from pathways.ladders.search import Way, reachable
from pathways.ladders.sound import support
from pathways.ladders.standing import is_special_form, passable
from pathways.ladders.tolls import SLACK
from pathways.occupations.wages import Region
from pathways.snapshot import Snapshot

NEAR = 2.0
"""Cost up to which a rung is near the start where the goal is too far: two sound steps."""
TOWARD = 0.35
"""Relatedness to the goal from which on such a rung lies toward it."""
GOOD = 0.45
"""Support of each step to it, other than to lead."""


def ways_to_goal(
    snapshot: Snapshot, start: int, goal: int, region: Region | None = None, most: int = WAYS
) -> list[Way]:
    """Return the ways that the ladder from one occupation to another draws, the best first.

    Where the goal cannot be reached, the only way ends at the nearest rung that can, or at the start itself.
    """
    return ways_and_notes(snapshot, start, goal, region, most)[0]


def ways_and_notes(
    snapshot: Snapshot, start: int, goal: int, region: Region | None, most: int = WAYS
) -> tuple[list[Way], list[str]]:
    """Return the same ways, and what must be said of them: why none leads to the goal, and what stands between."""
    names = [str(snapshot.occupations[place].label) for place in (start, goal)]
    if start == goal:
        return [(start,)], [same_ends(snapshot, start)]
    if is_special_form(snapshot, start, goal):
        return [(start,)], [f"{names[0]} is a special form of {names[1]}: no ladder leads up from one to the other."]
    if not passable(snapshot, start, goal)[goal]:
        note = f"{names[1]} ask for less preparation than {names[0]}: no ladder leads up to them."
        return [(start,)], [note]
    if found := best_ways(snapshot, start, goal, region, most):
        return found, []
    near, reached = _nearest_way(snapshot, start, goal, region)
    return near, too_far(snapshot, start, reached, goal)


def _nearest_way(snapshot: Snapshot, start: int, goal: int, region: Region | None) -> tuple[list[Way], int]:
    """Return the way to the occupation closest to the goal that a few good steps lead to; the start is one itself."""
    close = (reachable(snapshot, start) <= NEAR) & (snapshot.ranks <= max(snapshot.ranks[[start, goal]]))
    closeness = np.where(close, snapshot.relatedness[:, goal], -1)
    closeness[goal] = -1
    least = max(float(snapshot.relatedness[start, goal]) + SLACK, TOWARD)
    nearer = (int(place) for place in np.argsort(-closeness, kind="stable"))
    for place in takewhile(lambda place: closeness[place] > least, nearer):
        way = best_ways(snapshot, start, place, region, 1)  # none where only managers lead there
        if way and support(snapshot, way[0]) >= GOOD:
            return way, place
    return [(start,)], start
