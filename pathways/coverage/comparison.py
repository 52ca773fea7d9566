"""Comparison: programs side by side, competency by competency, and what none of them teaches."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Annotated

from pydantic import Field

from ontology.records import Iri, TeachingLevel
from pathways.coverage.demand import Demand, Want
from pathways.coverage.heads import heads
from pathways.coverage.held import Held, HeldCompetency
from pathways.coverage.nearest import NearMiss
from pathways.coverage.part import Part
from pathways.coverage.proposal import LACKING, Standing
from pathways.coverage.reach import Share
from standards.reviewing import Status


class ComparedProgram(Part):
    """A program of a comparison.

    Parameters
    ----------
    college
        Name of who offers it; empty where it is not known.
    taught, accepted
        How many competencies it is taken to teach, of named jobs those that they ask for, and of how many a reviewer
        says so.
    outcomes, unmatched
        How many outcomes it has, and how many of them mean nothing in the framework.
    of_other_field, doubted
        As `CurriculumMap` has it.
    unread
        How many of the outcomes that mean nothing nobody has looked at.
    nearly, mostly_unmatched
        As `CurriculumMap` has it.
    statuses
        As `CurriculumMap` has it.
    """

    iri: Iri
    label: str
    award: str = ""
    college: str = ""
    taught: Annotated[int, Field(ge=0)]
    accepted: Annotated[int, Field(ge=0)]
    outcomes: Annotated[int, Field(ge=0)]
    unmatched: Annotated[int, Field(ge=0)]
    of_other_field: bool = False
    doubted: Annotated[int, Field(ge=0)] = 0
    unread: Annotated[int, Field(ge=0)] = 0
    nearly: Annotated[int, Field(ge=0)] = 0
    mostly_unmatched: bool = False
    statuses: Mapping[Status, int] = {}


class ProgramTeaching(Part):
    """A program is taken to teach a competency.

    Parameters
    ----------
    standing
        Of a program that may be of another field than the others no more than `Standing.ELSEWHERE`, unless a reviewer
        accepted it.
    confidence
        0 to 1, of its best course; 1 where a reviewer accepted it.
    level
        The farthest of its courses: of those that declare one, else of those where it is inferred; ``None`` where
        nothing says it.
    declared
        Whether the college says so.
    courses
        Their codes, or titles.
    disputed
        Whether reviewers disagree on it, and nobody's word counts yet.
    """

    program: Iri
    standing: Standing
    confidence: Share
    level: TeachingLevel | None = None
    declared: bool = False
    courses: tuple[str, ...]
    credits: Annotated[float | None, Field(ge=0)] = None
    disputed: bool = False


class ComparedCompetency(HeldCompetency):
    """A competency and the programs that are taken to teach it, in the order of the comparison.

    Parameters
    ----------
    nearest
        Where none does, the outcome of any that comes nearest to it; it counts nowhere.
    disputed_in
        Programs that are not taken to teach it, and of which reviewers disagree whether they do.
    """

    taught_in: tuple[ProgramTeaching, ...] = ()
    disputed_in: tuple[Iri, ...] = ()
    nearest: NearMiss | None = None

    @property
    def teachings(self) -> tuple[ProgramTeaching, ...]:
        """The programs that teach it."""
        return self.taught_in

    @property
    def standing(self) -> Standing:
        """How sure it is that any program teaches it; of programs of the field, where there are any."""
        found = [teaching for teaching in self.taught_in if teaching.standing is not Standing.ELSEWHERE]
        best = max(found, key=lambda teaching: teaching.confidence, default=None)
        if best:
            return best.standing
        return Standing.ELSEWHERE if self.taught_in else Standing.ABSENT


class Comparison(Held):
    """Programs held against one framework, side by side.

    Parameters
    ----------
    competencies
        All of the framework by group; only those that any program teaches where it has too many to list.
    size
        How many competencies the framework has.
    to_import
        As `CurriculumMap` has it.
    """

    framework: str
    framework_iri: Iri
    framework_label: str
    threshold: float
    programs: tuple[ComparedProgram, ...]
    competencies: tuple[ComparedCompetency, ...]
    size: int
    demand: Demand | None = None
    to_import: str = ""

    @cached_property
    def by_iri(self) -> Mapping[str, ComparedCompetency]:
        """The competencies by their addresses."""
        return {competency.iri: competency for competency in self.competencies}

    @cached_property
    def disputed(self) -> bool:
        """Whether reviewers disagree on anything of any program."""
        return any(program.statuses.get(Status.DISPUTED) for program in self.programs)

    @cached_property
    def heads(self) -> Mapping[str, str]:
        """What each program is called beside the others, by its address."""
        return heads((program.iri, program.label, program.college) for program in self.programs)

    @cached_property
    def called(self) -> Mapping[str, str]:
        """What each program is called with its college, by its address."""
        return {
            program.iri: head if not program.college or program.college in head else f"{head}, {program.college}"
            for program in self.programs
            for head in (self.heads[program.iri],)
        }

    @cached_property
    def common(self) -> tuple[ComparedCompetency, ...]:
        """Competencies that all programs teach, of those that they are held against."""
        return tuple(c for c in self.taught if len(c.taught_in) == len(self.programs))

    @cached_property
    def taught(self) -> tuple[ComparedCompetency, ...]:
        """Competencies that some program teaches, of those that they are held against."""
        return tuple(c for c in self.competencies if c.taught_in and self.in_scope(c.iri))

    @cached_property
    def untaught(self) -> tuple[ComparedCompetency, ...]:
        """Competencies that no program of the field teaches, as far as they are listed."""
        return tuple(competency for competency in self.competencies if competency.standing in LACKING)

    @cached_property
    def elsewhere(self) -> tuple[ComparedCompetency, ...]:
        """Those of them that a program may teach that may be of another field."""
        return tuple(competency for competency in self.untaught if competency.taught_in)

    @cached_property
    def doubtful(self) -> tuple[ComparedProgram, ...]:
        """Programs that may be of another field than the others."""
        found = tuple(program for program in self.programs if program.of_other_field)
        return found if len(found) < len(self.programs) else ()

    @cached_property
    def nearly(self) -> int:
        """How many outcomes of all programs match nothing, but nearly."""
        return sum(program.nearly for program in self.programs)

    @cached_property
    def contested(self) -> frozenset[str]:
        """The addresses of what reviewers disagree on in any program and none settles, whether it is found or not."""
        open_ = (c for c in self.competencies if c.disputed_in or any(one.disputed for one in c.taught_in))
        return frozenset(c.iri for c in open_ if c.standing is not Standing.TAUGHT)

    @cached_property
    def unmet(self) -> tuple[Want, ...]:
        """What is asked for and no program of the field teaches, what is asked for most first."""
        return tuple(want for want in self.wants if self.standing_of(want.competency) in LACKING)

    @cached_property
    def unsure(self) -> tuple[Want, ...]:
        """What is asked for and taught only possibly, what is asked for most first."""
        return self.wanted(Standing.POSSIBLE)

    def only(self, program: str) -> tuple[ComparedCompetency, ...]:
        """Return the competencies that one program teaches and no other, of those that they are held against."""
        return tuple(c for c in self.taught if [teaching.program for teaching in c.taught_in] == [program])
