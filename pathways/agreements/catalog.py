"""The standards that were ever published, and their versions."""

from __future__ import annotations

from collections.abc import Sequence

from ontology.frozen import Frozen
from ontology.named_releases import published_releases, release_in_force
from ontology.records import Framework, Iri, PublicationStatus, Release
from ontology.shown import told_releases
from ontology.store import KnowledgeBase
from standards.frameworks import FRAMEWORK


class PublicVersion(Frozen):
    """A version that was published.

    Parameters
    ----------
    name
        As addresses and commands name it, for instance ``harbor@1.0``.
    status
        ``in force``, ``superseded`` or ``withdrawn``.
    """

    name: str
    version: str
    status: str


class CatalogEntry(Frozen):
    """A standard that was published.

    Parameters
    ----------
    address
        The same in every version.
    status
        ``in force``; ``withdrawn`` where every version was.
    version
        The one in force; the newest where none is.
    versions
        All that were published, the oldest first.
    """

    slug: str
    title: str
    address: Iri
    license: str = ""
    status: str
    version: str
    versions: tuple[PublicVersion, ...]

    @property
    def name(self) -> str:
        """As addresses name it: its slug where a version is in force, else its newest version."""
        return self.slug if self.status == IN_FORCE else self.versions[-1].name

    @property
    def revised(self) -> bool:
        """Whether the version that is shown came after another."""
        return self.version != self.versions[0].version


IN_FORCE = "in force"


def public_version(release: Release, in_force: Release | None) -> PublicVersion:
    """Return a version of a standard, and how it stands beside the one in force."""
    if release.stands is PublicationStatus.WITHDRAWN:
        status = "withdrawn"
    else:
        status = IN_FORCE if release == in_force else "superseded"
    return PublicVersion(name=release.name, version=release.version, status=status)


def catalog(base: KnowledgeBase) -> tuple[CatalogEntry, ...]:
    """Return the standards of which anybody may read a version, by title; withdrawn ones are among them."""
    known = told_releases(base)
    published = sorted({release.source for release in known if release.fixed})
    entries = (_entry(base, slug, published_releases(known, slug)) for slug in published)
    return tuple(sorted(entries, key=lambda one: (one.title.casefold(), one.slug)))


def _entry(base: KnowledgeBase, slug: str, versions: Sequence[Release]) -> CatalogEntry:
    in_force = release_in_force(versions, slug)
    shown = in_force or versions[-1]
    address = base.identifiers.mint(FRAMEWORK, slug)
    found = {one.iri: one for one in base.records(shown, Framework)}
    framework = found.get(Iri(address)) or next(iter(found.values()), None)
    return CatalogEntry(
        slug=slug,
        title=str(framework.label if framework else shown.title),
        address=framework.iri if framework else Iri(address),
        license=shown.license or "",
        status=public_version(shown, in_force).status,
        version=shown.version,
        versions=tuple(public_version(one, in_force) for one in versions),
    )
