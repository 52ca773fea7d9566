"""Held: what one program and several side by side have in common when they are held against a framework."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from ontology.records import Iri, TeachingLevel
from pathways.coverage.areas import Area, areas, counted
from pathways.coverage.demand import Demand, Want
from pathways.coverage.namesakes import Named
from pathways.coverage.part import Part
from pathways.coverage.proposal import Standing


class Taught(Protocol):
    """That something is taught: how surely, and how far where that is known."""

    @property
    def standing(self) -> Standing:
        """How sure it is."""

    @property
    def confidence(self) -> float:
        """The same as a number, 0 to 1."""

    @property
    def level(self) -> TeachingLevel | None:
        """How far it goes."""

    @property
    def declared(self) -> bool:
        """Whether the college says how far it goes."""


class HeldCompetency(Named):
    """A competency of the framework."""

    iri: Iri
    code: str = ""
    group: str = ""

    @property
    @abstractmethod
    def teachings(self) -> Iterable[Taught]:
        """What teaches it: courses, or programs; nothing where it is a gap."""

    @property
    def standing(self) -> Standing:
        """How sure it is that anything teaches it."""
        best = max(self.teachings, key=lambda teaching: teaching.confidence, default=None)
        return best.standing if best else Standing.ABSENT


class Held(Part):
    """What follows from the competencies of a framework, what is taught of them, and who asks for them.

    Each record that is held has the fields itself, so that a form begins with what it is about.

    Parameters
    ----------
    competencies
        All of the framework by group; only those that are taught where it has more than can be listed.
    size
        How many competencies the framework has.
    demand
        What firms ask for; ``None`` where the knowledge base does not say it.
    """

    if TYPE_CHECKING:
        competencies: tuple[HeldCompetency, ...]
        size: int
        demand: Demand | None

    @property
    def whole(self) -> bool:
        """Whether all is listed that could be missing: the whole framework, or all that the named jobs ask for.

        Of a large framework only what is taught is listed.
        """
        if self.demand and self.demand.of_named_jobs:
            return self.demand.by_competency.keys() <= self.standings.keys()
        return len(self.competencies) == self.size

    @property
    def scope(self) -> int:
        """How many competencies it is held against: all of the framework, or what the named jobs ask for."""
        return len(self.demand.wants) if self.demand and self.demand.of_named_jobs else self.size

    def in_scope(self, competency: str) -> bool:
        """Return whether a competency of the framework is one of these."""
        return self.demand is None or not self.demand.of_named_jobs or competency in self.demand.by_competency

    @cached_property
    def declares_levels(self) -> bool:
        """Whether a college says of anything how far it goes."""
        return any(teaching.declared for competency in self.competencies for teaching in competency.teachings)

    @cached_property
    def infers_levels(self) -> bool:
        """Whether any level is inferred."""
        found = (teaching for competency in self.competencies for teaching in competency.teachings)
        return any(teaching.level and not teaching.declared for teaching in found)

    @cached_property
    def standings(self) -> Mapping[str, Standing]:
        """How sure it is that the competencies are taught, by their addresses."""
        return {competency.iri: competency.standing for competency in self.competencies}

    def standing_of(self, competency: str) -> Standing:
        """Return how sure it is that a competency is taught."""
        return self.standings.get(competency, Standing.ABSENT)

    @cached_property
    def numbers(self) -> Mapping[Standing, int]:
        """How many competencies stand where: of those that are asked for, where that is known, else of all listed."""
        asked = [want.competency for want in self.wants] if self.demand else [c.iri for c in self.competencies]
        return counted(map(self.standing_of, asked))

    @cached_property
    def areas(self) -> tuple[Area, ...]:
        """What is asked for by area, the one that lacks most first."""
        return areas(self.wants, self.standing_of)

    @property
    def wants(self) -> tuple[Want, ...]:
        """What is asked for, what is asked for most first; nothing where that is not known."""
        return self.demand.wants if self.demand else ()

    def wanted(self, standing: Standing) -> tuple[Want, ...]:
        """Return what is asked for and stands somewhere, what is asked for most first."""
        return tuple(want for want in self.wants if self.standing_of(want.competency) is standing)
