"""Pay where one lives; where a region publishes none of an occupation, that of the wider one stands in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Self

import numpy as np

from pathways.arrays import Floats
from pathways.occupations.states import area_code
from pathways.occupations.wages import NATION, Region
from pathways.records.rung import Wage


@dataclass(frozen=True)
class Regional:
    """The pay of a region, by occupation, filled from its state and from the nation.

    Parameters
    ----------
    chain
        The region and the wider ones, from narrow to wide; empty where no pay is loaded.
    size
        How many occupations there are.

    Example
    -------
    A city that publishes pay of the first of two occupations, in a state that publishes both:

    >>> def region(code, label, *medians):
    ...     yearly = np.array([[np.nan, median, np.nan] for median in medians])
    ...     return Region(code, label, "May 2025", "oews", yearly, yearly[:, 1], np.zeros(2, dtype=bool))
    >>> state, city = region("5300000", "Washington", 5e4, 8e4), region("0031020", "Longview-Kelso, WA", 4e4, np.nan)
    >>> pay = Regional.of({"5300000": state}, city, 2)
    >>> [(wage.region, wage.median, wage.instead_of) for wage in map(pay.wage, (0, 1))]
    [('Longview-Kelso, WA', 40000.0, ''), ('Washington', 80000.0, 'Longview-Kelso, WA')]

    What a step from one to the other brings is told by the pay of one region, the narrowest that has both:

    >>> pay.common(0, 1).label, pay.common(0, 0).label
    ('Washington', 'Longview-Kelso, WA')
    """

    chain: tuple[Region, ...]
    size: int

    @classmethod
    def of(cls, by_code: Mapping[str, Region], region: Region | None, size: int) -> Self:
        """Return the pay of a region and of the wider ones: the state that it lies in, and the nation.

        Of a city that is named after several states the first one counts.
        """
        if region is None:
            return cls((), size)
        state = area_code(region.label.rpartition(", ")[2].partition("-")[0])
        wider = (by_code.get(code) for code in dict.fromkeys((state, NATION)) if code != region.code)
        return cls((region, *filter(None, wider)), size)

    def wage(self, place: int) -> Wage | None:
        """Return the pay of an occupation, with the region that it is from; ``None`` where nothing is published."""
        where = self.common(place)
        if where is None:
            return self.chain[0].wage(place) if self.chain else None
        wage, own = where.wage(place), self.chain[0]
        return wage if wage is None or where is own else wage.model_copy(update={"instead_of": own.label})

    def common(self, *places: int) -> Region | None:
        """Return the narrowest region that publishes the median of some occupations, ``None`` where none does."""
        for region in self.chain:
            if all(region.known[place] for place in places):
                return region
        return None

    def is_grouped(self, place: int) -> bool:
        """Return whether the pay of an occupation is that of the broader group that it is published with."""
        where = self.common(place)
        return where is not None and bool(where.grouped[place])

    @cached_property
    def yearly(self) -> Floats:
        """Return US dollars, 10th, 50th and 90th percentile; shape (occupations, 3); NaN where unknown."""
        filled = np.full((self.size, 3), np.nan, dtype=np.float32)
        for region in self.chain:
            fresh = np.isnan(filled[:, 1]) & ~np.isnan(region.yearly[:, 1])
            filled[fresh] = region.yearly[fresh]
        return filled

    @property
    def jobs(self) -> Floats:
        """Return how many people are employed in the region itself, NaN where unknown: no wider one stands in."""
        return self.chain[0].employment if self.chain else np.full(self.size, np.nan, dtype=np.float32)

    @property
    def source(self) -> str:
        """Return who publishes the region's pay."""
        return self.chain[0].source if self.chain else ""
