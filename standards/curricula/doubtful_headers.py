"""Doubtful headers: a row of names that is read as data, and columns that do not hold what their names say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import polars as pl

from ontology.report import Finding, Severity
from standards.curricula.column_remedies import option
from standards.curricula.column_values import Cells, by_values, is_code, is_unlike, most
from standards.headers import key, listed
from standards.sheets import Names, Sheet, unknown

SENTENCE: Final = 5
"""Words that a cell has at least to look like a sentence."""


NUMBER: Final = re.compile(r"\s*\d+(?:[.,]\d+)?\s*")
"""What is no title: ``5``, ``4.5``."""


def judge_first_row(file: str, sheet: Sheet, names: Names) -> Iterator[Finding]:
    """Yield that the first row below a header holds headers, too, where half of its cells or more are known ones.

    A row that only repeats the header is another thing, and not meant.
    """
    for row in sheet.rows[:1]:
        other = [cell for header, cell in row.cells.items() if key(cell) != key(header)]
        strange = set(unknown(other, names))
        heads = [cell for cell in other if cell not in strange]
        if heads and len(heads) >= len(row.cells) / 2:
            yield Finding(
                code="headers-as-row",
                severity=Severity.WARNING,
                file=file,
                row=row.number,
                value=", ".join(heads),
                message=f"is read as a course, and {listed(heads)} may be headers",
                remedy="If it is the lower row of the header, write the header in one row, with a name for each column",
            )


def judge_swapped(file: str, frame: pl.DataFrame, at: int, column: str) -> Iterator[Finding]:
    """Yield that the headers of courses and outcomes may be swapped, where most cells of both look so.

    Parameters
    ----------
    frame
        Rows with ``code`` and ``outcome``, either of which may be empty.
    at, column
        The row of the header, and what the column of the outcomes is called there.

    Example
    -------
    >>> rows = {"code": ["Weld steel pipes in all positions"], "outcome": ["WELD 110"]}
    >>> [finding.code for finding in judge_swapped("w.csv", pl.DataFrame(rows), 1, "Outcome")]
    ['swapped-headers']
    """
    codes, outcomes = (frame[name].drop_nulls().unique(maintain_order=True).to_list() for name in ("code", "outcome"))
    if most(len(code.split()) >= SENTENCE for code in codes) and most(map(is_code, outcomes)):
        yield Finding(
            code="swapped-headers",
            severity=Severity.WARNING,
            file=file,
            row=at,
            column=column,
            value=outcomes[0],
            message="the course codes look like sentences and the outcomes like codes: are the headers swapped?",
            remedy="If they are, change the two headers with each other; if not, leave them",
        )


def judge_codes(file: str, frame: pl.DataFrame, at: int, column: str, others: Cells) -> Iterator[Finding]:
    """Yield that the codes of courses may stand in another column: no code has a digit, and another column's look so.

    Parameters
    ----------
    at, column
        The row of the header, and what the column of the codes is called there.
    others
        What is filled below the headers that are not read.

    Example
    -------
    >>> frame, others = pl.DataFrame({"code": ["Circuits", "Motors"]}), {"Nr.": ["E 1", "E 2"]}
    >>> [finding.remedy for finding in judge_codes("w.csv", frame, 1, "Course", others)]
    ['If it has the codes, say so: --column "code=Nr."']
    """
    codes = frame["code"].drop_nulls().to_list()
    better = by_values("code", list(others), others)
    if better and is_unlike("code", codes):
        yield Finding(
            code="doubtful-codes",
            severity=Severity.WARNING,
            file=file,
            row=at,
            column=column,
            value=codes[0],
            message=f"the course codes are words, and the column {better[0]!r}, which is not read, looks like codes",
            remedy=f"If it has the codes, say so: {option('code', better[0])}",
        )


def judge_titles(file: str, frame: pl.DataFrame, at: int, column: str) -> Iterator[Finding]:
    """Yield that all titles of courses are numbers; see `judge_codes` for the parameters.

    Example
    -------
    >>> [finding.value for finding in judge_titles("w.csv", pl.DataFrame({"title": ["5", "4.5", None]}), 1, "Credits")]
    ['5']
    """
    titles = frame["title"].drop_nulls().to_list()
    if titles and all(map(NUMBER.fullmatch, titles)):
        yield Finding(
            code="doubtful-titles",
            severity=Severity.WARNING,
            file=file,
            row=at,
            column=column,
            value=titles[0],
            message="the titles of all courses are numbers: is it another column that has the titles?",
            remedy=f"If so, name it: {option('title', 'HEADER')}",
        )
