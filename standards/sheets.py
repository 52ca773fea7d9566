"""Sheets as people fill them in: found by their headers, blank cells under a merged one filled."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Any, Final

from ontology.report import Finding, Severity
from standards.archives import ArchivedFile
from standards.cells import SEARCHED, read_cells, sheet_names
from standards.headers import key, listed, place, strangers

Names = Mapping[str, Sequence[str]]
"""What each field may be called in a header; case, spacing and punctuation do not matter."""

Required = Collection[Collection[str]]
"""Groups of fields; a sheet must have one of each."""

LEAST: Final = 2
"""Known headers that the lower of two rows has at least, and names of groups that the upper one has."""


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


@dataclass(frozen=True)
class Heading:
    """The row of a sheet that has most of the wanted headers, or else the first that looks like a header.

    Parameters
    ----------
    sheet
        Its name, empty for a text table.
    at
        Number of the row; of the lower one where the header stands in two.
    headers
        Those that are filled.
    fields
        Those that were recognized.
    cells
        The header of every column, empty where it has none.
    above
        Number of the upper row of two, where groups of columns have names above their own.
    """

    sheet: str
    at: int
    headers: tuple[str, ...]
    fields: frozenset[str]
    cells: tuple[str, ...] = ()
    above: int | None = None

    def met(self, required: Required) -> int:
        """Return how many of the required fields, or of the groups of them, are there."""
        return sum(not self.fields.isdisjoint(group) for group in required)


def find_headings(file: ArchivedFile, names: Names) -> list[Heading]:
    """Return the headings of all sheets that hold anything, in their order.

    Raises
    ------
    UnreadableError
        Where the file is no table.
    """
    found = (_heading(file, name, names) for name in sheet_names(file))
    return [heading for heading in found if heading]


def fitting(headings: Sequence[Heading], required: Required) -> Heading | None:
    """Return the heading with most of what is required, then most of the other fields; the first among equals."""
    return max(headings, key=lambda heading: (heading.met(required), len(heading.fields)), default=None)


def judge_sheets(file: str, headings: Sequence[Heading], chosen: Heading, required: Required) -> Iterator[Finding]:
    """Yield which of several sheets is read; a warning where another one has all that is required, too."""
    others = [heading for heading in headings if heading is not chosen]
    alike = [heading.sheet for heading in others if heading.met(required) == len(required)]
    if alike:
        message = f"only the sheet {chosen.sheet!r} is read; {listed(alike)} could be read as well"
        yield _of_sheets(file, Severity.WARNING, message, "Put all rows on one sheet, or each sheet in a file")
    elif others:
        message = f"the sheet {chosen.sheet!r} is read, and nothing is taken from {listed(h.sheet for h in others)}"
        yield _of_sheets(file, Severity.INFO, message, "")


def judge_heading(file: str, heading: Heading) -> Iterator[Finding]:
    """Yield that a header stands in two rows, where it does."""
    if heading.above is not None:
        where = f" of the sheet {heading.sheet!r}" if heading.sheet else ""
        message = f"the header stands in rows {heading.above} and {heading.at}{where}; "
        message += f"the columns were read as {listed(heading.headers)}"
        yield Finding(code="two-headers", severity=Severity.INFO, file=file, row=heading.at, message=message)


def _of_sheets(file: str, severity: Severity, message: str, remedy: str) -> Finding:
    return Finding(code="chosen-sheet", severity=severity, file=file, message=message, remedy=remedy)


def _heading(file: ArchivedFile, name: str, names: Names) -> Heading | None:
    top = read_cells(file, name).frame.head(SEARCHED)
    rows = [_stripped(row) for row in top.iter_rows()]
    filled = [row for row in rows if any(row[1])]
    found = [_as_heading(name, at, cells, names) for at, cells in filled]
    found += [
        _as_heading(name, at, _grouped(upper, cells, names), names, above)
        for (above, upper), (at, cells) in pairwise(filled)
    ]
    best = max(found, key=lambda heading: (len(heading.fields), len(heading.headers) > 1), default=None)
    return next((heading for heading in found if best and _says_more(heading, best)), best)


def _says_more(heading: Heading, other: Heading) -> bool:
    """Whether a heading only joins the names of groups to the names of the other, as `Course` to `No.`."""
    same = (heading.at, heading.fields, len(heading.headers)) == (other.at, other.fields, len(other.headers))
    return same and heading.above is not None and heading.headers != other.headers


def _as_heading(sheet: str, at: int, cells: tuple[str, ...], names: Names, above: int | None = None) -> Heading:
    headers = tuple(cell for cell in cells if cell)
    return Heading(sheet, at, headers, frozenset(_recognized(cells, names)), cells, above)


def _grouped(upper: Sequence[str], lower: Sequence[str], names: Names) -> tuple[str, ...]:
    """Return the headers of columns that have a name of their group above their own.

    A cell that is merged over several columns has its text in the first of them, one over both rows in the upper. The
    names of both rows together count before the lower one alone, and that of the group where the lower one is unknown.
    """
    known = {key(name) for each in names.values() for name in each}
    groups = [*accumulate(upper, _last_named)]
    pairs = [(f"{group} {own}".strip(), own or above) for group, above, own in zip(groups, upper, lower, strict=True)]
    named = [both if own and key(both) in known else plain for own, (both, plain) in zip(lower, pairs, strict=True)]
    groups_named = sum(map(bool, upper)) >= LEAST
    return _kept(groups, named, names) if groups_named and _are_headers(lower, named, names) else tuple(named)


def _last_named(group: str, above: str) -> str:
    return above or group


def _are_headers(lower: Sequence[str], named: Sequence[str], names: Names) -> bool:
    """Whether at least `LEAST` cells of a row, and half of them, are known headers, alone or with their groups."""
    filled = [name for own, name in zip(lower, named, strict=True) if own]
    known = len(filled) - len(unknown(filled, names))
    return known >= max(LEAST, len(filled) / 2)


def _kept(groups: Sequence[str], named: Sequence[str], names: Names) -> tuple[str, ...]:
    """Return headers, an unknown one replaced by the name of its group where that is known and its field lacks one."""
    found = list(named)
    for at, (group, name) in enumerate(zip(groups, named, strict=True)):
        if unknown([name], names) and _recognized([group], names).keys() - _recognized(found, names).keys():
            found[at] = group
    return tuple(found)


def unknown(headers: Iterable[str], names: Names) -> list[str]:
    """Return the headers that are names of no field.

    Example
    -------
    >>> unknown(["Course", "W 1", ""], {"code": ("Course",)})
    ['W 1']
    """
    return strangers(headers, [name for each in names.values() for name in each])


def read_sheet(file: ArchivedFile, heading: Heading | None, names: Names) -> Sheet:
    """Return the table below a heading, empty where there is none.

    Raises
    ------
    UnreadableError
        Where the file is no table.
    """
    if heading is None:
        return Sheet({}, (), ())
    rows = [_stripped(row) for row in read_cells(file, heading.sheet).frame.iter_rows()]
    below = (
        Row(at, {header: cell for header, cell in zip(heading.cells, cells, strict=False) if header and cell})
        for at, cells in rows
        if at > heading.at
    )
    return Sheet(
        _recognized(heading.cells, names), heading.headers, tuple(row for row in below if row.cells), heading.at
    )


def _stripped(row: tuple[Any, ...]) -> tuple[int, tuple[str, ...]]:
    return row[0], tuple((cell or "").strip() for cell in row[1:])


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
