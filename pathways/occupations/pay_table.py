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
    """A region, without its numbers."""

    code: str
    label: str
    period: str
    source: str


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
            places=tuple(Place(region.code, region.label, region.period, region.source) for region in regions),
            yearly=np.stack([region.yearly for region in regions] or [np.zeros((0, 3), dtype=np.float32)]),
            employment=np.stack([region.employment for region in regions] or [np.zeros(0, dtype=np.float32)]),
            grouped=np.stack([region.grouped for region in regions] or [np.zeros(0, dtype=bool)]),
        )

    def regions(self) -> tuple[Region, ...]:
        """Return the regions; their arrays are rows of the table, not copies."""
        rows = zip(self.places, self.yearly, self.employment, self.grouped, strict=False)
        return tuple(Region(place.code, place.label, place.period, place.source, *row) for place, *row in rows)
