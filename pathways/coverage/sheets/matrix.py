"""The matrix as a sheet: a row for each competency, a column for each course."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from pathways.coverage.curriculum_map import CurriculumMap
from pathways.coverage.disputes import MEANING, disputed_words, shade
from pathways.coverage.level_wording import level_letter, levels_legend
from pathways.coverage.sheets.colors import COLORS
from pathways.coverage.teaching import Teaching
from pathways.coverage.wording import sureness
from standards.workbook import Cell, Place, Table

GRID: Final = 60
"""Courses that have a column of their own in the workbook."""

START: Final = ("Category", "Code", "Competency", "Standing", "Courses", "Credits")
"""Columns before those of the courses."""

READING: Final = (
    "A percentage is the confidence of a suggestion; “accepted” means that a reviewer accepted it. The credits of a "
    "course are shared evenly over its outcomes."
)
"""What stands below the matrix, behind what its letters mean."""


def matrix_sheet(curriculum: CurriculumMap) -> Table:
    """Return who teaches what at a glance: I, R, M and how sure it is."""
    courses = curriculum.in_order
    rows: list[list[Cell]] = []
    colors: dict[Place, str] = {}
    for row, competency in enumerate(curriculum.competencies):
        by_course = {teaching.course: teaching for teaching in competency.taught_by}
        cells = [by_course.get(course.iri) for course in courses]
        disputed = curriculum.in_dispute(competency)
        standing = disputed_words(competency.standing.value, disputed=disputed)
        start: list[Cell] = [competency.group, competency.code, competency.called, standing]
        rows.append([*start, len(by_course), rounded(competency.credits), *(_cell(cell) for cell in cells)])
        colors[row, START.index("Standing")] = COLORS[shade(competency.standing, disputed=disputed)]
        colors.update({(row, len(START) + at): _color(cell) for at, cell in enumerate(cells) if cell})
    widths = (*_widths(curriculum), 15, 10, 10, *[12] * len(courses))
    columns = (*START, *(course.name for course in courses))
    legend = levels_legend(declared=curriculum.declares_levels, inferred=curriculum.infers_levels)
    foot = (f"{legend} {READING}", *((MEANING,) if curriculum.disputed else ()))
    table = Table("Competencies by course", columns, rows, widths, foot=foot, frozen=3, filtered=True)
    notes = {at: course.label for at, course in enumerate(courses, start=len(START)) if course.code}
    return replace(table, decimals={START.index("Credits"): 2}, colors=colors, notes=notes, landscape=True)


def _widths(curriculum: CurriculumMap) -> tuple[int, int, int]:
    """Return the widths of category, code and competency: most of them on one line."""
    category = max((len(one.group) for one in curriculum.competencies), default=0)
    code = max((len(one.code) for one in curriculum.competencies), default=0)
    competency = max((len(one.called) for one in curriculum.competencies), default=0)
    return min(max(category, 14), 40), min(max(code + 2, 12), 20), min(max(competency, 24), 44)


def _cell(teaching: Teaching | None) -> Cell:
    """Return level and sureness: ``M accepted``, ``(I) 98%``, or ``98%`` alone where nothing says how far it goes."""
    if teaching is None:
        return None
    sure = disputed_words(sureness(teaching), disputed=teaching.disputed)
    return f"{level_letter(teaching.level, declared=teaching.declared)} {sure}".lstrip()


def _color(teaching: Teaching) -> str:
    return COLORS[shade(teaching.standing, disputed=teaching.disputed)]


def rounded(credits_: float | None) -> float | None:
    """Return credits to a thousandth: eighths are exact."""
    return None if credits_ is None else round(credits_, 3)
