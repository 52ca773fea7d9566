"""Ways from one occupation to another: chains of steps of least cost, and others that differ from them."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra

from pathways.snapshot import Snapshot

MOST_ROUTES = 3
TRIES = 6
REPEATED = 0.3
"""Added to the cost of going through an occupation that an earlier route goes through."""
DIRECT = 0.4
"""Added to the cost of the direct step once it is a route."""
WORST = 1.45
"""Cost of the worst route that is offered, in times of the best."""
OVERSHOOT = 0.6
"""Added to going through an occupation that asks for clearly more preparation than the goal."""


def routes(snapshot: Snapshot, start: int, goal: int) -> list[tuple[int, ...]]:
    """Return up to `MOST_ROUTES` different ways, the cheapest first; none where the goal cannot be reached.

    Parameters
    ----------
    start, goal
        Places in the snapshot, not the same.
    """
    roads = _toward(snapshot, goal)
    found: list[tuple[int, ...]] = []
    for _ in range(TRIES):
        way = _cheapest(roads, start, goal)
        if not way or len(found) == MOST_ROUTES:
            break
        if way not in found and cost(snapshot, way) <= WORST * cost(snapshot, (found or [way])[0]):
            found.append(way)
        _discourage(roads, way)
    return sorted(found, key=lambda way: cost(snapshot, way))


def cost(snapshot: Snapshot, way: tuple[int, ...]) -> float:
    """Return the cost of a way: the sum over its steps."""
    return float(sum(snapshot.steps.cost[a, b] for a, b in pairwise(way)))


def reachable(snapshot: Snapshot, start: int) -> np.ndarray:
    """Return the cost of the cheapest way to every occupation, infinite where there is none."""
    return np.asarray(dijkstra(snapshot.roads, indices=start))


def _toward(snapshot: Snapshot, goal: int) -> csr_matrix:
    """Return the roads, dearer through what lies beyond the goal."""
    roads = snapshot.roads.copy()
    total = snapshot.preparation.total
    beyond = total > 1.15 * total[goal] + 6
    beyond[goal] = False
    roads.data = roads.data + np.where(beyond[roads.indices], OVERSHOOT, 0)
    return roads


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
