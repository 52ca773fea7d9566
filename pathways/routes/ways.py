"""All ways of sound steps: from one occupation to another within a bound of cost, or up from one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra

from pathways.ladders.climbs import MOST_COST, NEXT_RELATED, START_RELATED
from pathways.ladders.routes import tolled
from pathways.ladders.standing import passable
from pathways.ladders.transitions import LONG
from pathways.occupations.wages import Region
from pathways.snapshot import Snapshot

Paths = NDArray[np.int64]
"""Ways of the same length, one a row: places in the snapshot, from the start to the end."""

BOUND = 1.5
"""Cost of the dearest way that is looked at, in times of the best one's."""
STEEPEST = 2.0
"""Cost of the dearest step of a way that is looked at, where the best one has none that is dearer."""
DETOUR = 1
"""Steps that a way may have more than the best one."""
FEWEST_STEPS = 3
"""Steps up to which a way is looked at however many the best one has; else it may have `DETOUR` more than that."""
MOST_STEPS_UP = 3
MOST_WAYS = 2000
"""Ways of one length that are looked at, those of least cost first."""


def ways_between(snapshot: Snapshot, start: int, goal: int, region: Region | None) -> list[tuple[Paths, np.ndarray]]:
    """Return every way from start to goal that someone might choose.

    It costs at most `BOUND` times as much as the best one, is not much longer, has no step that is dearer than
    `STEEPEST` (or than the dearest of the best one), and goes through no special form of another occupation, of which
    neither pay nor jobs are published.

    Returns
    -------
    For each length that there is, the ways and their costs with tolls, the cheapest first.
    """
    roads = tolled(snapshot, start, goal, region)
    best = _cheapest(roads, start, goal)
    if not best:
        return []
    own = np.isin(snapshot.soc, snapshot.soc[[*best]])
    steep = roads.data > max(STEEPEST, *(_cost(roads, *pair) for pair in pairwise(best)))
    roads.data = np.where(steep | (snapshot.special & ~own)[roads.indices], np.inf, roads.data)
    ahead = np.asarray(dijkstra(roads.T.tocsr(), indices=goal))
    most = max(FEWEST_STEPS, len(best) - 1 + DETOUR)
    levels = _levels(roads, start, ahead, BOUND * float(ahead[start]), most, goal)
    done = ((paths[paths[:, -1] == goal], cost[paths[:, -1] == goal]) for paths, cost in levels)
    return [(paths, cost) for paths, cost in done if len(paths)]


def ways_up(snapshot: Snapshot, start: int) -> list[tuple[Paths, np.ndarray]]:
    """Return every way up from an occupation of at most `MOST_STEPS_UP` steps; as of `ways_between`.

    The steps are as on a ladder up from it: none costs more than `MOST_COST`, and each leads to an occupation that has
    to do with the one before and with the start. None is long: no goal asks for it. Special forms are no ends nor
    rungs: no pay is published of them.
    """
    near, roads = snapshot.steps.relatedness, snapshot.roads.copy()
    starts, ends = np.repeat(np.arange(len(snapshot.occupations)), np.diff(roads.indptr)), roads.indices
    kept = passable(snapshot, start)[ends] & ~snapshot.special[ends] & (snapshot.zones[ends] > 0)
    kept &= (roads.data <= MOST_COST) & (near[starts, ends] >= NEXT_RELATED) & (near[start, ends] >= START_RELATED)
    kept &= ~(snapshot.gaps[starts, ends] > LONG)
    roads.data = np.where(kept, roads.data, np.inf)
    nothing = np.zeros(len(snapshot.occupations))
    return list(_levels(roads, start, nothing, MOST_STEPS_UP * MOST_COST, MOST_STEPS_UP))


def _cheapest(roads: csr_matrix, start: int, goal: int) -> tuple[int, ...]:
    """Return the way of least cost, empty where there is none."""
    costs, before = dijkstra(roads, indices=start, return_predecessors=True)
    if not np.isfinite(costs[goal]):
        return ()
    way = [goal]
    while way[-1] != start:
        way.append(int(before[way[-1]]))
    return tuple(reversed(way))


def _cost(roads: csr_matrix, start: int, end: int) -> float:
    row = slice(roads.indptr[start], roads.indptr[start + 1])
    return float(roads.data[row][roads.indices[row] == end].sum())


def _levels(
    roads: csr_matrix, start: int, ahead: np.ndarray, most: float, steps: int, goal: int = -1
) -> Iterator[tuple[Paths, np.ndarray]]:
    """Yield the ways of one step, of two, and so on, none through a place twice; none goes on from the goal.

    Parameters
    ----------
    ahead
        Least cost from each place to the end, by which ways that cannot keep the bound are left early.
    """
    paths, cost = np.array([[start]], dtype=np.int64), np.zeros(1)
    for _ in range(steps):
        paths, cost = _extended(roads, paths, cost)
        kept = cost + ahead[paths[:, -1]] <= most
        paths, cost = paths[kept], cost[kept]
        if not len(paths):
            return
        cheapest = np.argsort(cost + ahead[paths[:, -1]], kind="stable")[:MOST_WAYS]
        paths, cost = paths[cheapest], cost[cheapest]
        yield paths, cost
        onward = paths[:, -1] != goal
        paths, cost = paths[onward], cost[onward]


def _extended(roads: csr_matrix, paths: Paths, cost: np.ndarray) -> tuple[Paths, np.ndarray]:
    """Return ways with each step that leads on, but back to none of their rungs."""
    last = paths[:, -1]
    many = roads.indptr[last + 1] - roads.indptr[last]
    way = np.repeat(np.arange(len(last)), many)
    at = np.arange(len(way)) - np.repeat(np.cumsum(many) - many, many) + roads.indptr[last][way]
    ends = roads.indices[at]
    fresh = (paths[way] != ends[:, None]).all(axis=1)
    extended = np.column_stack([paths[way], ends])[fresh]
    return extended.astype(np.int64), (cost[way] + roads.data[at])[fresh]
