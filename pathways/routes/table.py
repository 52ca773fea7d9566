"""A comparison as rows of a table: a row for each way, and a row for each step of one."""

from __future__ import annotations

import csv
import io
from typing import Final

from pathways.amounts import percent
from pathways.ladders import wording as words_of
from pathways.records.coded import title_and_code
from pathways.routes import wording
from pathways.routes.route import Amount, Comparison, Route, Totals
from standards.workbook import Cell, literal

COLUMNS: Final = (
    *("way", "best_in", "main_route", "steps", "codes", "titles", "months", "months_low", "months_high"),
    *("work_months", "school_months", "school_months_low", "school_months_high", "training_months"),
    *("to_learn", "widest_step", "average_pay", "average_pay_low", "average_pay_high"),
    *("staying_pay", "ten_years_against_staying"),
    *("final_pay", "final_pay_low", "final_pay_high", "first_raise", "first_raise_after_months"),
    *("fewest_jobs", "fewest_jobs_at", "jobs_share", "tuition_and_fees", "tuition_not_known"),
    *("needs", "gives_up", "region", "period"),
    *("moved_to", "final_pay_there", "average_pay_there"),
)
"""Of CSV, a row for each way; a cell is empty where the number is not known."""


def to_csv(comparison: Comparison) -> str:
    """Return a comparison as CSV (RFC 4180), a row for each way; no cell is a formula to a spreadsheet."""
    table = io.StringIO(newline="")
    writer = csv.DictWriter(table, COLUMNS)
    writer.writeheader()
    for at, route in enumerate(comparison.routes, start=1):
        writer.writerow({column: literal(cell) for column, cell in _cells(at, route, comparison).items()})
    return table.getvalue()


def _cells(at: int, route: Route, comparison: Comparison) -> dict[str, Cell]:
    """Return the cells of a way by their columns."""
    rungs = [comparison.rung(iri) for iri in route.rungs]
    return {
        "way": at,
        "best_in": "; ".join(route.marks),
        "main_route": "yes" if route.drawn else "no",
        "steps": len(route.legs),
        "codes": "; ".join(rung.code for rung in rungs),
        "titles": "; ".join(rung.label.value for rung in rungs),
        **_times(route.totals),
        **_pay(route.totals),
        "staying_pay": comparison.staying.value if comparison.staying else None,
        **_jobs(route.totals, comparison),
        "needs": wording.needs(route, comparison),
        "gives_up": wording.given_up(route, comparison),
        "region": comparison.region,
        "period": comparison.period,
    }


def _times(totals: Totals) -> dict[str, Cell]:
    return {
        **_spread("months", totals.months),
        "work_months": totals.work_months,
        **_spread("school_months", totals.school_months),
        "training_months": totals.training_months,
        "to_learn": totals.to_learn,
        "widest_step": totals.largest,
    }


def _pay(totals: Totals) -> dict[str, Cell]:
    first, cost, moved = totals.first_raise, totals.cost, totals.moved
    return {
        **_spread("average_pay", totals.average_pay),
        "ten_years_against_staying": totals.against_staying,
        **_spread("final_pay", totals.final_pay),
        "first_raise": first.amount if first else None,
        "first_raise_after_months": first.after_months if first else None,
        "tuition_and_fees": cost.amount if cost else None,
        "tuition_not_known": "; ".join(cost.unknown) if cost else "",
        "moved_to": moved.region if moved else "",
        "final_pay_there": moved.final_pay.value if moved and moved.final_pay else None,
        "average_pay_there": moved.average_pay.value if moved and moved.average_pay else None,
    }


def _jobs(totals: Totals, comparison: Comparison) -> dict[str, Cell]:
    return {
        "fewest_jobs": totals.fewest_jobs,
        "fewest_jobs_at": comparison.rung(totals.fewest_jobs_at).code if totals.fewest_jobs_at else "",
        "jobs_share": totals.jobs_share,
    }


def _spread(column: str, amount: Amount | None) -> dict[str, Cell]:
    """Return the cells of an amount: what it is, and the lowest and the highest of the middle.

    Example
    -------
    >>> _spread("months", Amount(value=48, low=24, high=60)), _spread("months", None)
    ({'months': 48.0, 'months_low': 24.0, 'months_high': 60.0}, {'months': None, 'months_low': None, 'months_high': None})
    """  # noqa: E501 - what a doctest prints
    value, low, high = (amount.value, amount.low, amount.high) if amount else (None, None, None)
    return {column: value, f"{column}_low": low, f"{column}_high": high}


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
