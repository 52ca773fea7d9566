"""A comparison as CSV: a row for each way, each number under its own name."""

from __future__ import annotations

import csv
import io

import pytest

from pathways.routes import Amount, Route, compare
from pathways.routes.table import COLUMNS, to_csv
from pathways.snapshot import Snapshot

Row = dict[str, str]


@pytest.fixture
def told(plants: Snapshot) -> list[tuple[Route, Row]]:
    """The ways from helper to manager, each with its row."""
    found = compare(plants, plants.find("Plant Helpers"), plants.find("Plant Managers"), "National")
    return list(zip(found.routes, csv.DictReader(io.StringIO(to_csv(found))), strict=True))


def test_every_cell_stands_in_a_column(told: list[tuple[Route, Row]]) -> None:
    assert all(list(row) == list(COLUMNS) for _, row in told)
    assert all(isinstance(cell, str) for _, row in told for cell in row.values())


@pytest.mark.parametrize("column", ["months", "school_months", "average_pay", "final_pay"])
def test_an_amount_stands_with_its_spread(told: list[tuple[Route, Row]], column: str) -> None:
    for route, row in told:
        amount: Amount = getattr(route.totals, column)
        cells = [row[name] for name in (column, f"{column}_low", f"{column}_high")]
        assert cells == ["" if n is None else str(n) for n in (amount.value, amount.low, amount.high)]


def test_what_a_way_takes_stands_under_its_name(told: list[tuple[Route, Row]]) -> None:
    for route, row in told:
        totals = route.totals
        names = ("work_months", "training_months", "to_learn", "widest_step", "ten_years_against_staying")
        numbers = (totals.work_months, totals.training_months, totals.to_learn, totals.largest, totals.against_staying)
        assert [row[name] for name in names] == [str(number) for number in numbers]
        assert (row["codes"].count("; "), row["steps"]) == (len(route.legs), str(len(route.legs)))
