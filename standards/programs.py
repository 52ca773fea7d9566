"""College programs: a spreadsheet of courses and learning outcomes, in the shapes that colleges keep."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

import polars as pl

from ontology.errors import RefusedError
from ontology.identifiers import Identifiers, slug
from ontology.records import Course, Iri, LearningOutcome, Program, Record, Text
from ontology.report import Finding, Report, Severity
from standards.archives import ArchivedFile
from standards.consistency import course_slug, inconsistencies
from standards.credits import credit_rules, read_credits
from standards.headers import likely, listed, misspelled, strangers
from standards.matching.items import items
from standards.sheets import Heading, find_headings, fitting, judge_sheets
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
        ("Course", "Course No.", "Course number", "Course num", "Course ID", "Catalog number"),
        required=False,
        merged=True,
    ),
    Column("title", "Course title", ("Title", "Course name"), required=False),
    Column("credits", "Credits", ("Cr", "Credit hours", "Units"), required=False),
    Column("term", "Term", ("Quarter", "Semester"), required=False),
    Column("prerequisites", "Prerequisites", ("Prereq", "Prereqs", "Prerequisite"), required=False),
    Column("description", "Description", ("Course description",), required=False),
    Column(
        "outcome",
        "Learning outcomes",
        (
            *("Outcome", "Outcomes", "Learning outcome", "Student Learning Outcome", "Student Learning Outcomes"),
            *("SLO", "SLOs", "Course outcome", "Course outcomes", "Course learning outcomes"),
            *("Learning objective", "Learning objectives", "Objectives"),
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


@dataclass(frozen=True)
class Curriculum:
    """A program with all that it teaches.

    Parameters
    ----------
    courses, outcomes
        In the order of the file.
    report
        Of the file; without errors.
    rows
        Rows below the header.
    """

    program: Program
    courses: tuple[Course, ...]
    outcomes: tuple[LearningOutcome, ...]
    report: Report
    rows: int = 0

    @property
    def records(self) -> tuple[Record, ...]:
        """Everything in it."""
        return (self.program, *self.courses, *self.outcomes)

    def outcomes_of(self, course: Course) -> tuple[LearningOutcome, ...]:
        """Return what one course teaches."""
        return tuple(outcome for outcome in self.outcomes if outcome.course == course.iri)


@dataclass(frozen=True)
class ProgramFacts:
    """What is known of a program besides its file.

    Parameters
    ----------
    college
        Slug of the college that offers it.
    slug
        Of the program; made from its name where empty.
    name, award, cip
        Stand where the file says nothing.
    """

    college: str = "college"
    slug: str = ""
    name: str = ""
    award: str = ""
    cip: str = ""


def read_program(file: ArchivedFile, identifiers: Identifiers, facts: ProgramFacts | None = None) -> Curriculum:
    """Read a program from a CSV file or a spreadsheet with a row an outcome or a row a course.

    Raises
    ------
    RefusedError
        Where a cell is wrong; the report names every one.
    UnreadableError
        Where the file is no table at all.
    """
    table = program_table(file)
    if table.report.refused:
        raise RefusedError(table.report)
    return to_curriculum(table, identifiers, facts or ProgramFacts())


def program_table(file: ArchivedFile, *, skip_bad_rows: bool = False) -> Table:
    """Read and judge the rows of a program, on whichever sheet they are; bad ones may be left out, with a warning."""
    headings = find_headings(file, NAMES)
    chosen = fitting(headings, NEEDED)
    if chosen is None or not chosen.fields >= REQUIRED.keys():
        findings = _headless(file.name, headings, chosen)
        return replace(Table.nothing(file.name, COLUMNS), report=Report(findings))
    at, sheet = chosen.at, chosen.sheet
    table = read_table(file, COLUMNS, header_row=at, sheet=sheet, skip_bad_rows=skip_bad_rows)
    table = table.judge([ORPHAN, *credit_rules("credits")])
    table = replace(table, frame=table.frame.with_columns(read_credits("credits")))
    sheets = judge_sheets(file.name, headings, chosen, NEEDED)
    return replace(table, report=Report([*sheets, *table.report, *inconsistencies(table)]))


def to_curriculum(table: Table, identifiers: Identifiers, facts: ProgramFacts) -> Curriculum:
    """Return the records of a program that was read without errors."""
    frame = table.frame
    name = facts.name or _first(frame, "program") or table.name.rsplit(".", 1)[0]
    courses = tuple(_course(group, identifiers, facts.college) for group in _by_course(frame))
    taught = (outcome for group in _by_course(frame) for outcome in _outcomes(group, identifiers, facts.college))
    outcomes = tuple({outcome.iri: outcome for outcome in taught}.values())
    teaches = {c.iri: tuple(o.iri for o in outcomes if o.course == c.iri) for c in courses}
    courses = tuple(course.model_copy(update={"teaches": teaches[course.iri]}) for course in courses)
    program = Program(
        iri=Iri(identifiers.mint("program", facts.college, facts.slug or slug(name))),
        label=Text(value=name),
        award=facts.award or _first(frame, "award") or None,
        instructional_code=facts.cip or _first(frame, "cip") or None,
        offered_by=Iri(identifiers.mint("organization", facts.college)),
        courses=tuple(course.iri for course in courses),
    )
    return Curriculum(program, courses, outcomes, table.report, table.rows)


def named_college(table: Table) -> str:
    """Return the college that the rows of a program name, empty where they name none."""
    return _first(table.frame, "college")


def named_program(table: Table) -> str:
    """Return the title that the rows of a program give it, empty where they give none."""
    return _first(table.frame, "program")


def statements(cell: str) -> Iterator[str]:
    r"""Yield the outcomes in a cell: one, or a list with a lead-in; see `items` for what marks one within a line.

    Example
    -------
    >>> list(statements("Students will be able to:\n1. Weld pipes.\n2. Read prints."))
    ['Weld pipes.', 'Read prints.']
    """
    lines = [line.strip() for line in cell.splitlines() if line.strip()]
    for line in lines:
        if len(lines) == 1 or not line.endswith(":"):
            yield from items(line)


def _by_course(frame: pl.DataFrame) -> list[pl.DataFrame]:
    """Return the rows of each course; its code may be written in several ways."""
    if not frame.height:
        return []
    course = pl.col("code").map_elements(course_slug, pl.String)
    return frame.with_columns(course.alias("course")).partition_by("course", maintain_order=True)


def _first(frame: pl.DataFrame, column: str) -> str:
    return str(next(iter(frame[column].drop_nulls()), ""))


def _course(group: pl.DataFrame, identifiers: Identifiers, college: str) -> Course:
    code = _first(group, "code")
    credit = _first(group, "credits")
    description = _first(group, "description")
    return Course(
        iri=Iri(identifiers.mint("course", college, course_slug(code))),
        label=Text(value=_first(group, "title") or code),
        code=code,
        description=Text(value=description) if description else None,
        credits=float(credit) if credit else None,
        term=_first(group, "term") or None,
        prerequisites=tuple(part for part in re.split(r"\s*[,;]\s*", _first(group, "prerequisites")) if part),
    )


def _outcomes(group: pl.DataFrame, identifiers: Identifiers, college: str) -> Iterator[LearningOutcome]:
    course = course_slug(_first(group, "code"))
    for cell in group["outcome"].drop_nulls():
        for statement in statements(cell):
            yield LearningOutcome(
                iri=Iri(identifiers.mint("outcome", college, course, _digest(statement))),
                statement=Text(value=statement),
                course=Iri(identifiers.mint("course", college, course)),
            )


def _digest(statement: str) -> str:
    """Return a short name that the same words have in every import."""
    return hashlib.sha256(" ".join(statement.casefold().split()).encode()).hexdigest()[:12]


def _headless(file: str, headings: Sequence[Heading], nearest: Heading | None) -> Iterator[Finding]:
    """Yield which of the columns that a program needs are not there, with what may be meant."""
    there = nearest.headers if nearest else ()
    strange = strangers(there, [name for names in NAMES.values() for name in names])
    for field, begins in REQUIRED.items():
        if nearest is None or field not in nearest.fields:
            names = NAMES[field]
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
