"""What is said elsewhere of the things that a standard points to: whether they are there, and still stand."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import pyoxigraph as ox

from ontology.identifiers import classification, parted_edition
from ontology.namespaces import DCTERMS, OWL, XSD
from ontology.records import Release
from ontology.shown import shown_releases
from ontology.store import KnowledgeBase
from ontology.together import Together

_DEPRECATED, _REPLACED = ox.NamedNode(OWL.deprecated), ox.NamedNode(DCTERMS.isReplacedBy)
_TRUE = ox.Literal("true", datatype=ox.NamedNode(XSD.boolean))


@dataclass(frozen=True)
class Elsewhere:
    """What some releases say of the things that a standard points to.

    Parameters
    ----------
    releases
        In which a thing may be.
    """

    base: KnowledgeBase
    releases: tuple[Release, ...]

    def is_there(self, iri: str) -> bool:
        """Return whether anything is said of a thing, in any release."""
        return any(self._all.quads(ox.NamedNode(iri)))

    def is_withdrawn(self, iri: str) -> bool:
        """Return whether nothing is said of a thing any more, or that it is deprecated; of an edition never."""
        thing = ox.NamedNode(iri)
        gone = any(self._shown.quads(thing, _DEPRECATED, _TRUE)) or not any(self._shown.quads(thing))
        return gone and not parted_edition(iri)[1]

    def successors(self, iri: str) -> list[str]:
        """Return what stands in place of a thing."""
        found = (quad.object for quad in self._shown.quads(ox.NamedNode(iri), _REPLACED))
        return sorted(one.value for one in found if isinstance(one, ox.NamedNode))

    def knows(self, iri: str) -> bool:
        """Return whether the addresses of concepts here begin as an address does."""
        return classification(iri) in self._starts

    @cached_property
    def _all(self) -> Together:
        return Together(self.base, self.releases)

    @cached_property
    def _shown(self) -> Together:
        """Those that are in force, or the newest."""
        return Together(self.base, shown_releases(self.releases))

    @cached_property
    def _starts(self) -> frozenset[str]:
        graphs = [release.iri for release in self.releases]
        found = self.base.rows("SELECT ?concept { ?concept a skos:Concept }", graphs) if graphs else ()
        return frozenset(classification(iri) for (iri,) in found)
