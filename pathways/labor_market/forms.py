"""The forms of a ranking: one table that the command line and content negotiation share."""

from __future__ import annotations

from html import escape
from importlib.resources import files
from string import Template
from typing import Final

from ontology.forms import Form, Forms
from pathways.labor_market import wording
from pathways.labor_market.drawing import to_png, to_svg
from pathways.labor_market.records import CriticalOccupation, RankedSector, Ranking
from pathways.labor_market.table import CRITICAL, OVERLAPS, SHOWN, critical_rows, overlap_rows, shown_row, to_csv
from pathways.webpage import fold, webpage
from standards.workbook import Cell, Table, write_workbook

PAGE: Final = "ranking.html"
STYLE: Final = "ranking.css"


def to_json(ranking: Ranking) -> str:
    """Return the record itself; it validates to the same ranking again."""
    return ranking.model_dump_json(indent=2) + "\n"


def to_html(ranking: Ranking) -> str:
    """Return a ranking as a page that stands alone: the picture, the table, and why occupations are critical."""
    page, style = ((files("pathways.labor_market") / name).read_text(encoding="utf-8") for name in (PAGE, STYLE))
    body = Template(page).substitute(
        title=escape(ranking.title),
        description=escape(ranking.description),
        notes="".join(f'<p class="note">{escape(note)}</p>\n' for note in ranking.notes),
        picture=to_svg(ranking),
        table=_table(ranking),
        critical="".join(_critical(sector) for sector in ranking.sectors),
        explained="".join(f"<li>{escape(said)}</li>\n" for said in ranking.explained),
        sources="".join(f"<li>{escape(said)}</li>\n" for said in sources(ranking)),
    )
    return webpage(ranking.title, style, body)


def _table(ranking: Ranking) -> str:
    heads = "".join(f'<th scope="col">{escape(head)}</th>' for head in SHOWN)
    rows = "\n".join(_row(sector) for sector in ranking.sectors)
    return f"<table>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>\n"


def _row(sector: RankedSector) -> str:
    place, name, *cells = shown_row(sector)
    told = "".join(f"<td>{escape(cell)}</td>" for cell in cells)
    return f'<tr><td>{escape(place)}</td><th scope="row">{escape(name)}</th>{told}</tr>'


def _critical(sector: RankedSector) -> str:
    """Return what unfolds under the name of a sector: its critical occupations, what is known, and what is shared."""
    heading = f"<h3>{escape(wording.short(sector.label))} ({len(sector.critical)})</h3>"
    listed = "".join(f"<li>{_reasons(one)}</li>\n" for one in sector.critical)
    told = [f'<p class="known">{escape(line)}</p>' for line in wording.known_lines(sector)]
    return "\n".join(fold(heading, [*([f"<ul>\n{listed}</ul>"] if listed else []), *told])) + "\n"


def _reasons(one: CriticalOccupation) -> str:
    return f"<strong>{escape(one.label.value)}</strong> ({escape(one.code)}): {escape('; '.join(one.why))}."


def to_workbook(ranking: Ranking) -> bytes:
    """Return a ranking as a workbook: the sectors, their critical occupations, what they share, and what to know."""
    lead = [ranking.title, ranking.description, *ranking.notes]
    sectors = Table(
        name="Sectors",
        columns=HEADS,
        rows=[_cells(sector) for sector in ranking.sectors],
        widths=(7, 38, 11, 13, 10, 12, 12, 12, 10, 10, 10, 10, 10, 12, 12, 10, 60),
        lead=lead,
        frozen=2,
        filtered=True,
        shares=(8, 9, 10, 15),
        decimals={3: 2, 4: 2, 11: 1},
        landscape=True,
    )
    critical = Table(
        name="Critical occupations",
        columns=CRITICAL,
        rows=critical_rows(ranking),
        widths=(30, 40, 10, 11, 11, 12, 8, 10, 11, 80),
        filtered=True,
        decimals={4: 2, 7: 1},
        landscape=True,
    )
    shared = Table(
        name="Shared jobs", columns=OVERLAPS, rows=overlap_rows(ranking), widths=(38, 38, 12, 12), shares=(3,)
    )
    said = [*ranking.explained, *(f"Source: {source}" for source in sources(ranking))]
    notes = Table(name="What to know", columns=("What to know",), rows=[[line] for line in said], widths=(80,))
    return write_workbook(ranking.title, [sectors, critical, shared, notes])


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


FORMATS: Final = Forms(
    "rankings",
    (
        Form("json", "application/json", to_json),
        Form("html", "text/html", to_html),
        Form("svg", "image/svg+xml", to_svg),
        Form("png", "image/png", to_png),
        Form("csv", "text/csv", to_csv),
        Form("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", to_workbook),
    ),
)

ranking_format: Final = FORMATS.find
"""Returns a form of rankings by its extension or its media type."""


def sources(ranking: Ranking) -> list[str]:
    """Return the sources of a ranking as people know them."""
    return [f"{source.title}. {source.attribution}".strip() for source in ranking.sources]
