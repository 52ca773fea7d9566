"""The curriculum map: which courses of a program teach which competencies of a framework, and what is missing."""

from __future__ import annotations

from functools import cached_property

from pydantic import BaseModel, ConfigDict

from ontology.records import Iri
from standards.matching import Suggestion


class Part(BaseModel):
    """A frozen part of the map."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class OutcomeMatch(Part):
    """What one learning outcome may mean in the framework.

    Parameters
    ----------
    suggestions
        Competencies it is taken to teach, best first, for a person to accept or reject; none where it is unmatched.
    considered
        For an unmatched outcome the best that were not good enough, at most three, for a person to judge; they count
        nowhere.
    """

    iri: Iri
    statement: str
    suggestions: tuple[Suggestion, ...] = ()
    considered: tuple[Suggestion, ...] = ()

    @property
    def nearest(self) -> Suggestion | None:
        """The best of those that were not good enough."""
        return next(iter(self.considered), None)


class CourseMatch(Part):
    """A course with its outcomes, in the order of the college's file."""

    iri: Iri
    code: str
    label: str
    term: str = ""
    outcomes: tuple[OutcomeMatch, ...]


class Teaching(Part):
    """A course teaches a competency.

    Parameters
    ----------
    confidence
        0 to 1, of the best of the outcomes.
    outcomes
        Those that say so, best first.
    """

    course: Iri
    confidence: float
    outcomes: tuple[Iri, ...]


class CompetencyCoverage(Part):
    """A competency of the framework and the courses that teach it; none where it is a gap."""

    iri: Iri
    code: str = ""
    label: str
    group: str = ""
    taught_by: tuple[Teaching, ...] = ()


class CurriculumMap(Part):
    """A program held against a framework.

    Parameters
    ----------
    award
        What the program leads to.
    framework
        Its slug, as it was asked for.
    framework_iri, framework_label
        Address and title of the framework or of the release that holds it.
    threshold
        Confidence from which an outcome counts as teaching a competency, 0 to 1.
    competencies
        All of the framework by group and code; only those that are taught where it has more than `size` can show.
    size
        How many competencies the framework has.
    """

    program: Iri
    label: str
    award: str = ""
    framework: str
    framework_iri: Iri
    framework_label: str
    threshold: float
    courses: tuple[CourseMatch, ...]
    competencies: tuple[CompetencyCoverage, ...]
    size: int

    @cached_property
    def taught(self) -> tuple[CompetencyCoverage, ...]:
        """Competencies that a course teaches."""
        return tuple(competency for competency in self.competencies if competency.taught_by)

    @cached_property
    def gaps(self) -> tuple[CompetencyCoverage, ...]:
        """Competencies that no course teaches, as far as they are listed."""
        return tuple(competency for competency in self.competencies if not competency.taught_by)

    @cached_property
    def outcomes(self) -> tuple[OutcomeMatch, ...]:
        """Outcomes of all courses."""
        return tuple(outcome for course in self.courses for outcome in course.outcomes)

    @cached_property
    def unmatched(self) -> tuple[OutcomeMatch, ...]:
        """Outcomes that mean nothing in the framework."""
        return tuple(outcome for outcome in self.outcomes if not outcome.suggestions)
