"""Who teaches what as a sheet: a row for each competency and course."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from pathways.coverage.curriculum_map import CompetencyCoverage, CurriculumMap
from pathways.coverage.outcomes import CourseMatch
from pathways.coverage.sheets.colors import COLORS
from pathways.coverage.sheets.matrix import rounded
from pathways.coverage.teaching import Teaching
from pathways.coverage.wording import level_words
from standards.workbook import Cell, Table

COLUMNS: Final = (
    *("Category", "Code", "Competency", "Course", "Title", "Term", "Level", "Bloom", "Standing", "Confidence"),
    *("Credits", "Outcomes"),
)

WIDTHS: Final = (30, 13, 32, 13, 32, 12, 20, 12, 16, 13, 10, 60)


def teachings_sheet(curriculum: CurriculumMap) -> Table:
    """Return the sheet; a row ends with the outcomes that say so."""
    known = {course.iri: course for course in curriculum.courses}
    said = {outcome.iri: outcome.statement for outcome in curriculum.outcomes}
    found = [(competency, teaching) for competency in curriculum.taught for teaching in competency.taught_by]
    rows = [
        [*_what(competency, known[teaching.course]), *_how(teaching), "\n".join(said[iri] for iri in teaching.outcomes)]
        for competency, teaching in found
    ]
    colors = {(row, COLUMNS.index("Standing")): COLORS[teaching.standing] for row, (_, teaching) in enumerate(found)}
    table = Table("Who teaches what", COLUMNS, rows, WIDTHS, frozen=3, filtered=True)
    shares, decimals = (COLUMNS.index("Confidence"),), {COLUMNS.index("Credits"): 2}
    return replace(table, shares=shares, decimals=decimals, colors=colors, landscape=True)


def _what(competency: CompetencyCoverage, course: CourseMatch) -> list[Cell]:
    return [competency.group, competency.code, competency.label, course.code, course.label, course.term]


def _how(teaching: Teaching) -> list[Cell]:
    bloom = teaching.bloom.word if teaching.bloom else ""
    sure: list[Cell] = [teaching.standing.value, teaching.confidence]
    return [level_words(teaching.level, declared=teaching.declared), bloom, *sure, rounded(teaching.credits)]
