"""Workbooks (XLSX): tables of text and numbers, the same bytes for the same tables."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

Cell = str | float | None

FORMULAS: Final = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What a text begins with that a spreadsheet takes for a formula."""

WIDEST: Final = 80


@dataclass(frozen=True)
class Table:
    """A sheet of a workbook.

    Parameters
    ----------
    widths
        Of its columns, in characters.
    """

    name: str
    columns: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    widths: Sequence[int] = ()


def literal(cell: Cell) -> Cell:
    """Return a cell that no spreadsheet takes for a formula.

    Example
    -------
    >>> literal("=HYPERLINK(0)"), literal(-0.08), literal("Electricians")
    ("'=HYPERLINK(0)", -0.08, 'Electricians')
    """
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULAS) else cell


def write_workbook(title: str, tables: Sequence[Table]) -> bytes:
    """Return a workbook with a sheet for each table; the header stays in sight, and text is never a formula."""
    import xlsxwriter  # noqa: PLC0415 - only where a workbook is written

    content = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(content, options) as book:
        book.set_properties({"title": title, "created": datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)})
        header = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        for table in tables:
            sheet = book.add_worksheet(table.name[:31])
            sheet.freeze_panes(1, 0)
            for place, width in enumerate(table.widths):
                sheet.set_column(place, place, min(width, WIDEST))
            for row, cells in enumerate([table.columns, *table.rows]):
                sheet.write_row(row, 0, ["" if cell is None else cell for cell in cells], wrapped if row else header)
    return content.getvalue()
