"""Curricula: a program with its courses and what they teach, whatever file it came from."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass

import polars as pl

from ontology.identifiers import Identifiers, slug
from ontology.records import Course, Iri, LearningOutcome, Program, Record, Text
from ontology.report import Report
from standards.consistency import course_slug
from standards.matching.items import items
from standards.tables import Table


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
