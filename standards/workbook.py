"""Workbooks (XLSX): tables of text and numbers, the same bytes for the same tables."""

from __future__ import annotations

import io
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from math import floor
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

Cell = str | float | None

Place = tuple[int, int]
"""Row and column of a cell below the header, both from 0."""

FORMULAS: Final = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What a text begins with that a spreadsheet takes for a formula."""

WIDEST: Final = 80

MOST: Final = 32_767
"""Characters that a cell holds, in units of UTF-16, as spreadsheet programs count them."""

CUT: Final = "\u2026"
"""What ends a text that was cut."""

NOTE: Final = {"x_scale": 2.5, "y_scale": 1.5}
"""Size of the note at a header, in those of a spreadsheet's own."""

EPSILON: Final = 1e-9
"""What an error of floating point may take from a share, in tenths of a percent."""


@dataclass(frozen=True)
class Table:
    """A sheet of a workbook.

    Parameters
    ----------
    widths
        Of its columns, in characters.
    lead
        Lines above the header, which then stays in sight only as far as one scrolls.
    frozen
        Columns at the left that stay in sight.
    filtered
        Whether the header offers to filter the rows.
    shares
        Columns whose numbers are shares of 0 to 1, shown as percentages with a decimal and never rounded up: what is
        below a threshold does not look as if it reached it.
    colors
        Backgrounds, as ``#RRGGBB``; what they mean must stand in the cell, too.
    choices
        What a cell offers to choose from; other words may still be written.
    notes
        What columns mean, by their place from 0: shown where one points at the header.
    landscape
        Whether it prints across the page.
    """

    name: str
    columns: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    widths: Sequence[int] = ()
    lead: Sequence[str] = ()
    frozen: int = 0
    filtered: bool = False
    shares: Collection[int] = ()
    colors: Mapping[Place, str] = field(default_factory=dict)
    choices: Mapping[Place, Sequence[str]] = field(default_factory=dict)
    notes: Mapping[int, str] = field(default_factory=dict)
    landscape: bool = False


def literal(cell: Cell) -> Cell:
    """Return a cell that no spreadsheet takes for a formula.

    Example
    -------
    >>> literal("=HYPERLINK(0)"), literal(-0.08), literal("Electricians")
    ("'=HYPERLINK(0)", -0.08, 'Electricians')
    """
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULAS) else cell


def fitted(text: str) -> str:
    """Return a text as a cell holds it: of one that is longer than `MOST` the beginning, and `CUT` at its end.

    Example
    -------
    >>> fitted("Weld"), len(fitted("x" * 40_000)), fitted("x" * 40_000)[-2:]
    ('Weld', 32767, 'x…')
    """
    if 2 * len(text) <= MOST:
        return text
    units = text.encode("utf-16-le", "surrogatepass")
    return text if len(units) <= 2 * MOST else units[: 2 * (MOST - 1)].decode("utf-16-le", "ignore") + CUT


def tenths_of_percent(share: float) -> float:
    """Return a share of 0 to 1 in whole tenths of a percent, rounded down; what is off by floating point alone is not.

    Example
    -------
    >>> tenths_of_percent(0.5998), tenths_of_percent(0.6), tenths_of_percent(0.1 + 0.7)
    (0.599, 0.6, 0.8)
    """
    return floor(1000 * share + EPSILON) / 1000


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
        self._made: dict[tuple[bool, str], Format] = {}
        self.header = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        self.title = book.add_format({"bold": True, "font_size": 14})
        self.lead = book.add_format({"valign": "top"})

    def cell(self, *, share: bool = False, color: str = "") -> Format:
        """Return the format of a cell."""
        if (share, color) not in self._made:
            number = {"num_format": "0.0%"} if share else {}
            filled = {"bg_color": color, "border": 1, "border_color": "#C3CCD5"} if color else {}
            self._made[share, color] = self._book.add_format({"text_wrap": True, "valign": "top", **number, **filled})
        return self._made[share, color]


def _write(sheet: Worksheet, table: Table, styles: _Styles) -> None:
    top = len(table.lead) + bool(table.lead)
    for row, line in enumerate(table.lead):
        sheet.write_string(row, 0, fitted(line), styles.lead if row else styles.title)
    for place, width in enumerate(table.widths):
        sheet.set_column(place, place, min(width, WIDEST))
    sheet.write_row(top, 0, table.columns, styles.header)
    for column, said in table.notes.items():
        sheet.write_comment(top, column, said, NOTE)
    for row, cells in enumerate(table.rows):
        for column, cell in enumerate(cells):
            share = column in table.shares
            style = styles.cell(share=share, color=table.colors.get((row, column), ""))
            shown = tenths_of_percent(cell) if share and isinstance(cell, float) else cell
            sheet.write(top + 1 + row, column, fitted(shown or "") if isinstance(shown, str | None) else shown, style)
    for (row, column), offered in table.choices.items():
        sheet.data_validation(top + 1 + row, column, top + 1 + row, column, _choice(offered))
    sheet.freeze_panes(top + 1, table.frozen)
    if table.filtered and table.rows:
        sheet.autofilter(top, 0, top + len(table.rows), len(table.columns) - 1)
    _for_print(sheet, table, top)


def _choice(offered: Sequence[str]) -> dict[str, object]:
    return {"validate": "list", "source": list(offered), "ignore_blank": True, "show_error": False}


def _for_print(sheet: Worksheet, table: Table, top: int) -> None:
    """Fit the columns on one sheet of paper and repeat the header on each."""
    sheet.repeat_rows(top)
    sheet.fit_to_pages(1, 0)
    if table.landscape:
        sheet.set_landscape()
