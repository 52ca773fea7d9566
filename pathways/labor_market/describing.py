"""What is known of each sector in a labor market, before they are ranked."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from pathways.labor_market.critical import Judge
from pathways.labor_market.jobs import Cells, Jobs, group_of
from pathways.labor_market.outlook import growth_of
from pathways.labor_market.overlaps import overlaps, parts_of
from pathways.labor_market.preparation import zone_jobs
from pathways.labor_market.records import RankedSector
from pathways.labor_market.spread import spread_of
from pathways.occupations.sector import Sector
from pathways.snapshot import Snapshot


def described(sectors: Sequence[Sector], judge: Judge) -> list[RankedSector]:
    """Return sectors with what is known of them, in their order and without their places."""
    jobs = Jobs.of(judge.snapshot, judge.market)
    cells = [jobs.cells(sector.members) for sector in sectors]
    parts = [parts_of(own) for own in cells]
    found = []
    for at, sector in enumerate(sectors):
        others, shared = overlaps(at, sectors, parts)
        told = _told(sector, cells[at], jobs, judge)
        found.append(told.model_copy(update={"overlaps": others, "shared": shared}))
    return found


def _told(sector: Sector, cells: Cells, jobs: Jobs, judge: Judge) -> RankedSector:
    """Return a sector without what it shares with others."""
    count, everywhere, partly, nowhere = jobs.published(sector.members)
    zones, zone_known = zone_jobs(cells, judge.zones)
    quotient, coverage, every = cells.quotient, cells.coverage, judge.market.jobs
    critical, unjudged = judge.judge(cells)
    return RankedSector(
        slug=sector.slug,
        label=sector.label,
        kind=sector.kind,
        within=sector.within,
        place=None,
        places={},
        occupations=count,
        published=everywhere,
        partly=partly,
        nowhere=nowhere,
        known=coverage,
        jobs=cells.total,
        share_of_jobs=min(1.0, cells.total / every) if every else None,
        location_quotient=quotient,
        at_least=None if quotient is None or coverage is None else quotient * coverage,
        extra_jobs=cells.extra,
        pay=spread_of(cells, judge.market.areas),
        zones=zones,
        zone_known=zone_known,
        growth=growth_of(cells, judge.outlook),
        critical=critical,
        unjudged=unjudged,
        shared=0,
        overlaps=(),
        grouped_jobs=_grouped(cells, sector, judge.snapshot),
    )


def _grouped(cells: Cells, sector: Sector, snapshot: Snapshot) -> float:
    """Return the jobs that are published together with those of occupations that are not of the sector."""
    members = {snapshot.occupations[place].code[:7] for place in sector.members}
    strangers = {group_of(code) for code in snapshot.soc.tolist() if code not in members}
    soc = snapshot.soc[cells.occupations]
    mixed = np.array([code in strangers for code in cells.codes.tolist()], dtype=bool) & (cells.codes != soc)
    return float(cells.jobs[mixed & cells.known].sum())
