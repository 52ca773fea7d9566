"""Sheets as people fill them in: found by their headers, blank cells under a merged one filled."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ontology.report import Finding, Severity
from standards.archives import ArchivedFile
from standards.cells import SEARCHED, read_cells, sheet_names
from standards.headers import place

Names = Mapping[str, Sequence[str]]
"""What each field may be called in a header; case, spacing and punctuation do not matter."""


@dataclass(frozen=True)
class Row:
    """The filled cells of a row, by header, and its number as a spreadsheet shows it."""

    number: int
    cells: Mapping[str, str]


@dataclass(frozen=True)
class Sheet:
    """A table that was found in a file.

    Parameters
    ----------
    fields
        The header of each field that was recognized.
    headers
        All headers, in their order.
    at
        Number of their row.
    """

    fields: Mapping[str, str]
    headers: tuple[str, ...]
    rows: tuple[Row, ...]
    at: int = 1

    def get(self, row: Row, field: str) -> str:
        """Return the cell of a field, empty where the sheet has no such column."""
        return row.cells.get(self.fields.get(field, ""), "")

    def filled(self, *fields: str) -> Iterator[tuple[Row, dict[str, str]]]:
        """Yield each row with some of its fields, a blank one taken from the row above."""
        last: dict[str, str] = {}
        for row in self.rows:
            last = {field: self.get(row, field) or last.get(field, "") for field in fields}
            yield row, last


def find_sheet(file: ArchivedFile, names: Names) -> Sheet:
    """Return the table with most of the wanted headers, on whichever sheet and row it starts.

    Raises
    ------
    UnreadableError
        Where the file is no table.
    """
    sheets = [_sheet(file, name, names) for name in sheet_names(file)]
    return max(sheets, key=lambda sheet: len(sheet.fields))


def _sheet(file: ArchivedFile, name: str, names: Names) -> Sheet:
    rows = [(row[0], [(cell or "").strip() for cell in row[1:]]) for row in read_cells(file, name).frame.iter_rows()]
    recognized = [_recognized(cells, names) for _, cells in rows[:SEARCHED]]
    at = max(range(len(recognized)), key=lambda i: len(recognized[i]), default=0)
    headers = tuple(rows[at][1]) if rows else ()
    below = (
        Row(number, {header: cell for header, cell in zip(headers, cells, strict=False) if header and cell})
        for number, cells in rows[at + 1 :]
    )
    fields = recognized[at] if recognized else {}
    number = rows[at][0] if rows else 1
    return Sheet(fields, tuple(h for h in headers if h), tuple(row for row in below if row.cells), number)


def _recognized(headers: Sequence[str], names: Names) -> dict[str, str]:
    found = {field: place(known, headers) for field, known in names.items()}
    return {field: headers[at] for field, at in found.items() if at is not None}


def bad_cell(file: str, row: int, column: str, value: str, message: str, remedy: str) -> Finding:
    """Return the finding that a cell cannot be read."""
    return Finding(
        code="malformed-value",
        severity=Severity.ERROR,
        file=file,
        row=row,
        column=column,
        value=value,
        message=message,
        remedy=remedy,
    )
