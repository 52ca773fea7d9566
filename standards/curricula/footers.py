"""Footers: rows below the courses of a sheet that add up or explain, and are no course."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

import polars as pl

from ontology.report import Finding, Report, Severity
from standards.curricula.course_names import names_course
from standards.tables import Table

FOOTER: Final = "footer-row"
"""Code of the finding that a row was taken for a footer."""

_TOTAL: Final = re.compile(
    r"(?:[\w./&]+[\s\-]+){0,3}(?:sub-?)?totals?"
    r"(?:\s+(?:number\s+of|program|degree|certificate|quarter|term|semester|year|technical|core|general|education"
    r"|electives?|major|courses?|contact|clock|lab|lecture|minimum|required))*"
    r"(?:\s+(?:credits?|credit\s+(?:hours?|hrs)|hours?|hrs|units?|cr))?(?:\s+(?:required|needed)|\s+for\s+.*)?"
    r"[\s:=.\d\-\u2013*]*",
    re.IGNORECASE,
)
_NOTE: Final = re.compile(r"(?:[*\u2020\u2021\u00a7]+|notes?:)\s*(?P<said>\S.*)", re.IGNORECASE | re.DOTALL)

NOTE_WORDS: Final = 3
"""Words that a footnote has at least; fewer behind an asterisk may be the title of a course that is marked."""

_CELLS: Final = ("title", "code", "subject")
"""Where a footer may stand, the surest first."""


def footer(cell: str) -> str:
    """Return what a cell is below a table, ``total`` or ``footnote``; empty where it is neither.

    Example
    -------
    >>> footer("TOTAL CREDITS"), footer("* Courses marked with asterisk transfer"), footer("Total Quality Management")
    ('total', 'footnote', '')
    >>> footer("Fall quarter total: 18"), footer("*WELD 101 Blueprint Reading"), footer("*Welding")
    ('total', '', '')
    """
    said = " ".join(cell.split())
    if _TOTAL.fullmatch(said):
        return "total"
    note = _NOTE.fullmatch(said)
    return "footnote" if note and len(note["said"].split()) >= NOTE_WORDS and not names_course(note["said"]) else ""


def without_footers(table: Table, outcomes: Sequence[str]) -> Table:
    """Return a table without its footers, each of them named in its report.

    A footer has no outcome, and no code of its own: none, that of the row above, or its own words.

    Parameters
    ----------
    outcomes
        Columns with outcomes.
    """
    bare = table.frame.with_columns(pl.all_horizontal(pl.col(list(outcomes)).is_null()).alias("bare"))
    alone = pl.col("code").is_null() | (pl.col("code") == pl.col("code").shift(1))
    rows = bare.with_columns(alone.fill_null(value=False).alias("alone")).filter("bare")
    found = [finding for row in rows.iter_rows(named=True) for finding in _footers(table, row)]
    frame = table.frame.filter(~pl.col("row").is_in([finding.row for finding in found]))
    return replace(table, frame=frame, report=Report([*table.report, *found]))


def _footers(table: Table, row: dict[str, object]) -> Iterator[Finding]:
    """Yield what makes a row a footer, at most once."""
    for column in _CELLS if row["alone"] else _CELLS[1:]:
        cell = str(row[column] or "")
        if kind := footer(cell):
            yield _finding(table, int(str(row["row"])), column, cell, kind)
            return


def _finding(table: Table, row: int, column: str, value: str, kind: str) -> Finding:
    return Finding(
        code=FOOTER,
        severity=Severity.INFO,
        file=table.name,
        row=row,
        column=table.headers.get(column, column),
        value=value,
        message=f"is a {kind} and no course; the row is skipped",
        remedy="If it is a course, write its code and what it teaches",
    )
