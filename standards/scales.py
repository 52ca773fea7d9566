"""Scales: what numbers of a column run from and to, as its header says, and how they are read on another scale."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

HIGHEST: Final = 100
"""Highest number that a scale may end with: beyond it are years."""

RANGE: Final = re.compile(r"\b(\d+)\s*(?:-|\u2013|\u2014|\.\.|to|\u2026)\s*(\d+)\b")


class Scale(NamedTuple):
    """A scale, with the lowest and the highest number on it."""

    lowest: float
    highest: float

    def __contains__(self, number: object) -> bool:
        """Return whether a number is on the scale."""
        return isinstance(number, float) and self.lowest <= number <= self.highest

    def read(self, number: float, of: Scale) -> float:
        """Return a number of another scale on this one: the ends of both are the same, and all between in proportion.

        Example
        -------
        >>> [Scale(0, 7).read(number, Scale(1, 5)) for number in (1, 2, 3, 5)]
        [0.0, 1.75, 3.5, 7.0]
        """
        share = (number - of.lowest) / (of.highest - of.lowest)
        return round(self.lowest + share * (self.highest - self.lowest), 4)

    def __str__(self) -> str:
        """Return it as a header has it: 1-5."""
        return f"{self.lowest:g}-{self.highest:g}"


LEVEL: Final = Scale(0.0, 7.0)
IMPORTANCE: Final = Scale(1.0, 5.0)
"""The scales of O*NET, on which all is kept."""


@lru_cache(maxsize=256)
def scale_told(header: str) -> Scale | None:
    """Return the scale that a header tells; ``None`` where it tells none that rises from 0 or 1.

    Example
    -------
    >>> [scale_told(header) for header in ("Level (1-5)", "Importance 0 to 100", "Level", "Pay 2019-2020")]
    [Scale(lowest=1.0, highest=5.0), Scale(lowest=0.0, highest=100.0), None, None]
    """
    found = RANGE.search(header)
    lowest, highest = map(float, found.groups()) if found else (0.0, 0.0)
    return Scale(lowest, highest) if lowest < 2 and lowest + 1 < highest <= HIGHEST else None
