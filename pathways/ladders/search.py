"""All ways between two occupations: what each costs with its tolls, and which are no great detour."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Self

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra

from pathways.arrays import Floats
from pathways.ladders.estimating import estimated
from pathways.ladders.standing import passable
from pathways.ladders.tolls import away_toll, pay_toll, rung_tolls
from pathways.occupations.wages import Region
from pathways.snapshot import Snapshot
from pathways.steps.costs import DEAREST

Way = tuple[int, ...]
"""Places of the rungs in the snapshot, from the start to the end."""

WORST = 1.2
"""Cost of the worst way that is offered, in times of the best."""
STEP_MORE = 1.7
"""Or by how much it may be dearer: by what a large step costs."""
AS_STEEP = 1.1
"""Cost of the dearest step of a further way, in times of the dearest of the best one, where that is above `DEAREST`."""
DETOUR = 2
"""Steps that a further way may have more than the best; a finer way has one more than what it is a finer form of."""


def tolled(snapshot: Snapshot, start: int, goal: int, region: Region | None) -> csr_matrix:
    """Return the roads with the tolls of a way from start to goal, by pay and jobs as of `estimated`."""
    region = estimated(snapshot, region)
    roads = snapshot.roads.copy()
    starts, ends = np.repeat(np.arange(len(snapshot.occupations)), np.diff(roads.indptr)), roads.indices
    tolls = rung_tolls(snapshot, start, goal, region)[ends] + away_toll(snapshot, start, goal, starts, ends)
    if region:
        pay = np.where(region.grouped | snapshot.special, np.nan, np.log2(region.yearly[:, 1]))
        tolls += pay_toll(np.nan_to_num(pay[ends] - pay[starts], nan=0.0))
    roads.data = np.where(passable(snapshot, start, goal)[ends], roads.data + tolls, np.inf)
    return roads


def cost(roads: csr_matrix, way: Way) -> float:
    """Return the cost of a way: the sum over its steps."""
    return sum(_steps(roads, way))


def reachable(snapshot: Snapshot, start: int) -> Floats:
    """Return the cost of the cheapest way to every occupation, tolls aside; infinite where there is none."""
    roads = snapshot.roads.copy()
    roads.data = np.where(passable(snapshot, start)[roads.indices], roads.data, np.inf)
    return np.asarray(dijkstra(roads, indices=start))


@dataclass(frozen=True)
class Search:
    """What is known of all ways between two occupations.

    Parameters
    ----------
    ahead, back
        Cost of the cheapest way to each occupation, and from it to the goal.
    before, after
        The rung before each on the cheapest way to it, and after each on the cheapest way from it to the goal.
    """

    roads: csr_matrix
    start: int
    goal: int
    ahead: Floats
    back: Floats
    before: np.ndarray
    after: np.ndarray

    @classmethod
    def between(cls, roads: csr_matrix, start: int, goal: int) -> Self:
        """Search from both ends."""
        ahead, before = dijkstra(roads, indices=start, return_predecessors=True)
        back, after = dijkstra(roads.T.tocsr(), indices=goal, return_predecessors=True)
        return cls(roads, start, goal, ahead, back, before, after)

    def over(self, roads: csr_matrix) -> Self:
        """Search from both ends again over other roads."""
        return type(self).between(roads, self.start, self.goal)

    @cached_property
    def through(self) -> Floats:
        """Return the cost of the cheapest way through each occupation."""
        return self.ahead + self.back

    @property
    def best(self) -> Way:
        """Return the cheapest way."""
        return self.way(self.goal)

    @property
    def limit(self) -> float:
        """Return the cost of the dearest way to offer."""
        least = float(self.through[self.start])
        return max(WORST * least, least + STEP_MORE)

    @property
    def steepest(self) -> float:
        """Return the cost of the dearest step of a way to offer."""
        return max(DEAREST, AS_STEEP * max(_steps(self.roads, self.best)))

    def way(self, via: int) -> Way:
        """Return the cheapest way through an occupation."""
        return (*self.way_to(via), *self.way_from(via)[1:])

    def way_to(self, rung: int) -> Way:
        """Return the cheapest way from the start to an occupation."""
        way = [rung]
        while way[-1] != self.start:
            way.append(int(self.before[way[-1]]))
        return tuple(reversed(way))

    def way_from(self, rung: int) -> Way:
        """Return the cheapest way from an occupation to the goal."""
        way = [rung]
        while way[-1] != self.goal:
            way.append(int(self.after[way[-1]]))
        return tuple(way)

    def cost(self, way: Way) -> float:
        """Return the cost of a way, with its tolls."""
        return cost(self.roads, way)

    def is_worth_offering(self, way: Way) -> bool:
        """Return whether someone might choose a way over the best: not much longer or steeper, and no rung twice."""
        steep = max(_steps(self.roads, way)) > self.steepest
        return len(set(way)) == len(way) <= len(self.best) + DETOUR and not steep


def _steps(roads: csr_matrix, way: Way) -> list[float]:
    """Return the cost of each step of a way."""
    rows = [slice(roads.indptr[a], roads.indptr[a + 1]) for a in way[:-1]]
    return [float(roads.data[row][roads.indices[row] == b].sum()) for row, b in zip(rows, way[1:], strict=True)]
