"""The coverage of several programs side by side, competency by competency."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pathways.coverage import CompetencyCoverage, CurriculumMap


@dataclass(frozen=True)
class CompetencyRow:
    """A competency with the courses that teach it, program by program."""

    code: str
    label: str
    courses: tuple[str, ...]

    @property
    def taught(self) -> bool:
        """Whether any program teaches it."""
        return any(self.courses)


def by_group(programs: Sequence[CurriculumMap]) -> dict[str, list[CompetencyRow]]:
    """Return the competencies of the framework that all programs were held against, by category."""
    groups: dict[str, list[CompetencyRow]] = {}
    for same in zip(*(program.competencies for program in programs), strict=True):
        taught = tuple(course_codes(program, one) for program, one in zip(programs, same, strict=True))
        groups.setdefault(same[0].group, []).append(CompetencyRow(same[0].code, same[0].label, taught))
    return groups


def course_codes(program: CurriculumMap, competency: CompetencyCoverage) -> str:
    """Return the courses of a program that teach a competency; empty where none does."""
    codes = {course.iri: course.name for course in program.courses}
    return ", ".join(codes[teaching.course] for teaching in competency.taught_by)
