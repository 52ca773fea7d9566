"""All ways of sound steps: from one occupation to another as far as a ladder goes, or up from one."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from pathways.ladders.climbs import MOST_COST, NEXT_RELATED, START_RELATED
from pathways.ladders.search import DETOUR, Search, tolled
from pathways.ladders.sound import begins_anew, is_far, is_set_back, least_support
from pathways.ladders.standing import passable
from pathways.ladders.transitions import LONG
from pathways.occupations.wages import Region
from pathways.snapshot import Snapshot

Paths = NDArray[np.int64]
"""Ways of the same length, one a row: places in the snapshot, from the start to the end."""

FEWEST_STEPS = 3
"""Steps up to which a way is looked at however many the best one has; else it may have `DETOUR` more than that."""
MOST_STEPS_UP = 3
MOST_OF_A_LENGTH = 2000
"""Ways of one length that are looked at, those of least cost first."""


def ways_between(snapshot: Snapshot, start: int, goal: int, region: Region | None) -> list[tuple[Paths, np.ndarray]]:
    """Return every way from start to goal that a ladder might draw; none where the ladder calls the goal too far.

    What holds of the further ways of a ladder (`pathways.ladders.best_ways`) holds of each: it costs no more than
    `Search.limit`, has no step that is dearer than `Search.steepest` or less supported than `least_support`, is no
    set back, does not begin anew where the best one does not, and is not much longer than that. It goes through no
    special form of another occupation, of which neither pay nor jobs are published.

    Returns
    -------
    For each length that there is, the ways and their costs with tolls, the cheapest first.
    """
    search = Search.between(tolled(snapshot, start, goal, region), start, goal)
    if is_far(snapshot, search):
        return []
    roads = _worth_offering(snapshot, search)
    most = max(FEWEST_STEPS, len(search.best) - 1 + DETOUR)
    levels = _levels(roads, start, search.back, search.limit, most, goal)
    done = ((paths[there], cost[there]) for paths, cost in levels for there in (paths[:, -1] == goal,))
    sound = ((paths[kept], cost[kept]) for paths, cost in done for kept in (_are_sound(snapshot, search, paths),))
    return [(paths, cost) for paths, cost in sound if len(paths)]


def _worth_offering(snapshot: Snapshot, search: Search) -> csr_matrix:
    """Return the roads without those of which no further way of a ladder is made; all of the best way are kept."""
    roads, best = search.roads.copy(), search.best
    starts, ends = _ends(roads)
    leads = snapshot.ranks[ends] > snapshot.ranks[starts]
    weak = (snapshot.steps.support[starts, ends] < least_support(snapshot, search)) & ~leads
    anew = begins_anew(snapshot, starts, ends)
    anew &= not begins_anew(snapshot, np.array(best[:-1]), np.array(best[1:])).any()
    other = snapshot.special & ~np.isin(snapshot.soc, snapshot.soc[[*best]])
    roads.data = np.where(weak | anew | other[ends] | (roads.data > search.steepest), np.inf, roads.data)
    return roads


def _are_sound(snapshot: Snapshot, search: Search, paths: Paths) -> np.ndarray:
    """Return which ways do not begin with a set back; the best one is drawn whatever it begins with."""
    if paths.shape[1] == 2:
        return np.ones(len(paths), dtype=bool)
    back = is_set_back(snapshot, search.start, paths[:, 1], paths[:, 2])
    best = len(search.best) == paths.shape[1] and (paths == search.best).all(axis=1)
    return np.asarray(~back | best)


def _ends(roads: csr_matrix) -> tuple[np.ndarray, np.ndarray]:
    """Return where each road begins and where it ends."""
    return np.repeat(np.arange(roads.shape[0]), np.diff(roads.indptr)), roads.indices


def ways_up(snapshot: Snapshot, start: int) -> list[tuple[Paths, np.ndarray]]:
    """Return every way up from an occupation of at most `MOST_STEPS_UP` steps; as of `ways_between`.

    The steps are as on a ladder up from it: none costs more than `MOST_COST`, and each leads to an occupation that has
    to do with the one before and with the start. None is long, nor begins anew with another degree or another
    apprenticeship: no goal asks for it. Special forms are no ends nor
    rungs: no pay is published of them.
    """
    near, roads = snapshot.steps.relatedness, snapshot.roads.copy()
    starts, ends = _ends(roads)
    kept = passable(snapshot, start)[ends] & ~snapshot.special[ends] & (snapshot.zones[ends] > 0)
    kept &= (roads.data <= MOST_COST) & (near[starts, ends] >= NEXT_RELATED) & (near[start, ends] >= START_RELATED)
    kept &= ~(snapshot.gaps[starts, ends] > LONG)
    kept &= ~(snapshot.steps.another_degree | snapshot.steps.another_apprenticeship)[starts, ends]
    roads.data = np.where(kept, roads.data, np.inf)
    nothing = np.zeros(len(snapshot.occupations))
    return list(_levels(roads, start, nothing, MOST_STEPS_UP * MOST_COST, MOST_STEPS_UP))


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
        cheapest = np.argsort(cost + ahead[paths[:, -1]], kind="stable")[:MOST_OF_A_LENGTH]
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
