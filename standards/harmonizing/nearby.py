"""Nearby: which groups come near one another without saying the same, for people to decide whether to merge them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Final

from standards.harmonizing.likeness import Likeness
from standards.harmonizing.texts import Integers

NEAR: Final = 0.1
"""Likeness on average from which groups are told to come near one another."""

NAMED: Final = 3
"""Groups that are told to come near one, at most."""

Pair = tuple[int, int]


def nearby(
    likeness: Likeness, neighbors: tuple[Integers, Integers], groups: Sequence[Sequence[int]]
) -> list[tuple[int, int, float]]:
    """Return pairs of groups that come near one another, by their places, with the mean likeness of their neighbors."""
    known = _known(likeness, neighbors, groups)
    means = {pair: sum(found) / len(found) for pair, found in known.items()}
    others: dict[int, list[tuple[float, Pair]]] = defaultdict(list)
    for pair, mean in means.items():
        for place in pair if mean >= NEAR else ():
            others[place].append((-mean, pair))
    best = set(chain.from_iterable(_first(found) for found in others.values()))
    return sorted((*pair, means[pair]) for pair in best)


def _known(
    likeness: Likeness, neighbors: tuple[Integers, Integers], groups: Sequence[Sequence[int]]
) -> Mapping[Pair, list[float]]:
    """Return the likenesses of the neighbors in each two groups."""
    place = {text: number for number, texts in enumerate(groups) for text in texts}
    found: dict[Pair, list[float]] = defaultdict(list)
    sides = (side.tolist() for side in (*neighbors, likeness.of(*neighbors)))
    for one, other, alike in zip(*sides, strict=True):
        if (here := place[one]) != (there := place[other]):
            found[min(here, there), max(here, there)].append(alike)
    return found


def _first(found: Sequence[tuple[float, Pair]]) -> Iterator[Pair]:
    yield from (pair for _, pair in sorted(found)[:NAMED])
