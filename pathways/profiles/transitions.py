"""How close occupations are by the skills that they ask for, and what each asks for that another does not have."""

from __future__ import annotations

import numpy as np
from scipy.sparse import csr_matrix, diags_array

from pathways.arrays import Floats
from pathways.relatedness.fusion import unit_products


def relatedness(weights: csr_matrix) -> Floats:
    """Return how close all pairs are, 0 to 1, symmetric, 0 on the diagonal.

    It is the cosine of the weights, each times the rarity of its skill, ``1 + ln((1 + n) / (1 + df))``: that both ask
    for what all ask for says little.

    Parameters
    ----------
    weights
        0 to 1, occupations by skills.

    Example
    -------
    >>> rows = csr_matrix(np.float32([[1, 1, 0], [1, 0.5, 0], [0, 0, 1]]))
    >>> round(float(relatedness(rows)[0, 1]), 2)
    0.95
    """
    asked = np.bincount(weights.indices, minlength=weights.shape[1])
    rare = weights @ diags_array(1 + np.log((1 + weights.shape[0]) / (1 + asked)))
    lengths = np.sqrt(np.asarray(rare.multiply(rare).sum(axis=1)).ravel())
    unit = diags_array(np.divide(1, lengths, out=np.zeros_like(lengths), where=lengths > 0)) @ rare
    close = np.minimum(unit_products(csr_matrix(unit, dtype=np.float32)), 1)
    np.fill_diagonal(close, 0)
    return close


def gaps(weights: csr_matrix) -> Floats:
    """Return the gap of every step, from row to column, 0 to 1; NaN where either asks for nothing.

    It is the share of the weights of the skills that the column asks for and the row does not, or not as much:
    ``sum(max(w[b] - w[a], 0)) / sum(w[b])``. What the row asks for besides costs nothing, so it is not symmetric
    (Tversky's contrast of features, Psychological Review 84, 1977, with all weight on the target's).

    Parameters
    ----------
    weights
        0 to 1, occupations by skills; each different weight takes one sparse product.

    Example
    -------
    To the second the first lacks nothing; to the first the second lacks 0.5 and 0.5 of 2.5; the third asks for nothing.

    >>> found = gaps(csr_matrix(np.float32([[1, 1, 0.5], [1, 0.5, 0], [0, 0, 0]])))
    >>> [round(float(gap), 2) for gap in (found[0, 1], found[1, 0], found[0, 2])]
    [0.0, 0.4, nan]
    """
    both, below = np.zeros((weights.shape[0],) * 2, dtype=np.float32), 0.0
    for weight in np.unique(weights.data[weights.data > 0]):
        both += (weight - below) * unit_products((weights >= weight).astype(np.float32))
        below = weight
    total = np.asarray(weights.sum(axis=1), dtype=np.float32).ravel()
    gap = 1 - np.divide(both, total, out=np.zeros_like(both), where=total > 0)
    gap[~((total > 0)[:, None] & (total > 0))] = np.nan
    return np.asarray(np.maximum(gap, 0))
