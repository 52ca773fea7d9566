"""The labels of concepts, by rank: first the names of all concepts, then the second labels of those with two, and on.

Concepts stand in the order of how many labels they have, the most first: so the labels of one rank are those of the
first concepts, side by side, and the best label of each concept is found by laying rank over rank.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Self

import numpy as np
from numpy.typing import NDArray

from standards.matching.embedding import Floats
from standards.matching.terms import Matrix, Terms

Integers = NDArray[np.int64]


def by_rank(names: Sequence[Sequence[str]]) -> tuple[list[str], Integers]:
    """Return the labels of concepts by rank, and where each rank starts, with the end.

    Parameters
    ----------
    names
        Of each concept, the concepts with the most names first.

    Example
    -------
    >>> by_rank([("weld", "join"), ("paint",)])
    (['weld', 'paint', 'join'], array([0, 2, 3]))
    """
    sizes = np.array([len(own) for own in names], dtype=np.int64)
    counts = [int(np.sum(sizes > rank)) for rank in range(sizes.max(initial=0))]
    texts = [own[rank] for rank, count in enumerate(counts) for own in names[:count]]
    return texts, np.cumsum([0, *counts], dtype=np.int64)


class Labels:
    """Labels as each view sees them, by rank.

    Parameters
    ----------
    texts
        Every label.
    starts
        Where each rank starts, with the end.
    meaning
        Embeddings on the axes of the index: labels by axes.
    words
        TF-IDF of the stemmed words: labels by words, rows of length 1.
    shares
        Each word's share of its label, rare words having more: labels by words, rows that add up to 1.
    """

    def __init__(self, texts: Sequence[str], starts: Integers, meaning: Floats, words: Matrix, shares: Matrix) -> None:
        self.texts = tuple(texts)
        self.starts = starts
        self.meaning = meaning
        self.words = words
        self.shares = shares

    @property
    def name_lengths(self) -> Integers:
        """How many different words the name of each concept has."""
        names = self.words.indptr[: self.starts[:2][-1] + 1]
        return np.asarray(np.diff(names), dtype=np.int64)

    @classmethod
    def of(cls, texts: Sequence[str], starts: Integers, meaning: Floats, counts: Matrix, terms: Terms) -> Self:
        """Return labels, given how often each has each word."""
        return cls(texts, starts, meaning, terms.weigh(counts), terms.shares(counts))
