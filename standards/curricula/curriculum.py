"""Curricula: a program with its courses and what they teach, whatever file it came from."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePath

import polars as pl

from ontology.identifiers import Identifiers, slug
from ontology.records import Course, Iri, LearningOutcome, ListItem, Program, Record, Text
from ontology.report import Report
from standards.consistency import course_key
from standards.curricula.addresses import StoredAddresses
from standards.curricula.listing import listing
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
        Rows below the header, or entries of another list.
    places
        The order of the file: each course, and behind it what it teaches.
    college
        Its name, where the file says it.
    """

    program: Program
    courses: tuple[Course, ...]
    outcomes: tuple[LearningOutcome, ...]
    report: Report
    rows: int = 0
    places: tuple[ListItem, ...] = ()
    college: str = ""

    @property
    def records(self) -> tuple[Record, ...]:
        """Everything in it."""
        return (self.program, *self.courses, *self.outcomes, *self.places)

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
    local
        Part under which addresses are minted where it is another, because the program had them before its college was
        named.
    """

    college: str = "college"
    slug: str = ""
    name: str = ""
    award: str = ""
    cip: str = ""
    local: str = ""

    @property
    def under(self) -> str:
        """Part under which addresses are minted."""
        return self.local or self.college


def _places(courses: Iterable[Course], local: Iterable[str], identifiers: Identifiers) -> Iterator[ListItem]:
    """Yield a place for each course, and behind it one for each outcome that it teaches."""
    items = (item for course in courses for item in (course.iri, *course.teaches))
    for position, item in enumerate(items, 1):
        yield ListItem(iri=Iri(identifiers.mint("place", *local, str(position))), item=item, position=position)


def _teaching(courses: Iterable[Course], outcomes: Iterable[LearningOutcome]) -> Iterator[Course]:
    """Yield courses with the outcomes that each teaches."""
    teaches: dict[str, list[Iri]] = {}
    for outcome in outcomes:
        teaches.setdefault(outcome.course, []).append(outcome.iri)
    yield from (course.model_copy(update={"teaches": tuple(teaches.get(course.iri, ()))}) for course in courses)


def to_curriculum(table: Table, identifiers: Identifiers, facts: ProgramFacts) -> Curriculum:
    """Return the records of a program that was read without errors.

    Addresses that the file gives stay as they are; the others are minted from what the college calls a course, and
    from the words of an outcome.
    """
    frame = table.frame
    name = facts.name or _first(frame, "program") or table.name.rsplit(".", 1)[0]
    groups = _by_course(frame)
    courses = tuple(_course(group, identifiers, facts.under) for group in groups)
    taught = (
        outcome
        for group, course in zip(groups, courses, strict=True)
        for outcome in _outcomes(group, course, identifiers, facts.under)
    )
    outcomes = tuple({outcome.iri: outcome for outcome in taught}.values())
    courses = tuple(_teaching(courses, outcomes))
    local = (facts.under, facts.slug or slug(name))
    places = tuple(_places(courses, local, identifiers))
    program = Program(
        iri=Iri(_first(frame, "program_iri") or identifiers.mint("program", *local)),
        label=Text(value=name),
        award=facts.award or _first(frame, "award") or None,
        instructional_code=facts.cip or _first(frame, "cip") or None,
        offered_by=Iri(identifiers.mint("organization", facts.college)),
        courses=tuple(course.iri for course in courses),
        sequence=tuple(place.iri for place in places),
    )
    return Curriculum(program, courses, outcomes, table.report, table.rows, places, named_college(table))


def own_facts(table: Table, file: str, stored: StoredAddresses | None = None) -> ProgramFacts:
    """Return what stands for a program by its file alone: the file's name, also for a college that it does not name.

    So a program has the same addresses when it is aligned from its file and when it is imported on its own; those that
    it has in the knowledge base it keeps, whether or not its college is named this time.

    Parameters
    ----------
    stored
        What is known of a program of that file's name in the knowledge base.
    """
    name, college = program_slug(file), named_college(table)
    kept = stored.local if stored and stored.hold_for(college) else ""
    return ProgramFacts(college=slug(college) or name, slug=name, local=kept)


def program_slug(file: str) -> str:
    """Return the slug of a program by its file's name."""
    return slug(PurePath(file).stem) or "list"


def named_college(table: Table) -> str:
    """Return the college that the rows of a program name, empty where they name none."""
    return _first(table.frame, "college")


def named_program(table: Table) -> str:
    """Return the title that the rows of a program give it, empty where they give none."""
    return _first(table.frame, "program")


def _by_course(frame: pl.DataFrame) -> list[pl.DataFrame]:
    """Return the lines of each course; its code may be written in several ways."""
    keyed = frame.with_columns(course_key(frame)).filter(pl.col("course").is_not_null())
    return keyed.partition_by("course", maintain_order=True) if keyed.height else []


def _first(frame: pl.DataFrame, column: str) -> str:
    return next((str(cell) for cell in frame[column].to_list() if cell is not None), "")


def _course(group: pl.DataFrame, identifiers: Identifiers, college: str) -> Course:
    code = _first(group, "code")
    credit = _first(group, "credits")
    description = _first(group, "description")
    key = str(group["course"][0])
    return Course(
        iri=Iri(_first(group, "course_iri") or identifiers.mint("course", college, key)),
        label=Text(value=_first(group, "title") or code or key),
        code=code or None,
        description=Text(value=description) if description else None,
        credits=float(credit) if credit else None,
        term=_first(group, "term") or None,
        prerequisites=tuple(part for part in re.split(r"\s*[,;]\s*", _first(group, "prerequisites")) if part),
    )


def _outcomes(group: pl.DataFrame, course: Course, identifiers: Identifiers, college: str) -> Iterator[LearningOutcome]:
    course_key = str(group["course"][0])
    columns = ("outcome", "level", "outcome_iri", "outcome_key", "outcome_code", "language")
    stated = group.filter(pl.col("outcome").is_not_null())
    for outcome, level, iri, key, code, language in stated.select(columns).iter_rows():
        for statement in _statements(outcome, iri, key):
            minted = identifiers.mint("outcome", college, course_key, key or _digest(statement))
            yield LearningOutcome(
                iri=Iri(iri or minted),
                statement=Text(value=statement, language=language.lower()),
                code=code,
                course=course.iri,
                level=Iri(level) if level else None,
            )


def outcome_count(frame: pl.DataFrame) -> int:
    """Return how many outcomes lines state: each once a course, as `to_curriculum` has them."""
    keyed = frame.with_columns(course_key(frame)).filter(pl.col("course").is_not_null())
    stated = keyed.select("course", "outcome", "outcome_iri", "outcome_key").filter(pl.col("outcome").is_not_null())
    return len(
        {
            iri or (course, key or _digest(statement))
            for course, outcome, iri, key in stated.iter_rows()
            for statement in _statements(outcome, iri, key)
        }
    )


def _statements(outcome: str, iri: str | None, key: str | None) -> tuple[str, ...]:
    """Return what a line states: one outcome where it has an address or a key, else what its list has."""
    return (outcome,) if iri or key else listing(outcome).statements


def _digest(statement: str) -> str:
    """Return a short name that the same words have in every import."""
    return hashlib.sha256(" ".join(statement.casefold().split()).encode()).hexdigest()[:12]
