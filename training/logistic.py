"""Logistic regression with a ridge, given what speaks for what: no weight may have the wrong sign."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

Floats = NDArray[np.float64]

RIDGE: Final = 0.3
"""What the square of a weight costs, the columns scaled to a variance of 1."""


def fit_logistic(
    columns: Floats,
    right: Floats,
    counts: Floats,
    against: Sequence[int] = (),
    given: Floats | float = 0.0,
) -> tuple[float, list[float]]:
    """Return the bias and a weight for each column under which what is right is most likely called so.

    Parameters
    ----------
    columns
        What is seen: rows by columns.
    right
        1 or 0 for each row.
    counts
        What each row counts.
    against
        Columns that speak against; the others speak for it.
    given
        What is added to the logarithm of the odds of each row, whatever is seen in it.
    """
    mean, spread = columns.mean(axis=0), columns.std(axis=0) + 1e-6
    scaled = (columns - mean) / spread

    def cost(weights: Floats) -> tuple[float, Floats]:
        odds = weights[0] + scaled @ weights[1:] + given
        wrong = counts * (1 / (1 + np.exp(-odds)) - right)
        total = (counts * (np.logaddexp(0, odds) - right * odds)).sum() + RIDGE * (weights[1:] ** 2).sum()
        return float(total), np.array([wrong.sum(), *(wrong @ scaled + 2 * RIDGE * weights[1:])])

    bounds = [(None, None), *((None, 0) if at in against else (0, None) for at in range(columns.shape[1]))]
    found = minimize(cost, np.zeros(len(bounds)), jac=True, bounds=bounds).x
    weights = found[1:] / spread
    return round(float(found[0] - weights @ mean), 3), [round(float(weight), 3) for weight in weights]
