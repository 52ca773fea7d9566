"""The curriculum map as tables: suggestions to review, and coverage by competency."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Final

from pathways.coverage.curriculum_map import CurriculumMap
from standards.workbook import Cell, Table, literal, write_workbook

COLUMNS: Final = (
    *("course_code", "course_title", "outcome", "competency_code", "competency", "category", "confidence"),
    *("shared_words", "decision", "outcome_address", "competency_address"),
)
"""Of the suggestions; the reviewer fills ``decision``."""

GAP: Final = "Not taught"


def to_csv(curriculum: CurriculumMap) -> str:
    """Return the suggestions as CSV (RFC 4180), then the gaps; no cell is a formula to a spreadsheet."""
    table = io.StringIO(newline="")
    writer = csv.writer(table)
    writer.writerow(COLUMNS)
    for row in (*_suggestions(curriculum), *_gaps(curriculum)):
        writer.writerow([literal(cell) for cell in row])
    return table.getvalue()


def to_workbook(curriculum: CurriculumMap) -> bytes:
    """Return a workbook: the courses by competency, and the suggestions to review."""
    codes = [course.code or course.label for course in curriculum.courses]
    grid = Table(
        "Competencies by course",
        ("Category", "Code", "Competency", "Courses", *codes),
        list(_grid(curriculum)),
        (26, 12, 36, 9, *[9] * len(codes)),
    )
    columns = [column.replace("_", " ").capitalize() for column in COLUMNS]
    widths = (12, 30, 60, 14, 34, 26, 11, 26, 12, 20, 20)
    review = Table("Outcomes to review", columns, list(_suggestions(curriculum)), widths)
    return write_workbook(f"{curriculum.label}: {curriculum.framework_label}", [grid, review])


def _suggestions(curriculum: CurriculumMap) -> Iterator[list[Cell]]:
    listed = {competency.iri: competency for competency in curriculum.competencies}
    for course in curriculum.courses:
        for outcome in course.outcomes:
            start: list[Cell] = [course.code, course.label, outcome.statement]
            for suggestion in outcome.suggestions:
                competency = listed[suggestion.iri]
                found: list[Cell] = [competency.code, suggestion.label, competency.group, suggestion.confidence]
                yield [*start, *found, " ".join(suggestion.common), "", outcome.iri, suggestion.iri]
            if not outcome.suggestions:
                yield [*start, "", "No match", "", None, "", "", outcome.iri, ""]


def _gaps(curriculum: CurriculumMap) -> Iterator[list[Cell]]:
    for competency in curriculum.gaps:
        yield ["", GAP, "", competency.code, competency.label, competency.group, None, "", "", "", competency.iri]


def _grid(curriculum: CurriculumMap) -> Iterator[list[Cell]]:
    for competency in curriculum.competencies:
        by_course = {teaching.course: teaching.confidence for teaching in competency.taught_by}
        cells: list[Cell] = [by_course.get(course.iri) for course in curriculum.courses]
        yield [competency.group, competency.code, competency.label, len(by_course) or GAP, *cells]
