"""Workbooks: what is too long for a cell says so."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from standards.workbook import CUT, MOST, Table, fitted, write_workbook


@pytest.mark.parametrize(("length", "shown"), [(MOST, "x" * MOST), (MOST + 1, "x" * (MOST - 1) + CUT)])
def test_a_text_too_long_for_a_cell_ends_in_a_mark(length: int, shown: str) -> None:
    written = write_workbook("w", [Table("w", ["statement"], [["x" * length, 1.5, None]], lead=["x" * length])])

    sheet = load_workbook(BytesIO(written))["w"]
    assert sheet["A1"].value == shown
    assert [cell.value for cell in sheet[4]] == [shown, 1.5, None]


def test_a_letter_of_two_units_is_not_cut_in_two() -> None:
    """A pictograph takes two units of UTF-16: 20,000 of them are 40,000, of which 32,766 and the mark fit."""
    assert fitted("\U0001f527" * 20_000) == "\U0001f527" * 16_383 + CUT
    assert fitted("x" + "\U0001f527" * 20_000) == "x" + "\U0001f527" * 16_382 + CUT
