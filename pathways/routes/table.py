"""A comparison as rows of a table: a row for each way, and a row for each step of one."""

from __future__ import annotations

import csv
import io
from typing import Final

from pathways.amounts import percent
from pathways.ladders import wording as words_of
from pathways.records.coded import title_and_code
from pathways.routes import wording
from pathways.routes.route import Comparison, Route
from standards.workbook import Cell, literal

COLUMNS: Final = (
    *("way", "best_in", "main_route", "steps", "codes", "titles", "months", "months_low", "months_high"),
    *("work_months", "school_months", "school_months_low", "school_months_high", "training_months"),
    *("to_learn", "widest_step", "average_pay", "average_pay_low", "average_pay_high"),
    *("staying_pay", "ten_years_against_staying"),
    *("final_pay", "final_pay_low", "final_pay_high", "first_raise", "first_raise_after_months"),
    *(
        "fewest_jobs",
        "fewest_jobs_at",
        "jobs_share",
        "tuition_and_fees",
        "tuition_not_known",
        "needs",
        "gives_up",
        "region",
        "period",
    ),
    *("moved_to", "final_pay_there", "average_pay_there"),
)
"""Of CSV, a row for each way; a cell is empty where the number is not known."""


def to_csv(comparison: Comparison) -> str:
    """Return a comparison as CSV (RFC 4180), a row for each way; no cell is a formula to a spreadsheet."""
    table = io.StringIO(newline="")
    writer = csv.writer(table)
    writer.writerow(COLUMNS)
    writer.writerows(
        [literal(cell) for cell in _cells(at, route, comparison)] for at, route in enumerate(comparison.routes, start=1)
    )
    return table.getvalue()


def _cells(at: int, route: Route, comparison: Comparison) -> list[Cell]:
    """Return the cells of a way, in the order of the columns."""
    totals, rungs = route.totals, [comparison.rung(iri) for iri in route.rungs]
    months, school, average, final = (
        (amount.value, amount.low, amount.high) if amount else (None, None, None)
        for amount in (totals.months, totals.school_months, totals.average_pay, totals.final_pay)
    )
    moved, first = totals.moved, totals.first_raise
    at_fewest = comparison.rung(totals.fewest_jobs_at).code if totals.fewest_jobs_at else ""
    return [
        at,
        "; ".join(route.marks),
        "yes" if route.drawn else "no",
        len(route.legs),
        "; ".join(rung.code for rung in rungs),
        "; ".join(rung.label.value for rung in rungs),
        *months,
        totals.work_months,
        *school,
        totals.training_months,
        totals.to_learn,
        totals.largest,
        *average,
        comparison.staying.value if comparison.staying else None,
        totals.against_staying,
        *final,
        *((first.amount, first.after_months) if first else (None, None)),
        totals.fewest_jobs,
        at_fewest,
        totals.jobs_share,
        totals.cost.amount if totals.cost else None,
        "; ".join(totals.cost.unknown) if totals.cost else "",
        wording.needs(route, comparison),
        wording.given_up(route, comparison),
        comparison.region,
        comparison.period,
        moved.region if moved else "",
        moved.final_pay.value if moved and moved.final_pay else None,
        moved.average_pay.value if moved and moved.average_pay else None,
    ]


def step_rows(at: int, route: Route, comparison: Comparison) -> list[list[Cell]]:
    """Return the steps of a way, a row for each: where it leads, how long it takes, what is new, and what to know."""
    return [
        [
            at,
            title_and_code(comparison.rung(leg.step.start)),
            title_and_code(comparison.rung(leg.step.end)),
            wording.duration(leg.work_months),
            wording.duration(leg.school_months),
            wording.duration(leg.training_months),
            "" if leg.step.gap is None else percent(leg.step.gap),
            "; ".join(words_of.needs(leg.step)),
            " ".join(leg.step.notes),
        ]
        for leg in route.legs
    ]
