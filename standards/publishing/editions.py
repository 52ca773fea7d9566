"""The items of a version, each linked to what it was in the version before; what a version drops stays with it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from rdflib import Graph, Literal, URIRef

from ontology.identifiers import edition_address
from ontology.namespaces import DCTERMS, OWL
from ontology.records import Edition, Iri
from standards.publishing.extract import items_of


@dataclass(frozen=True)
class Before:
    """The version that was published before.

    Parameters
    ----------
    version
        Its name.
    graph
        All that it says.
    """

    version: str
    graph: Graph


@dataclass(frozen=True)
class Succession:
    """What became of the items of the version before in a new one.

    Parameters
    ----------
    graph
        What the new version says, as `extract` gives it.
    framework
        Address of the standard's framework.
    version
        Name of the new version.
    before
        The version before it; ``None`` for the first.
    """

    graph: Graph
    framework: Iri
    version: str
    before: Before | None

    @cached_property
    def items(self) -> frozenset[Iri]:
        """The items that the new version has."""
        return frozenset(items_of(self.graph, self.framework))

    @cached_property
    def former(self) -> frozenset[Iri]:
        """The items that the version before has."""
        return frozenset(items_of(self.before.graph, self.framework)) if self.before else frozenset()

    @cached_property
    def successors(self) -> dict[Iri, tuple[Iri, ...]]:
        """What takes the place of each former item: itself where it is still there, and what says that it does."""
        found: dict[Iri, set[Iri]] = defaultdict(set)
        for item in self.items:
            for forerunner in {item, *self._replaced(item)} & self.former:
                found[forerunner].add(item)
        return {former: tuple(sorted(items)) for former, items in found.items()}

    def editions(self) -> Iterator[Edition]:
        """Yield the edition of each item of the new version, then again those that are replaced, with what by."""
        for item in sorted(self.items):
            revised = [former for former in sorted(self.former) if item in self.successors.get(former, ())]
            before = self.before.version if self.before else ""
            yield _edition(item, self.version, revised=_addresses(revised, before))
        if self.before:
            for former, items in sorted(self.successors.items()):
                yield _edition(former, self.before.version, replaced_by=_addresses(items, self.version))

    def dropped(self) -> Graph:
        """Return what is kept of the items that the new version has no more: all, marked, with their successors."""
        kept = Graph()
        if self.before:
            for subject in self._gone(self.before.graph):
                kept += self.before.graph.triples((subject, None, None))
                kept.set((subject, OWL.deprecated, Literal(True)))
                for item in self.successors.get(Iri(subject), ()):
                    kept.add((subject, DCTERMS.isReplacedBy, URIRef(item)))
        return kept

    def _gone(self, graph: Graph) -> Iterable[URIRef]:
        """Return the items of the version before, dropped ones among them, that the new one does not have."""
        dropped = {str(item) for item in graph.subjects(OWL.deprecated, Literal(True))}
        return sorted(URIRef(item) for item in {*self.former, *dropped} - self.items)

    def _replaced(self, item: Iri) -> set[Iri]:
        """Return what an item says that it takes the place of."""
        return {Iri(str(former)) for former in self.graph.objects(URIRef(item), DCTERMS.replaces)}


def _addresses(items: Iterable[Iri], version: str) -> tuple[Iri, ...]:
    return tuple(Iri(edition_address(item, version)) for item in items)


def _edition(item: Iri, version: str, revised: tuple[Iri, ...] = (), replaced_by: tuple[Iri, ...] = ()) -> Edition:
    address = Iri(edition_address(item, version))
    return Edition(iri=address, item=item, version=version, revised=revised, replaced_by=replaced_by)
