"""How close two occupations are, seen from several sides.

Each view is a matrix of similarities. Views differ in scale and in what they are good at, so they are fused by rank
(reciprocal rank fusion [1]_), which needs no tuning of weights, and the sum is scaled so that 1 means "the closest in
every view".

References
----------
.. [1] Cormack, G. V., Clarke, C. L. A., Büttcher, S. (2009). Reciprocal Rank Fusion Outperforms Condorcet and
   Individual Rank Learning Methods. SIGIR 2009, 758-759.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, diags_array, sparray, spmatrix

from pathways.arrays import Flags, Floats, Integers

Matrix = Floats
Ranks = Integers

SMOOTHING = 20
"""Ranks within which a view still tells much. Of O*NET 29.3's lists of even codes the views find .593, .600, .599, .601
and .598 among their first twenty with 5, 10, 20, 40 and 60: from 10 to 60 the difference is chance."""


def cosine(rows: Matrix) -> Matrix:
    """Return the cosine of every pair of rows, in -1..1; a row of zeros is like nothing.

    Parameters
    ----------
    rows
        One occupation a row, any number of features.
    """
    lengths: Matrix = np.asarray(np.linalg.norm(rows, axis=1, keepdims=True))
    unit = np.divide(rows, lengths, out=np.zeros_like(rows), where=lengths > 0)
    return np.asarray(np.clip(unit @ unit.T, -1, 1), dtype=np.float32)


def shared(items: Sequence[Sequence[str]]) -> Matrix:
    """Return how much two occupations have in common, 0 to 1, where the items are rare.

    Parameters
    ----------
    items
        Of each occupation, for instance its detailed work activities; one listed twice counts more, by its logarithm.

    Returns
    -------
    Matrix
        Cosine of the rows of TF-IDF, ``(1 + ln tf) * (1 + ln((1 + n) / (1 + df)))``.
    """
    columns = {item: column for column, item in enumerate(sorted({item for own in items for item in own}))}
    flat = [columns[item] for own in items for item in own]
    ends = np.cumsum([0, *map(len, items)])
    counts = csr_matrix((np.ones(len(flat), dtype=np.float32), flat, ends), shape=(len(items), len(columns)))
    counts.sum_duplicates()
    seen = np.bincount(counts.indices, minlength=len(columns))
    counts.data = (1 + np.log(counts.data)) * (1 + np.log((1 + len(items)) / (1 + seen)))[counts.indices]
    lengths = np.sqrt(np.asarray(counts.multiply(counts).sum(axis=1)).ravel())
    scale = np.divide(1, lengths, out=np.zeros_like(lengths), where=lengths > 0)
    return unit_products(diags_array(scale) @ counts)


def unit_products(rows: sparray | spmatrix) -> Matrix:
    """Return the products of all pairs of sparse rows of length 1, as a dense matrix."""
    return np.asarray((rows @ rows.T).toarray(), dtype=np.float32)


def profile(importance: Matrix, level: Matrix) -> Matrix:
    """Return requirement profiles as standard scores, so that what all occupations need counts little.

    Parameters
    ----------
    importance
        1 to 5, 0 where there is no rating; occupations by competencies.
    level
        0 to 7, the same shape.

    Returns
    -------
    Matrix
        (importance - 1) times level, standardized by column over the rated rows; unrated rows are zero.
    """
    raw = np.maximum(importance - 1, 0) * level
    rated = np.asarray(raw.any(axis=1))
    if not rated.any():
        return np.zeros_like(raw)
    mean, spread = raw[rated].mean(axis=0), raw[rated].std(axis=0)
    scores = (raw - mean) / np.where(spread > 0, spread, 1)
    return np.asarray(np.where(rated[:, None], scores, 0), dtype=np.float32)


def mean_vectors(vectors: Matrix, counts: NDArray[np.int64]) -> Matrix:
    """Return the centered mean of each occupation's texts.

    Parameters
    ----------
    vectors
        Embeddings of all texts, those of the first occupation first.
    counts
        How many texts each occupation has; one without any gets zeros.
    """
    owner = np.repeat(np.arange(len(counts)), counts)
    sums = np.zeros((len(counts), vectors.shape[1]), dtype=np.float32)
    np.add.at(sums, owner, vectors)
    has = counts > 0
    sums[has] /= counts[has, None]
    if has.any():
        sums[has] -= sums[has].mean(axis=0)
    return sums


def ranks(similarity: Matrix) -> Ranks:
    """Return for each row the place of every other column, 1 the closest; the diagonal is last.

    Equal similarities keep the order of the columns, so that the result is the same everywhere.

    Example
    -------
    >>> ranks(np.array([[1, .2, .9], [.2, 1, .1], [.9, .1, 1]], dtype=np.float32)).tolist()
    [[3, 2, 1], [1, 3, 2], [1, 2, 3]]
    """
    others = np.asarray(similarity, dtype=np.float32) + np.float32(0)  # -0 becomes 0
    np.fill_diagonal(others, -np.inf)
    order = _descending(others)
    places = np.empty(order.shape, dtype=np.int32)
    np.put_along_axis(places, order, np.arange(1, len(order) + 1, dtype=np.int32)[None], axis=1)
    return places


def _descending(values: Matrix) -> NDArray[np.int64]:
    """Return the columns of each row by falling value, equals in their order; no value is NaN.

    As a stable argsort, in a third of its time: the bits of floats, read as whole numbers, keep the order of the floats
    where those of negative ones are turned over; with the column below them all are different, and are sorted as they
    are.
    """
    bits = (-values).view(np.int32)
    bits = np.where(bits < 0, bits ^ 0x7FFFFFFF, bits).astype(np.int64)
    return np.asarray(np.sort((bits << 32) | np.arange(values.shape[1]), axis=1) & 0xFFFFFFFF)


def fuse(views: Mapping[str, Ranks], known: Mapping[str, Flags], own: Collection[str] = ()) -> Matrix:
    """Return relatedness, 0 to 1, symmetric, 0 on the diagonal.

    For a pair it is the mean over the views that know both of ``(k + 1) / (k + rank)``, k = `SMOOTHING`, taken in
    both directions; 1 means that each is the other's closest in every view.

    Parameters
    ----------
    views
        Ranks as of `ranks`, by name of the view.
    known
        For each view, which occupations it has anything on.
    own
        Views of those who speak of their own trade, a partnership's: where they know both of a pair, they count as
        much as all others together.
    """
    size = len(next(iter(views.values())))
    total, weight = np.zeros((size, size), dtype=np.float32), np.zeros((size, size), dtype=np.float32)
    for names in (views.keys() - set(own), set(own)):
        mean, knows = _mean_closeness(names, views, known)
        total += mean
        weight += knows
    related = np.divide(total, weight, out=np.zeros_like(total), where=weight > 0)
    np.fill_diagonal(related, 0)
    return np.asarray((related + related.T) / 2, dtype=np.float32)


def _mean_closeness(
    names: Collection[str], views: Mapping[str, Ranks], known: Mapping[str, Flags]
) -> tuple[Matrix, Flags]:
    """Return the mean closeness over some views, 0 where none of them knows both, and where any does."""
    size = len(next(iter(views.values())))
    total, count = np.zeros((size, size), dtype=np.float32), np.zeros((size, size), dtype=np.float32)
    for name in sorted(names):
        both = known[name][:, None] & known[name][None]
        total += np.where(both, (SMOOTHING + 1) / (SMOOTHING + views[name]), 0)
        count += both
    return np.divide(total, count, out=np.zeros_like(total), where=count > 0), np.asarray(count > 0)
