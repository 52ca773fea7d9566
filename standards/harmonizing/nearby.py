"""Nearby: which groups come near one another without saying the same, for people to decide whether to merge them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Final

import numpy as np

from standards.harmonizing.texts import Integers
from standards.matching.embedding import Floats

NEAR: Final = 0.05
"""Likeness on average from which groups are told to come near one another."""

NAMED: Final = 3
"""Groups that are told to come near one, at most."""

Pair = tuple[int, int]


def nearby(
    alike: Floats, neighbors: tuple[Integers, Integers], groups: Sequence[Sequence[int]]
) -> list[tuple[int, int, float]]:
    """Return pairs of groups that come near one another, by their places, with the mean likeness of their neighbors.

    Parameters
    ----------
    alike
        The likeness of neighbors, pair by pair, 0 to 1.
    groups
        Each text is in one.
    """
    others: dict[int, list[tuple[float, Pair]]] = defaultdict(list)
    means = {(one, other): mean for one, other, mean in _likely(alike, neighbors, groups)}
    for pair, mean in means.items():
        for place in pair:
            others[place].append((-mean, pair))
    best = set(chain.from_iterable(_first(found) for found in others.values()))
    return sorted((*pair, means[pair]) for pair in best)


def _likely(
    alike: Floats, neighbors: tuple[Integers, Integers], groups: Sequence[Sequence[int]]
) -> Iterator[tuple[int, int, float]]:
    """Yield the pairs of groups whose neighbors are alike enough on average, with that average."""
    place = np.zeros(sum(map(len, groups)), dtype=np.int64)
    place[[*chain.from_iterable(groups)]] = np.repeat(np.arange(len(groups)), [*map(len, groups)])
    here, there = (place[side] for side in neighbors)
    apart = here != there
    keys = (np.minimum(here, there) * len(groups) + np.maximum(here, there))[apart]
    pairs, of, counts = np.unique(keys, return_inverse=True, return_counts=True)
    means = np.bincount(of, alike[apart], minlength=len(pairs)) / counts
    good = means >= NEAR
    one, other = np.divmod(pairs[good], max(len(groups), 1))
    yield from zip(one.tolist(), other.tolist(), means[good].tolist(), strict=True)


def _first(found: Sequence[tuple[float, Pair]]) -> Iterator[Pair]:
    yield from (pair for _, pair in sorted(found)[:NAMED])
