"""The pay of all regions as few arrays: a snapshot keeps each in one file, whatever the number of regions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np

from pathways.arrays import Flags, Floats
from pathways.occupations.wages import Region


@dataclass(frozen=True)
class Place:
    """A region, without what is paid and who works in each occupation."""

    code: str
    label: str
    period: str
    source: str
    median_of_all: float | None = None
    jobs_of_all: float | None = None


@dataclass(frozen=True)
class PayTable:
    """Regions with their pay, one a row; the arrays are those of `Region`, stacked.

    Parameters
    ----------
    yearly
        Shape (regions, occupations, 3).
    employment, grouped
        Shape (regions, occupations).
    """

    places: tuple[Place, ...]
    yearly: Floats
    employment: Floats
    grouped: Flags

    @classmethod
    def of(cls, regions: Sequence[Region]) -> Self:
        """Return the table of some regions, in their order."""
        return cls(
            places=tuple(map(_place, regions)),
            yearly=np.stack([region.yearly for region in regions] or [np.zeros((0, 3), dtype=np.float32)]),
            employment=np.stack([region.employment for region in regions] or [np.zeros(0, dtype=np.float32)]),
            grouped=np.stack([region.grouped for region in regions] or [np.zeros(0, dtype=bool)]),
        )

    def regions(self) -> tuple[Region, ...]:
        """Return the regions; their arrays are rows of the table, not copies."""
        rows = zip(self.places, self.yearly, self.employment, self.grouped, strict=False)
        return tuple(_region(place, *row) for place, *row in rows)


def _region(place: Place, yearly: Floats, employment: Floats, grouped: Flags) -> Region:
    numbers = (yearly, employment, grouped, place.median_of_all, place.jobs_of_all)
    return Region(place.code, place.label, place.period, place.source, *numbers)


def _place(region: Region) -> Place:
    all_work = region.median_of_all, region.jobs_of_all
    return Place(region.code, region.label, region.period, region.source, *all_work)
