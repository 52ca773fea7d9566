"""The matrix on a page: competencies by course, or, for a program of many courses, a list of courses in each row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby
from typing import Final

from ontology.records import Iri
from pathways.coverage.curriculum_map import CompetencyCoverage, CurriculumMap
from pathways.coverage.disputes import DISPUTED, disputed_words
from pathways.coverage.level_wording import level_letter, level_words
from pathways.coverage.outcomes import CourseMatch
from pathways.coverage.pages.markup import Link, anchor, name
from pathways.coverage.pages.standings import key, mark
from pathways.coverage.pages.tables import grouped, rows_under, td, th, tr
from pathways.coverage.proposal import Standing
from pathways.coverage.teaching import Teaching
from pathways.coverage.wording import credits_words, percent

COLUMNS: Final = 18
"""Courses that have a column of their own; more do not fit on a screen or a sheet of paper."""

LONGEST: Final = 10
"""Characters of a course code that stands over a column."""

START: Final = 25.0
"""Width in rem of competency, number of courses, credits and the margins of the page."""

COLUMN: Final = 3.25
"""Width in rem of a course."""

ACCEPTED: Final = "✓"
"""What stands for a suggestion that a reviewer accepted, in a narrow cell."""


@dataclass(frozen=True)
class Head:
    """A course over its column: a short name, which the list of courses under the table explains."""

    course: CourseMatch
    short: str

    @property
    def link(self) -> str:
        """Return the short name, leading to the course."""
        return f'<a href="#{anchor(self.course.iri)}" title="{escape(self.course.label)}">{escape(self.short)}</a>'


def wide(curriculum: CurriculumMap) -> bool:
    """Whether each course has a column."""
    return len(curriculum.courses) <= COLUMNS


def narrow(curriculum: CurriculumMap) -> float:
    """Return the width in rem up to which the columns do not fit."""
    return START + COLUMN * len(curriculum.courses) if wide(curriculum) else 2 * START


def heads(curriculum: CurriculumMap) -> list[Head]:
    """Return the courses in their order; by code, or by number where the code is long or missing."""
    return [
        Head(course, course.code if 0 < len(course.code) <= LONGEST else f"#{place}")
        for place, course in enumerate(curriculum.in_order, start=1)
    ]


def grid(curriculum: CurriculumMap, link: Link) -> Iterator[str]:
    """Yield the matrix, and under it what its short heads mean."""
    columns = heads(curriculum)
    spent = any(competency.credits is not None for competency in curriculum.competencies)
    first = [th("Competency", kind="corner"), th("Courses", kind="count courses")]
    if spent:
        first.append(th("Credits", kind="count"))
    where = [th(head.link, kind="course") for head in columns] if wide(curriculum) else [th("Where")]
    width = len(first) + len(where)
    bodies = (
        grouped(group, (_row(one, columns, link, curriculum, spent=spent) for one in competencies), width)
        for group, competencies in groupby(curriculum.competencies, key=lambda competency: competency.group)
    )
    taught = [teaching for competency in curriculum.taught for teaching in competency.taught_by]
    yield key((teaching.standing for teaching in taught if not teaching.disputed), disputed=bool(curriculum.disputed))
    yield from rows_under((*first, *where), bodies, "Competencies by course", "grid fits")
    if wide(curriculum):
        yield from _legend(columns)


def _legend(columns: Iterable[Head]) -> Iterator[str]:
    yield '<ul class="legend" aria-label="Courses of the table">'
    for head in columns:
        yield f"<li><b>{head.link}</b> {escape(head.course.label)}{head.course.several}</li>"
    yield "</ul>"


def _row(
    competency: CompetencyCoverage, columns: Sequence[Head], link: Link, curriculum: CurriculumMap, *, spent: bool
) -> str:
    """Return the row of a competency.

    Parameters
    ----------
    spent
        Whether there is a column of credits.
    """
    by_course = {teaching.course: teaching for teaching in competency.taught_by}
    absent = disputed_words(Standing.ABSENT.value, disputed=curriculum.in_dispute(competency))
    number = str(len(by_course)) if by_course else absent
    title = name(competency.iri, competency.called, link, competency.code)
    cells = [th(title, "row"), td(number, "count courses")]
    if spent:
        words = credits_words(competency.credits)
        cells.append(td(words, "count", "Credits" if words else ""))
    if len(columns) <= COLUMNS:
        cells += [_cell(by_course.get(head.course.iri), head) for head in columns]
    else:
        cells.append(td(_where(by_course, columns), "where"))
    return tr(cells, "" if by_course else "gap")


def _cell(teaching: Teaching | None, head: Head) -> str:
    return td("") if teaching is None else td(_taught(teaching), _mark(teaching), head.short)


def _mark(teaching: Teaching) -> str:
    return mark(teaching.standing, disputed=teaching.disputed)


def _taught(teaching: Teaching, course: str = "") -> str:
    """Return level and sureness, leading to the outcome behind them; the words in full for those who do not see it."""
    letter = level_letter(teaching.level, declared=teaching.declared)
    sure = ACCEPTED if teaching.standing is Standing.TAUGHT else percent(teaching.confidence)
    words = filter(None, (level_words(teaching.level, declared=teaching.declared), teaching.standing.value))
    dispute = f" <small>{DISPUTED}</small>" if teaching.disputed else ""
    said = f'{f"<b>{letter}</b> " if letter else ""}{sure}{dispute}<span class="unseen">, {", ".join(words)}</span>'
    return f'<a href="#{anchor(teaching.outcomes[0])}">{escape(course)} {said}</a>'


def _where(by_course: Mapping[Iri, Teaching], columns: Iterable[Head]) -> str:
    taught = ((head.course, by_course[head.course.iri]) for head in columns if head.course.iri in by_course)
    chips = (
        f'<span class="chip {_mark(teaching)}">{_taught(teaching, course.name)}</span>' for course, teaching in taught
    )
    return " ".join(chips)
