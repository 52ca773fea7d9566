"""Which routes to show: each the best in something, and no look-alikes."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from pathways.routes.dominance import front
from pathways.routes.figures import COMPARED, ComparedWay
from pathways.routes.route import Mark

MOST_SHOWN = 5
"""Routes that can be compared at a glance."""
ENOUGH = 3
"""Routes up to which others are added that are the best in nothing, but go another way."""
APART = 0.5
"""Least share of their rungs, start and goal aside, in which two routes differ."""
FIRST = (Mark.SHORTEST, Mark.BEST_PAID, Mark.LEAST_TO_LEARN, Mark.LEAST_TUITION)
"""What the best route in is shown however like another one it is."""


def unbeaten(ways: Sequence[ComparedWay]) -> list[ComparedWay]:
    """Return the ways that no other one beats; of those that are alike in every figure, the one of least cost."""
    best: dict[tuple[float, ...], ComparedWay] = {}
    for way in sorted(ways, key=lambda way: (way.cost, way.places)):
        best.setdefault(way.compared, way)
    lots = ([way for way in best.values() if (way.tuition is None) is unknown] for unknown in (True, False))
    return sorted((way for lot in lots for way in _front(lot)), key=lambda way: (way.cost, way.places))


def _front(lot: Sequence[ComparedWay]) -> list[ComparedWay]:
    """Return the ways that none beats, of ways that all have a known tuition, or of which none has."""
    return [lot[place] for place in front(np.array([way.compared for way in lot])).tolist()] if lot else []


def chosen(ways: Sequence[ComparedWay], *, open_end: bool) -> dict[ComparedWay, tuple[Mark, ...]]:
    """Return up to `MOST_SHOWN` of the unbeaten ways, with what each is the best in.

    Parameters
    ----------
    ways
        In the order of their costs, as of `unbeaten`.
    open_end
        As of `ways_of`.
    """
    if open_end:
        ways = _with_known_jobs(ways)
    picked = list(ways[:1])
    for mark, best in bests(ways).items():
        new = best[0]
        if not any(way in picked for way in best) and (
            mark in FIRST or all(apart(new, way, open_end=open_end) >= APART for way in picked)
        ):
            picked.append(new)
    for way in ways:
        if len(picked) < ENOUGH and all(apart(way, other, open_end=open_end) >= APART for other in picked):
            picked.append(way)
    marks = bests(ways)
    shown = sorted(picked[:MOST_SHOWN], key=lambda way: (way.figures[0], way.cost))
    return {way: tuple(mark for mark, best in marks.items() if way in best) for way in shown}


def _with_known_jobs(ways: Sequence[ComparedWay]) -> Sequence[ComparedWay]:
    """Return the ways whose jobs are known, where enough are: where one may go anywhere, nobody need hope for a job."""
    jobs = COMPARED.index(Mark.MOST_JOBS)
    known = [way for way in ways if way.figures[jobs] < 0]
    return known if len(known) >= ENOUGH else ways


def bests(ways: Sequence[ComparedWay]) -> dict[Mark, list[ComparedWay]]:
    """Return the best ways in each figure, in tuition of those whose is known; nothing where all are alike."""
    found = {}
    for column, mark in enumerate(COMPARED):
        values = [way.figures[column] for way in ways]
        if values and min(values) < max(values):
            found[mark] = [way for way in ways if way.figures[column] == min(values)]
    known = [way.tuition for way in ways if way.tuition is not None]
    if known and min(known) < max(known):
        found[Mark.LEAST_TUITION] = [way for way in ways if way.tuition == min(known)]
    return found


def apart(one: ComparedWay, other: ComparedWay, *, open_end: bool) -> float:
    """Return in which share of their rungs two ways differ, 0 to 1: the start aside, and the goal that they share.

    Example
    -------
    >>> one, other = ComparedWay((1, 2, 3, 9), 1, ()), ComparedWay((1, 2, 4, 9), 1, ())
    >>> round(apart(one, other, open_end=False), 3)
    0.667
    """
    mine, theirs = ({*way.places[1:]} if open_end else {*way.places[1:-1]} for way in (one, other))
    either = mine | theirs
    return len(mine ^ theirs) / len(either) if either else 0.0
