"""A ranking as tables: a row for each sector, and one for each critical occupation."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from typing import Final

from pathways.labor_market import wording
from pathways.labor_market.records import Criterion, CriticalOccupation, RankedSector, Ranking
from standards.workbook import Cell, literal

ZONES: Final = range(1, 6)

COLUMNS: Final = (
    *("place", "sector", "title", "kind", "part_of", "occupations", "published", "published_partly", "known"),
    *("jobs", "share_of_jobs", "location_quotient", "location_quotient_at_least", "extra_jobs"),
    *("pay_median", "pay_10", "pay_90", "pay_known"),
    *(f"zone_{zone}" for zone in ZONES),
    *("zone_known", "growth_percent", "openings_a_year", "growth_known", "growth_period"),
    *("critical", "critical_unjudged", "shared_with_others", "jobs_published_together"),
    *(f"place_by_{criterion.value.replace('-', '_')}" for criterion in Criterion if criterion is not Criterion.ALL),
    *("region", "period"),
)
"""Of CSV and TSV, a row for each sector; a cell is empty where the number is not known."""

SHOWN: Final = (
    *("", "sector", "jobs", "concentration", "median pay", "10% to 90%", "zones 1-2", "zone 3", "zones 4-5"),
    *("growth", "critical", "known"),
)
"""Of what people read."""


def raw_rows(ranking: Ranking) -> list[list[Cell]]:
    """Return the cells of `COLUMNS`."""
    where = "; ".join(area.label for area in ranking.areas)
    when = "; ".join(dict.fromkeys(area.period for area in ranking.areas))
    return [[*_raw(sector), where, when] for sector in ranking.sectors]


def _raw(sector: RankedSector) -> Iterator[Cell]:
    pay, growth, zones = sector.pay, sector.growth, {one.zone: one.share for one in sector.zones}
    yield from (sector.place, sector.slug, sector.label, sector.kind, sector.within)
    yield from (sector.occupations, sector.published, sector.partly, _share(sector.known))
    yield from (round(sector.jobs), _share(sector.share_of_jobs), _share(sector.location_quotient))
    yield from (_share(sector.at_least), None if sector.extra_jobs is None else round(sector.extra_jobs))
    yield from (round(pay.median), round(pay.low), round(pay.high), _share(pay.known)) if pay else (None,) * 4
    yield from (_share(zones.get(zone)) for zone in ZONES)
    yield _share(sector.zone_known)
    yield from _growth(sector) if growth else (None,) * 4
    yield "; ".join(f"{one.code} {one.label}" for one in sector.critical)
    yield from (sector.unjudged, _share(sector.shared), round(sector.grouped_jobs))
    yield from (sector.places.get(criterion) for criterion in Criterion if criterion is not Criterion.ALL)


def _growth(sector: RankedSector) -> tuple[Cell, ...]:
    growth = sector.growth
    if growth is None:
        return ()
    openings = None if growth.openings is None else round(growth.openings)
    return round(growth.percent, 1), openings, _share(growth.known), growth.period


def _share(number: float | None) -> float | None:
    """Return a number to four places: more would claim more than is known.

    Example
    -------
    >>> _share(0.123456), _share(None)
    (0.1235, None)
    """
    return None if number is None else round(number, 4)


def to_csv(ranking: Ranking) -> str:
    """Return a ranking as CSV (RFC 4180), a row for each sector; no cell is a formula to a spreadsheet."""
    table = io.StringIO(newline="")
    writer = csv.writer(table)
    writer.writerow(COLUMNS)
    writer.writerows([literal(cell) for cell in row] for row in raw_rows(ranking))
    return table.getvalue()


def shown_row(sector: RankedSector) -> tuple[str, ...]:
    """Return the cells of `SHOWN`, in words."""
    return tuple(_shown(sector))


def _shown(sector: RankedSector) -> Iterator[str]:
    yield "-" if sector.place is None else str(sector.place)
    yield wording.short(sector.label)
    yield f"{sector.jobs:,.0f}"
    yield "" if sector.location_quotient is None else f"{sector.location_quotient:.2f}"
    yield f"${sector.pay.median:,.0f}" if sector.pay else ""
    yield wording.spread(sector.pay)
    yield from wording.zones(sector.zones)
    yield wording.growth(sector)
    yield str(len(sector.critical))
    yield f"{sector.published} of {sector.occupations}"


CRITICAL: Final = (
    *("Sector", "Occupation", "Code", "Jobs", "Location quotient", "Median pay", "Job zone", "Growth, percent"),
    *("Openings a year", "Why it is critical"),
)


def critical_rows(ranking: Ranking) -> list[list[Cell]]:
    """Return the critical occupations of all sectors, in the order of the sectors."""
    return [_critical(sector, one) for sector in ranking.sectors for one in sector.critical]


def _critical(sector: RankedSector, one: CriticalOccupation) -> list[Cell]:
    return [
        wording.short(sector.label),
        one.label.value,
        one.code,
        round(one.jobs),
        _share(one.location_quotient),
        round(one.pay),
        one.zone,
        None if one.growth_percent is None else round(one.growth_percent, 1),
        None if one.openings is None else round(one.openings),
        "; ".join(one.why),
    ]


OVERLAPS: Final = ("Sector", "Shares jobs with", "Jobs", "Share of its jobs")


def overlap_rows(ranking: Ranking) -> Sequence[Sequence[Cell]]:
    """Return which sectors count the same jobs."""
    return [
        [wording.short(sector.label), wording.short(other.label), round(other.jobs), other.share]
        for sector in ranking.sectors
        for other in sector.overlaps
    ]
