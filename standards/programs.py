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
from standards.headers import advice, listed
from standards.matching.statements import unlisted
from standards.tables import Column, Kind, Table, read_table

COLUMNS: Final = (
    Column("program", "Program", ("Program title", "Program name"), required=False),
    Column("award", "Award", ("Degree", "Credential", "Award type"), required=False),
    Column("cip", "CIP code", ("CIP 2020", "CIP"), Kind.CODE, required=False, pattern=r"\d{2}\.\d{4}"),
    Column("college", "College", ("College name", "Institution"), required=False),
    Column(
        "code",
        "Course code",
        ("Course", "Course No.", "Course number", "Course num", "Course ID", "Catalog number"),
        required=False,
    ),
    Column("title", "Course title", ("Title", "Course name"), required=False),
    Column("credits", "Credits", ("Cr", "Credit hours", "Units"), Kind.DECIMAL, required=False, lowest=0, highest=60),
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

MERGED: Final = ("college", "program", "award", "cip", "code", "title")
"""Columns whose cells may be merged over several rows."""


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
    """Read and judge the rows of a program; bad ones may be left out, with a warning."""
    table = read_table(file, COLUMNS, header_row=None, skip_bad_rows=skip_bad_rows)
    missing = [column for column in COLUMNS if column.name in {"code", "outcome"} and column.name not in table.headers]
    if missing:
        strange = [finding.column for finding in table.report if finding.code == "unknown-header"]
        findings = (_missing(file.name, column, strange) for column in missing)
        return replace(table, report=Report([*table.report, *findings]))
    frame = table.frame.with_columns(pl.col(MERGED).forward_fill())
    orphans = frame.filter(pl.col("code").is_null())["row"]
    findings = (_orphan(file.name, row, table.headers["code"]) for row in orphans)
    return replace(table, frame=frame, report=Report([*table.report, *findings]))


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
    r"""Yield the outcomes in a cell: one, or a list with a lead-in line.

    Example
    -------
    >>> list(statements("Students will be able to:\n1. Weld pipes.\n2. Read prints."))
    ['Weld pipes.', 'Read prints.']
    """
    lines = [line.strip() for line in cell.splitlines() if line.strip()]
    for line in lines:
        if len(lines) == 1 or not line.endswith(":"):
            yield unlisted(line)


def _by_course(frame: pl.DataFrame) -> list[pl.DataFrame]:
    return frame.partition_by("code", maintain_order=True) if frame.height else []


def _first(frame: pl.DataFrame, column: str) -> str:
    return str(next(iter(frame[column].drop_nulls()), ""))


def _course(group: pl.DataFrame, identifiers: Identifiers, college: str) -> Course:
    code = _first(group, "code")
    credit = _first(group, "credits")
    description = _first(group, "description")
    return Course(
        iri=Iri(identifiers.mint("course", college, slug(code))),
        label=Text(value=_first(group, "title") or code),
        code=code,
        description=Text(value=description) if description else None,
        credits=float(credit) if credit else None,
        term=_first(group, "term") or None,
        prerequisites=tuple(part for part in re.split(r"\s*[,;]\s*", _first(group, "prerequisites")) if part),
    )


def _outcomes(group: pl.DataFrame, identifiers: Identifiers, college: str) -> Iterator[LearningOutcome]:
    course = slug(_first(group, "code"))
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


def _missing(file: str, column: Column, strange: Sequence[str]) -> Finding:
    message = f"no column has one of the names {listed(column.names)}"
    return Finding(
        code="missing-header",
        severity=Severity.ERROR,
        file=file,
        column=column.header,
        message=f"{message}; of those there are, {listed(strange)} are not known" if strange else message,
        remedy=advice(column.names, strange),
    )


def _orphan(file: str, row: int, column: str) -> Finding:
    return Finding(
        code="empty-cell",
        severity=Severity.ERROR,
        file=file,
        row=row,
        column=column,
        message="is empty, and no course stands above it",
        remedy="Write the code of the course",
    )
