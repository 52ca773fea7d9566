"""One of the two versions of a revision: its competencies, those who take part, and the positions published in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from ontology.records import (
    Competency,
    Endorsement,
    Framework,
    Iri,
    Organization,
    Partnership,
    PublicationStatus,
    Release,
    Role,
    StatusChange,
)
from ontology.store import KnowledgeBase
from pathways.revisions.revision import Version
from standards.agreement import Parties
from standards.frameworks import FRAMEWORK
from standards.publishing.standing import Standing, standing


@dataclass(frozen=True)
class Side:
    """A release, of a standard or of anything else; of what is no standard only its name is known."""

    base: KnowledgeBase
    release: Release

    @cached_property
    def version(self) -> Version:
        """The version as it is named."""
        told = [one for one in self._standing.changes if self._is_publication(one)] if self.release.fixed else []
        day = told[0].at.date() if told else None
        return Version(name=self.release.name, version=self.release.version, day=day, firms=len(self.parties.firms))

    def _is_publication(self, change: StatusChange) -> bool:
        return change.version == self.release.version and change.status == Iri(PublicationStatus.PUBLISHED)

    def withdrawn(self, newer: Side) -> tuple[str, ...]:
        """Which of it and a newer version, and of those published between them, were withdrawn."""
        known = self._standing.versions if self.release.fixed else ()
        if self.release not in known or newer.release not in known:
            return ()
        first, last = sorted((known.index(self.release), known.index(newer.release)))
        return tuple(one.version for one in known[first : last + 1] if one.stands is PublicationStatus.WITHDRAWN)

    @cached_property
    def _standing(self) -> Standing:
        return standing(self.base, self.release.source)

    @property
    def framework(self) -> Iri:
        """Address of the standard."""
        return Iri(self.base.identifiers.mint(FRAMEWORK, self.release.source))

    @cached_property
    def title(self) -> str:
        """What it is called: of a standard without its version."""
        named = (one for one in self.base.records(self.release, Framework) if one.iri == self.framework)
        return str(next((one.label for one in named), self.release.title))

    @cached_property
    def items(self) -> Mapping[Iri, Competency]:
        """The competencies by address, also those that it only keeps as dropped."""
        known = self.base.records(self.release, Competency) if self.release.stands else ()
        return {one.iri: one for one in known}

    @property
    def texts(self) -> Mapping[str, str]:
        """What each competency says in full, where that is more than its name."""
        said = ((iri, one.statement or one.description) for iri, one in self.items.items())
        return {iri: str(text) for iri, text in said if text}

    @cached_property
    def parties(self) -> Parties:
        """Those who take part."""
        if not self.release.stands:
            return Parties({}, {})
        partnerships = self.base.records(self.release, Partnership)
        members = {iri for one in partnerships for iri in one.members}
        return Parties.of(self.base.records(self.release, Organization), members)

    @cached_property
    def positions(self) -> Mapping[Iri, tuple[Endorsement, ...]]:
        """The positions published in this version, by what they are on."""
        found: dict[Iri, list[Endorsement]] = {}
        for one in self.base.records(self.release, Endorsement) if self.release.stands else ():
            if one.version == self.release.version:
                found.setdefault(one.subject, []).append(one)
        return {subject: tuple(sorted(said, key=lambda one: one.organization)) for subject, said in found.items()}

    def is_firm(self, organization: Iri) -> bool:
        """Return whether an organization takes part as a firm."""
        member = self.parties.members.get(organization)
        return member is not None and member.is_a(Role.FIRM)
