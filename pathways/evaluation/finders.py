"""What finds the rungs between two occupations: the engine, and what one would try before building one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

import numpy as np
from scipy.sparse import csr_matrix

from pathways.arrays import Floats
from pathways.ladders.best_ways import FINER, different
from pathways.ladders.goal import ways_to_goal
from pathways.ladders.search import Search, Way
from pathways.occupations.wages import Region
from pathways.relatedness.views import RATINGS
from pathways.snapshot import Snapshot

Finder = Callable[[Snapshot, int, int, Region | None, int], list[Way]]
"""Returns the ways between two places, the best first; none where there is none. The last number is how many."""

NEAREST: Final = 20
"""Neighbors of each occupation that a baseline may step to."""

ENGINE: Final = "Ladderworks"


def engine(snapshot: Snapshot, start: int, goal: int, region: Region | None, most: int) -> list[Way]:
    """Return the ways that a ladder draws."""
    return [way for way in ways_to_goal(snapshot, start, goal, region, most) if way[-1] == goal]


def by_relatedness(snapshot: Snapshot, start: int, goal: int, region: Region | None, most: int) -> list[Way]:
    """Return the shortest path over the nearest by relatedness, and as many others as the engine may draw."""
    del region
    return _over_neighbors(snapshot, snapshot.relatedness, start, goal, most)


def shortest_by_relatedness(snapshot: Snapshot, start: int, goal: int, region: Region | None, most: int) -> list[Way]:
    """Return the shortest path alone."""
    return by_relatedness(snapshot, start, goal, region, most)[:1]


def by_ratings(snapshot: Snapshot, start: int, goal: int, region: Region | None, most: int) -> list[Way]:
    """Return the shortest paths over the nearest by ratings alone; none where nothing is rated."""
    del region
    views = [opinion for opinion in snapshot.opinions if opinion.name.startswith(RATINGS)]
    if not views:
        return []
    widest = max(views, key=lambda opinion: int(opinion.known.sum()))
    return _over_neighbors(snapshot, widest.similarity.astype(np.float32), start, goal, most)


FINDERS: Final[Mapping[str, Finder]] = {
    ENGINE: engine,
    "paths by relatedness": by_relatedness,
    "one path by relatedness": shortest_by_relatedness,
    "paths by ratings": by_ratings,
}
"""The engine first."""


def _over_neighbors(snapshot: Snapshot, similarity: Floats, start: int, goal: int, most: int) -> list[Way]:
    """Return the shortest path, and others through other rungs, where a step is as long as its ends are unlike."""
    search = Search.between(neighbor_roads(similarity), start, goal)
    if not np.isfinite(search.through[start]):
        return []
    return different(snapshot, search, most + most // FINER, judged=False)


def neighbor_roads(similarity: Floats, nearest: int = NEAREST) -> csr_matrix:
    """Return steps both ways between each occupation and its nearest, 1 - similarity long.

    Example
    -------
    >>> roads = neighbor_roads(np.float32([[0, 0.75, 0.5], [0.75, 0, 0], [0.5, 0, 0]]), nearest=1)
    >>> roads.toarray().tolist()
    [[0.0, 0.25, 0.5], [0.25, 0.0, 0.0], [0.5, 0.0, 0.0]]
    """
    others = similarity.astype(np.float32)
    np.fill_diagonal(others, -np.inf)
    near = np.zeros(others.shape, dtype=bool)
    closest = np.argsort(-others, axis=1, kind="stable")[:, :nearest]
    np.put_along_axis(near, closest, values=True, axis=1)
    near |= near.T
    np.fill_diagonal(near, val=False)
    return csr_matrix(np.where(near, np.maximum(1 - others, 1e-3), 0))
