"""A framework of the knowledge base with its competencies, as every writer needs it."""

from __future__ import annotations

from dataclasses import dataclass

from ontology.namespaces import CEASN, DCTERMS, OWL, SKOS
from ontology.records import Competency, Framework, Iri, Organization, Partnership, Release
from ontology.store import KnowledgeBase
from standards.frameworks import (
    framework_dropped,
    framework_language,
    framework_members,
    framework_release,
    framework_title,
)
from standards.sources.own import DOCUMENTS
from standards.wire.graph import StoredGraph, shown


@dataclass(frozen=True)
class Heading:
    """A framework and who stands behind it.

    Parameters
    ----------
    creator
        Who stands behind it, by name.
    language
        Of its texts, where one is said (BCP 47).
    """

    framework: Framework
    creator: str
    release: Release
    language: str | None

    @property
    def kinds(self) -> bool:
        """Whether somebody said what kind of thing each competency is; of documents of other systems, nobody did."""
        return self.release.reader not in DOCUMENTS

    @property
    def draft(self) -> bool:
        """Whether it is not agreed yet."""
        return self.release.version == "draft"


@dataclass(frozen=True)
class Listed(Heading):
    """A framework and what it lists."""

    competencies: tuple[Competency, ...]


def heading(base: KnowledgeBase, name: str) -> Heading:
    """Return a framework without its competencies, which are most of it.

    Parameters
    ----------
    name
        Slug of a source, a standard or a firm, as for `standards.frameworks.read_framework`.

    Raises
    ------
    NotFoundError
        With the frameworks there are.
    """
    release = framework_release(base, name)
    framework = _framework(base, release, framework_title(base, name)[0])
    return Heading(framework, _creator(base, release, framework), release, framework_language(base, name) or None)


def listed(base: KnowledgeBase, name: str, *, dropped: bool = False) -> Listed:
    """Return a framework with its competencies.

    Parameters
    ----------
    name
        Slug of a source, a standard or a firm, as for `standards.frameworks.read_framework`.
    dropped
        Whether with those that a version of a standard has dropped.

    Raises
    ------
    NotFoundError
        With the frameworks there are.
    """
    head, members = heading(base, name), framework_members(base, name)
    if dropped:
        members |= framework_dropped(base, name)
    competencies = tuple(one for one in base.records(head.release, Competency) if one.iri in members)
    return Listed(head.framework, head.creator, head.release, head.language, competencies)


def _framework(base: KnowledgeBase, release: Release, iri: str) -> Framework:
    """Return the framework of that address, or the only one of a release; else the release as one."""
    graph = StoredGraph(base, release)
    there = graph.all(CEASN.CompetencyFramework)
    if iri not in there and len(there) != 1:
        return Framework(iri=Iri(iri), label=release.title, version=release.version, license=release.license)
    found = Iri(iri) if iri in there else there[0]
    licenses, publishers = (graph.links(said).get(found, [None]) for said in (DCTERMS.license, CEASN.publisher))
    return Framework(
        iri=found,
        label=shown(graph.texts(SKOS.prefLabel), found) or release.title,
        description=shown(graph.texts(DCTERMS.description), found),
        version=dict(graph.pairs(OWL.versionInfo)).get(found),
        license=licenses[-1],
        publisher=publishers[-1],
    )


def came_as(base: KnowledgeBase, name: str, reader: str) -> Release | None:
    """Return the release that a name means where it came in a format of its own."""
    named = (r for r in base.releases() if r.reader == reader and name in (r.source, r.name))
    return max(named, key=lambda release: release.imported, default=None)


def _creator(base: KnowledgeBase, release: Release, framework: Framework) -> str:
    """Return who stands behind a framework: its publisher by name, or whom its license asks to name."""
    known: list[Organization | Partnership] = [
        *base.records(release, Organization),
        *base.records(release, Partnership),
    ]
    named = (str(one.label) for one in known if one.iri == framework.publisher)
    return next(named, str(release.attribution or release.title))
