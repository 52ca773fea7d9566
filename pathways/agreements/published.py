"""A standard as the world may read it: what the version in force says, and nothing that is kept back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from ontology.errors import NotFoundError
from ontology.named_releases import release_in_force
from ontology.records import (
    Competency,
    Credential,
    Endorsement,
    Framework,
    Iri,
    Occupation,
    Organization,
    Partnership,
    Release,
    SkillRequirement,
)
from ontology.shown import told_releases
from ontology.store import KnowledgeBase
from standards.frameworks import FRAMEWORK


@dataclass(frozen=True)
class PublishedStandard:
    """A version of a standard.

    Parameters
    ----------
    items
        Its competencies, without those that were withdrawn; by code, then by wording.
    positions
        Named positions on them and on the whole, as they were published.
    """

    release: Release
    framework: Framework
    partnership: Partnership | None
    organizations: Mapping[Iri, Organization]
    items: tuple[Competency, ...]
    requirements: tuple[SkillRequirement, ...]
    occupations: Mapping[Iri, Occupation]
    credentials: tuple[Credential, ...]
    positions: tuple[Endorsement, ...]

    @property
    def title(self) -> str:
        """What the standard is called."""
        return str(self.framework.label)

    @property
    def members(self) -> Sequence[Organization]:
        """The members of the partnership, by address; all organizations that it names, where none is known."""
        inside = self.partnership.members if self.partnership else self.organizations
        return [one for iri, one in sorted(self.organizations.items()) if iri in inside]

    @property
    def last(self) -> datetime | None:
        """When the last of the positions was taken."""
        return max((one.at for one in self.positions), default=None)


def published_standard(base: KnowledgeBase, slug: str) -> PublishedStandard:
    """Return the version of a standard that is in force.

    Raises
    ------
    NotFoundError
        Where none is.
    """
    release = release_in_force(told_releases(base), slug)
    framework = next(iter(base.records(release, Framework)), None) if release else None
    if release is None or framework is None:
        message = f"no version of {slug!r} is in force; publish one first: `ladderworks standard publish {slug}`"
        raise NotFoundError(message)
    items = [one for one in base.records(release, Competency) if not one.deprecated]
    return PublishedStandard(
        release=release,
        framework=framework,
        partnership=next(iter(base.records(release, Partnership)), None),
        organizations={one.iri: one for one in base.records(release, Organization)},
        items=tuple(sorted(items, key=lambda one: (not one.notation, one.notation or "", str(one.label), one.iri))),
        requirements=tuple(base.records(release, SkillRequirement)),
        occupations={one.iri: one for one in base.records(release, Occupation)},
        credentials=tuple(base.records(release, Credential)),
        positions=tuple(one for one in base.records(release, Endorsement) if one.version == release.version),
    )


def standard_title(base: KnowledgeBase, slug: str) -> str:
    """Return what a standard is called, as its newest release says; its slug, where none does."""
    address = base.identifiers.mint(FRAMEWORK, slug)
    releases = [release for release in base.current() if release.source == slug]
    found = (one for release in releases for one in base.records(release, Framework) if one.iri == address)
    return next((str(one.label) for one in found), slug)
