"""The forms in which outcomes are given away."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from ontology.forms import Form, Forms
from pathways.outcomes import wording
from pathways.outcomes.page import to_html
from pathways.outcomes.picture import to_svg
from pathways.outcomes.text import to_text
from standards.outcomes import BY_SLUG, Outcomes, Shown
from standards.workbook import Cell, Table, literal, write_workbook

COLUMNS: Final[Mapping[str, Callable[[Shown], Cell]]] = {
    "measure": lambda one: one.measure,
    "unit": lambda one: BY_SLUG[one.measure].unit,
    "of": lambda one: one.of,
    "organization": lambda one: one.organization,
    "group": lambda one: one.group,
    "comparison": lambda one: "yes" if one.comparison else "no",
    "from": lambda one: str(one.start),
    "to": lambda one: str(one.end),
    "hidden": lambda one: "yes" if one.hidden else "no",
    "value": lambda one: one.value,
    "low": lambda one: None if one.low is None else round(one.low, 4),
    "high": lambda one: None if one.high is None else round(one.high, 4),
    "numerator": lambda one: one.numerator,
    "denominator": lambda one: one.denominator,
    "people": lambda one: one.people,
    "source": lambda one: one.source,
    "url": lambda one: one.page,
    "reported": lambda one: str(one.reported) if one.reported else None,
    "address": lambda one: one.address,
}
"""What is told of each observation."""


def cells(outcomes: Outcomes) -> Iterator[list[Cell]]:
    """Yield the cells of each observation."""
    for one in outcomes.rows:
        yield [cell(one) for cell in COLUMNS.values()]


def to_csv(outcomes: Outcomes) -> str:
    """Return the observations as CSV (RFC 4180); no cell is a formula to a spreadsheet."""
    table = io.StringIO(newline="")
    writer = csv.writer(table)
    writer.writerow(COLUMNS)
    writer.writerows([literal(cell) for cell in row] for row in cells(outcomes))
    return table.getvalue()


def to_json(outcomes: Outcomes) -> str:
    """Return the record itself; it validates to the same again."""
    return f"{outcomes.model_dump_json(indent=2)}\n"


def to_workbook(outcomes: Outcomes) -> bytes:
    """Return a workbook: what changed, then what it rests on."""
    return write_workbook(f"Outcomes under {outcomes.title}", [_changes(outcomes), _observations(outcomes)])


def _changes(outcomes: Outcomes) -> Table:
    rows: list[list[Cell]] = []
    for effect in outcomes.effects:
        measure = BY_SLUG[effect.measure]
        said = " ".join(wording.sentences(effect))
        rows.append([measure.label, measure.definition, wording.wanted(measure), said, measure.after])
    return Table(
        name="What changed",
        columns=("Measure", "What it is", "Wanted", "Before and after", "Defined by"),
        rows=rows,
        widths=(22, 44, 15, 80, 44),
        lead=(f"Outcomes under {outcomes.title}", wording.since(outcomes)),
        foot=(wording.ASSOCIATION, wording.INDEPENDENT, wording.rule(outcomes)),
        landscape=True,
    )


def _observations(outcomes: Outcomes) -> Table:
    wide = {
        "of": 44,
        "organization": 44,
        "group": 28,
        "source": 48,
        "url": 30,
        "address": 30,
        "measure": 22,
        "unit": 20,
    }
    return Table(
        name="Observations",
        columns=tuple(COLUMNS),
        rows=list(cells(outcomes)),
        widths=tuple(wide.get(name, 12) for name in COLUMNS),
        filtered=True,
        foot=(wording.rule(outcomes),),
        landscape=True,
    )


FORMATS: Final = Forms(
    "outcomes",
    (
        Form("txt", "text/plain; charset=utf-8", to_text, name="text"),
        Form("csv", "text/csv", to_csv),
        Form("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", to_workbook),
        Form("json", "application/json", to_json),
        Form("html", "text/html", to_html),
        Form("svg", "image/svg+xml", to_svg),
    ),
)
