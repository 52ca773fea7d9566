"""Pay and jobs where one lives; where a region publishes no pay of an occupation, that of the wider one."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pathways.occupations.states import area_code
from pathways.occupations.wages import NATION, Region
from pathways.records.rung import Wage
from pathways.snapshot import Snapshot

WHOLE = 150
"""Occupations whose jobs are known from which on they add up to all jobs of a region, small cities' too."""


@dataclass(frozen=True)
class Regional:
    """The pay of a region, by occupation.

    Parameters
    ----------
    chain
        The region and the wider ones, from narrow to wide; empty where no pay is loaded.
    from_
        Place in the chain that each occupation's pay is from, -1 where it is not known.
    yearly
        US dollars, 10th, 50th and 90th percentile; shape (occupations, 3); NaN where unknown.
    jobs
        People employed in the region itself; NaN where unknown.
    everyone
        All who work there; 0 where unknown, or where those of too few occupations are known to add them up.
    """

    chain: tuple[Region, ...]
    from_: np.ndarray
    yearly: np.ndarray
    jobs: np.ndarray
    everyone: float

    @classmethod
    def of(cls, snapshot: Snapshot, region: Region | None) -> Regional:
        """Return the pay of a region, filled from its state and from the nation."""
        size = len(snapshot.occupations)
        chain = wider(snapshot.regions, region)
        from_, yearly = np.full(size, -1), np.full((size, 3), np.nan)
        for place, one in enumerate(chain):
            fresh = (from_ < 0) & ~np.isnan(one.yearly[:, 1])
            from_[fresh], yearly[fresh] = place, one.yearly[fresh]
        jobs = np.asarray(region.employment, dtype=np.float64) if region else np.full(size, np.nan)
        return cls(chain, from_, yearly, jobs, _everyone(snapshot, region))

    def wage(self, place: int) -> Wage | None:
        """Return the pay of an occupation, with the region that it is from."""
        at = int(self.from_[place])
        return self.chain[at].wage(place) if at >= 0 else None

    def is_grouped(self, place: int) -> bool:
        """Return whether the pay of an occupation is that of the broader group that it is published with."""
        at = int(self.from_[place])
        return at >= 0 and bool(self.chain[at].grouped[place])

    @property
    def source(self) -> str:
        """Return who publishes the region's pay."""
        return self.chain[0].source if self.chain else ""


def wider(regions: tuple[Region, ...], region: Region | None) -> tuple[Region, ...]:
    """Return a region, the state that it lies in first (of a city that is named after several), and the nation."""
    if region is None:
        return ()
    by_code = {one.code: one for one in regions}
    state = area_code(region.label.rpartition(", ")[2].partition("-")[0])
    codes = dict.fromkeys((state, NATION))
    return (region, *(by_code[code] for code in codes if code in by_code and by_code[code] is not region))


def _everyone(snapshot: Snapshot, region: Region | None) -> float:
    """Return how many people work in a region; 0 where too few occupations are known to add them up."""
    employed = snapshot.employed(region) if region else np.zeros(0)
    whole = np.isfinite(employed).sum() >= WHOLE
    return float(np.nansum(employed, dtype=np.float64)) if whole else 0.0
