"""Ways from one occupation to another: chains of steps of least cost, and others that differ from them."""

from __future__ import annotations

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra

from pathways.ladders.standing import passable
from pathways.ladders.tolls import away_toll, pay_toll, rung_tolls
from pathways.occupations.wages import Region
from pathways.snapshot import Snapshot

MOST_ROUTES = 3
TRIES = 6
REPEATED = 0.3
"""Added to the cost of going through an occupation that an earlier route goes through."""
DIRECT = 0.4
"""Added to the cost of the direct step once it is a route."""
WORST = 1.2
"""Cost of the worst route that is offered, in times of the best."""
STEEPEST = 2.0
"""Cost of the dearest step of a second or third route, where the best one has none that is dearer."""
DETOUR = 1
"""Steps that a second or third route may have more than the best."""


def routes(snapshot: Snapshot, start: int, goal: int, region: Region | None = None) -> list[tuple[int, ...]]:
    """Return up to `MOST_ROUTES` different ways, the cheapest first; none where the goal cannot be reached.

    Parameters
    ----------
    start, goal
        Places in the snapshot, not the same.
    region
        Whose pay and jobs to look at.
    """
    roads = tolled(snapshot, start, goal, region)
    tried = roads.copy()
    found: dict[tuple[int, ...], float] = {}
    for _ in range(TRIES):
        way = _cheapest(tried, start, goal)
        if not way or len(found) == MOST_ROUTES:
            break
        if not found or _is_worth_offering(roads, way, next(iter(found))):
            found[way] = cost(roads, way)
        _discourage(tried, way)
    return sorted(found, key=lambda way: found[way])


def tolled(snapshot: Snapshot, start: int, goal: int, region: Region | None) -> csr_matrix:
    """Return the roads with the tolls of a way from start to goal."""
    roads = snapshot.roads.copy()
    starts, ends = np.repeat(np.arange(len(snapshot.occupations)), np.diff(roads.indptr)), roads.indices
    tolls = rung_tolls(snapshot, start, goal, region)[ends] + away_toll(snapshot, goal, starts, ends)
    if region:
        pay = np.log2(region.yearly[:, 1])
        tolls += pay_toll(np.nan_to_num(pay[ends] - pay[starts], nan=0.0))
    roads.data = np.where(passable(snapshot, start, goal)[ends], roads.data + tolls, np.inf)
    return roads


def cost(roads: csr_matrix, way: tuple[int, ...]) -> float:
    """Return the cost of a way: the sum over its steps."""
    return sum(_steps(roads, way))


def _steps(roads: csr_matrix, way: tuple[int, ...]) -> list[float]:
    """Return the cost of each step of a way."""
    rows = [slice(roads.indptr[a], roads.indptr[a + 1]) for a in way[:-1]]
    return [float(roads.data[row][roads.indices[row] == b].sum()) for row, b in zip(rows, way[1:], strict=True)]


def _is_worth_offering(roads: csr_matrix, way: tuple[int, ...], best: tuple[int, ...]) -> bool:
    """Return whether someone might choose a way over the best: not much dearer, longer or steeper."""
    dear = cost(roads, way) > WORST * cost(roads, best)
    steep = max(_steps(roads, way)) > max(STEEPEST, *_steps(roads, best))
    return not dear and not steep and len(way) <= len(best) + DETOUR


def reachable(snapshot: Snapshot, start: int) -> np.ndarray:
    """Return the cost of the cheapest way to every occupation, tolls aside; infinite where there is none."""
    roads = snapshot.roads.copy()
    roads.data = np.where(passable(snapshot, start)[roads.indices], roads.data, np.inf)
    return np.asarray(dijkstra(roads, indices=start))


def _cheapest(roads: csr_matrix, start: int, goal: int) -> tuple[int, ...]:
    costs, before = dijkstra(roads, indices=start, return_predecessors=True)
    if not np.isfinite(costs[goal]):
        return ()
    way = [goal]
    while way[-1] != start:
        way.append(int(before[way[-1]]))
    return tuple(reversed(way))


def _discourage(roads: csr_matrix, way: tuple[int, ...]) -> None:
    """Make what a way goes through dearer, so that the next one differs."""
    if len(way) == 2:
        row = slice(roads.indptr[way[0]], roads.indptr[way[0] + 1])
        roads.data[row] += np.where(roads.indices[row] == way[1], DIRECT, 0)
    roads.data += np.where(np.isin(roads.indices, way[1:-1]), REPEATED, 0)
