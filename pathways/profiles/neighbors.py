"""The nearest of very many jobs, without ever comparing all pairs.

Whoever is near shares something rare. Clues that few share, found through an inverted index, give each job some
candidates; these are compared in full; and then, once, the neighbors of the neighbors found (as in NN-descent
[1]_). Clues that many share are cut from the index: the longest of its lists is `MOST_SHARED`
however many jobs there are, and so the work, like the memory, grows with the jobs and not with their square.

References
----------
.. [1] Dong, W., Moses, C., Li, K. (2011). Efficient K-Nearest Neighbor Graph Construction for Generic Similarity
   Measures. WWW 2011, 577-586.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from scipy.sparse import csr_matrix
from sparse_dot_topn import sp_matmul_topn

from pathways.arrays import Floats, Integers

MOST_SHARED: Final = 400
"""Jobs beyond which a clue that they share is cut: the longest list of the index, and so the most work for a clue."""

CANDIDATES: Final = 100
"""Jobs that are compared in full with each, at first."""

BLOCK: Final = 500
"""Jobs whose candidates are compared at a time; it bounds the memory and changes no result."""


@dataclass(frozen=True)
class Near:
    """The nearest jobs of each job, the nearest first.

    Parameters
    ----------
    places
        Of the nearest, jobs by ranks; -1 where a job has fewer.
    scores
        Their cosine, 0 to 1; 0 where there is none.
    """

    places: Integers
    scores: Floats


def near(terms: csr_matrix, clues: csr_matrix, top: int = 20) -> Near:
    """Return the nearest jobs of each, nearly all that comparing every pair would find.

    Parameters
    ----------
    terms
        What jobs are compared by, jobs by terms: rows of length 1, nothing below 0.
    clues
        By what candidates are found, jobs by clues, weighted: terms, and what is rarer, such as pairs of them.
    top
        How many of each at most.

    Example
    -------
    >>> rows = csr_matrix(np.float32([[1, 0], [0.6, 0.8], [0, 1]]))
    >>> found = near(rows, rows, 1)
    >>> found.places.ravel().tolist(), [round(float(score), 2) for score in found.scores.ravel()]
    ([1, 2, 1], [0.6, 0.8, 0.8])
    """
    rare = _rare(clues)
    first = _compared(terms, sp_matmul_topn(rare, rare.T.tocsr(), top_n=max(CANDIDATES, 2 * top) + 1), top)
    graph = _graph(first)
    return _compared(terms, graph, top, through=graph)


def _rare(clues: csr_matrix) -> csr_matrix:
    """Return clues without those that too many share, or only one has."""
    shared = np.bincount(clues.indices, minlength=clues.shape[1])
    kept = np.flatnonzero((shared > 1) & (shared <= MOST_SHARED))
    return csr_matrix(clues[:, kept])


def _compared(terms: csr_matrix, candidates: csr_matrix, top: int, through: csr_matrix | None = None) -> Near:
    """Return the nearest of the candidates of each job, and of the candidates of these where there is a ``through``."""
    size = terms.shape[0]
    near = Near(np.full((size, top), -1, dtype=np.int32), np.zeros((size, top), dtype=np.float32))
    for begin in range(0, size, BLOCK):
        rows = np.arange(begin, min(begin + BLOCK, size), dtype=np.int32)
        own = candidates[rows]
        _rank(terms, rows, own if through is None else csr_matrix(own + own @ through), near)
    return near


def _rank(terms: csr_matrix, rows: Integers, candidates: csr_matrix, into: Near) -> None:
    """Compare some jobs with their candidates and keep the nearest; of equals the first by place."""
    candidates.sort_indices()
    counts = np.diff(candidates.indptr)
    starts, columns = np.repeat(rows, counts), candidates.indices
    scores = np.asarray(terms[starts].multiply(terms[columns]).sum(axis=1), dtype=np.float32).ravel()
    scores[starts == columns] = 0
    order = np.lexsort((columns, -scores, starts))
    rank = np.arange(len(order)) - np.repeat(candidates.indptr[:-1], counts)
    kept = (rank < into.places.shape[1]) & (scores[order] > 0)
    chosen, row = order[kept], starts[order[kept]]
    into.places[row, rank[kept]] = columns[chosen]
    into.scores[row, rank[kept]] = np.minimum(scores[chosen], 1)


def _graph(near: Near) -> csr_matrix:
    """Return neighbors as a sparse matrix of ones."""
    known = near.places >= 0
    ends = np.cumsum([0, *known.sum(axis=1)])
    ones = np.ones(int(ends[-1]), dtype=np.float32)
    return csr_matrix((ones, near.places[known], ends), shape=(len(known), len(known)))
