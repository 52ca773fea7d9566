"""A standard as the world may read it: what the version in force says, and nothing that is kept back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from ontology.errors import NotFoundError
from ontology.named_releases import published_releases, release_in_force
from ontology.records import (
    Competency,
    Credential,
    Endorsement,
    Framework,
    Iri,
    JobRedefinition,
    Occupation,
    Organization,
    Partnership,
    Release,
    SkillRequirement,
    WorkFunction,
    WorkTask,
)
from ontology.shown import told_releases
from ontology.store import KnowledgeBase
from standards.code_order import code_order
from standards.frameworks import FRAMEWORK


class UnpublishedError(NotFoundError):
    """No version of a standard is in force, or none was ever published: of these, nobody is told which.

    Parameters
    ----------
    slug
        What was asked for, without a version.
    """

    def __init__(self, name: str) -> None:
        super().__init__(f"no version of {name!r} is in force")
        self.slug = name.partition("@")[0]


@dataclass(frozen=True)
class PublishedStandard:
    """A version of a standard.

    Parameters
    ----------
    items
        Its competencies, without those that were withdrawn; by code, then by wording.
    positions
        Named positions on them and on the whole, as they were published.
    versions
        All that were published, the oldest first, withdrawn ones among them.
    functions
        Critical work functions by address.
    tasks
        What is done in the occupations.
    redefinitions
        What moved from one job or occupation to another.
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
    versions: tuple[Release, ...]
    functions: Mapping[Iri, WorkFunction] = field(default_factory=dict)
    tasks: tuple[WorkTask, ...] = ()
    redefinitions: tuple[JobRedefinition, ...] = ()

    @property
    def title(self) -> str:
        """What the standard is called."""
        return str(self.framework.label)

    @property
    def in_force(self) -> Release | None:
        """The newest version that is not withdrawn, if there is one."""
        return release_in_force(self.versions, self.release.source)

    @property
    def region(self) -> str:
        """OEWS code of the area whose pay is the partnership's; empty where it names none."""
        area = self.partnership.region if self.partnership else None
        return area.rpartition("/")[2] if area else ""

    @property
    def members(self) -> Sequence[Organization]:
        """The members of the partnership, by address; all organizations that it names, where none is known."""
        inside = self.partnership.members if self.partnership else self.organizations
        return [one for iri, one in sorted(self.organizations.items()) if iri in inside]

    @property
    def last(self) -> datetime | None:
        """When the last of the positions was taken."""
        return max((one.at for one in self.positions), default=None)


def published_standard(base: KnowledgeBase, name: str) -> PublishedStandard:
    """Return a version of a standard: ``harbor`` is the one in force, ``harbor@1.0`` that one, also if withdrawn.

    Raises
    ------
    UnpublishedError
        Where there is none; of a standard that was never published as of one that there is not.
    NotFoundError
        Where there are other versions of it, with these.
    """
    release = _version(base, name)
    framework = next(iter(base.records(release, Framework)), None) if release else None
    if release is None or framework is None:
        raise _absent(base, name)
    items = [one for one in base.records(release, Competency) if not one.deprecated]
    partnership = next(iter(base.records(release, Partnership)), None)
    return PublishedStandard(
        release=release,
        framework=framework,
        partnership=partnership,
        organizations={one.iri: one for one in base.records(release, Organization)},
        items=tuple(sorted(items, key=lambda one: (code_order(one.notation), str(one.label), one.iri))),
        requirements=tuple(base.records(release, SkillRequirement)),
        occupations={one.iri: one for one in base.records(release, Occupation)},
        credentials=tuple(base.records(release, Credential)),
        positions=tuple(one for one in base.records(release, Endorsement) if one.version == release.version),
        versions=tuple(published_releases(told_releases(base), release.source)),
        functions={one.iri: one for one in base.records(release, WorkFunction)},
        tasks=tuple(sorted(base.records(release, WorkTask), key=lambda one: one.iri)),
        redefinitions=tuple(sorted(base.records(release, JobRedefinition), key=lambda one: one.iri)),
    )


def _version(base: KnowledgeBase, name: str) -> Release | None:
    slug, _, version = name.partition("@")
    known = told_releases(base)
    if not version:
        return release_in_force(known, slug)
    return next((one for one in published_releases(known, slug) if one.version == version), None)


def _absent(base: KnowledgeBase, name: str) -> NotFoundError:
    """Return that there is no such version, and what there is instead."""
    slug, _, version = name.partition("@")
    there = ", ".join(one.name for one in published_releases(told_releases(base), slug))
    if version and there:
        return NotFoundError(f"{name!r} was never published; there is {there}")
    return UnpublishedError(name)


def standard_title(base: KnowledgeBase, slug: str) -> str:
    """Return what a standard is called, as its newest release says; its slug, where none does."""
    address = base.identifiers.mint(FRAMEWORK, slug)
    releases = [release for release in base.current() if release.source == slug]
    found = (one for release in releases for one in base.records(release, Framework) if one.iri == address)
    return next((str(one.label) for one in found), slug)
