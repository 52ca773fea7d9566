"""The matrix on a page: competencies by course, or, for a program of many courses, a list of courses in each row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from itertools import groupby
from typing import Final

from ontology.records import Iri
from pathways.coverage.curriculum_map import CompetencyCoverage, CurriculumMap
from pathways.coverage.outcomes import CourseMatch
from pathways.coverage.pages.markup import MARKS, Link, anchor, name
from pathways.coverage.proposal import Standing
from pathways.coverage.teaching import Teaching
from pathways.coverage.wording import LETTERS, credits_words, level_words, sureness

COLUMNS: Final = 18
"""Courses that have a column of their own; more do not fit on a screen or a sheet of paper."""


def wide(curriculum: CurriculumMap) -> bool:
    """Whether each course has a column."""
    return len(curriculum.courses) <= COLUMNS


def grid(curriculum: CurriculumMap, link: Link) -> Iterator[str]:
    """Yield the matrix."""
    columns = wide(curriculum)
    yield '<div class="scroll" tabindex="0" role="region" aria-labelledby="table-title"><table class="grid"><thead><tr>'
    yield '<th scope="col" class="corner">Competency</th><th scope="col" class="count">Courses</th>'
    spent = any(competency.credits is not None for competency in curriculum.competencies)
    if spent:
        yield '<th scope="col" class="count">Credits</th>'
    if columns:
        yield from (_heading(course) for course in curriculum.in_order)
    else:
        yield '<th scope="col" class="where">Where</th>'
    yield "</tr></thead>"
    width = 2 + spent + (len(curriculum.courses) if columns else 1)
    for group, competencies in groupby(curriculum.competencies, key=lambda competency: competency.group):
        yield "<tbody>"
        if group:
            yield f'<tr class="group"><th scope="rowgroup" colspan="{width}"><span>{escape(group)}</span></th></tr>'
        yield from (_row(one, curriculum.in_order, link, wide=columns, spent=spent) for one in competencies)
        yield "</tbody>"
    yield "</table></div>"


def _heading(course: CourseMatch) -> str:
    title = f'<span class="turned"><b>{escape(course.code)}</b> {escape(course.label)}</span>'
    return f'<th scope="col" class="course"><a href="#{anchor(course.iri)}">{title}</a></th>'


def _row(competency: CompetencyCoverage, courses: Sequence[CourseMatch], link: Link, *, wide: bool, spent: bool) -> str:
    """Return the row of a competency.

    Parameters
    ----------
    wide
        Whether each course has a column.
    spent
        Whether there is a column of credits.
    """
    by_course = {teaching.course: teaching for teaching in competency.taught_by}
    cells = "".join(_cell(by_course.get(course.iri)) for course in courses) if wide else _where(by_course, courses)
    number = str(len(by_course)) if by_course else Standing.ABSENT.value
    kind = "" if by_course else ' class="gap"'
    title = name(competency.iri, competency.label, link, competency.code)
    counts = f'<td class="count">{number}</td>'
    if spent:
        counts += f'<td class="count">{credits_words(competency.credits)}</td>'
    return f'<tr{kind}><th scope="row">{title}</th>{counts}{cells}</tr>'


def _cell(teaching: Teaching | None) -> str:
    if teaching is None:
        return "<td></td>"
    return f'<td class="{MARKS[teaching.standing]}">{_taught(teaching)}</td>'


def _taught(teaching: Teaching, course: str = "") -> str:
    """Return level and sureness, leading to the outcome behind them; the words in full for those who do not see it."""
    star = "*" if teaching.declared else ""
    unseen = f'<span class="unseen">, {level_words(teaching)}, {teaching.standing.value}</span>'
    said = f"<b>{LETTERS[teaching.level]}{star}</b> {sureness(teaching)}{unseen}"
    return f'<a href="#{anchor(teaching.outcomes[0])}">{escape(course)} {said}</a>'


def _where(by_course: Mapping[Iri, Teaching], courses: Sequence[CourseMatch]) -> str:
    taught = ((course, by_course[course.iri]) for course in courses if course.iri in by_course)
    chips = (
        f'<span class="chip {MARKS[teaching.standing]}">{_taught(teaching, course.name)}</span>'
        for course, teaching in taught
    )
    return f'<td class="where">{" ".join(chips)}</td>'
