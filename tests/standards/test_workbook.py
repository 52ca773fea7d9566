"""Workbooks: what is too long for a cell says so."""

from dataclasses import replace
from io import BytesIO

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from standards.workbook import CUT, MOST, YOURS, Cell, Table, fitted, write_workbook
from standards.workbook.sheet import IN_SIGHT
from standards.workbook.styles import HEADER


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


def sheet_of(table: Table) -> Worksheet:
    return load_workbook(BytesIO(write_workbook("w", [table])))[table.name]


def test_lines_above_and_below_a_table_are_whole_and_no_part_of_it() -> None:
    long = "word " * 60
    sheet = sheet_of(Table("w", ["a", "b"], [["x", 1]], (40, 80), lead=["Answer", long], foot=[long], filtered=True))

    assert {str(cells) for cells in sheet.merged_cells.ranges} == {"A1:B1", "A2:B2", "A7:B7"}
    # 300 characters across columns of 120 are three lines.
    assert sheet.row_dimensions[2].height == sheet.row_dimensions[7].height == 3 * 15
    assert sheet["A2"].alignment.wrap_text
    assert sheet.auto_filter.ref == "A4:B5"
    assert str(sheet.print_area).replace("$", "") == "'w'!A1:B7"


def test_no_merged_line_is_cut_by_a_frozen_column() -> None:
    table = Table("w", ["a", "b"], [["x", 1]], (40, 80), frozen=1)

    led = sheet_of(replace(table, lead=["Answer"]))

    assert sheet_of(table).freeze_panes == "B2"
    assert (led.freeze_panes, list(led.merged_cells.ranges)) == ("B4", [])


def test_many_lines_above_a_table_do_not_take_the_screen() -> None:
    table = Table("w", ["a", "b"], [["x", 1]], (40, 80))

    assert sheet_of(replace(table, lead=["line"] * IN_SIGHT)).freeze_panes == f"A{IN_SIGHT + 3}"
    assert sheet_of(replace(table, lead=["line"] * (IN_SIGHT + 1))).freeze_panes is None


def test_a_header_leaves_room_for_the_button_of_its_filter() -> None:
    rows: list[list[Cell]] = [["x", 1]]
    plain = sheet_of(Table("w", ["Confidence", "b"], rows, (11, 11)))
    filtered = sheet_of(Table("w", ["Confidence", "b"], rows, (11, 11), filtered=True))

    # The height of one line is that of every row, and not written.
    assert (plain.row_dimensions[1].height, filtered.row_dimensions[1].height) == (None, 30)


def test_numbers_have_their_decimals_and_addresses_stay_on_one_line() -> None:
    rows: list[list[Cell]] = [[4.0, 0.59996, 3, "http://x/y", None]]
    table = Table(
        *("w", ["importance", "share", "count", "address", "decision"], rows),
        decimals={0: 1},
        shares=[1],
        plain=[3],
        yours=[4],
    )
    sheet = sheet_of(table)
    cells = list(sheet[2])

    assert [cell.number_format for cell in cells[:3]] == ["0.0", "0.0%", "General"]
    assert [cell.alignment.horizontal for cell in cells[:4]] == ["center", "center", "center", None]
    assert [bool(cell.alignment.wrap_text) for cell in cells[2:]] == [True, False, True]
    assert [cell.fill.fgColor.rgb[2:] for cell in sheet[1]] == [*[HEADER[1:]] * 4, YOURS[1:]]


def test_only_what_is_to_be_printed_goes_on_paper() -> None:
    sheet = sheet_of(Table("w", ["a", "b", "c"], [["x", 1, 2]], printed=2, landscape=True))

    assert str(sheet.print_area).replace("$", "") == "'w'!A1:B2"
    assert sheet.page_setup.orientation == "landscape"
    assert "Page" in sheet.oddFooter.right.text


def test_folded_columns_are_hidden_and_the_one_behind_them_opens_them() -> None:
    sheet = sheet_of(Table("w", ["a", "b", "c", "d"], [["x", 1, 2, 3]], (10, 10, 10, 10), folded=(1, 3)))

    shown = {letter: sheet.column_dimensions[letter] for letter in "ABCDE"}
    assert [letter for letter in "ABCD" if shown[letter].hidden] == ["B", "D"]
    assert [shown[letter].outlineLevel for letter in "BD"] == [1, 1]
    assert [letter for letter in "ABCDE" if shown[letter].collapsed] == ["C", "E"]
    assert sheet["B2"].value == 1
