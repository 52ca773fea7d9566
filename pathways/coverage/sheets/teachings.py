"""Who teaches what as a sheet: a row for each competency and course."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from pathways.coverage.curriculum_map import CompetencyCoverage, CurriculumMap
from pathways.coverage.disputes import disputed_words, shade
from pathways.coverage.level_wording import level_words
from pathways.coverage.outcomes import CourseMatch
from pathways.coverage.sheets.colors import COLORS
from pathways.coverage.sheets.matrix import rounded
from pathways.coverage.teaching import Teaching
from standards.workbook import Cell, Table

COLUMNS: Final = (
    *("Category", "Code", "Competency", "Course", "Title", "Term", "Level", "Bloom", "Standing", "Confidence"),
    *("Credits", "Outcomes"),
)

WIDTHS: Final = (30, 13, 32, 13, 32, 12, 20, 12, 16, 13, 10, 60)

NOTES: Final = {
    COLUMNS.index("Bloom"): "The most that the verbs of these outcomes ask of students: remember, understand, apply, "
    "analyze, evaluate or create.",
    COLUMNS.index("Credits"): "What the course gives to the competency: its credits are shared evenly over its "
    "outcomes, and those of an outcome over what it teaches.",
    COLUMNS.index("Confidence"): "How likely it is that the best of these outcomes teaches it; 100% is what a reviewer "
    "accepted.",
}
"""What the columns hold."""


def teachings_sheet(curriculum: CurriculumMap) -> Table:
    """Return the sheet; a row ends with the outcomes that say so."""
    known = {course.iri: course for course in curriculum.courses}
    said = {outcome.iri: outcome.statement for outcome in curriculum.outcomes}
    found = [(competency, teaching) for competency in curriculum.taught for teaching in competency.taught_by]
    rows = [
        [*_what(competency, known[teaching.course]), *_how(teaching), "\n".join(said[iri] for iri in teaching.outcomes)]
        for competency, teaching in found
    ]
    shades = (shade(teaching.standing, disputed=teaching.disputed) for _, teaching in found)
    colors = {(row, COLUMNS.index("Standing")): COLORS[shown] for row, shown in enumerate(shades)}
    table = Table("Who teaches what", COLUMNS, rows, WIDTHS, frozen=3, filtered=True, notes=NOTES)
    shares, decimals = (COLUMNS.index("Confidence"),), {COLUMNS.index("Credits"): 2}
    return replace(table, shares=shares, decimals=decimals, colors=colors, landscape=True)


def _what(competency: CompetencyCoverage, course: CourseMatch) -> list[Cell]:
    return [competency.group, competency.code, competency.label, course.code, course.label, course.term]


def _how(teaching: Teaching) -> list[Cell]:
    bloom = teaching.bloom.word if teaching.bloom else ""
    standing = disputed_words(teaching.standing.value, disputed=teaching.disputed)
    sure: list[Cell] = [standing, teaching.confidence]
    return [level_words(teaching.level, declared=teaching.declared), bloom, *sure, rounded(teaching.credits)]
