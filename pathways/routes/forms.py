"""The forms of a comparison: one table that the command line and content negotiation share."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from importlib.resources import files
from string import Template
from typing import Final

from ontology.forms import Form, Forms
from ontology.records import Text
from pathways.amounts import percent
from pathways.formats.markdown import literal as markdown
from pathways.ladders import wording as words_of
from pathways.routes import wording
from pathways.routes.route import Comparison, Route
from pathways.routes.rows import BEST, Row, rows
from pathways.routes.table import step_rows, to_csv
from pathways.webpage import webpage
from standards.preferred_language import ENGLISH
from standards.workbook import Table, write_workbook

PAGE: Final = "comparison.html"
OWN: Final = "comparison.css"
STYLE: Final = "routes.css"


def to_json(comparison: Comparison) -> str:
    """Return the record itself; it validates to the same comparison again."""
    return comparison.model_dump_json(indent=2) + "\n"


def to_markdown(comparison: Comparison) -> str:
    """Return a comparison as Markdown: the ways, then a table with a column for each."""
    parts = [f"# {markdown(comparison.title)}", markdown(comparison.description)]
    parts += [f"- {markdown(note)}" for note in comparison.notes]
    if comparison.routes:
        head = ["", *(f"Way {at}" for at in range(1, len(comparison.routes) + 1))]
        lines = [head, ["---"] * len(head), *([row.name, *row.cells] for row in rows(comparison))]
        parts.append("\n".join(_line(line) for line in lines))
        parts += [
            f"## Way {at}: {markdown(_summary(route))}\n\n{_steps(route, comparison)}"
            for at, route in _numbered(comparison)
        ]
        if comparison.beaten:
            parts.append(markdown(wording.beaten(comparison.beaten, comparison)))
        parts.append("## What to know\n\n" + "\n".join(f"- {markdown(said)}" for said in wording.explained(comparison)))
    if comparison.sources:
        parts.append("## Sources\n\n" + "\n".join(f"- {markdown(said)}" for said in sources(comparison)))
    return "\n\n".join(parts) + "\n"


def to_text(comparison: Comparison) -> str:
    """Return a comparison for a terminal: the ways one under the other, as no terminal is five columns wide."""
    parts = [comparison.title, comparison.description, *comparison.notes]
    table = [row for row in rows(comparison) if row.name != BEST]
    for at, route in _numbered(comparison):
        cells = [(row.name, row.cells[at - 1]) for row in table if row.cells[at - 1]]
        wide = max(len(name) for name, _ in cells)
        lines = [f"  {name:<{wide}}  {cell}" for name, cell in cells]
        parts.append("\n".join([f"Way {at}: {_summary(route)}", *lines]))
    if comparison.beaten:
        parts.append(wording.beaten(comparison.beaten, comparison))
    return "\n\n".join(parts) + "\n"


def to_html(comparison: Comparison) -> str:
    """Return a comparison as a page that stands alone."""
    page, *styles = ((files("pathways.routes") / name).read_text(encoding="utf-8") for name in (PAGE, OWN, STYLE))
    body = Template(page).substitute(
        title=escape(comparison.title),
        description=escape(comparison.description),
        notes="".join(f'<p class="note">{escape(note)}</p>\n' for note in comparison.notes),
        table=html_table(comparison),
        explained="".join(f"<li>{escape(said)}</li>\n" for said in wording.explained(comparison)),
        sources="".join(f"<li>{escape(said)}</li>\n" for said in sources(comparison)),
    )
    return webpage(comparison.title, "".join(styles), body)


def html_table(comparison: Comparison) -> str:
    """Return the table of a comparison, a column for each way; on a narrow screen the style sheet sets them in turn."""
    if not comparison.routes:
        return ""
    heads = "".join(f'<th scope="col">Way {at}</th>' for at, _ in _numbered(comparison))
    body = "\n".join(_html_row(row, comparison) for row in rows(comparison))
    beaten = f"<p>{escape(wording.beaten(comparison.beaten, comparison))}</p>" if comparison.beaten else ""
    return (
        f'<table class="routes"><caption class="unseen">{escape(comparison.title)}, side by side</caption>\n'
        f"<thead><tr><td></td>{heads}</tr></thead>\n<tbody>\n{body}\n</tbody></table>\n{beaten}"
    )


def _html_row(row: Row, comparison: Comparison) -> str:
    cells = "".join(
        f'<td data-way="Way {at}"><div>{_cell(row, route, at, comparison)}</div></td>'
        for at, route in _numbered(comparison)
    )
    return f'<tr class="{row.kind}"><th scope="row">{escape(row.title)}</th>{cells}</tr>'


def to_workbook(comparison: Comparison) -> bytes:
    """Return a comparison as a workbook: side by side, then the steps."""
    lead = [comparison.title, comparison.description, *comparison.notes]
    if comparison.beaten:
        lead.append(wording.beaten(comparison.beaten, comparison))
    ways = [f"Way {at}" for at, _ in _numbered(comparison)]
    side = Table(
        name="Side by side",
        columns=["", *ways],
        rows=[[row.name, *row.cells] for row in rows(comparison)],
        widths=[32, *([44] * len(ways))],
        lead=lead,
        frozen=1,
        landscape=True,
    )
    steps = Table(
        name="Steps",
        columns=("Way", "From", "To", "Work before", "School", "Training", "To learn", "Needs", "What to know"),
        rows=[row for at, route in _numbered(comparison) for row in step_rows(at, route, comparison)],
        widths=(6, 34, 34, 16, 16, 16, 12, 40, 60),
        filtered=True,
        landscape=True,
    )
    said = [*wording.explained(comparison), *(f"Source: {source}" for source in sources(comparison))]
    notes = Table(name="What to know", columns=("What to know",), rows=[[line] for line in said], widths=(80,))
    return write_workbook(comparison.title, [side, steps, notes])


FORMATS: Final = Forms(
    "comparisons",
    (
        Form("json", "application/json", to_json),
        Form("md", "text/markdown", to_markdown),
        Form("html", "text/html", to_html),
        Form("csv", "text/csv", to_csv),
        Form("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", to_workbook),
        Form("txt", "text/plain", to_text),
    ),
)

comparison_format: Final = FORMATS.find
"""Returns a form of comparisons by its extension or its media type."""


def sources(comparison: Comparison) -> list[str]:
    """Return the sources of a comparison as people know them."""
    return [f"{source.title}. {source.attribution}".strip() for source in comparison.sources]


def _numbered(comparison: Comparison) -> list[tuple[int, Route]]:
    return list(enumerate(comparison.routes, start=1))


def _summary(route: Route) -> str:
    """Return what a way is called: what it is the best in, else that it is the ladder's or another one."""
    return ", ".join(route.marks) or ("the ladder's main route" if route.drawn else "another way")


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cell if set(cell) <= set('-') else markdown(cell) for cell in cells)} |"


def _steps(route: Route, comparison: Comparison) -> str:
    """Return the steps of a route as a list."""
    return "\n".join(f"{at}. {markdown(step)}" for at, step in enumerate(steps_in_words(route, comparison), start=1))


def steps_in_words(route: Route, comparison: Comparison) -> list[str]:
    """Return each step of a route as a sentence: where it leads, how long it takes, what is new, and pay there."""
    said = []
    for leg in route.legs:
        end = comparison.rung(leg.step.end)
        times = (
            (leg.work_months, "of work before it"),
            (leg.school_months, "of school"),
            (leg.training_months, "of training on the job"),
        )
        takes = ", ".join(f"{wording.duration(months)} {what}" for months, what in times if months >= 0.5)
        new = f"{percent(leg.step.gap)} to learn" if leg.step.gap is not None else ""
        pay = f"{words_of.pay(end.wage)}" if end.wage else ""
        facts = "; ".join(part for part in (takes, new, pay) if part)
        said.append(f"{end.label}: {facts}." if facts else f"{end.label}.")
    return said


def _cell(row: Row, route: Route, at: int, comparison: Comparison) -> str:
    """Return a cell as HTML; the way is a list, as it has an order, and a spread stands below its number."""
    if row.kind == "way":
        return f"<ol>{''.join(_named(comparison.rung(iri).label) for iri in route.rungs)}</ol>"
    number, said = row.parts(row.cells[at - 1])
    return f"{escape(number)}<small>{escape(said)}</small>" if said else escape(number)


def _named(label: Text) -> str:
    """Return the name of a rung as an item of a list, with its language where that is not English."""
    spoken = "" if label.language == ENGLISH else f' lang="{label.language}"'
    return f"<li{spoken}>{escape(str(label))}</li>"
