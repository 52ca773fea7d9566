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
from pathways.labor_market.table import SHOWN, shown_row, to_csv
from pathways.labor_market.workbook import to_workbook
from pathways.webpage import fold, webpage

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
        picture=to_svg(ranking, bare=True),
        table=_table(ranking),
        critical="".join(_critical(sector) for sector in ranking.sectors),
        explained="".join(f"<li>{escape(said)}</li>\n" for said in ranking.explained),
        sources="".join(f"<li>{escape(said)}</li>\n" for said in wording.sources(ranking)),
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
