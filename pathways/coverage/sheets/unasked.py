"""Outcomes that match nothing as a sheet, with what comes nearest."""

from __future__ import annotations

from pathways.coverage.curriculum_map import CurriculumMap
from pathways.coverage.sheets.suggestion import considered
from standards.workbook import Cell, Table


def unasked_sheet(curriculum: CurriculumMap) -> Table:
    """Return the outcomes that match nothing, with what comes nearest."""
    rows: list[list[Cell]] = [
        [course.code, course.label, outcome.statement, *considered(outcome)]
        for course in curriculum.courses
        for outcome in course.outcomes
        if not outcome.suggestions
    ]
    columns = ("Course", "Title", "Outcome", "Nearest 1", "Nearest 2", "Nearest 3")
    widths = (13, 32, 56, 36, 36, 36)
    return Table("Outcomes that match nothing", columns, rows, widths, frozen=1, filtered=True, landscape=True)
