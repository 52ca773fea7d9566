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
from itertools import pairwise, permutations

import numpy as np

from pathways.ladders.search import DETOUR, Search, Way, tolled
from pathways.ladders.sound import is_far, is_sound, keeps_its_trade, sound_roads
from pathways.ladders.tolls import ENOUGH, SLACK, rung_tolls
from pathways.occupations.wages import Region
from pathways.snapshot import Snapshot

WAYS = 12
"""Ways through different rungs, and rungs between start and goal that can be read, unless more ways are asked for."""
MOST_WAYS = 40
"""The most that one may ask for."""
FINER = 4
"""Of as many ways one more is drawn in which a step of theirs is taken in two."""
JOINED = 2
"""Of as many ways one more is drawn that goes from a rung of one to a rung of another."""
JOINT = 0.7
"""Cost of the dearest step between rungs of two ways, with its tolls: a small one."""
ALIKE = 0.3
"""Added to the cost of a way for the relatedness of its new rung to the closest one of the ways before."""
SMALLER = 0.95
"""Cost of each half of a step that is taken in two, in times of the whole."""
BOTH = 1.5
"""The same of both halves together."""


def best_ways(snapshot: Snapshot, start: int, goal: int, region: Region | None = None, most: int = WAYS) -> list[Way]:
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
    if is_far(snapshot, search):
        return []
    search = search.over(sound_roads(snapshot, search))
    ways = different(snapshot, search, most)
    ways += _finer(snapshot, search, ways)[: most // FINER]
    ways += _joined(search, ways)[: most // JOINED]
    return sorted(ways, key=search.cost)


def different(snapshot: Snapshot, search: Search, most: int, *, judged: bool = True) -> list[Way]:
    """Return the best way, and others through a rung each that no way before has, the cheapest and most different.

    Parameters
    ----------
    most
        Ways; the rungs between start and goal are no more than as many, or than `WAYS`.
    judged
        Whether each other way must be sound, as of `is_sound`.
    """
    ways, drawn = [search.best], set(search.best)
    left = [int(via) for via in np.flatnonzero(search.through <= search.limit)]
    while len(ways) < most:
        left = [via for via in left if via not in drawn]
        if not left:
            break
        inner = sorted(drawn - {search.start, search.goal})
        alike = snapshot.relatedness[np.ix_(left, inner)].max(axis=1, initial=0)
        way = search.way(left.pop(int(np.argmin(search.through[left] + ALIKE * alike))))
        room = len({*drawn, *way}) - 2 <= max(WAYS, most)
        if room and search.is_worth_offering(way) and not (judged and not is_sound(snapshot, search, way)):
            ways.append(way)
            drawn.update(way)
    return ways


def _finer(snapshot: Snapshot, search: Search, ways: Sequence[Way]) -> list[Way]:
    """Return ways in which a step of another is taken in two, each smaller: one climbs by small steps."""
    finer: list[Way] = []
    for way in ways:
        finest = min(_halved(snapshot, search, way), default=None)
        short = finest and len(finest[1]) <= len(search.best) + DETOUR
        fresh = finest and finest[1] not in (*ways, *finer) and keeps_its_trade(snapshot, search, finest[1])
        if finest and short and fresh and search.cost(finest[1]) <= search.limit:
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
