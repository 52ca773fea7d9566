"""The history of things: what is said of them in force, in each published version, and at work."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass

import pyoxigraph as ox

from ontology.descriptions import Description, describe, joined, thing
from ontology.errors import NotFoundError
from ontology.identifiers import parted_edition
from ontology.named_releases import current_releases
from ontology.namespaces import CEASN, CETERMS, DCTERMS, RDF, SKOS
from ontology.records import PublicationStatus, Release
from ontology.shown import open_releases, shown_releases, told_releases
from ontology.status_changes import describe_change
from ontology.store import KnowledgeBase
from ontology.together import Together
from ontology.versions import version_key

FIRMS = frozenset(ox.NamedNode(name) for name in (CETERMS.Job, CEASN.CompetencyFramework))
"""Classes of what firms have for themselves in a working copy, beside the items of their lists."""

_VERSION_OF, _HAS_VERSION = ox.NamedNode(DCTERMS.isVersionOf), ox.NamedNode(DCTERMS.hasVersion)


@dataclass(frozen=True)
class VersionOf:
    """An item in one published version.

    Parameters
    ----------
    iri
        Address of the item in that version.
    in_force
        Whether that version is the one in force.
    """

    iri: str
    release: Release
    in_force: bool

    @property
    def name(self) -> str:
        """What the version is called: ``1.0``; of what several standards describe, ``harbor@1.0``."""
        return parted_edition(self.iri)[1]


class History:
    """What is said of the things of a knowledge base that does not change, by releases that are not kept back.

    Attributes
    ----------
    shown
        What is in force, of what was never published the newest. What is only worked on gives names to what else has
        none.
    """

    def __init__(self, base: KnowledgeBase) -> None:
        told = told_releases(base)
        published = [release for release in told if release.fixed]
        self._working = Together(base, current_releases(told))
        self._open = open_releases(base)
        self.shown = Together(base, shown_releases(self._open), behind=self._working)
        self._published = Together(base, published)
        self._sources = {release.source for release in published}
        self._each = [Together(base, [release]) for release in sorted(published, key=_age, reverse=True)]

    def describe(self, iri: str) -> Description:
        """Return what is said of a thing, or of it in one version.

        Of a thing, what is in force speaks; where that says nothing, the last version that still had it; else what is
        worked on. Of a change of status, what is kept beside the releases.

        Raises
        ------
        NotFoundError
            Where nothing is known of it.
        """
        if item := self.item(iri):
            return self._edition(iri, item)
        for together in (self.shown, *self._each, self._working):
            with suppress(NotFoundError):
                if self._may_be_told(found := describe(together, iri)):
                    return self._with_versions(found)
        return describe_change(self.shown.base, self._open, iri)

    def _may_be_told(self, description: Description) -> bool:
        """Return whether it is not work that is never published: jobs and lists of firms, beside a published standard.

        Programs, courses, apprenticeships and wages are in the working copy too; whoever offers or measures them
        publishes them.
        """
        if any(release.fixed or release.source not in self._sources for release in description.releases):
            return True
        said = description.of(description.item)
        return not (FIRMS.intersection(said.get(str(RDF.type), ())) or said.get(str(SKOS.inScheme)))

    def versions(self, item: str) -> tuple[VersionOf, ...]:
        """Return an item in each version that was published, the oldest first."""
        in_force = {one.iri for one in self.shown.releases if one.stands is PublicationStatus.PUBLISHED}
        found = {
            quad.subject.value: VersionOf(quad.subject.value, release, release.iri in in_force)
            for quad in self._published.quads(None, _VERSION_OF, ox.NamedNode(item))
            for release in [self._published.release_of(quad)]
            if isinstance(quad.subject, ox.NamedNode) and _is_in(quad.subject.value, release)
        }
        return tuple(sorted(found.values(), key=lambda version: _age(version.release)))

    def item(self, iri: str) -> str:
        """Return the item that an address names in one version; empty for any other address."""
        item, version = parted_edition(iri)
        return item if version and any(self._published.quads(thing(iri), _VERSION_OF, thing(item))) else ""

    def version(self, iri: str) -> Together:
        """Return all that the version says that the address of an item in it names."""
        (there,) = [each for each in self._each if self._has(each, iri)]
        return there

    def _edition(self, iri: str, item: str) -> Description:
        """Return what one version says of an item, and what all say of the item in it: what came before and after."""
        there = self.version(iri)
        quads = list(self._published.quads(ox.NamedNode(iri)))
        said_by = [self._published.release_of(quad) for quad in quads]
        return joined(describe(there, item), iri, (quad.triple for quad in quads), said_by)

    def _has(self, version: Together, iri: str) -> bool:
        (release,) = version.releases
        return _is_in(iri, release) and any(version.quads(ox.NamedNode(iri), _VERSION_OF))

    def _with_versions(self, description: Description) -> Description:
        """Return a description that leads to the thing in each version."""
        item = ox.NamedNode(description.item)
        links = [ox.Triple(item, _HAS_VERSION, ox.NamedNode(one.iri)) for one in self.versions(description.item)]
        return joined(description, description.iri, links, ()) if links else description


def _is_in(iri: str, release: Release) -> bool:
    """Return whether an address is that of an item in a release."""
    return parted_edition(iri)[1] in {release.version, release.name}


def _age(release: Release) -> tuple[object, ...]:
    return release.source, version_key(release.version)
