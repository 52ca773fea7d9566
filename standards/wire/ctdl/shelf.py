"""The records of a release by kind, as those who write CTDL ask for them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Final, TypeVar

from ontology.records import (
    Competency,
    Concept,
    Course,
    EntryCondition,
    Iri,
    LearningOutcome,
    Occupation,
    Program,
    Record,
    SkillRequirement,
    Text,
)
from ontology.store import KnowledgeBase
from standards.wire.ctdl.objects import Node, alignment
from standards.wire.listed import Listed

R = TypeVar("R", bound=Record)

SOC: Final = "O*NET-SOC"


class Shelf:
    """The records of a release by kind, and the alignments with what they list.

    Parameters
    ----------
    base
        Of the release.
    of
        The framework that is written.
    """

    def __init__(self, base: KnowledgeBase, of: Listed) -> None:
        self._base, self._of = base, of
        self._listed = {one.iri for one in of.competencies}

    def all(self, kind: type[R]) -> list[R]:
        """Return the records of a kind, by address."""
        return sorted(self._base.records(self._of.release, kind), key=lambda one: one.iri)

    @cached_property
    def concepts(self) -> dict[str, Concept]:
        """The occupations and competencies by their addresses."""
        return {one.iri: one for kind in (Occupation, Competency) for one in self.all(kind)}

    @cached_property
    def schemes(self) -> dict[str, str]:
        """The titles of the firms' lists by their addresses."""
        query = "SELECT ?s ?t { ?s a ceasn:CompetencyFramework ; skos:prefLabel ?t } ORDER BY ?s ?t"
        return dict(row for row in self._base.rows(query, [self._of.release.iri]))  # type: ignore[misc]

    @cached_property
    def requirements(self) -> dict[str, list[SkillRequirement]]:
        """What occupations ask for, by their addresses."""
        return _by(self.all(SkillRequirement), lambda one: one.occupation)

    @cached_property
    def outcomes(self) -> dict[str, list[LearningOutcome]]:
        """What courses teach, by their addresses."""
        return _by(self.all(LearningOutcome), lambda one: one.course)

    @cached_property
    def codes(self) -> dict[str, dict[str, Iri]]:
        """The courses of the programs that a course belongs to, by their codes."""
        coded = {one.iri: one.code for one in self.all(Course)}
        found: dict[str, dict[str, Iri]] = defaultdict(dict)
        for program in self.all(Program):
            for course in program.courses:
                found[course].update({code: iri for iri in program.courses if (code := coded.get(iri))})
        return found

    @cached_property
    def conditions(self) -> dict[str, EntryCondition]:
        """The conditions of entry by their addresses."""
        return {one.iri: one for one in self.all(EntryCondition)}

    def competency(self, iri: str, description: str | None = None, share: float | None = None) -> Node:
        """Return an alignment with a competency: of the standard, or of a firm's list."""
        known = self.concepts.get(iri)
        scheme = next(iter(known.in_scheme), None) if known else None
        framework: tuple[str | None, Text | str] | None = None
        if iri in self._listed:
            framework = self._of.framework.iri, self._of.framework.label
        elif scheme and scheme in self.schemes:
            framework = scheme, self.schemes[scheme]
        return alignment(
            iri,
            known.label if known else iri,
            code=known.notation if known else None,
            description=description,
            framework=framework,
            weight=share,
        )

    def occupations(self, addresses: Iterable[Iri]) -> list[Node]:
        """Return alignments with occupations."""
        return [self._coded(iri) for iri in addresses]

    def _coded(self, iri: Iri) -> Node:
        """Return an alignment with an occupation; of one that the release does not describe, by its code."""
        known, code = self.concepts.get(iri), iri.rpartition("/")[2]
        code = known.notation or code if known else code
        return alignment(iri, known.label if known else code, code=code, framework=(None, SOC))


def _by(records: Iterable[R], key: Callable[[R], str]) -> dict[str, list[R]]:
    found: dict[str, list[R]] = defaultdict(list)
    for one in records:
        found[key(one)].append(one)
    return found
