"""The curriculum map as tables: suggestions to review, and coverage by competency."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Final

from pathways.coverage.curriculum_map import CurriculumMap
from pathways.coverage.outcomes import OutcomeMatch
from standards.workbook import Cell, Table, literal, write_workbook

CONSIDER: Final = ("to_consider_1", "to_consider_2", "to_consider_3")
"""Of what comes nearest to an outcome that matches none; it counts nowhere unless the reviewer accepts it."""

COLUMNS: Final = (
    *("course_code", "course_title", "outcome", "competency_code", "competency", "category", "confidence"),
    *("shared_words", *CONSIDER, "decision", "outcome_address", "competency_address", "to_consider_addresses"),
)
"""Of the suggestions; the reviewer fills ``decision``."""

WIDTHS: Final = (12, 30, 60, 14, 34, 26, 11, 26, 30, 30, 30, 12, 20, 20, 20)

GAP: Final = "Not taught"

NONE: Final = "No match"


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
    review = Table("Outcomes to review", columns, list(_suggestions(curriculum)), WIDTHS)
    unused = _unused(curriculum)
    tables = [_without(grid, unused), _without(review, unused)]
    return write_workbook(f"{curriculum.label}: {curriculum.framework_label}", tables)


def _unused(curriculum: CurriculumMap) -> set[str]:
    """Return the headers of what no competency of the framework has."""
    codes = {"Code", "Competency code"} if not any(c.code for c in curriculum.competencies) else set()
    groups = {"Category"} if not any(c.group for c in curriculum.competencies) else set()
    return codes | groups


def _without(table: Table, headers: set[str]) -> Table:
    kept = [place for place, column in enumerate(table.columns) if column not in headers]
    rows = [[row[place] for place in kept] for row in table.rows]
    return Table(table.name, [table.columns[at] for at in kept], rows, [table.widths[at] for at in kept])


def _suggestions(curriculum: CurriculumMap) -> Iterator[list[Cell]]:
    listed = {competency.iri: competency for competency in curriculum.competencies}
    for course in curriculum.courses:
        for outcome in course.outcomes:
            start: list[Cell] = [course.code, course.label, outcome.statement]
            for suggestion in outcome.suggestions:
                competency = listed[suggestion.iri]
                found: list[Cell] = [competency.code, suggestion.label, competency.group, suggestion.confidence]
                shared = " ".join(suggestion.common)
                yield [*start, *found, shared, *[""] * len(CONSIDER), "", outcome.iri, suggestion.iri, ""]
            if not outcome.suggestions:
                addresses = " ".join(suggestion.iri for suggestion in outcome.considered)
                yield [*start, "", NONE, "", None, "", *_considered(outcome), "", outcome.iri, "", addresses]


def _considered(outcome: OutcomeMatch) -> list[Cell]:
    """Return cells with what comes nearest and its confidence, blank where there is no more."""
    said = [f"{s.label} ({s.certainty:.0%}, not counted)" for s in outcome.considered[: len(CONSIDER)]]
    return [*said, *[""] * (len(CONSIDER) - len(said))]


def _gaps(curriculum: CurriculumMap) -> Iterator[list[Cell]]:
    for competency in curriculum.gaps:
        start: list[Cell] = ["", GAP, "", competency.code, competency.label, competency.group, None, ""]
        yield [*start, *[""] * len(CONSIDER), "", "", competency.iri, ""]


def _grid(curriculum: CurriculumMap) -> Iterator[list[Cell]]:
    for competency in curriculum.competencies:
        by_course = {teaching.course: teaching.confidence for teaching in competency.taught_by}
        cells: list[Cell] = [by_course.get(course.iri) for course in curriculum.courses]
        yield [competency.group, competency.code, competency.label, len(by_course) or GAP, *cells]
