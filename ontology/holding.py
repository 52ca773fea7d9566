"""Holding: what names a blank node, itself or through further ones, and by which way.

Each statement above the nodes that are asked for is looked at once to find who holds them, and once for each way that
holders begin; those that begin alike go together. Cliques and rings cost no more than they have statements.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

import pyoxigraph as ox

from ontology.lookups import quads
from ontology.namespaces import RDF

CELLS: Final = frozenset(map(str, (RDF.first, RDF.rest)))
"""What makes a list: its entries are held by whatever holds the list, without a step of their own."""

LONGEST: Final = 10
"""Properties that a way names; of a longer one the last stands after those that come first."""

OMITTED: Final = "…"
"""What stands for those between."""


class Hold(NamedTuple):
    """That a thing holds a blank node, and by which properties, its own first."""

    holder: str
    path: tuple[str, ...]


Holders = dict[tuple[str, str], list[ox.BlankNode]]
"""Where things with a name lead, by these and by a property."""

Steps = dict[ox.BlankNode, list[tuple[str, ox.BlankNode]]]
"""Where blank nodes lead, and by which property."""


@dataclass(frozen=True)
class Holding:
    """Who holds blank nodes of a graph."""

    store: ox.Store
    graph: str

    def holds(self, nodes: Collection[str]) -> Mapping[str, list[Hold]]:
        """Return all that holds each of some blank nodes, in order.

        A holder is told once for each property of its own by which it leads there, with the shortest way.
        """
        holders, steps = self._climbed(nodes)
        found: dict[str, set[Hold]] = {node: set() for node in nodes}
        for (property, ends), alike in _alike(holders).items():
            for node, path in _reached(property, ends, steps):
                if node.value in found:
                    found[node.value].update(Hold(holder, path) for holder in alike)
        return {node: sorted(held) for node, held in found.items()}

    def _climbed(self, nodes: Collection[str]) -> tuple[Holders, Steps]:
        """Return how things with a name lead to some nodes, and how the nodes above these do."""
        holders: Holders = defaultdict(list)
        steps: Steps = {ox.BlankNode(node): [] for node in nodes}
        waiting = [*steps]
        while waiting:
            node = waiting.pop()
            for subject, property in self._above(node):
                if isinstance(subject, ox.NamedNode):
                    holders[subject.value, property].append(node)
                    continue
                if subject not in steps:
                    steps[subject] = []
                    waiting.append(subject)
                steps[subject].append((property, node))
        return holders, steps

    def _above(self, node: ox.BlankNode) -> Iterator[tuple[ox.NamedNode | ox.BlankNode, str]]:
        for quad in quads(self.store, None, None, node, ox.NamedNode(self.graph)):
            assert not isinstance(quad.subject, ox.Triple)
            yield quad.subject, quad.predicate.value


def _alike(holders: Holders) -> Mapping[tuple[str, frozenset[ox.BlankNode]], list[str]]:
    """Return the things with a name by where, and by which property, they lead: these hold the same."""
    found: dict[tuple[str, frozenset[ox.BlankNode]], list[str]] = defaultdict(list)
    for (holder, property), ends in holders.items():
        found[property, frozenset(ends)].append(holder)
    return found


def _reached(
    property: str, ends: Collection[ox.BlankNode], steps: Steps
) -> Iterator[tuple[ox.BlankNode, tuple[str, ...]]]:
    """Yield each node that a property of a holder leads to, at last, once and with the shortest way."""
    seen: set[ox.BlankNode] = set()
    level: dict[ox.BlankNode, tuple[str, ...]] = dict.fromkeys(ends, (property,))
    while level:
        yield from level.items()
        seen |= level.keys()
        further: dict[ox.BlankNode, tuple[str, ...]] = {}
        for node, path in level.items():
            for further_on, end in steps[node]:
                if end not in seen:
                    way = longer(path, further_on)
                    further[end] = min(way, further.get(end, way))
        level = further


def longer(path: tuple[str, ...], property: str) -> tuple[str, ...]:
    """Return a way with one property more, unless it only leads from cell to cell of a list.

    Example
    -------
    >>> longer(("requires",), "names"), longer(("requires",), str(RDF.rest))
    (('requires', 'names'), ('requires',))
    >>> longer(tuple("abcdefghij"), "k")
    ('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', '…', 'k')
    """
    if property in CELLS:
        return path
    if len(path) < LONGEST:
        return (*path, property)
    return (*path[: LONGEST - 2], OMITTED, property)
