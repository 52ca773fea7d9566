"""What occupations need of a statement, computed from what the firms ask for in their jobs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from statistics import median
from typing import Final

from ontology.records import Iri, Job, JobRequirement, RequirementType
from standards.agreement.statement import Need

FEWEST: Final = 3
"""Firms of whose numbers a median is told; of fewer it would tell what one of them has in its own list."""


@dataclass(frozen=True)
class Asked:
    """What one firm asks for in its jobs that are coded to an occupation.

    Parameters
    ----------
    level
        0 to 7: the median of its jobs.
    importance
        1 to 5: the median of its jobs.
    relation
        What its list says, `RequirementType.ESSENTIAL` where one job's list says so.
    """

    level: float | None
    importance: float | None
    relation: Iri | None


@dataclass(frozen=True)
class Work:
    """The jobs of the firms, and what each asks for."""

    jobs: tuple[Job, ...]
    requirements: tuple[JobRequirement, ...] = ()

    @cached_property
    def job(self) -> Mapping[Iri, Job]:
        """The jobs by address."""
        return {job.iri: job for job in self.jobs}

    @cached_property
    def asking(self) -> Mapping[Iri, frozenset[Iri]]:
        """The jobs that ask for a firm's own statement, by its address."""
        found: dict[Iri, set[Iri]] = defaultdict(set)
        for job in self.jobs:
            for skill in job.skills:
                found[skill].add(job.iri)
        for one in self.requirements:
            found[one.skill].add(one.job)
        return {skill: frozenset(jobs) for skill, jobs in found.items()}

    @cached_property
    def said(self) -> Mapping[tuple[Iri, Iri], JobRequirement]:
        """What a job says of a statement."""
        return {(one.job, one.skill): one for one in self.requirements}

    @cached_property
    def hiring(self) -> Mapping[Iri, frozenset[Iri]]:
        """The firms that have a job in each occupation."""
        found: dict[Iri, set[Iri]] = defaultdict(set)
        for job in self.jobs:
            for occupation in job.occupations:
                found[occupation].add(job.offered_by)
        return {occupation: frozenset(firms) for occupation, firms in found.items()}

    def occupations(self, place: Iri) -> tuple[Iri, ...]:
        """Return what a job is coded to; of what is no job of a member, such as an occupation, that itself."""
        job = self.job.get(place)
        return job.occupations if job else (place,)

    def needs(self, statements: Iterable[Iri], moves: Mapping[Iri, Iri] | None = None) -> dict[Iri, Need]:
        """Return what each occupation needs of what the firms' own statements say, by its address.

        Each firm has one voice for an occupation, whatever the number of its jobs there: level and importance are the
        medians over the firms of the medians over the jobs of a firm. It is essential where more than half of the
        firms say so among those that say either; where none does, where more than half of the firms with a job in the
        occupation ask for it. A level or importance that fewer than `FEWEST` firms give is left out.

        Parameters
        ----------
        statements
            Addresses of the firms' own statements.
        moves
            Jobs whose requirement is now that of another job, or of an occupation.
        """
        by_firm = self.asked(statements, moves)
        return {occupation: self.need(occupation, list(firms.values())) for occupation, firms in by_firm.items()}

    def asked(self, statements: Iterable[Iri], moves: Mapping[Iri, Iri] | None = None) -> dict[Iri, dict[Iri, Asked]]:
        """Return what each firm asks for of what its own statements say, by occupation and firm, see `needs`."""
        moved = moves or {}
        found: dict[Iri, dict[Iri, list[JobRequirement | None]]] = defaultdict(lambda: defaultdict(list))
        for statement in sorted(set(statements)):
            for job in (self.job[at] for at in sorted(self.asking.get(statement, ())) if at in self.job):
                for occupation in self.occupations(moved.get(job.iri, job.iri)):
                    found[occupation][job.offered_by].append(self.said.get((job.iri, statement)))
        return {
            occupation: {firm: together(said) for firm, said in sorted(firms.items())}
            for occupation, firms in sorted(found.items())
        }

    def need(self, occupation: Iri, asked: Collection[Asked]) -> Need:
        """Return what an occupation needs, by what each firm asks for that asks for it, see `needs`."""
        levels = [one.level for one in asked if one.level is not None]
        weights = [one.importance for one in asked if one.importance is not None]
        said = [one.relation for one in asked if one.relation]
        essential = 2 * said.count(Iri(RequirementType.ESSENTIAL)) > len(said)
        usual = 2 * len(asked) > len(self.hiring.get(occupation, ()))
        relation = RequirementType.ESSENTIAL if (essential if said else usual) else RequirementType.OPTIONAL
        return Need(
            occupation=occupation,
            level=_told(levels),
            importance=_told(weights),
            relation=Iri(relation),
        )


def _told(numbers: list[float]) -> float | None:
    """Return the median of what firms give, one number a firm, where so many do that it is nobody's own.

    Example
    -------
    >>> _told([3, 4, 6]), _told([3, 4])
    (4, None)
    """
    return median(numbers) if len(numbers) >= FEWEST else None


def together(said: Iterable[JobRequirement | Asked | None]) -> Asked:
    """Return what the jobs of one firm come to, or what it asks for of several statements that became one."""
    known = [one for one in said if one]
    levels = [one.level for one in known if one.level is not None]
    weights = [one.importance for one in known if one.importance is not None]
    relations = [one.relation for one in known if one.relation]
    essential = Iri(RequirementType.ESSENTIAL)
    return Asked(
        level=median(levels) if levels else None,
        importance=median(weights) if weights else None,
        relation=essential if essential in relations else next(iter(relations), None),
    )
