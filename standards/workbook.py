"""Workbooks (XLSX): tables of text and numbers, the same bytes for the same tables."""

from __future__ import annotations

import io
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from math import ceil
from textwrap import wrap
from typing import TYPE_CHECKING, Final

from standards.written_cells import CUT, MOST, Cell, fitted, literal, tenths_of_percent

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

__all__ = ["CUT", "MOST", "Cell", "Place", "Table", "fitted", "literal", "write_workbook"]

Place = tuple[int, int]
"""Row and column of a cell below the header, both from 0."""

WIDEST: Final = 80

STANDARD: Final = 8
"""Characters of a column of which no width is given."""

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

HEADER, YOURS, EDGE = "#E8EDF2", "#FFF1B8", "#C3CCD5"
"""Colors of headers, of those of columns to fill in, and of lines around colored cells."""

LETTER: Final = 1
"""Letter paper, by its number in spreadsheets."""

MARGINS: Final = {"left": 0.4, "right": 0.4, "top": 0.5, "bottom": 0.6}
"""Of the paper, in inches."""


@dataclass(frozen=True)
class Table:
    """A sheet of a workbook.

    Parameters
    ----------
    widths
        Of its columns, in characters.
    lead
        Lines above the header, across the first columns. They stay in sight with it where they are few.
    foot
        Lines below the table.
    frozen
        Columns at the left that stay in sight. With them the lines above and below run on to the right instead of
        being wrapped across columns: not every program that shows spreadsheets can freeze a part of a merged cell.
    filtered
        Whether the header offers to filter the rows.
    shares
        Columns whose numbers are shares of 0 to 1, shown as percentages with a decimal and never rounded up: what is
        below a threshold does not look as if it reached it.
    decimals
        Of the numbers of columns; those of others are shown as they are.
    plain
        Columns that stay on one line, however long: addresses.
    yours
        Columns for a person to fill in.
    folded
        Columns that are hidden until one opens them, side by side at the mark above the next one.
    colors
        Backgrounds, as ``#RRGGBB``; what they mean must stand in the cell, too.
    choices
        What a cell offers to choose from; other words may still be written.
    notes
        What columns mean, by their place from 0: shown where one points at the header.
    landscape
        Whether it prints across the page.
    printed
        How many columns are printed; all where it is 0.
    """

    name: str
    columns: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    widths: Sequence[int] = ()
    lead: Sequence[str] = ()
    foot: Sequence[str] = ()
    frozen: int = 0
    filtered: bool = False
    shares: Collection[int] = ()
    decimals: Mapping[int, int] = field(default_factory=dict)
    plain: Collection[int] = ()
    yours: Collection[int] = ()
    folded: Collection[int] = ()
    colors: Mapping[Place, str] = field(default_factory=dict)
    choices: Mapping[Place, Sequence[str]] = field(default_factory=dict)
    notes: Mapping[int, str] = field(default_factory=dict)
    landscape: bool = False
    printed: int = 0

    def width(self, column: int) -> int:
        """Return the width of a column, in characters."""
        return min(self.widths[column], WIDEST) if column < len(self.widths) else STANDARD


def write_workbook(title: str, tables: Sequence[Table]) -> bytes:
    """Return a workbook with a sheet for each table; the header stays in sight, and text is never a formula.

    A text that is longer than a cell holds ends in `CUT`.
    """
    import xlsxwriter  # noqa: PLC0415 - only where a workbook is written

    content = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(content, options) as book:
        book.set_properties({"title": title, "created": datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)})
        styles = _Styles(book)
        for table in tables:
            _write(book.add_worksheet(table.name[:31]), table, styles)
    return content.getvalue()


class _Styles:
    """The formats of a workbook, each made once."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[tuple[str, str, bool, bool], Format] = {}
        above = {"bold": True, "text_wrap": True, "valign": "top", "bottom": 1}
        self.header = book.add_format({**above, "bg_color": HEADER})
        self.yours = book.add_format({**above, "bg_color": YOURS})
        self._lines: dict[tuple[bool, bool], Format] = {}

    def line(self, *, title: bool, wrapped: bool) -> Format:
        """Return the format of a line above or below a table."""
        if (title, wrapped) not in self._lines:
            large = {"bold": True, "font_size": 14} if title else {}
            self._lines[title, wrapped] = self._book.add_format({"text_wrap": wrapped, "valign": "top", **large})
        return self._lines[title, wrapped]

    def cell(self, number: str, color: str, *, centered: bool, plain: bool) -> Format:
        """Return the format of a cell.

        Parameters
        ----------
        number
            Format of its number; empty for text and for numbers as they are.
        """
        key = (number, color, centered, plain)
        if key not in self._made:
            shown = {"num_format": number} if number else {}
            filled = {"bg_color": color, "border": 1, "border_color": EDGE} if color else {}
            placed = {"align": "center"} if centered else {}
            facts = {"text_wrap": not plain, "valign": "top", **shown, **filled, **placed}
            self._made[key] = self._book.add_format(facts)
        return self._made[key]


def _write(sheet: Worksheet, table: Table, styles: _Styles) -> None:
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


def _header(sheet: Worksheet, table: Table, top: int, styles: _Styles) -> None:
    """Write the header; the button of a filter stands below its words."""
    for column, words in enumerate(table.columns):
        sheet.write_string(top, column, words, styles.yours if column in table.yours else styles.header)
    for column, said in table.notes.items():
        sheet.write_comment(top, column, said, NOTE)
    taken = BUTTON if table.filtered and table.rows else 0
    lines = (len(wrap(words, max(table.width(at) - taken, 1))) for at, words in enumerate(table.columns))
    sheet.set_row(top, LINE * max(lines, default=1))


def _cell(sheet: Worksheet, table: Table, top: int, place: Place, cell: Cell, styles: _Styles) -> None:
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
