"""Coverage: which competencies of a framework a college's program teaches, and which are missing."""

from pathways.coverage.alignment import Target, align
from pathways.coverage.curriculum_map import (
    CompetencyCoverage,
    CourseMatch,
    CurriculumMap,
    OutcomeMatch,
    Teaching,
)
from pathways.coverage.formats import FORMATS, CoverageFormat, coverage_format

__all__ = [
    "FORMATS",
    "CompetencyCoverage",
    "CourseMatch",
    "CoverageFormat",
    "CurriculumMap",
    "OutcomeMatch",
    "Target",
    "Teaching",
    "align",
    "coverage_format",
]
