"""Programs in spreadsheets: a row an outcome, or a row a course, in the shapes that colleges keep."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Final

import polars as pl

from ontology.report import Finding, Report, Severity
from standards.archives import ArchivedFile
from standards.credits import credit_rules, read_credits
from standards.curricula.column_map import ColumnMap
from standards.curricula.lines import completed, to_table
from standards.curricula.teaching_levels import level_rules, read_levels
from standards.formulas import judge_formulas
from standards.headers import OUTCOME_NAMES, key, likely, listed, misspelled, strangers
from standards.sheets import Heading, find_headings, fitting, judge_heading, judge_sheets
from standards.tables import Column, Kind, Rule, Table, read_table

CIP: Final = r"\d{2}\.\d{4}"

COLUMNS: Final = (
    Column("program", "Program", ("Program title", "Program name"), required=False),
    Column("award", "Award", ("Degree", "Credential", "Award type"), required=False),
    Column("cip", "CIP code", ("CIP 2020", "CIP"), Kind.CODE, required=False, pattern=CIP, example="51.3902"),
    Column("college", "College", ("College name", "Institution"), required=False),
    Column(
        "code",
        "Course code",
        ("Course", "Course No.", "Course number", "Course num", "Course ID", "Catalog number", "Crs", "Crs No."),
        required=False,
        merged=True,
    ),
    Column("title", "Course title", ("Title", "Course name"), required=False),
    Column("credits", "Credits", ("Cr", "Cr hrs", "Credit hours", "Credit hrs", "Units"), required=False),
    Column("term", "Term", ("Quarter", "Qtr", "Semester", "Sem"), required=False),
    Column("prerequisites", "Prerequisites", ("Prereq", "Prereqs", "Prerequisite"), required=False),
    Column("description", "Description", ("Course description",), required=False),
    Column("outcome", OUTCOME_NAMES[0], OUTCOME_NAMES[1:], required=False),
    Column(
        "level",
        "Level",
        (
            *("Teaching level", "Outcome level", "Mastery level", "Level of instruction", "I/R/M", "I/D/M", "I/P/M"),
            *("Introduced/Reinforced/Mastered", "Introduced/Developed/Mastered", "Introduced/Practiced/Mastered"),
            "Introduce/Reinforce/Master",
        ),
        required=False,
    ),
)
"""What the columns of a program may be called."""

NAMES: Final = {column.name: column.names for column in COLUMNS}

REQUIRED: Final = {
    "code": ("course", "class", "catalog", "number"),
    "outcome": ("outcome", "objective", "able", "learn", "competenc", "skill", "know", "teach", "taught"),
}
"""Columns without which there is no program, and how words begin in headers that may mean them."""

NEEDED: Final = tuple((field,) for field in REQUIRED)
"""The same, as `fitting` asks for them."""

ORPHAN: Final = Rule(
    code="empty-cell",
    column="code",
    bad=pl.col("code").is_null(),
    message="is empty, and no course stands above it",
    remedy="Write the code of the course",
)
"""What a row is without a course."""

NAMED: Final = 4
"""Names of a column that a message offers."""


FIELDS: Final = tuple(NAMES)
"""What a column map may name."""

NO_MAP: Final[ColumnMap] = MappingProxyType({})


def read_spreadsheet(file: ArchivedFile, *, skip_bad_rows: bool = False, columns: ColumnMap = NO_MAP) -> Table:
    """Read and judge the rows of a program, on whichever sheet they are.

    Parameters
    ----------
    skip_bad_rows
        Leave bad rows out, with a warning.
    columns
        What the columns of some fields are called here; any other name of these fields then does not count.

    Raises
    ------
    UnreadableError
        Where the file is no table.
    """
    wanted = [_named(column, columns) for column in COLUMNS]
    names = {column.name: column.names for column in wanted}
    headings = find_headings(file, names)
    chosen = fitting(headings, [*NEEDED, *((field,) for field in columns)])
    lacking = [*_unmapped(file.name, headings, chosen, columns)]
    if lacking or chosen is None or not chosen.fields >= REQUIRED.keys():
        findings = lacking or _headless(file.name, headings, chosen, names)
        return to_table(file.name, (), Report(findings), 0, {})
    table = read_table(file, wanted, header_row=chosen, sheet=chosen.sheet, skip_bad_rows=skip_bad_rows)
    table = table.judge([ORPHAN, *credit_rules("credits"), *level_rules("level")])
    frame = completed(table.frame.with_columns(read_credits("credits"), read_levels("level")))
    found = [
        *judge_sheets(file.name, headings, chosen, NEEDED),
        *judge_heading(file.name, chosen),
        *judge_formulas(file, chosen, names),
    ]
    return replace(table, frame=frame, report=Report([*found, *table.report]))


def is_spreadsheet(file: ArchivedFile) -> bool:
    """Whether a file is a table whose headers name courses and outcomes."""
    chosen = fitting(find_headings(file, NAMES), NEEDED)
    return chosen is not None and chosen.fields >= REQUIRED.keys()


def _named(column: Column, columns: ColumnMap) -> Column:
    """Return a column, written by people, as a map names it; no other goes by that name then."""
    if header := columns.get(column.name):
        return replace(column, header=header, aliases=(), prose=True)
    taken = {key(header) for header in columns.values()}
    names = tuple(name for name in column.names if key(name) not in taken)
    return replace(column, header=names[0], aliases=names[1:], prose=True)


def _unmapped(file: str, headings: Sequence[Heading], nearest: Heading | None, columns: ColumnMap) -> Iterator[Finding]:
    """Yield which headers of a column map are not there."""
    for field, header in columns.items():
        if nearest is None or field not in nearest.fields:
            there = nearest.headers if nearest else ()
            message = f"the column map names it for {field!r}, and there is no such column; there are {listed(there)}"
            guess = next(iter(misspelled((header,), there) or ()), "")
            remedy = f"Write {guess!r} in the map if that is meant" if guess else "Name one of these in the map"
            yield _missing(file, header, message, remedy)


def _headless(
    file: str, headings: Sequence[Heading], nearest: Heading | None, known: Mapping[str, Sequence[str]]
) -> Iterator[Finding]:
    """Yield which of the columns that a program needs are not there, with what may be meant."""
    there = nearest.headers if nearest else ()
    strange = strangers(there, [name for names in known.values() for name in names])
    for field, begins in REQUIRED.items():
        if nearest is None or field not in nearest.fields:
            names = known[field]
            guess = next(iter(misspelled(names, strange) or ()), "") or likely(strange, begins)
            yield _missing(file, names[0], _said(guess, headings), _remedy(guess, names))


def _said(guess: str, headings: Sequence[Heading]) -> str:
    if guess:
        return f"there is no such column; your column {guess!r} looks like it"
    if len(headings) > 1:
        each = "; ".join(f"sheet {heading.sheet!r} has {listed(heading.headers)}" for heading in headings)
        return f"no sheet has such a column: {each}"
    return f"there is no such column; there are {listed(headings[0].headers if headings else ())}"


def _remedy(guess: str, names: Sequence[str]) -> str:
    if guess:
        return f"Rename it to {names[0]!r} if that is meant"
    return f"Call it {', '.join(map(repr, names[: NAMED - 1]))} or {names[NAMED - 1]!r}"


def _missing(file: str, column: str, message: str, remedy: str) -> Finding:
    return Finding(
        code="missing-header", severity=Severity.ERROR, file=file, column=column, message=message, remedy=remedy
    )
