r"""Tables at the door: read by their headers, judged cell by cell in columns, every bad row named.

A reader says which columns it wants and what must hold for them::

    table = read_table(file, [
        Column("occupation", "O*NET-SOC Code", kind=Kind.CODE, pattern=r"\d{2}-\d{4}\.\d{2}"),
        Column("zone", "Job Zone", kind=Kind.INTEGER, lowest=1, highest=5),
    ], rules=[unique("occupation"), known("occupation", codes, "Occupation Data")])

`Table.frame` then holds the good rows, typed, in columns named as the reader likes, and `Table.report` names each bad
cell. A bad row is never in the frame (unless its rule says `Verdict.KEEP`), so a reader goes on to its other files and
raises `RefusedError` once, with everything that was found in all of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from operator import or_

import polars as pl

from ontology.errors import RefusedError
from ontology.report import Finding, Report, Severity
from standards.archives import ArchivedFile
from standards.cells import SEARCHED, Cells, read_cells
from standards.headers import judge_headers, place
from standards.repeated_headers import without_repeated
from standards.rules import (
    NULLS,
    Column,
    Kind,
    Rule,
    Verdict,
    bound_rules,
    cell_rules,
    known,
    shape_rules,
    typed,
    unique,
    within,
)
from standards.sheets import Heading

__all__ = ["Column", "Kind", "Rule", "Table", "Verdict", "known", "read_table", "unique", "within"]


@dataclass(frozen=True)
class Table:
    """The good rows of a file, and what was found in the others.

    Parameters
    ----------
    name
        Of the file.
    frame
        ``row`` (number as a spreadsheet shows it) and one column per `Column`.
    rows
        Rows with any content below the header, good and bad.
    headers
        What each column is called in the file.
    unread
        Rows of the frame from which nothing is read, as the report says of each.
    """

    name: str
    frame: pl.DataFrame
    report: Report
    rows: int
    headers: dict[str, str]
    skip_bad_rows: bool = False
    unread: int = 0

    @classmethod
    def nothing(cls, name: str, columns: Sequence[Column]) -> Table:
        """Return an empty table, for a file that is not there."""
        return cls(name, _empty(columns), Report(), 0, {})

    @property
    def kept(self) -> int:
        """How many rows are in the frame, without those from which nothing is read."""
        return self.frame.height - self.unread

    def judge(self, rules: Sequence[Rule]) -> Table:
        """Return the table without the rows that break a rule, each of them named in its report."""
        if not rules:
            return self
        flags = self.frame.select(rule.bad.fill_null(value=False).alias(str(i)) for i, rule in enumerate(rules))
        broken = [i for i in range(len(rules)) if flags[str(i)].any()]
        findings = [f for i in broken for f in self._findings(rules[i], flags[str(i)])]
        findings.sort(key=lambda finding: finding.row or 0)
        out = [flags[str(i)] for i in broken if rules[i].verdict is not Verdict.KEEP]
        frame = self.frame.filter(~reduce(or_, out)) if out else self.frame
        return replace(self, frame=frame, report=Report([*self.report, *findings]))

    def _findings(self, rule: Rule, bad: pl.Series) -> list[Finding]:
        refused = rule.verdict is Verdict.REFUSE and not self.skip_bad_rows
        stays = refused or rule.verdict is Verdict.KEEP
        cells = self.frame.filter(bad).select("row", rule.value)
        return [
            Finding(
                code=rule.code,
                severity=Severity.ERROR if refused else Severity.WARNING,
                file=self.name,
                row=row,
                column=self.headers.get(rule.column, rule.column),
                value=value or "",
                message=rule.message if stays else f"{rule.message}; the row is left out",
                remedy=rule.remedy,
            )
            for row, value in cells.iter_rows()
        ]


def read_table(
    file: ArchivedFile,
    columns: Sequence[Column],
    rules: Sequence[Rule] = (),
    *,
    ignored: Iterable[str] = (),
    header_row: int | Heading | None = 1,
    sheet: int | str = 0,
    skip_bad_rows: bool = False,
) -> Table:
    r"""Read and judge a table: text with tabs or commas, or a spreadsheet.

    Rows are numbered as a spreadsheet program shows them when it opens the file, from 1, header included. A text cell
    may hold line breaks, so from there on the line numbers of a text editor run ahead.

    Parameters
    ----------
    rules
        What must hold besides what the columns say; they see the typed values.
    ignored
        Headers that are known and not wanted. Any other header that no column asks for is a warning.
    header_row
        Number of the row with the headers, or a heading that was found; ``None`` finds it among the first 60.
    skip_bad_rows
        Whether bad rows are warnings instead of errors. What is wrong with the whole file stays an error.

    Returns
    -------
    Table
        Of all good rows; empty where a required header is missing.

    Raises
    ------
    UnreadableError
        Where the file is not a table at all.
    """
    try:
        cells = read_cells(file, sheet)
    except RefusedError as error:
        return replace(Table.nothing(file.name, columns), report=error.report)
    at, found = _found_headers(cells.frame, columns, header_row)
    report = Report(judge_headers(file.name, at, found, columns, ignored))
    if report.refused:
        return replace(Table.nothing(file.name, columns), report=report)
    if isinstance(header_row, Heading):
        cells, repeated = without_repeated(cells, header_row, file.name)
        report = Report([*report, *repeated])
    places = {column.name: _place(column, found) for column in columns}
    merged = [column.name for column in columns if column.merged]
    prose = [column.name for column in columns if column.prose]
    blank = _raw(cells, at, columns, places)
    raw = blank.with_columns(pl.col(merged).forward_fill())
    called = {name: found[at] for name, at in places.items() if at is not None and at < len(found)}
    filled = [*_filled_down(blank, raw, merged, sheet if isinstance(sheet, str) else "")]
    report = Report([*report, *(f.model_copy(update={"file": file.name, "column": called[f.column]}) for f in filled)])
    table = Table(file.name, raw, report, raw.height, called, skip_bad_rows)
    shaped = table.judge([*shape_rules(columns, mended=cells.mended)])
    shaped = replace(shaped, frame=shaped.frame.with_columns(pl.col(prose).str.replace_all("\0", "", literal=True)))
    read = shaped.judge([rule for column in columns for rule in cell_rules(column)])
    bounded = read.judge([rule for column in columns for rule in bound_rules(column)])
    return replace(bounded, frame=bounded.frame.select("row", *map(typed, columns))).judge(rules)


def _filled_down(before: pl.DataFrame, after: pl.DataFrame, merged: Sequence[str], sheet: str) -> Iterator[Finding]:
    """Yield for each column with merged cells how many blank ones took what stands above them."""
    where = f" on the sheet {sheet!r}" if sheet else ""
    for column in merged:
        taken = after.filter(before[column].is_null() & after[column].is_not_null())
        if taken.height:
            cells = "1 cell is" if taken.height == 1 else f"{taken.height:,} cells, the first of them here, are"
            message = f"{cells} blank{where}, as merged cells are below their first; what stands above was taken"
            row, value = taken.row(0, named=True)["row"], taken[column][0]
            yield Finding(
                code="merged-cells", severity=Severity.INFO, row=row, column=column, value=value, message=message
            )


def _found_headers(
    frame: pl.DataFrame, columns: Sequence[Column], header_row: int | Heading | None
) -> tuple[int, list[str]]:
    """Return the number of the row with the headers, and the headers."""
    if isinstance(header_row, Heading):
        return header_row.at, _trimmed(header_row.cells)
    at = header_row or _header_row(frame, columns)
    return at, _headers(frame, at)


def _place(column: Column, found: Sequence[str]) -> int | None:
    if not column.header:
        return len(found)
    return place(column.names, found)


def _headers(frame: pl.DataFrame, at: int) -> list[str]:
    row = frame.drop("row").slice(at - 1, 1)
    return _trimmed((cell or "").strip() for cell in (row.row(0) if row.height else ()))


def _trimmed(cells: Iterable[str]) -> list[str]:
    """Return headers without the empty ones at the end."""
    headers = list(cells)
    while headers and not headers[-1]:
        headers.pop()
    return headers


def _header_row(frame: pl.DataFrame, columns: Sequence[Column]) -> int:
    """Return the number of the row that has the most of the wanted headers."""

    def wanted(at: int) -> int:
        headers = _headers(frame, at)
        return sum(_place(column, headers) is not None for column in columns)

    return max(range(1, min(SEARCHED, frame.height) + 1), key=wanted, default=1)


def _empty(columns: Sequence[Column]) -> pl.DataFrame:
    blank = {column.name: pl.Series([], dtype=pl.String) for column in columns}
    return pl.DataFrame({"row": pl.Series([], dtype=pl.Int64), **blank}).select("row", *map(typed, columns))


def _raw(
    cells: Cells,
    at: int,
    columns: Sequence[Column],
    places: dict[str, int | None],
) -> pl.DataFrame:
    """Return the wanted columns below the header, stripped, with the shape of each row; blank rows are left out."""
    below = cells.frame.slice(at)
    shape = pl.lit(None) if cells.widths is None else cells.widths.slice(at) - cells.widths[at - 1]
    blank = pl.all_horizontal(pl.exclude("row").fill_null("").str.strip_chars() == "")
    wanted = [_stripped(column, places[column.name], below.columns) for column in columns]
    return (
        below.with_columns(blank.alias("_blank"), shape.alias("_shape"))
        .filter(~pl.col("_blank"))
        .select("row", "_shape", *wanted)
    )


def _stripped(column: Column, at: int | None, there: Sequence[str]) -> pl.Expr:
    if at is None or str(at) not in there:
        return pl.lit(None, pl.String).alias(column.name)
    cell = pl.col(str(at)).str.strip_chars()
    nulls = [*NULLS, *column.nulls]
    return pl.when(cell.is_in(nulls).not_()).then(cell).alias(column.name)
