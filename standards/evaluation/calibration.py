r"""Calibration: whether what is said with probability p is right in p of all cases.

The expected calibration error parts the suggestions into ten bins by their probability and compares, in each, the mean
probability with the share that is right:

.. math:: \mathrm{ECE} = \sum_b \frac{n_b}{n} \, |\mathrm{right}_b - \mathrm{confidence}_b|

Bins of equal width, (0, 0.1], (0.1, 0.2], ..., are the usual ones [1]_ and the headline here; of equal mass, each
holds a tenth of the suggestions [2]_. A small sample shows an error also where every probability is right, since in
no bin chance gives exactly the expected share: `by_chance` says how large it is, by drawing answers at those very
probabilities [3]_.

References
----------
.. [1] Guo, C., Pleiss, G., Sun, Y., Weinberger, K. Q. (2017). On Calibration of Modern Neural Networks. ICML.
.. [2] Naeini, M. P., Cooper, G. F., Hauskrecht, M. (2015). Obtaining Well Calibrated Probabilities Using Bayesian
   Binning. AAAI, 2901-2907.
.. [3] Bröcker, J., Smith, L. A. (2007). Increasing the Reliability of Reliability Diagrams. Weather and Forecasting 22,
   651-661.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

BINS: Final = 10


def equal_width(confidences: Floats) -> Integers:
    """Return the bin of each confidence, 0 to 9: the first holds 0 to 0.1, the last above 0.9.

    Example
    -------
    >>> equal_width(np.array([0.0, 0.1, 0.11, 0.95, 1.0])).tolist()
    [0, 0, 1, 9, 9]
    """
    return np.clip(np.ceil(np.round(confidences * BINS, 6)).astype(np.int64) - 1, 0, BINS - 1)


def equal_mass(confidences: Floats) -> Integers:
    """Return the bin of each confidence so that each bin holds a tenth of them; equal ones share a bin.

    Example
    -------
    >>> equal_mass(np.array([0.5, 0.1, 0.9, 0.9])).tolist()
    [2, 0, 5, 5]
    """
    below = np.searchsorted(np.sort(confidences), confidences, side="left")
    return below * BINS // max(1, len(confidences))


def gaps(confidences: Floats, right: Floats, bins: Integers) -> Floats:
    """Return right (1 or 0) less confidence of each suggestion, in the column of its bin: suggestions by 10."""
    columns = np.zeros((len(confidences), BINS))
    columns[np.arange(len(confidences)), bins] = right - confidences
    return columns


def calibration_error(confidences: Floats, right: Floats, bins: Integers) -> float:
    """Return the expected calibration error, 0 to 1; nan where there are no suggestions.

    Example
    -------
    Two suggestions at 0.9, both right, and two at 0.6, one of them right: |1 - 0.9| and |0.5 - 0.6|, half each.

    >>> confidences, right = np.array([0.9, 0.9, 0.6, 0.6]), np.array([1.0, 1.0, 1.0, 0.0])
    >>> round(calibration_error(confidences, right, equal_width(confidences)), 3)
    0.1
    """
    if not len(confidences):
        return float("nan")
    return float(np.abs(gaps(confidences, right, bins).sum(axis=0)).sum() / len(confidences))


def by_chance(confidences: Floats, bins: Integers, samples: int, seed: int) -> Floats:
    """Return the calibration errors that these confidences would show in some draws if all were exactly right.

    Example
    -------
    A fair coin thrown twice falls heads never, once or twice: an error of 0.5, 0 or 0.5, so 0.25 in the mean.

    >>> errors = by_chance(np.array([0.5, 0.5]), np.array([4, 4]), samples=4000, seed=0)
    >>> np.unique(errors).tolist(), bool(abs(errors.mean() - 0.25) < 0.01)
    ([0.0, 0.5], True)
    """
    draws = np.random.default_rng(seed)
    errors = np.zeros(samples)
    for row in range(samples if len(confidences) else 0):
        right = (draws.random(len(confidences)) < confidences).astype(np.float64)
        errors[row] = np.abs(np.bincount(bins, right - confidences)).sum() / len(confidences)
    return errors
