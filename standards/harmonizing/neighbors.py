"""Neighbors: which texts are worth a close look together, without looking at all pairs.

Two ways lead to a neighbor, and the cost of both grows no faster than n log n. By meaning: texts are parted by planes
between two of them, again and again, until few are left together, in several ways; what lies together in any of
them is compared [1]_. By words: what few texts say is shared by few.

References
----------
.. [1] Dasgupta, S., & Freund, Y. (2008). Random projection trees and low dimensional manifolds. STOC '08, 537-546.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import numpy as np
from scipy.sparse import csr_matrix

from standards.harmonizing.texts import Integers, Texts
from standards.matching.embedding import Floats
from standards.matching.terms import Matrix

TREES: Final = 10
"""Ways in which texts are parted."""

LEAF: Final = 48
"""Texts that are compared with one another; no more are parted."""

NEAREST: Final = 16
"""Neighbors by meaning that each text has in a leaf, at most."""

FEW: Final = 24
"""Texts that a word may be said by, for these to be compared."""

LEAST: Final = 0.3
"""Cosine below which texts are no neighbors by meaning."""

SEED: Final = 6


def neighbors(texts: Texts) -> tuple[Integers, Integers]:
    """Return the pairs of texts that may say the same, each once: the earlier text and the later one, in order.

    The same texts in the same order give the same pairs.
    """
    found = [*_by_meaning(texts.meaning), *_by_words(texts.shares)]
    size = len(texts)
    if not found:
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    one, other = (np.concatenate(side) for side in zip(*found, strict=True))
    pairs = np.minimum(one, other) * size + np.maximum(one, other)
    pairs.sort()
    first, second = np.divmod(pairs[np.diff(pairs, prepend=-1) > 0], size)
    return first[first != second], second[first != second]


def _by_meaning(meaning: Floats) -> Iterator[tuple[Integers, Integers]]:
    lots = np.random.default_rng(SEED)
    for _ in range(TREES if len(meaning) > LEAF else 1):
        for leaf in _leaves(meaning, np.arange(len(meaning)), lots):
            yield _close(meaning, leaf)


def _leaves(meaning: Floats, whole: Integers, lots: np.random.Generator) -> Iterator[Integers]:
    """Yield texts that lie together."""
    left, room = [whole], np.empty_like(meaning)
    while left:
        members = left.pop()
        if len(members) <= LEAF:
            yield members
            continue
        one, other = lots.choice(members, 2, replace=False)
        own = np.take(meaning, members, axis=0, out=room[: len(members)], mode="clip")
        side = own @ (meaning[one] - meaning[other])
        order = np.argsort(side, kind="stable")
        # In halves: texts that are all alike lie on no side, and one half must not be nearly all.
        left += [members[order[: len(order) // 2]], members[order[len(order) // 2 :]]]


def _close(meaning: Floats, leaf: Integers) -> tuple[Integers, Integers]:
    """Return the pairs in a leaf of which one is among the nearest of the other."""
    alike = meaning[leaf] @ meaning[leaf].T
    np.fill_diagonal(alike, -1)
    most = min(NEAREST, len(leaf) - 1)
    nearest = np.argpartition(-alike, most - 1, axis=1)[:, :most] if most > 0 else np.zeros((len(leaf), 0), dtype=int)
    rows = np.repeat(np.arange(len(leaf)), nearest.shape[1])
    columns = nearest.ravel()
    good = alike[rows, columns] >= LEAST
    return leaf[rows[good]], leaf[columns[good]]


def _by_words(shares: Matrix) -> Iterator[tuple[Integers, Integers]]:
    """Yield the pairs of texts that share a word which few others have."""
    by_word = csr_matrix(shares.T)
    for column in range(by_word.shape[0]):
        members = by_word.indices[by_word.indptr[column] : by_word.indptr[column + 1]].astype(np.int64)
        if 1 < len(members) <= FEW:
            one, other = np.triu_indices(len(members), 1)
            yield members[one], members[other]
