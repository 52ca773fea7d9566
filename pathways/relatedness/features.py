"""What is learned from: how close two occupations are from each side, and how often each is close to others.

A side alone says that two occupations are alike; lists of experts favor those that many others are close to, and no
side says so about a pair. So what a side thinks of an occupation as a whole stands beside what it thinks of the pair.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from pathways.arrays import Flags, Floats, HalfFloats, Integers
from pathways.relatedness.fusion import SMOOTHING, ranks
from pathways.relatedness.sides import Side

FIRST = (20, 60)
"""Places within which an occupation counts as close to another."""

LOWEST, HIGHEST = -3, 8
"""Bounds of standard scores."""


@dataclass(frozen=True)
class Features:
    """What a network looks at.

    Parameters
    ----------
    sides
        Names, in order.
    closeness
        k / (k + rank) as of `ranks`, k = `SMOOTHING`: occupations by occupations by sides; 0 where unknown.
    score
        Similarity as a standard score of its row, within bounds, over 4; the same shape.
    single
        Occupations by three numbers of each side, as of `standing`.
    """

    sides: tuple[str, ...]
    closeness: HalfFloats
    score: HalfFloats
    single: Floats

    @classmethod
    def of(cls, sides: Iterable[Side]) -> Self:
        """Return the features of all pairs."""
        names, near, scores, single = [], [], [], []
        for side in sides:
            both = side.known[:, None] & side.known
            rank = ranks(np.where(both, side.similarity, -np.inf))
            names.append(side.name)
            near.append(np.where(both, SMOOTHING / (SMOOTHING + rank), 0).astype(np.float16))
            scores.append(standard(side).astype(np.float16))
            single.append(standing(side, rank))
        return cls(tuple(names), np.stack(near, axis=-1), np.stack(scores, axis=-1), np.hstack(single))

    def rows(self, chosen: slice | NDArray[np.int64]) -> Floats:
        """Return the features of the pairs of some rows: rows by occupations by three numbers of each side.

        They are the closeness of the column to the row, of the row to the column, and the score, side by side.
        """
        back = self.closeness[:, chosen].swapaxes(0, 1)
        found = np.stack([self.closeness[chosen], back, self.score[chosen]], axis=-1)
        return found.reshape(*found.shape[:2], -1).astype(np.float32)


def standard(side: Side) -> Floats:
    """Return similarities as standard scores of their row, over what the side knows, within bounds and over 4.

    Example
    -------
    The first row knows 1, 0 and .5: mean .5, standard deviation .408; (1 - .5) / .408 / 4 is .306.

    >>> seen = Side("a", np.float32([[1, 0, 0.5], [0, 1, 0], [0.5, 0, 1]]), np.array([True, True, True]))
    >>> standard(seen).round(3)[0].tolist()
    [0.3059999942779541, -0.3059999942779541, 0.0]
    """
    known = side.similarity[:, side.known]
    if not known.size:
        return np.zeros_like(side.similarity)
    mean, spread = known.mean(axis=1, keepdims=True), known.std(axis=1, keepdims=True)
    scores = (side.similarity - mean) / np.where(spread > 0, spread, 1)
    both = side.known[:, None] & side.known
    return np.where(both, np.clip(scores, LOWEST, HIGHEST) / 4, 0).astype(np.float32)


def standing(side: Side, rank: Integers) -> Floats:
    """Return how close each occupation is to others as a whole: occupations by three numbers, 0 where unknown.

    They are the logarithms of how often it is among the first `FIRST` of others, against how often all are on the
    mean, and its mean similarity as a standard score, over 2.
    """
    both = side.known[:, None] & side.known
    often = [np.log1p((both & (rank <= most)).sum(axis=0)) - np.log1p(most) for most in FIRST]
    mean = np.where(both, side.similarity, 0).sum(axis=0) / max(int(side.known.sum()), 1)
    liked = _scored(mean, side.known) / 2
    return np.where(side.known[:, None], np.stack([*often, liked], axis=-1), 0).astype(np.float32)


def _scored(values: Floats, known: Flags) -> Floats:
    mean, spread = (float(f(values[known])) if known.any() else 0.0 for f in (np.mean, np.std))
    return (values - mean) / (spread or 1)
