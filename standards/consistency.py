"""Consistency of a program: what its rows say twice, differently, or of courses that are not there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

import polars as pl

from ontology.identifiers import slug
from ontology.report import Finding, Severity
from standards.headers import key
from standards.tables import Table

SEVERAL: Final = 2
"""Courses from which on a file may hold what one of them needs."""

QUOTED: Final = 200
"""Characters of a cell that a finding quotes at most."""

_COURSE: Final = re.compile(r"([A-Z]{1,6})&?[\s\-_.]*\d{1,4}[A-Z]?", re.IGNORECASE)
"""A prerequisite that looks like the code of a course, with its letters; others are advice, such as ``permission``."""

_LETTERS: Final = re.compile(r"[A-Z]+", re.IGNORECASE)

_PARTS: Final = re.compile(r"\s*(?:[,;/&\n]|\band\b|\bor\b)\s*", re.IGNORECASE)


def course_slug(code: str) -> str:
    """Return the piece of its address that stands for a course: codes are of one course where this is the same.

    Example
    -------
    >>> course_slug("BIO 101"), course_slug("bio-101")
    ('bio-101', 'bio-101')
    """
    return slug(code)


def course_key(frame: pl.DataFrame) -> pl.Series:
    """Return what tells the course of each row of a program from others: a key of its file, or the slug of its code."""
    pairs = frame.select("course", "code").iter_rows()
    return pl.Series("course", [key or (course_slug(code) if code else None) for key, code in pairs], pl.String)


def inconsistencies(table: Table) -> Iterator[Finding]:
    """Yield a warning for each row of a program that says what another contradicts or has said.

    What is said of whole courses waits until there are no errors: a row that is left out may be what is missing.
    """
    table = replace(table, frame=table.frame.with_columns(course_key(table.frame)))
    yield from _titles(table)
    yield from _repeated(table)
    if not table.report.refused:
        yield from _blank(table)
        yield from _silent(table)
        yield from _strange_prerequisites(table)


def _titles(table: Table) -> Iterator[Finding]:
    first: dict[str, tuple[int, str]] = {}
    for row, course, code, title in table.frame.select("row", "course", "code", "title").drop_nulls().iter_rows():
        at, known = first.setdefault(course, (row, title))
        if key(title) != key(known):
            message = f"is another title of {code!r} than {known!r} in row {at}, which is taken"
            yield _warning(
                table, "several-titles", row, "title", title, message, "Write the same title, or another code"
            )


def _repeated(table: Table) -> Iterator[Finding]:
    first: dict[tuple[str, str], int] = {}
    for row, course, outcome in table.frame.select("row", "course", "outcome").drop_nulls().iter_rows():
        at = first.setdefault((course, " ".join(outcome.casefold().split())), row)
        if at != row:
            message = f"is in row {at} already, for the same course; it counts once"
            yield _warning(table, "repeated-outcome", row, "outcome", outcome, message, "Take one of them out")


def _blank(table: Table) -> Iterator[Finding]:
    """Yield the rows without an outcome that nothing else explains: not the first of their course, or bare of all."""
    about = pl.any_horizontal(pl.col("title", "credits", "term", "prerequisites", "description").is_not_null())
    explained = pl.col("course").is_first_distinct() & about
    taught = pl.col("outcome").is_not_null().any().over("course")
    blank = pl.col("outcome").is_null() & pl.col("course").is_not_null() & taught & ~explained
    for row in table.frame.filter(blank)["row"]:
        message = "is empty; no outcome is read from this row"
        yield _warning(table, "empty-cell", row, "outcome", "", message, "Write the outcome, or take the row out")


def _silent(table: Table) -> Iterator[Finding]:
    known = table.frame.filter(pl.col("course").is_not_null())
    silent = known.filter(pl.col("outcome").is_null().all().over("course")).unique(
        "course", keep="first", maintain_order=True
    )
    for row, course, code, title in silent.select("row", "course", "code", "title").iter_rows():
        message = "is a course without any learning outcome; nothing can be matched for it"
        column = "code" if code else "title"
        yield _warning(table, "no-outcome", row, column, code or title or course, message, "Write what it teaches")


def _strange_prerequisites(table: Table) -> Iterator[Finding]:
    """Yield the prerequisites that are no course of the file, each once for a course, however many rows this has.

    A file of one course, such as a syllabus, can hold none of them; nothing is said there.
    """
    if table.frame["course"].drop_nulls().n_unique() < SEVERAL:
        return
    codes = table.frame["code"].drop_nulls().to_list()
    courses = {_joined(code) for code in codes}
    prefixes = {letters[0].casefold() for code in codes if (letters := _LETTERS.match(code))}
    told: set[tuple[str | None, str]] = set()
    said = table.frame.select("row", "course", "prerequisites").filter(pl.col("prerequisites").is_not_null())
    for row, of, cell in said.iter_rows():
        for part in _PARTS.split(cell):
            course, named = _COURSE.fullmatch(part), (of, _joined(part))
            if course and course[1].casefold() in prefixes and named[1] not in courses and named not in told:
                told.add(named)
                message = "is no course of this file"
                remedy = "Correct it if it is meant to be one"
                yield _warning(table, "unknown-prerequisite", row, "prerequisites", part, message, remedy)


def _joined(code: str) -> str:
    """Return the slug of a course as it may be written where it is only referred to: ``W1`` for ``W 1``."""
    return course_slug(code).replace("-", "")


def _warning(table: Table, code: str, row: int, column: str, value: str, message: str, remedy: str) -> Finding:
    return Finding(
        code=code,
        severity=Severity.WARNING,
        file=table.name,
        row=row,
        column=table.headers.get(column, column),
        value=value if len(value) <= QUOTED else f"{value[:QUOTED]}\u2026",
        message=message,
        remedy=remedy,
    )
