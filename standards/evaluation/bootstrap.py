"""The bootstrap: how far a figure might have come out otherwise, with other texts of the same kind.

Texts are drawn again with replacement, as many as there were, many times over; the figure is computed of each draw,
and the interval holds the middle 95% of what came out [1]_. Spans of one sentence are drawn together, since they are
not independent of one another [3]_. Methods that are compared see the same draws, so their difference has an interval
of its own, narrower than the two intervals of the methods would suggest [2]_.

References
----------
.. [1] Efron, B., Tibshirani, R. J. (1993). An Introduction to the Bootstrap. Chapman & Hall, chapter 13.
.. [2] Koehn, P. (2004). Statistical Significance Tests for Machine Translation Evaluation. EMNLP, 388-395 (paired).
.. [3] Davison, A. C., Hinkley, D. V. (1997). Bootstrap Methods and their Application. Cambridge, section 3.8.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

LEVEL: Final = 0.95


class Bootstrap:
    """Draws of texts with replacement; the same groups and seed give the same draws, always.

    Parameters
    ----------
    groups
        What each text belongs to; the texts of a group are drawn together.
    samples
        How many draws.
    """

    def __init__(self, groups: Sequence[Hashable], samples: int, seed: int) -> None:
        places = {group: place for place, group in enumerate(dict.fromkeys(groups))}
        self.size = len(places)
        self.samples = samples
        self.seed = seed
        self._group = np.array([places[group] for group in groups], dtype=np.int64)

    def sums(self, values: Floats) -> Floats:
        """Return the sums of columns over the texts of each draw.

        Parameters
        ----------
        values
            Texts by columns.

        Returns
        -------
        NDArray
            Draws by columns.
        """
        grouped = np.zeros((self.size, values.shape[1]))
        np.add.at(grouped, self._group, values)
        draws = np.random.default_rng(self.seed)
        sums = np.zeros((self.samples, values.shape[1]))
        for row in range(self.samples if self.size else 0):
            drawn = draws.integers(self.size, size=self.size)
            sums[row] = np.bincount(drawn, minlength=self.size) @ grouped
        return sums


def ratio(above: Floats, below: Floats) -> Floats:
    """Return one sum over another; nan where there is nothing below.

    Example
    -------
    >>> ratio(np.array([1.0, 1.0]), np.array([2.0, 0.0])).tolist()
    [0.5, nan]
    """
    quotient = np.full(np.shape(below), np.nan)
    np.divide(above, below, out=quotient, where=np.asarray(below) > 0)
    return quotient


def interval(values: Floats, level: float = LEVEL) -> tuple[float, float] | None:
    """Return the bounds of the middle share of values, or ``None`` where there are none; nan is left out.

    Example
    -------
    >>> interval(np.arange(101.0), level=0.5)
    (25.0, 75.0)
    """
    kept = values[~np.isnan(values)]
    if not kept.size:
        return None
    low, high = np.quantile(kept, [(1 - level) / 2, (1 + level) / 2])
    return float(low), float(high)
