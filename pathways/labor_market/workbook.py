"""A ranking as a workbook: the sectors, their critical occupations, what they share, and what to know."""

from __future__ import annotations

from typing import Final

from pathways.labor_market import wording
from pathways.labor_market.records import RankedSector, Ranking
from pathways.labor_market.table import CRITICAL, OVERLAPS, critical_rows, overlap_rows
from standards.workbook import Cell, Table, write_workbook

HEADS: Final = (
    *(
        "Place",
        "Sector",
        "Jobs",
        "Location quotient",
        "At least",
        "Median pay",
        "A tenth earn less",
        "A tenth earn more",
    ),
    *("Zones 1-2", "Zone 3", "Zones 4-5", "Growth, percent", "Openings a year", "Jobs above the nation's share"),
    *("Critical occupations", "Shared with other sectors", "What is known"),
)


def to_workbook(ranking: Ranking) -> bytes:
    """Return a ranking as a workbook of four sheets."""
    return write_workbook(ranking.title, [_sectors(ranking), _critical(ranking), _shared(ranking), _notes(ranking)])


def _sectors(ranking: Ranking) -> Table:
    return Table(
        name="Sectors",
        columns=HEADS,
        rows=[_cells(sector) for sector in ranking.sectors],
        widths=(7, 38, 11, 13, 10, 12, 12, 12, 10, 10, 10, 10, 10, 12, 12, 10, 60),
        lead=[ranking.title, ranking.description, *ranking.notes],
        frozen=2,
        filtered=True,
        shares=(8, 9, 10, 15),
        decimals={3: 2, 4: 2, 11: 1},
        landscape=True,
    )


def _critical(ranking: Ranking) -> Table:
    return Table(
        name="Critical occupations",
        columns=CRITICAL,
        rows=critical_rows(ranking),
        widths=(30, 40, 10, 11, 11, 12, 8, 10, 11, 80),
        filtered=True,
        decimals={4: 2, 7: 1},
        landscape=True,
    )


def _shared(ranking: Ranking) -> Table:
    rows = overlap_rows(ranking)
    return Table(name="Shared jobs", columns=OVERLAPS, rows=rows, widths=(38, 38, 12, 12), shares=(3,))


def _notes(ranking: Ranking) -> Table:
    said = [*ranking.explained, *(f"Source: {source}" for source in wording.sources(ranking))]
    return Table(name="What to know", columns=("What to know",), rows=[[line] for line in said], widths=(80,))


def _cells(sector: RankedSector) -> list[Cell]:
    pay, growth = sector.pay, sector.growth
    zones = [sum(one.share for one in sector.zones if one.zone in group) for group in ((1, 2), (3,), (4, 5))]
    return [
        sector.place,
        wording.short(sector.label),
        round(sector.jobs),
        sector.location_quotient,
        sector.at_least,
        *((round(pay.median), round(pay.low), round(pay.high)) if pay else (None, None, None)),
        *(zones if sector.zones else (None, None, None)),
        growth.percent if growth else None,
        round(growth.openings) if growth and growth.openings is not None else None,
        None if sector.extra_jobs is None else round(sector.extra_jobs),
        len(sector.critical),
        sector.shared,
        " ".join(wording.known_lines(sector)),
    ]
