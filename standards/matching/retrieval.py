"""Retrieval: of all concepts the hundred or so that statements may mean, fast enough for a state's worth of them.

The score of a concept is that of its best label, plus a part of that of its own name, plus that of its description.
Labels are scored a tile at a time, small enough that its scores stay in the processor's cache until each concept has
kept the best of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import hstack

from standards.matching.about import About
from standards.matching.buffers import Buffers
from standards.matching.embedding import Floats
from standards.matching.fitted import WEIGHTS
from standards.matching.labels import Integers, Labels
from standards.matching.reading import Reading
from standards.matching.terms import Matrix

AXES: Final = 32
"""Principal axes on which labels are compared to find candidates; `Ranking` compares those on all."""

TILE: Final = 8192
"""Labels scored at once; with 128 statements their scores take 4 MB."""

RANKS: Final = 256
"""Labels of one concept that are looked at, the first ones; ESCO gives 78 to one, O*NET one."""


@dataclass(frozen=True)
class Tile:
    """Labels that are scored at once.

    Parameters
    ----------
    ranks
        Of each label: whether it is the first, second, … of its concept, from 0.
    runs
        Labels of one rank, by their places in the tile, and the concepts that they belong to.
    meaning
        Axes by labels.
    words
        What each word adds to the score of each label: the words of statements, then those near them, by labels.
    """

    ranks: NDArray[np.int32]
    runs: tuple[tuple[slice, slice], ...]
    meaning: Floats
    words: Matrix


class Retrieval:
    """Finds candidates among concepts.

    Parameters
    ----------
    labels, about
        In the same order of concepts.
    """

    def __init__(self, labels: Labels, about: About) -> None:
        self._tiles = tuple(_tiles(labels))
        size = int(labels.starts[1])
        named = labels.meaning[:size, :AXES] * WEIGHTS.meaning * WEIGHTS.name
        self._meaning = np.ascontiguousarray((named + WEIGHTS.description * about.meaning[:, :AXES]).T)
        name = _columns(labels, slice(0, size)) * WEIGHTS.name
        self._words = hstack([name.T, about.words * WEIGHTS.text], format="csr").T.tocsr()
        self._buffers = Buffers()

    def candidates(self, statements: Reading, most: int) -> tuple[Integers, Integers]:
        """Return the best concepts of each statement, in no order, and the rank of the best label of each.

        Returns
        -------
        tuple
            Twice statements by candidates, of which there are as many as asked for or as there are concepts.
        """
        best = self._best_labels(statements)
        total = self._buffers.floats("total", *best.shape)
        np.matmul(statements.meaning[:, :AXES], self._meaning, out=total)
        total += best
        _add(total, hstack([statements.words, statements.near, statements.texts], format="csr") @ self._words)
        most = min(most, total.shape[1])
        found = np.array([np.argpartition(row, -most)[-most:] for row in total], np.int64).reshape(-1, most)
        ranks = np.take_along_axis(best.view(np.int32), found, axis=1) & (RANKS - 1)
        return found, ranks.astype(np.int64)

    def _best_labels(self, statements: Reading) -> Floats:
        """Return the score of the best label of each concept; its last bits say which it is."""
        rows = hstack([statements.words, statements.near], format="csr")  # as the words of a tile stand
        axes: Floats = statements.meaning[:, :AXES] * np.float32(WEIGHTS.meaning)
        best = self._buffers.floats("best", len(axes), self._meaning.shape[1])
        best.fill(-np.inf)
        for tile in self._tiles:
            scores = self._buffers.floats("scores", len(axes), tile.meaning.shape[1])
            np.matmul(axes, tile.meaning, out=scores)
            _add(scores, rows @ tile.words)
            bits = scores.view(np.int32)
            bits &= -RANKS
            bits |= tile.ranks
            for run, concepts in tile.runs:
                np.maximum(best[:, concepts], scores[:, run], out=best[:, concepts])
        return best


def _tiles(labels: Labels) -> Iterator[Tile]:
    ranks = np.repeat(np.arange(len(labels.starts) - 1, dtype=np.int32), np.diff(labels.starts))
    for first in range(0, len(ranks), TILE):
        own = slice(first, min(first + TILE, len(ranks)))
        meaning = np.ascontiguousarray(labels.meaning[own, :AXES].T)
        yield Tile(ranks[own], tuple(_runs(labels.starts, own)), meaning, _columns(labels, own))


def _runs(starts: Integers, own: slice) -> Iterator[tuple[slice, slice]]:
    """Yield the labels of each rank among some labels, by their places there, and their concepts."""
    for start, end in pairwise(starts.tolist()):
        first, last = max(start, own.start), min(end, own.stop)
        if first < last:
            yield slice(first - own.start, last - own.start), slice(first - start, last - start)


def _columns(labels: Labels, own: slice) -> Matrix:
    """Return what each word of a statement, and each word near one, adds to the scores of some labels."""
    weighed = [labels.words[own] * WEIGHTS.words, labels.shares[own] * WEIGHTS.covered]
    return hstack(weighed, format="csr").T.tocsr()


def _add(scores: Floats, more: Matrix) -> None:
    """Add a sparse matrix to a dense one, in place."""
    rows = np.repeat(np.arange(len(scores)) * scores.shape[1], np.diff(more.indptr))
    scores.reshape(-1)[rows + more.indices] += more.data
