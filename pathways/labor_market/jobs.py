"""Jobs of a sector as they are published, and how concentrated they are.

A *cell* is what is published in one area under one code: of one occupation of the SOC, which its special forms share,
or of several that are published together. A cell whose number is not published counts to no sum.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from pathways.labor_market.market import Market
from pathways.occupations.together import published
from pathways.occupations.wages import Region
from pathways.snapshot import Snapshot

Numbers = NDArray[np.float64]
Places = NDArray[np.int64]
Codes = NDArray[np.str_]


def group_of(code: str) -> str:
    """Return the code under which an occupation is published where it is not published alone.

    Example
    -------
    >>> group_of("31-1121.00"), group_of("53-1043.00"), group_of("29-1141.00")
    ('31-1120', '53-1047', '29-1140')
    """
    own, *groups = published(code)
    return groups[0] if groups else own


@dataclass(frozen=True)
class AreaJobs:
    """What one area publishes, and what it would have at the nation's shares; by occupation.

    Parameters
    ----------
    codes
        Under which the number of each occupation is published.
    jobs
        NaN where not published.
    expected
        Jobs, were they the same share of all jobs here as in the nation; NaN where that is not known.
    """

    codes: Codes
    jobs: Numbers
    expected: Numbers

    @classmethod
    def of(cls, area: Region, nation: Region | None, soc: Codes, groups: Codes) -> Self:
        """Return the jobs of an area.

        Parameters
        ----------
        soc, groups
            The code of each occupation, and that of the group that it may be published with.
        """
        there = nation or area
        grouped = np.where(np.isnan(area.employment), there.grouped, area.grouped)
        expected = np.full(len(soc), np.nan)
        if nation and nation.jobs_of_all and area.jobs_of_all:
            alike = grouped == nation.grouped
            shares = nation.employment.astype(float) / nation.jobs_of_all
            expected = np.where(alike, shares * area.jobs_of_all, np.nan)
        return cls(np.where(grouped, groups, soc), area.employment.astype(float), expected)


@dataclass(frozen=True)
class Cells:
    """The cells of some occupations; arrays of one length, a place in each for every cell.

    Parameters
    ----------
    areas
        Place of its area among those of the market.
    occupations
        Place of the first of its occupations.
    codes
        Under which it is published.
    jobs, expected
        As of `AreaJobs`.
    """

    areas: Places
    occupations: Places
    codes: Codes
    jobs: Numbers
    expected: Numbers

    @cached_property
    def known(self) -> NDArray[np.bool_]:
        """Return which cells have a number of jobs."""
        return ~np.isnan(self.jobs)

    @cached_property
    def compared(self) -> NDArray[np.bool_]:
        """Return which cells have one here and in the nation."""
        return self.known & ~np.isnan(self.expected)

    @cached_property
    def total(self) -> float:
        """Return the sum of the jobs that are known."""
        return float(self.jobs[self.known].sum())

    @property
    def quotient(self) -> float | None:
        """Return the location quotient, as of `location_quotient`."""
        return location_quotient(self.jobs, self.expected)

    @property
    def coverage(self) -> float | None:
        """Return the share of the expected jobs that is in cells with a number; ``None`` where none are expected."""
        every = float(np.nansum(self.expected))
        return float(self.expected[self.compared].sum()) / every if every else None

    @property
    def extra(self) -> float | None:
        """Return the jobs above those that are expected; ``None`` where that is not known of any."""
        return float((self.jobs - self.expected)[self.compared].sum()) if self.compared.any() else None

    def split(self) -> Iterator[Cells]:
        """Yield the cells of each code, those of all areas together."""
        for code in dict.fromkeys(self.codes.tolist()):
            yield self.chosen(self.codes == code)

    def chosen(self, where: NDArray[np.bool_]) -> Cells:
        """Return some of the cells."""
        return Cells(
            self.areas[where], self.occupations[where], self.codes[where], self.jobs[where], self.expected[where]
        )


def location_quotient(jobs: Numbers, expected: Numbers) -> float | None:
    """Return how much more common some jobs are in a region than in the nation: 1 is as common.

    It is their share of the region's jobs over their share of the nation's, which is the same as the jobs that there
    are over those that there would be at the nation's share. Of several occupations and areas the sums are taken over
    those of which both are known, so that what is not published weighs on neither side.

    Parameters
    ----------
    jobs, expected
        As of `AreaJobs`, of the same shape; NaN where unknown.

    Returns
    -------
    float or None
        From 0; ``None`` where both are known of nothing.

    References
    ----------
    U.S. Bureau of Labor Statistics, OES Highlights, April 2011: "Using Location Quotients to Analyze Occupational
    Data": "the ratio of the share of an occupation's employment in a given area to that occupation's share of
    employment in the U.S. as a whole".

    Example
    -------
    Of 10,000 jobs in a region, 30 are of a first occupation and 20 of a second, which hold 1 and 4 in a thousand jobs
    of the nation; of a third nothing is published:

    >>> location_quotient(np.array([30, 20, np.nan]), 10_000 * np.array([0.001, 0.004, 0.002]))
    1.0
    """
    both = ~(np.isnan(jobs) | np.isnan(expected))
    least = float(expected[both].sum())
    return float(jobs[both].sum()) / least if least else None


class Published(NamedTuple):
    """How many occupations there are, and of how many the number of jobs is published.

    Parameters
    ----------
    everywhere, partly
        In every area of the region, and in some of them only.
    nowhere
        In none, and not in the nation, either; 0 where the nation's jobs are not known of any.
    """

    occupations: int
    everywhere: int
    partly: int
    nowhere: int


@dataclass(frozen=True)
class Jobs:
    """The jobs of a market, by occupation."""

    areas: tuple[AreaJobs, ...]
    soc: Codes

    @classmethod
    def of(cls, snapshot: Snapshot, market: Market) -> Self:
        """Return what the areas of a market publish."""
        groups = np.array([group_of(occupation.code) for occupation in snapshot.occupations], dtype=np.str_)
        soc = snapshot.soc
        return cls(tuple(AreaJobs.of(area, market.nation, soc, groups) for area in market.areas), soc)

    def cells(self, occupations: Sequence[int]) -> Cells:
        """Return the cells of some occupations, each code once in an area."""
        members = np.array(sorted(occupations), dtype=np.int64)
        parts = [_cells(at, area, members) for at, area in enumerate(self.areas)]
        return Cells(*(np.concatenate(column) for column in zip(*parts, strict=True)))

    def published(self, occupations: Sequence[int]) -> Published:
        """Return of how many occupations of the SOC there are jobs published, and where."""
        members = np.array(sorted(occupations), dtype=np.int64)
        codes = np.unique(self.soc[members], return_index=True)[1]
        places = members[codes]
        told = np.array([~np.isnan(area.jobs[places]) for area in self.areas]).sum(axis=0)
        expected = np.array([~np.isnan(area.expected[places]) for area in self.areas]).any(axis=0)
        return Published(
            occupations=len(places),
            everywhere=int((told == len(self.areas)).sum()),
            partly=int(((told > 0) & (told < len(self.areas))).sum()),
            nowhere=int(((told == 0) & ~expected).sum()) if expected.any() else 0,
        )


def _cells(at: int, area: AreaJobs, members: Places) -> tuple[Places, Places, Codes, Numbers, Numbers]:
    codes, first = np.unique(area.codes[members], return_index=True)
    places = members[first]
    return np.full(len(places), at), places, codes, area.jobs[places], area.expected[places]
