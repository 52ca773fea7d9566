"""Outcomes as learning platforms keep them: entries in a hierarchy, of which groups stand for courses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from standards.curricula.hierarchy import Group, Groups, course_of, program_of
from standards.curricula.lines import Line


@dataclass(frozen=True)
class PlatformOutcome:
    """An outcome of a learning platform.

    Parameters
    ----------
    row
        Of the file.
    parents
        Keys of the groups that hold it.
    """

    row: int
    key: str
    statement: str
    parents: tuple[str, ...] = ()
    code: str | None = None


def platform_lines(outcomes: Sequence[PlatformOutcome], groups: Groups, root: Group) -> Iterator[Line]:
    """Yield the lines of a program: each outcome in each course that holds it.

    Parameters
    ----------
    root
        Stands for the course of what no group holds.
    """
    placed = [(outcome, course) for outcome in outcomes for course in _courses(outcome, groups, root)]
    program = program_of({course.key for _, course in placed if course is not root}, groups) or None
    for outcome, course in placed:
        named = course.named
        yield Line(
            row=outcome.row,
            program=program,
            course=course.key,
            code=named.code,
            title=named.title,
            credits=named.credits,
            description=course.description,
            outcome=outcome.statement,
            outcome_key=outcome.key,
            outcome_code=outcome.code,
        )


def _courses(outcome: PlatformOutcome, groups: Groups, root: Group) -> list[Group]:
    found = {course.key: course for parent in outcome.parents if (course := course_of(parent, groups))}
    return list(found.values()) or [root]
