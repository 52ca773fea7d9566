"""The curriculum map: which courses of a program teach which competencies of a framework, and what is missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cached_property
from typing import Final

from ontology.records import Iri, TeachingLevel
from pathways.coverage.demand import Demand, Want
from pathways.coverage.held import Held, HeldCompetency
from pathways.coverage.nearest import NEAR, NearMiss
from pathways.coverage.outcomes import CourseMatch, OutcomeMatch
from pathways.coverage.proposal import Standing
from pathways.coverage.reach import RungReach
from pathways.coverage.sequence import OrderedBy
from pathways.coverage.teaching import Teaching
from standards.reviewing import OPEN, Status
from standards.suggested_mappings import UNSPECIFIED

OFTEN: Final = 5
"""Courses from which a competency is taught so often that it is worth asking whether all of them need to."""


class CompetencyCoverage(HeldCompetency):
    """A competency of the framework and the courses that are taken to teach it; none where it is a gap.

    Parameters
    ----------
    nearest
        Of a gap the outcome that comes nearest to it; it counts nowhere.
    """

    taught_by: tuple[Teaching, ...] = ()
    nearest: NearMiss | None = None

    @property
    def teachings(self) -> tuple[Teaching, ...]:
        """The courses that teach it."""
        return self.taught_by

    @property
    def only_introduced(self) -> bool:
        """Return whether the college declares of each course that it introduces it; what is inferred says nothing."""
        declared = [teaching.level for teaching in self.taught_by if teaching.declared]
        return len(declared) == len(self.taught_by) and set(declared) == {TeachingLevel.INTRODUCED}

    @property
    def credits(self) -> float | None:
        """Return the credits that the program gives to it, as far as its file says; ``None`` where it does not."""
        known = [teaching.credits for teaching in self.taught_by if teaching.credits is not None]
        return sum(known) if known else None


class CurriculumMap(Held):
    """A program held against a framework.

    Parameters
    ----------
    award
        What the program leads to.
    college
        Name of who offers it; empty where it is not known.
    framework
        Its slug, as it was asked for; of a list of one's own ``list/`` and the name of its file.
    framework_iri, framework_label
        Address and title of the framework or of the release that holds it.
    framework_version
        Of the release that was looked at; empty for a list of one's own.
    threshold
        Confidence from which an outcome counts as teaching a competency, 0 to 1.
    ordered_by
        What the order of the courses rests on.
    competencies
        All of the framework by group and code; only those that are taught where it has more than `size` can show.
    size
        How many competencies the framework has.
    demand
        What firms ask for; ``None`` where the knowledge base does not say it.
    rungs
        How much of what each occupation asks a graduate brings, the most first.
    framework_language
        BCP 47 tag of the framework's labels; empty where it does not say.
    to_import
        Where the framework is a list of one's own, how it becomes one of the knowledge base; else empty.
    prepares_for
        Those of the jobs that ask which programs of its field prepare for, where a crosswalk says it.
    verdicts_of
        Where the program is a file, the stored program of that name, whose verdicts are shown; else empty.
    license
        Address of the one that the mappings may be used under.
    """

    program: Iri
    label: str
    award: str = ""
    college: str = ""
    framework: str
    framework_iri: Iri
    framework_label: str
    framework_version: str = ""
    threshold: float
    ordered_by: OrderedBy = OrderedBy.FILE
    courses: tuple[CourseMatch, ...]
    competencies: tuple[CompetencyCoverage, ...]
    size: int
    demand: Demand | None = None
    rungs: tuple[RungReach, ...] = ()
    framework_language: str = ""
    to_import: str = ""
    prepares_for: tuple[Iri, ...] = ()
    verdicts_of: str = ""
    license: str = UNSPECIFIED

    @cached_property
    def taught(self) -> tuple[CompetencyCoverage, ...]:
        """Competencies that a course teaches, as reviewers say or a machine suggests."""
        return tuple(competency for competency in self.competencies if competency.taught_by)

    @cached_property
    def found(self) -> tuple[CompetencyCoverage, ...]:
        """Those of them that the named jobs ask for; all of them where no jobs are named."""
        return tuple(competency for competency in self.taught if self.in_scope(competency.iri))

    @cached_property
    def groups(self) -> Mapping[str, tuple[CompetencyCoverage, ...]]:
        """What is taught by group, the group with most first; the empty one is of those that are in none."""
        found: dict[str, list[CompetencyCoverage]] = {}
        for competency in self.taught:
            found.setdefault(competency.group, []).append(competency)
        ordered = sorted(found, key=lambda group: (not group, -len(found[group]), group))
        return {group: tuple(found[group]) for group in ordered}

    @cached_property
    def accepted(self) -> tuple[CompetencyCoverage, ...]:
        """Competencies that a course teaches as a reviewer says."""
        return tuple(competency for competency in self.taught if competency.standing is Standing.TAUGHT)

    @cached_property
    def gaps(self) -> tuple[CompetencyCoverage, ...]:
        """Competencies that no outcome says, as far as they are listed."""
        return tuple(competency for competency in self.competencies if not competency.taught_by)

    @cached_property
    def once(self) -> tuple[CompetencyCoverage, ...]:
        """Those of what is found that one course teaches."""
        return tuple(competency for competency in self.found if len(competency.taught_by) == 1)

    @cached_property
    def often(self) -> tuple[CompetencyCoverage, ...]:
        """Those of what is found that `OFTEN` courses or more teach."""
        return tuple(competency for competency in self.found if len(competency.taught_by) >= OFTEN)

    @cached_property
    def by_iri(self) -> Mapping[str, CompetencyCoverage]:
        """The competencies by their addresses, as far as they are listed."""
        return {competency.iri: competency for competency in self.competencies}

    @cached_property
    def missing(self) -> tuple[Want, ...]:
        """What firms ask for and no outcome says, what is asked for most first."""
        return self.wanted(Standing.ABSENT)

    @cached_property
    def unsure(self) -> tuple[Want, ...]:
        """What firms ask for and is taught only possibly, what is asked for most first."""
        return self.wanted(Standing.POSSIBLE)

    @cached_property
    def in_order(self) -> tuple[CourseMatch, ...]:
        """The courses in the order in which they are taken."""
        return tuple(sorted(self.courses, key=lambda course: course.place))

    @cached_property
    def outcomes(self) -> tuple[OutcomeMatch, ...]:
        """Outcomes of all courses."""
        return tuple(outcome for course in self.courses for outcome in course.outcomes)

    @cached_property
    def unmatched(self) -> tuple[OutcomeMatch, ...]:
        """Outcomes that mean nothing in the framework."""
        return tuple(outcome for outcome in self.outcomes if not outcome.suggestions)

    @cached_property
    def nearly(self) -> int:
        """How many of them nearly match, and nobody has said that nothing is right."""
        nearest = (outcome.nearest for outcome in self.unmatched)
        return sum(near is not None and near.certainty >= NEAR for near in nearest)

    @cached_property
    def unasked(self) -> tuple[OutcomeMatch, ...]:
        """Outcomes that mean something in the framework of which nothing is asked for; none where nobody asks."""
        asked = self.demand.by_competency if self.demand else None
        if asked is None:
            return ()
        matched = (outcome for outcome in self.outcomes if outcome.suggestions)
        return tuple(one for one in matched if not any(said.iri in asked for said in one.suggestions))

    @cached_property
    def judged(self) -> int:
        """How many outcomes people spoke of."""
        return sum(bool(outcome.judgments) for outcome in self.outcomes)

    @cached_property
    def doubted(self) -> int:
        """How many outcomes mean nothing: to a machine, until people have spoken of at least half of all."""
        if 2 * self.judged >= len(self.outcomes):
            return len(self.unmatched)
        return sum(not outcome.machine_matched(self.threshold) for outcome in self.outcomes)

    @cached_property
    def mostly_unmatched(self) -> bool:
        """Whether more than half of the outcomes mean nothing in the framework."""
        return 2 * self.doubted > len(self.outcomes)

    @cached_property
    def of_other_field(self) -> bool:
        """Whether the program may be of another field than the framework.

        That is so where more than half of its outcomes mean nothing in the framework, and it does not teach more than
        half of that framework either: then it is of its field, whatever it teaches besides.
        """
        return self.mostly_unmatched and 2 * len(self.taught) <= self.size

    @cached_property
    def statuses(self) -> Mapping[Status, int]:
        """How many suggestions stand where, as a review counts them; a status at which none stands is left out."""
        found = Counter(proposal.status for outcome in self.outcomes for proposal in outcome.counted)
        return {status: found[status] for status in Status if found[status]}

    @cached_property
    def disputed(self) -> frozenset[Iri]:
        """Competencies of which reviewers disagree whether some outcome teaches them."""
        spoken = (proposal for outcome in self.outcomes for proposal in outcome.spoken)
        return frozenset(proposal.iri for proposal in spoken if proposal.status is Status.DISPUTED)

    def in_dispute(self, competency: HeldCompetency) -> bool:
        """Return whether reviewers disagree whether a competency is taught, and no outcome settles it."""
        return competency.iri in self.disputed and competency.standing is not Standing.TAUGHT

    @cached_property
    def contested(self) -> frozenset[str]:
        """The addresses of what reviewers disagree on and no outcome settles, whether it is found or not."""
        return frozenset(iri for iri in self.disputed if self.standing_of(iri) is not Standing.TAUGHT)

    @cached_property
    def disputes(self) -> tuple[Want, ...]:
        """What firms ask for and reviewers disagree on, what is asked for most first."""
        known = {str(one.iri) for one in self.competencies if self.in_dispute(one)}
        return tuple(want for want in self.demand.wants if want.competency in known) if self.demand else ()

    @cached_property
    def open(self) -> int:
        """How many suggestions wait for somebody to decide."""
        return sum(proposal.status in OPEN for outcome in self.outcomes for proposal in outcome.spoken)

    @cached_property
    def other_language(self) -> str:
        """The language of most outcomes, where it is not the framework's; else empty."""
        spoken = [outcome.language.partition("-")[0] for outcome in self.outcomes]
        most = max(sorted(set(spoken)), key=spoken.count, default="")
        own = self.framework_language.partition("-")[0]
        return most if own and most != own else ""
