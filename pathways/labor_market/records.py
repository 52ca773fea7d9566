"""Sectors side by side in the labor market of a region, as everyone outside the engine sees them."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from ontology.frozen import Frozen
from ontology.records import Iri, Text
from pathways.records.ladder import Source
from pathways.records.step import Share, Zone

Count = Annotated[float, Field(ge=0)]


class Criterion(StrEnum):
    """What sectors are ranked by, the highest first."""

    ALL = "all"
    """The mean of a sector's places by concentration, jobs, pay and, where it is known of any sector, growth."""
    CONCENTRATION = "concentration"
    JOBS = "jobs"
    PAY = "pay"
    GROWTH = "growth"
    EXTRA_JOBS = "extra-jobs"


class Area(Frozen):
    """A place for which numbers are published, one of those that make the region.

    Parameters
    ----------
    jobs, median_pay
        Of all who work there; pay in US dollars a year. ``None`` where not published.
    """

    code: str
    label: str
    period: str
    source: str
    jobs: Count | None = None
    median_pay: Count | None = None


class Spread(Frozen):
    """Pay of many jobs together, in US dollars a year: what 10, 50 and 90 percent of them stay below.

    Parameters
    ----------
    known
        Share of the jobs of which pay is known.
    """

    low: Count
    median: Count
    high: Count
    known: Share


class ZoneJobs(Frozen):
    """Jobs of one job zone.

    Parameters
    ----------
    share
        Of the jobs whose zone is known.
    """

    zone: Zone
    jobs: Count
    share: Share


class Growth(Frozen):
    """What the nation's projections say of the jobs of a sector.

    Parameters
    ----------
    percent
        Change over the period, below 0 where it shrinks: each occupation as it is projected for the nation, weighted
        by its jobs here.
    openings
        A year, were they here as many for each job as in the nation; ``None`` where not published.
    known
        Share of the jobs of which the change is known.
    """

    percent: float
    openings: Count | None
    known: Share
    period: str
    source: str


class CriticalOccupation(Frozen):
    """An occupation on which a sector hangs, and why.

    Parameters
    ----------
    location_quotient
        ``None`` where the nation's jobs are not known.
    growth_percent, openings
        As of `Growth`; ``None`` where no projections are loaded.
    """

    occupation: Iri
    code: str
    label: Text
    jobs: Count
    location_quotient: Count | None
    pay: Count
    zone: Zone
    growth_percent: float | None
    openings: Count | None
    why: tuple[str, ...]


class Overlap(Frozen):
    """Another of the sectors that counts some of the same jobs.

    Parameters
    ----------
    share
        Of the jobs of this sector.
    """

    sector: str
    label: str
    jobs: Count
    share: Share


class RankedSector(Frozen):
    """A sector in the labor market of a region.

    Parameters
    ----------
    place
        From 1, shared by equals; ``None`` where too little is known to rank it.
    places
        By each criterion that it is known by.
    occupations, published, partly
        How many occupations of the SOC it has, of how many the number of jobs is published in every area of the
        region, and of how many in some area only.
    nowhere
        How many are not published for the nation, either.
    known
        Share that the published ones have in its jobs, were its occupations as common here as in the nation; ``None``
        where the nation's jobs are not known.
    jobs, share_of_jobs
        In its published occupations, and their share of all jobs in the region.
    location_quotient
        Its jobs over those that the same occupations would have here at the nation's shares.
    at_least
        The same, were there no jobs in the occupations that are not published.
    extra_jobs
        Jobs above those at the nation's shares, below 0 where fewer.
    unjudged
        Published occupations of which it cannot be told whether they are critical: their pay or job zone is not known.
    shared
        Share of its jobs that at least one other of the sectors counts, too.
    grouped_jobs
        Jobs that are published for an occupation only together with others that are not of the sector.
    """

    slug: str
    label: str
    kind: str
    within: str
    place: int | None
    places: dict[Criterion, int]
    occupations: int
    published: int
    partly: int
    nowhere: int
    known: Share | None
    jobs: Count
    share_of_jobs: Share | None
    location_quotient: Count | None
    at_least: Count | None
    extra_jobs: float | None
    pay: Spread | None
    zones: tuple[ZoneJobs, ...]
    zone_known: Share
    growth: Growth | None
    critical: tuple[CriticalOccupation, ...]
    unjudged: int
    shared: Share
    overlaps: tuple[Overlap, ...]
    grouped_jobs: Count


class Ranking(Frozen):
    """The sectors of a region, the first of them that of place 1.

    Parameters
    ----------
    notes
        What stands in for something else, or is lacking.
    explained
        What the numbers mean.
    """

    title: str
    description: str
    by: Criterion
    areas: tuple[Area, ...]
    sectors: tuple[RankedSector, ...]
    notes: tuple[str, ...]
    explained: tuple[str, ...]
    sources: tuple[Source, ...]

    @property
    def has_places(self) -> bool:
        """Whether places say anything: that of one alone does not."""
        return len(self.sectors) > 1
