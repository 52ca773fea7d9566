"""What is left out of a comparison: what one release was imported without, and what is nobody else's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from ontology.namespaces import OWL, SKOS
from ontology.records import Iri, Release
from ontology.store import KnowledgeBase
from standards.differences.fields import LINKS, TEXTS, VALUES
from standards.differences.needs import comparable
from standards.differences.statements import properties
from standards.frameworks import FRAMEWORK
from standards.publishing.extract import extract


@dataclass(frozen=True)
class Omitted:
    """What is left out of the comparison of two releases.

    Parameters
    ----------
    lacking_then, lacking_now
        Addresses of what the older one has not, and of what the newer one has not.
    """

    base: KnowledgeBase
    older: Release
    newer: Release
    lacking_then: frozenset[str]
    lacking_now: frozenset[str]

    @cached_property
    def properties(self) -> frozenset[str]:
        """Those of which a release has nothing because it was imported without some of its files."""
        compared = frozenset((*TEXTS, *VALUES, *LINKS))
        lacking = [release for release in (self.older, self.newer) if release.lacks]
        return frozenset().union(*(compared - properties(self.base, release.iri, compared) for release in lacking))

    @cached_property
    def things(self) -> frozenset[str]:
        """Addresses of what is neither added nor removed."""
        return self._grouped | self.private | self._kept

    @cached_property
    def private(self) -> frozenset[str]:
        """What only a working copy has, held against a published version: firms' lists and colleges' programs."""
        if self.working is None:
            return frozenset()
        framework = Iri(self.base.identifiers.mint(FRAMEWORK, self.working.source))
        public = {one.iri for one in extract(self.base, self.working, framework, self.working.version)}
        return (self.lacking_then if self.working is self.newer else self.lacking_now) - public

    @cached_property
    def working(self) -> Release | None:
        """The working copy of a standard that is held against a published version of it, where one is."""
        one, other = sorted((self.older, self.newer), key=lambda release: release.fixed)
        return one if other.fixed and not one.fixed and one.source == other.source else None

    @cached_property
    def _kept(self) -> frozenset[str]:
        """What a published version only keeps as withdrawn, which its working copy need not list any more."""
        if self.working is None:
            return frozenset()
        newer = self.working is self.newer
        public, only_there = (self.older, self.lacking_now) if newer else (self.newer, self.lacking_then)
        marked = self.base.rows(f"SELECT ?s {{ ?s <{OWL.deprecated}> true }}", [public.iri])
        return only_there & {iri for (iri,) in marked}

    @cached_property
    def _grouped(self) -> frozenset[str]:
        """What is there only for a property that is not compared: the groups that it names, with their hierarchy."""
        graphs = [self.older.iri, self.newer.iri]
        above = f"?o <{SKOS.broader}>* ?top . ?g <{SKOS.broader}>* ?top"
        asked = (f"SELECT DISTINCT ?g {{ ?s <{name}> ?o . {above} }}" for name in LINKS if name in self.properties)
        return frozenset(iri for query in asked for (iri,) in self.base.rows(query, graphs))

    @property
    def notes(self) -> Iterator[str]:
        """What to know of it, in words."""
        for release in (self.older, self.newer):
            if release.lacks and (self.properties or not comparable(self.base, self.older, self.newer)):
                yield _lacking(release)
        if self.private:
            yield "what only the working copy has, of firms, colleges and jobs, is no part of the standard"
        if self._kept:
            yield f"what the version only keeps as withdrawn need not stand in the working copy: {len(self._kept):,}"


def _lacking(release: Release) -> str:
    missing = sorted(sentence.partition(" is missing")[0] for sentence in release.lacks)
    return (
        f"{release.name} was imported without {', '.join(missing)}; what stands in them is not compared. "
        "Import it again with them"
    )
