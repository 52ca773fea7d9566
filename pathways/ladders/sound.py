"""Which ways are sound: not too far, each step supported, without a set back, and not begun anew."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from scipy.sparse import csr_matrix

from pathways.ladders.search import Search, Way
from pathways.ladders.tolls import Places
from pathways.snapshot import Snapshot
from pathways.steps.traits import Mask

FAR = 3.5
"""Cost of the best way from which on a goal is too far for a ladder: what three sound steps and a half cost."""
FARTHER = 5.0
"""The same where the goal is `HIGHER` and each step has `FAR_SUPPORTED`: to climb far takes more sound steps."""
HIGHER = 2
"""Job zones, and ranks of those who lead, by which a goal is high above a start."""
SUPPORTED = 0.42
"""Support of each step of a further way, other than to lead, unless the best way has one with less."""
FAR_SUPPORTED = 0.5
"""The same of every way to a goal from `FAR` on."""


def is_far(snapshot: Snapshot, search: Search) -> bool:
    """Return whether a goal is too far for a ladder, or cannot be reached at all."""
    least = search.through[search.start]
    if not FAR < least <= FARTHER:
        return bool(least > FAR)
    rises = (int(values[search.goal]) - int(values[search.start]) for values in (snapshot.zones, snapshot.ranks))
    return sum(rises) < HIGHER or support(snapshot, search.best) < FAR_SUPPORTED


def sound_roads(snapshot: Snapshot, search: Search) -> csr_matrix:
    """Return the roads that a further way may take: with support, and without beginning anew, unless the best way does.

    On the cheapest way of all to a rung one may begin anew where another way to it does not.
    """
    roads = search.roads.copy()
    starts, ends = np.repeat(np.arange(roads.shape[0]), np.diff(roads.indptr)), roads.indices
    leads = snapshot.ranks[ends] > snapshot.ranks[starts]
    sound = leads | (snapshot.steps.support[starts, ends] >= least_support(snapshot, search))
    best = np.array(search.best)
    if not begins_anew(snapshot, best[:-1], best[1:]).any():
        sound &= ~begins_anew(snapshot, starts, ends)
    roads.data = np.where(sound, roads.data, np.inf)
    return roads


def is_sound(snapshot: Snapshot, search: Search, way: Way) -> bool:
    """Return whether each step of a way is supported, it begins with no set back, and nobody begins anew on it.

    What the best way has cannot be asked of the others.
    """
    back = len(way) > 2 and is_set_back(snapshot, *way[:3])
    supported = support(snapshot, way) >= least_support(snapshot, search)
    return not back and supported and keeps_its_trade(snapshot, search, way)


def keeps_its_trade(snapshot: Snapshot, search: Search, way: Way) -> bool:
    """Return whether a way has no other degree or apprenticeship to begin with, unless the best one has."""
    found, best = (begins_anew(snapshot, np.array(w[:-1]), np.array(w[1:])).any() for w in (way, search.best))
    return bool(best or not found)


def least_support(snapshot: Snapshot, search: Search) -> float:
    """Return the support that each step of a further way must have: no more than the best one has."""
    asked = SUPPORTED if search.through[search.start] <= FAR else FAR_SUPPORTED
    return min(asked, support(snapshot, search.best))


def begins_anew(snapshot: Snapshot, starts: Places, ends: Places) -> Mask:
    """Return on which steps one begins anew, with another degree or another apprenticeship."""
    return np.asarray(snapshot.steps.another_degree[starts, ends] | snapshot.steps.another_apprenticeship[starts, ends])


def support(snapshot: Snapshot, way: Way) -> float:
    """Return the least support of the steps of a way, but for those to lead: who leads looks far from those led."""
    steps = [(a, b) for a, b in pairwise(way) if snapshot.ranks[b] <= snapshot.ranks[a]]
    return min((float(snapshot.steps.support[step]) for step in steps), default=1.0)


def is_set_back(snapshot: Snapshot, start: int, first: int | Places, second: int | Places) -> Mask:
    """Return whether a way begins with a step to clearly less preparation that the step after it does not need.

    Parameters
    ----------
    first, second
        The two rungs after the start; of several ways at once.
    """
    lower = snapshot.steps.asks_less[start, first]
    leads = snapshot.ranks[first] > snapshot.ranks[start]
    return np.asarray(lower & ~leads & np.isfinite(snapshot.steps.cost[start, second]))
