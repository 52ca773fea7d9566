"""Ways from one occupation to another: the one of least cost, others through other rungs, and finer ones.

Other ways lead through a rung each that the ways before do not have, and are of least cost through it: "via nodes"
[1]_. So no way is offered that costs much more than need be, and none that differs from another in nothing.

References
----------
.. [1] Abraham, I., Delling, D., Goldberg, A. V., Werneck, R. F. (2013). Alternative Routes in Road Networks. ACM
   Journal of Experimental Algorithmics 18, 1.3.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise, permutations
from typing import Self

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra

from pathways.arrays import Floats
from pathways.ladders.standing import passable
from pathways.ladders.tolls import ENOUGH, SLACK, Places, away_toll, pay_toll, rung_tolls
from pathways.occupations.wages import Region
from pathways.snapshot import Snapshot
from pathways.steps.traits import Mask

Way = tuple[int, ...]

WAYS = 8
"""Ways through different rungs, unless more are asked for."""
MOST_WAYS = 40
"""The most that one may ask for."""
FINER = 3
"""Of as many ways one more is drawn in which a step of theirs is taken in two."""
JOINED = 2
"""Of as many ways one more is drawn that goes from a rung of one to a rung of another."""
JOINT = 0.7
"""Cost of the dearest step between rungs of two ways, with its tolls: a small one."""
ALIKE = 0.3
"""Added to the cost of a way for the relatedness of its new rung to the closest one of the ways before."""
WORST = 1.2
"""Cost of the worst route that is offered, in times of the best."""
STEP_MORE = 1.4
"""Or by how much it may be dearer: by what a sound step costs."""
STEEPEST = 2.2
"""Cost of the dearest step of a further route, where the best one has none that is dearer."""
AS_STEEP = 1.1
"""Where it has: the same in times of that."""
FAR = 3.5
"""Cost of the best way from which on a goal is too far for a ladder: what three sound steps and a half cost."""
SUPPORTED = 0.39
"""Support of each step of a further way, other than to lead, unless the best way has one with less."""
DETOUR = 2
"""Steps that a further way may have more than the best; a finer way has one more than what it is a finer form of."""
SMALLER = 0.95
"""Cost of each half of a step that is taken in two, in times of the whole."""
BOTH = 1.5
"""The same of both halves together."""


def routes(snapshot: Snapshot, start: int, goal: int, region: Region | None = None, most: int = WAYS) -> list[Way]:
    """Return different ways, the cheapest first; none where the goal cannot be reached or is too far.

    Parameters
    ----------
    start, goal
        Places in the snapshot, not the same.
    region
        Whose pay and jobs to look at.
    most
        Ways through different rungs; each `FINER` of them bring a finer one, and each `JOINED` one that joins two.
    """
    search = Search.between(tolled(snapshot, start, goal, region), start, goal)
    if search.through[start] > FAR:
        return []
    ways = different(snapshot, search, most)
    ways += _finer(snapshot, search, ways)[: most // FINER]
    ways += _joined(search, ways)[: most // JOINED]
    return sorted(ways, key=search.cost)


def tolled(snapshot: Snapshot, start: int, goal: int, region: Region | None) -> csr_matrix:
    """Return the roads with the tolls of a way from start to goal."""
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
        return max(STEEPEST, AS_STEEP * max(_steps(self.roads, self.best)))

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


def different(snapshot: Snapshot, search: Search, most: int, supported: float = SUPPORTED) -> list[Way]:
    """Return the best way, and others through a rung each that no way before has, the cheapest and most different.

    Parameters
    ----------
    supported
        Support of each of their steps; that of the best way is enough where it is less.
    """
    ways, drawn = [search.best], set(search.best)
    left = [int(via) for via in np.flatnonzero(search.through <= search.limit)]
    least = min(supported, support(snapshot, search.best))
    while len(ways) < most:
        left = [via for via in left if via not in drawn]
        if not left:
            break
        inner = sorted(drawn - {search.start, search.goal})
        alike = snapshot.relatedness[np.ix_(left, inner)].max(axis=1, initial=0)
        via = left.pop(int(np.argmin(search.through[left] + ALIKE * alike)))
        way = search.way(via)
        back = len(way) > 2 and is_set_back(snapshot, *way[:3])
        sound = search.is_worth_offering(way) and not back
        if sound and support(snapshot, way) >= least:
            ways.append(way)
            drawn.update(way)
    return ways


def support(snapshot: Snapshot, way: Way) -> float:
    """Return the least support of the steps of a way, but for those to lead: who leads looks far from those led."""
    steps = [(a, b) for a, b in pairwise(way) if snapshot.ranks[b] <= snapshot.ranks[a]]
    return min((float(snapshot.steps.support[step]) for step in steps), default=1.0)


def is_set_back(snapshot: Snapshot, start: int, first: int | Places, second: int | Places) -> Mask:
    """Return whether a way begins with a step to less preparation that the step after it does not need.

    Parameters
    ----------
    first, second
        The two rungs after the start; of several ways at once.
    """
    lower = snapshot.preparation.total[first] < snapshot.preparation.total[start]
    leads = snapshot.ranks[first] > snapshot.ranks[start]
    return np.asarray(lower & ~leads & np.isfinite(snapshot.steps.cost[start, second]))


def _finer(snapshot: Snapshot, search: Search, ways: Sequence[Way]) -> list[Way]:
    """Return ways in which a step of another is taken in two, each smaller: one climbs by small steps."""
    finer: list[Way] = []
    for way in ways:
        finest = min(_halved(snapshot, search, way), default=None)
        short = finest and len(finest[1]) <= len(search.best) + DETOUR
        if finest and short and finest[1] not in (*ways, *finer) and search.cost(finest[1]) <= search.limit:
            finer.append(finest[1])
    return finer


def _joined(search: Search, ways: Sequence[Way]) -> list[Way]:
    """Return ways that go from a rung of one to a rung of another by a small step, the cheapest first.

    Between two rungs the step is taken in one direction only, the one on the cheaper way.
    """
    drawn = {place for way in ways for place in way}
    taken = {step for way in ways for a, b in pairwise(way) for step in ((a, b), (b, a))}
    found: list[Way] = []
    for a, b in _joints(search, drawn):
        way = (*search.way_to(a), *search.way_from(b))
        short = len(set(way)) == len(way) <= len(search.best) + DETOUR
        if (a, b) not in taken and short and set(way) <= drawn:
            found.append(way)
            taken |= {(a, b), (b, a)}
    return found


def _joints(search: Search, drawn: Set[int]) -> list[tuple[int, int]]:
    """Return the small steps between rungs, those on the cheapest ways first."""
    found = []
    for a, b in permutations(sorted(drawn), 2):
        step = search.cost((a, b))
        whole = float(search.ahead[a] + step + search.back[b])
        if 0 < step <= JOINT and whole <= search.limit:
            found.append((whole, a, b))
    return [(a, b) for _, a, b in sorted(found)]


def _halved(snapshot: Snapshot, search: Search, way: Way) -> Iterator[tuple[float, Way]]:
    """Yield for each step of a way the best rung to halve it, after what that adds in squares of costs."""
    for place, (a, c) in enumerate(pairwise(way), start=1):
        whole = snapshot.steps.cost[a, c]
        first, second = snapshot.steps.cost[a], snapshot.steps.cost[:, c]
        smaller = (np.maximum(first, second) < SMALLER * whole) & (first + second <= BOTH * whole)
        fits = smaller & _between(snapshot, a, c) & np.isfinite(search.through)
        fits[list(way)] = False
        if fits.any():
            squares = np.where(fits, first**2 + second**2, np.inf) + rung_tolls(snapshot, a, c, None)
            b = int(np.argmin(squares))
            yield float(squares[b] - whole**2), (*way[:place], b, *way[place:])


def _between(snapshot: Snapshot, a: int, c: int) -> np.ndarray:
    """Return the occupations that are as related to two rungs as these are to one another, or closely."""
    near = snapshot.steps.relatedness
    least = min(float(near[a, c]) - SLACK, ENOUGH)
    return np.asarray((near[a] >= least) & (near[:, c] >= least))
