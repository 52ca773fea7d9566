"""Coverage: which competencies of a framework a college's program teaches, and which are missing."""

from pathways.coverage.alignment import align
from pathways.coverage.asking import read_demand
from pathways.coverage.comparing import compare
from pathways.coverage.comparison import Comparison, ProgramTeaching
from pathways.coverage.curriculum_map import CompetencyCoverage, CurriculumMap
from pathways.coverage.demand import Demand, Want
from pathways.coverage.formats import COMPARISON_FORMATS, FORMATS, comparison_format, coverage_format
from pathways.coverage.outcomes import CourseMatch, OutcomeMatch
from pathways.coverage.proposal import Proposal, Standing
from pathways.coverage.reach import RungReach
from pathways.coverage.target import Target
from pathways.coverage.teaching import Teaching

__all__ = [
    "COMPARISON_FORMATS",
    "FORMATS",
    "Comparison",
    "CompetencyCoverage",
    "CourseMatch",
    "CurriculumMap",
    "Demand",
    "OutcomeMatch",
    "ProgramTeaching",
    "Proposal",
    "RungReach",
    "Standing",
    "Target",
    "Teaching",
    "Want",
    "align",
    "compare",
    "comparison_format",
    "coverage_format",
    "read_demand",
]
