"""A whole workbook: the same bytes for the same tables."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import UTC, datetime

from standards.workbook.sheet import write_sheet
from standards.workbook.styles import Styles
from standards.workbook.table import Table


def write_workbook(title: str, tables: Sequence[Table]) -> bytes:
    """Return a workbook with a sheet for each table; the header stays in sight, and text is never a formula.

    A text that is longer than a cell holds ends in `CUT`.
    """
    import xlsxwriter  # noqa: PLC0415 - only where a workbook is written

    content = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(content, options) as book:
        book.set_properties({"title": title, "created": datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)})
        styles = Styles(book)
        for table in tables:
            write_sheet(book.add_worksheet(table.name[:31]), table, styles)
    return content.getvalue()
