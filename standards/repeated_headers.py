"""Headers that stand once more among the rows of a sheet, as they do where pages were put together."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import polars as pl

from ontology.report import Finding, Severity
from standards.cells import Cells
from standards.sheets import Heading

REPEATED: Final = "repeated-header"
"""Code of the finding on one."""

LEAST: Final = 2
"""Headers that such a row has at least; one alone may be a word of the table."""


def without_repeated(cells: Cells, heading: Heading, file: str) -> tuple[Cells, list[Finding]]:
    """Return the cells of a sheet without the rows that only repeat its header, and what is said of these.

    Such a row has `LEAST` cells or more, each the header of its column; of a header in two rows, each of them counts.

    Example
    -------
    >>> rows = [("Course", "Outcome", ""), ("W 1", "Weld", "x"), ("course", "Outcome ", ""), ("Course", "Weld", None)]
    >>> frame = pl.DataFrame([(at, *row) for at, row in enumerate(rows, 1)], ["row", "0", "1", "2"], orient="row")
    >>> kept, (finding,) = without_repeated(Cells(frame), Heading("", 1, ("Course", "Outcome"), frozenset()), "w.csv")
    >>> kept.frame["row"].to_list(), finding.row, finding.value
    ([1, 2, 4], 3, 'Course, Outcome')
    """
    frame, lines = cells.frame, [at for at in (heading.above, heading.at) if at]
    below = pl.col("row") > max(lines)
    rows = frame.select(below & pl.any_horizontal(_repeats(frame, at) for at in lines)).to_series()
    if not rows.any():
        return cells, []
    findings = [_repeated(file, at, heading) for at in frame["row"].filter(rows)]
    widths = None if cells.widths is None else cells.widths.filter(~rows)
    return replace(cells, frame=frame.filter(~rows), widths=widths), findings


def _repeats(frame: pl.DataFrame, at: int) -> pl.Expr:
    """Whether a row has nothing but cells of the row with a number."""
    header = {place: _bare(cell) for place, cell in frame.row(at - 1, named=True).items() if place != "row"}
    own = {place: pl.col(place).fill_null("").str.strip_chars().str.to_lowercase() for place in header}
    filled = pl.sum_horizontal(cell != "" for cell in own.values())
    alike = pl.sum_horizontal((cell != "") & (cell == header[place]) for place, cell in own.items())
    return (alike >= LEAST) & (alike == filled)


def _bare(cell: str | None) -> str:
    return (cell or "").strip().lower()


def _repeated(file: str, row: int, heading: Heading) -> Finding:
    return Finding(
        code=REPEATED,
        severity=Severity.INFO,
        file=file,
        row=row,
        value=", ".join(heading.headers),
        message=f"is the header of row {heading.at} once more, and not read as a course",
        remedy="Nothing is lost; take the row out if you like",
    )
