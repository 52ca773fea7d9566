"""Coverage: which competencies of a framework a college's program teaches, and which are missing."""

from pathways.coverage.alignment import align
from pathways.coverage.asking import read_demand
from pathways.coverage.curriculum_map import CompetencyCoverage, CurriculumMap
from pathways.coverage.demand import Demand, Want
from pathways.coverage.formats import FORMATS, CoverageFormat, coverage_format
from pathways.coverage.outcomes import CourseMatch, OutcomeMatch
from pathways.coverage.proposal import Judgment, Proposal, Standing
from pathways.coverage.reach import RungReach
from pathways.coverage.target import Target
from pathways.coverage.teaching import Teaching

__all__ = [
    "FORMATS",
    "CompetencyCoverage",
    "CourseMatch",
    "CoverageFormat",
    "CurriculumMap",
    "Demand",
    "Judgment",
    "OutcomeMatch",
    "Proposal",
    "RungReach",
    "Standing",
    "Target",
    "Teaching",
    "Want",
    "align",
    "coverage_format",
    "read_demand",
]
