"""Lines of a program: what every format is read into, one for each outcome, or for a course without any."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from typing import Final

import polars as pl

from ontology.report import Report
from standards.tables import Table


@dataclass(frozen=True, kw_only=True)
class Line:
    """One outcome of one course; without an outcome, a course that states none.

    What is ``None`` the file does not say. What holds for the program or the course stands in each of its lines, or in
    the first only.

    Parameters
    ----------
    row
        Of a table, as a spreadsheet shows it; elsewhere the line of the text, or the place of the entry in its list,
        from 1.
    course
        What tells the course from others, where its code does not.
    level
        Address of a `TeachingLevel`.
    program_iri, course_iri, outcome_iri
        Addresses that the file itself gives.
    outcome_key
        What tells an outcome from others of its course, where its words do not; it is one outcome then, however many
        lines it has.
    outcome_code
        What the college calls the outcome.
    language
        BCP 47 tag of the outcome, where the file gives it.
    """

    row: int
    program: str | None = None
    award: str | None = None
    cip: str | None = None
    college: str | None = None
    code: str | None = None
    title: str | None = None
    credits: float | None = None
    term: str | None = None
    prerequisites: str | None = None
    description: str | None = None
    outcome: str | None = None
    level: str | None = None
    course: str | None = None
    program_iri: str | None = None
    course_iri: str | None = None
    outcome_iri: str | None = None
    outcome_key: str | None = None
    outcome_code: str | None = None
    language: str | None = None


_TYPES: Final = {"int": pl.Int64, "float | None": pl.Float64, "str | None": pl.String}
SCHEMA: Final = {field.name: _TYPES[str(field.type)] for field in fields(Line)}
"""The columns of every table of a program, and what they hold."""


def to_table(name: str, lines: Iterable[Line], report: Report, rows: int, headers: Mapping[str, str]) -> Table:
    """Return lines as a table.

    Parameters
    ----------
    rows
        What the file has besides what was taken from it: rows of a table, entries of a list.
    headers
        What some columns are called in the file.
    """
    frame = pl.DataFrame([asdict(line) for line in lines], schema=SCHEMA)
    return Table(name, frame, report, rows, dict(headers))


def completed(frame: pl.DataFrame) -> pl.DataFrame:
    """Return a frame with all columns of a program, empty where it lacks them."""
    lacking = [pl.lit(None, dtype).alias(column) for column, dtype in SCHEMA.items() if column not in frame.columns]
    return frame.with_columns(lacking).select(list(SCHEMA))
