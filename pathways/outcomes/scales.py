"""Scales: where a value stands in a panel, and labels that do not cover each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from standards.outcomes import Pooled


@dataclass(frozen=True)
class Scale:
    """From values to pixels above the lowest one.

    Parameters
    ----------
    low, high
        The values at the two ends.
    pixels
        From one to the other.
    """

    low: float
    high: float
    pixels: float

    def at(self, value: float) -> float:
        """Return how far above the lower end a value stands.

        Example
        -------
        >>> Scale(0.0, 0.4, 150).at(0.1)
        37.5
        """
        return (value - self.low) / (self.high - self.low) * self.pixels


def scale_of(values: Sequence[Pooled], pixels: float) -> Scale:
    """Return the scale of some values with their intervals; it begins at zero, or below where one is negative."""
    ends = [end for one in values for end in (one.value, one.low, one.high) if end is not None]
    low, high = min(0.0, *ends), max(0.0, *ends)
    return Scale(low, high if high > low else low + 1.0, pixels)


def apart(heights: Sequence[float], least: float) -> list[float]:
    """Return heights of which none is nearer to another than some pixels, moved evenly where they were.

    Example
    -------
    >>> apart([100.0, 110.0], 30), apart([40.0, 100.0], 30), apart([7.0], 30)
    ([90.0, 120.0], [40.0, 100.0], [7.0])
    """
    if len(heights) < 2 or abs(heights[0] - heights[1]) >= least:
        return [*heights]
    middle, sign = sum(heights) / 2, -1 if heights[0] <= heights[1] else 1
    return [middle + sign * least / 2, middle - sign * least / 2]
