"""Intervals of shares and of their differences, from counts alone; 95% where nothing else is said.

References
----------
Wilson, E. B. (1927). Probable inference, the law of succession, and statistical inference. JASA 22, 209-212.
Newcombe, R. G. (1998). Interval estimation for the difference between independent proportions: comparison of eleven
methods. Statistics in Medicine 17, 873-890 (method 10).
Kish, L. (1965). Survey Sampling (the effective size of a weighed sample, which is what a weighed share is taken of).
Zou, G. Y. & Donner, A. (2008). Construction of confidence limits about effect measures: a general approach. Statistics
in Medicine 27, 1693-1702.
"""

from __future__ import annotations

from math import sqrt
from typing import Final, NamedTuple

Z: Final = 1.959963984540054
"""Of a two-sided interval of 95%."""


class Estimate(NamedTuple):
    """A number between two limits; shares are 0 to 1, their differences -1 to 1."""

    value: float
    low: float
    high: float


def share(count: float, of: float) -> Estimate:
    """Return a share with its Wilson score interval.

    Parameters
    ----------
    count, of
        Numerator and denominator; the denominator is 1 or more. Of weighed counts they are no whole numbers.

    Example
    -------
    >>> [round(number, 4) for number in share(81, 263)]
    [0.308, 0.2553, 0.3662]
    """
    value, square = count / of, Z * Z
    middle = (2 * count + square) / (2 * (of + square))
    half = Z * sqrt(square + 4 * count * (1 - value)) / (2 * (of + square))
    return Estimate(value, min(value, max(0.0, middle - half)), max(value, min(1.0, middle + half)))


def difference(one: Estimate, other: Estimate) -> Estimate:
    """Return one number less another that is independent of it, by squaring and adding the distances to their limits.

    Of two shares with Wilson's intervals this is Newcombe's method 10; of two differences, that of Zou and Donner.

    Example
    -------
    >>> [round(number, 4) for number in difference(share(56, 70), share(48, 80))]
    [0.2, 0.0524, 0.3339]
    """
    value = one.value - other.value
    below = sqrt((one.value - one.low) ** 2 + (other.high - other.value) ** 2)
    above = sqrt((one.high - one.value) ** 2 + (other.value - other.low) ** 2)
    return Estimate(value, value - below, value + above)
