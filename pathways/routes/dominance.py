"""Which of several figures nothing beats: the Pareto front."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Figures = NDArray[np.float64]
"""One row for each thing compared, one column for each figure; less is better in all of them."""


def dominates(one: Figures, others: Figures) -> NDArray[np.bool_]:
    """Return which others one beats: it is nowhere more, and somewhere less.

    Example
    -------
    >>> dominates(np.array([12.0, 30.0]), np.array([[12.0, 40.0], [6.0, 90.0], [12.0, 30.0]])).tolist()
    [True, False, False]
    """
    return np.asarray((one <= others).all(axis=1) & (one < others).any(axis=1))


def front(figures: Figures) -> NDArray[np.int64]:
    """Return the rows that no other row dominates, in the order of their figures.

    What comes first in the order of the first figure, then the second, and so on, is dominated by nothing after it; so
    each row that is kept strikes out what it dominates, and the next one left is on the front, too.

    Example
    -------
    24 months with 30% to learn, 24 with 40% (beaten by the first), 60 with 10%:

    >>> front(np.array([[24.0, 30.0], [24.0, 40.0], [60.0, 10.0]])).tolist()
    [0, 2]

    References
    ----------
    Kung, Luccio, Preparata (1975): On finding the maxima of a set of vectors. Journal of the ACM 22(4).
    """
    left = np.lexsort(figures.T[::-1])
    kept: list[int] = []
    while len(left):
        first, rest = left[0], left[1:]
        kept.append(int(first))
        left = rest[~dominates(figures[first], figures[rest])]
    return np.array(kept, dtype=np.int64)
