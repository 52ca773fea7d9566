"""A sheet of a workbook, written cell by cell."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from textwrap import wrap
from typing import TYPE_CHECKING, Final

from standards.workbook.styles import Styles
from standards.workbook.table import Place, Table
from standards.written_cells import Cell, fitted, tenths_of_percent

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

LINE: Final = 15
"""Height of a line of text in points."""

LEAD: Final = 120
"""Characters of a line above or below a table; a longer one is wrapped."""

TITLE: Final = 1.4
"""How many times as large the first line above a table is."""

LETTERS: Final = 0.95
"""Width of a letter of a sentence, in those of a digit, which widths of columns count."""

HIGHEST: Final = 20
"""Lines that a row can be high; spreadsheets show no more than some 27."""

IN_SIGHT: Final = 12
"""Lines above a table that may stay in sight; more would leave a small screen no room for the table."""

BUTTON: Final = 3
"""Characters that the button of a filter takes of its header."""

NOTE: Final = {"x_scale": 2.5, "y_scale": 1.5}
"""Size of the note at a header, in those of a spreadsheet's own."""

LETTER: Final = 1
"""Letter paper, by its number in spreadsheets."""

MARGINS: Final = {"left": 0.4, "right": 0.4, "top": 0.5, "bottom": 0.6}
"""Of the paper, in inches."""


def write_sheet(sheet: Worksheet, table: Table, styles: Styles) -> None:
    """Write a table with its header and the lines around it, ready to be filtered and printed."""
    top = len(table.lead) + bool(table.lead)
    _columns(sheet, table)
    lead = [
        _line(
            sheet, table, row, line, styles.line(title=row == 0, wrapped=not table.frozen), TITLE if row == 0 else 1.0
        )
        for row, line in enumerate(table.lead)
    ]
    _header(sheet, table, top, styles)
    for row, cells in enumerate(table.rows):
        for column, cell in enumerate(cells):
            _cell(sheet, table, top, (row, column), cell, styles)
    for (row, column), offered in table.choices.items():
        sheet.data_validation(top + 1 + row, column, top + 1 + row, column, _choice(offered))
    below = top + 1 + len(table.rows)
    for row, line in enumerate(table.foot, start=below + 1):
        _line(sheet, table, row, line, styles.line(title=False, wrapped=not table.frozen), 1.0)
    if sum(lead) <= IN_SIGHT or table.frozen:
        sheet.freeze_panes(top + 1 if sum(lead) <= IN_SIGHT else 0, table.frozen)
    if table.filtered and table.rows:
        sheet.autofilter(top, 0, below - 1, len(table.columns) - 1)
    _for_print(sheet, table, top, below + (len(table.foot) + 1 if table.foot else 0))


def _columns(sheet: Worksheet, table: Table) -> None:
    for place in range(len(table.widths)):
        sheet.set_column(place, place, table.width(place), None, _folding(table, place))
    if behind := _folding(table, len(table.widths)):
        sheet.set_column(len(table.widths), len(table.widths), None, None, behind)


def _folding(table: Table, place: int) -> dict[str, int | bool]:
    """Return how a column is folded; the one behind others carries the mark that opens them."""
    if place in table.folded:
        return {"level": 1, "hidden": True}
    return {"collapsed": True} if place - 1 in table.folded else {}


def _line(sheet: Worksheet, table: Table, row: int, line: str, style: Format, size: float) -> int:
    """Write a line across the first columns, as high as it needs to be; return how many lines it takes.

    Parameters
    ----------
    size
        Of its letters, in those of a cell.
    """
    last, wide = 0, table.width(0)
    if table.frozen:
        sheet.write_string(row, 0, fitted(line), style)
        return 1
    while wide < LEAD and last + 1 < len(table.columns):
        last += 1
        wide += table.width(last)
    if last:
        sheet.merge_range(row, 0, row, last, "", style)
    sheet.write_string(row, 0, fitted(line), style)
    lines = min(ceil(LETTERS * len(line) * size / wide), HIGHEST)
    sheet.set_row(row, lines * LINE * size)
    return lines


def _header(sheet: Worksheet, table: Table, top: int, styles: Styles) -> None:
    """Write the header; the button of a filter stands below its words."""
    for column, words in enumerate(table.columns):
        sheet.write_string(top, column, words, styles.yours if column in table.yours else styles.header)
    for column, said in table.notes.items():
        sheet.write_comment(top, column, said, NOTE)
    taken = BUTTON if table.filtered and table.rows else 0
    lines = (len(wrap(words, max(table.width(at) - taken, 1))) for at, words in enumerate(table.columns))
    sheet.set_row(top, LINE * max(lines, default=1))


def _cell(sheet: Worksheet, table: Table, top: int, place: Place, cell: Cell, styles: Styles) -> None:
    row, column = place
    at, color, plain = top + 1 + row, table.colors.get(place, ""), column in table.plain
    if isinstance(cell, str | None):
        sheet.write(at, column, fitted(cell or ""), styles.cell("", color, centered=False, plain=plain))
        return
    share = column in table.shares
    number = "0.0%" if share else f"0.{'0' * table.decimals[column]}" if column in table.decimals else ""
    shown = tenths_of_percent(cell) if share and isinstance(cell, float) else cell
    sheet.write_number(at, column, shown, styles.cell(number, color, centered=True, plain=plain))


def _choice(offered: Sequence[str]) -> dict[str, object]:
    return {"validate": "list", "source": list(offered), "ignore_blank": True, "show_error": False}


def _for_print(sheet: Worksheet, table: Table, top: int, rows: int) -> None:
    """Fit the columns on one sheet of paper, repeat the header on each, and number the sheets."""
    sheet.repeat_rows(top)
    sheet.fit_to_pages(1, 0)
    sheet.set_paper(LETTER)
    sheet.set_margins(**MARGINS)
    sheet.set_footer("&L&A&RPage &P of &N")
    sheet.print_area(0, 0, max(rows - 1, top), (table.printed or len(table.columns)) - 1)
    if table.landscape:
        sheet.set_landscape()
