"""Some releases of a knowledge base read as one graph, straight from the store."""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox

from ontology.lookups import Term, Thing, quads
from ontology.namespaces import CEASN, CETERMS, DCTERMS, SKOS
from ontology.records import Release, Text
from ontology.store import KnowledgeBase

NAMES = (SKOS.prefLabel, CETERMS.name, DCTERMS.title, CEASN.competencyText)
"""Properties that hold a thing's name, the first one first."""

_NAMES = tuple(ox.NamedNode(name) for name in NAMES)


class Together:
    """Some releases, read as one; made once for a knowledge base that does not change.

    Parameters
    ----------
    releases
        The newest of each source, where none are given.
    behind
        Others, which name what these do not.
    """

    def __init__(
        self, base: KnowledgeBase, releases: Iterable[Release] | None = None, behind: Together | None = None
    ) -> None:
        self.base = base
        self._behind = behind
        self.releases = tuple(base.current() if releases is None else releases)
        self._by_graph = {ox.NamedNode(release.iri): release for release in self.releases}

    def quads(
        self, subject: Thing | None = None, predicate: ox.NamedNode | None = None, value: Term | None = None
    ) -> list[ox.Quad]:
        """Return what the releases say with a subject, a property, a value; ``None`` is any."""
        found = quads(self.base.store, subject, predicate, value)
        return [quad for quad in found if quad.graph_name in self._by_graph]

    def release_of(self, quad: ox.Quad) -> Release:
        """Return the release that says something."""
        assert isinstance(quad.graph_name, ox.NamedNode)
        return self._by_graph[quad.graph_name]

    def names(self, iris: Iterable[str]) -> dict[str, Text]:
        """Return the names of things by address, in English where they have one; what has none is left out."""
        found = {iri: self._name(ox.NamedNode(iri)) for iri in sorted(set(iris))}
        behind = self._behind.names(iri for iri, name in found.items() if not name) if self._behind else {}
        return {iri: name for iri, name in found.items() if name} | behind

    def _name(self, thing: ox.NamedNode) -> Text | None:
        for predicate in _NAMES:
            values = (quad.object for quad in self.quads(thing, predicate))
            if labels := [value for value in values if isinstance(value, ox.Literal)]:
                best = min(labels, key=lambda label: (not (label.language or "").startswith("en"), label.value))
                return Text(value=best.value, language=(best.language or "und").lower())
        return None
