"""Doubtful headers: a row of names that is read as data, and two columns whose names may be swapped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import polars as pl

from ontology.report import Finding, Severity
from standards.headers import key, listed
from standards.sheets import Names, Sheet, unknown

SENTENCE: Final = 5
"""Words that a cell has at least to look like a sentence."""

CODE_LIKE: Final = re.compile(r"[A-Z]{1,6}&?[\s\-_./]{0,2}\d{1,4}(?:\.\d{1,3})?[A-Z]{0,2}", re.IGNORECASE)
"""What looks like the code of a course, and has no verb: ``ELEC 110``, ``W-1``."""


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
    if _most(len(code.split()) >= SENTENCE for code in codes) and _most(map(_is_code, outcomes)):
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


def _is_code(cell: str) -> bool:
    return CODE_LIKE.fullmatch(cell.strip()) is not None


def _most(answers: Iterable[bool]) -> bool:
    """Whether more than half are true; false where there are none."""
    each: Sequence[bool] = tuple(answers)
    return sum(each) > len(each) / 2
