"""Names of blank nodes that follow from what is said of them, in time that no graph can stretch.

RDFC-1.0 tries every order of blank nodes that look alike: a file of a few lines keeps it busy for years. Here nodes are
told apart by their neighbors until nothing more tells them apart (color refinement), and then by their order in the
document, one at a time. The time grows as ``m log n`` with the statements ``m`` and the blank nodes ``n``. The same
graph has the same names wherever nodes are alike that neighbors do not tell apart, as they are in what people write; of
two rings of different sizes, made of nothing but blank nodes, they are not, and the order of the document decides.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

import pyoxigraph as ox

Told = tuple[str, int]
"""A property with its direction, and the color of who is at its other end."""


def with_names(triples: Iterable[ox.Triple]) -> list[ox.Triple]:
    """Return statements, each once, with the names ``b0``, ``b1`` … for their blank nodes.

    Example
    -------
    >>> said = ox.parse('[] <http://x/p> "b" . [] <http://x/p> "a" .', ox.RdfFormat.TURTLE)
    >>> sorted(map(str, with_names(quad.triple for quad in said)))
    ['_:b0 <http://x/p> "a"', '_:b1 <http://x/p> "b"']
    """
    once = list(dict.fromkeys(triples))
    graph = _Graph(once)
    if not graph.nodes:
        return once
    graph.tell_apart()
    order = sorted(range(len(graph.nodes)), key=graph.colors.__getitem__)
    names = {node: rank for rank, node in enumerate(order)}
    named = {node: ox.BlankNode(f"b{names[number]}") for node, number in graph.nodes.items()}
    return [ox.Triple(named.get(s, s), p, named.get(o, o)) for s, p, o in once]


class _Graph:
    """Blank nodes, numbered as they come, with what links them; nodes of one color have not been told apart."""

    def __init__(self, triples: Iterable[ox.Triple]) -> None:
        self.nodes: dict[Any, int] = {}
        self._links: dict[int, list[tuple[str, int]]] = defaultdict(list)
        said: dict[int, list[str]] = defaultdict(list)
        for subject, predicate, end in triples:
            of, to = self._number(subject), self._number(end)
            if of is not None:
                said[of].append(f">{predicate} {end if to is None else ''}")
            if to is not None:
                said[to].append(f"<{predicate} {subject if of is None else ''}")
            if of is not None and to is not None:
                self._links[of].append((f"<{predicate}", to))
                self._links[to].append((f">{predicate}", of))
        self._begin({node: tuple(sorted(words)) for node, words in said.items()})

    def _number(self, term: object) -> int | None:
        return self.nodes.setdefault(term, len(self.nodes)) if isinstance(term, ox.BlankNode) else None

    def _begin(self, said: dict[int, tuple[str, ...]]) -> None:
        """Color nodes by what is said of them without the names of others."""
        alike: dict[tuple[str, ...], set[int]] = defaultdict(set)
        for node, words in said.items():
            alike[words].add(node)
        self._classes = [alike[words] for words in sorted(alike)]
        self.colors = [0] * len(self.nodes)
        for color, nodes in enumerate(self._classes):
            for node in nodes:
                self.colors[node] = color

    def tell_apart(self) -> None:
        """Give each node a color of its own."""
        self._spread(list(range(len(self.nodes))))
        color = 0
        while color < len(self._classes):  # colors that are found on the way come at the end
            for node in sorted(self._classes[color]):
                if self.colors[node] == color and len(self._classes[color]) > 1:
                    self._spread(self._part({node}, color))
            color += 1

    def _spread(self, changed: list[int]) -> None:
        """Tell apart what the new colors of some nodes tell apart, and so on."""
        while changed:
            told: dict[int, list[Told]] = defaultdict(list)
            for node in changed:
                for link, other in self._links[node]:
                    if len(self._classes[self.colors[other]]) > 1:
                        told[other].append((link, self.colors[node]))
            changed = [node for color, nodes in self._touched(told) for node in self._split(color, nodes, told)]

    def _touched(self, told: Iterable[int]) -> list[tuple[int, list[int]]]:
        """Return nodes that something is told of, by color."""
        found: dict[int, list[int]] = defaultdict(list)
        for node in told:
            found[self.colors[node]].append(node)
        return sorted(found.items())

    def _split(self, color: int, nodes: list[int], told: dict[int, list[Told]]) -> list[int]:
        """Take a color apart by what is told of its nodes; the largest part keeps it, the others are returned."""
        alike: dict[tuple[Told, ...], set[int]] = defaultdict(set)
        for node in nodes:
            alike[tuple(sorted(told[node]))].add(node)
        parts = [alike[words] for words in sorted(alike)]
        untold = len(self._classes[color]) - len(nodes)
        if untold >= max(map(len, parts)):
            return [node for part in parts for node in self._part(part, color)]
        if untold:
            parts.insert(0, self._classes[color].difference(nodes))
        keeps = max(range(len(parts)), key=lambda place: (len(parts[place]), -place))
        return [node for place, part in enumerate(parts) if place != keeps for node in self._part(part, color)]

    def _part(self, nodes: set[int], color: int) -> list[int]:
        """Give some nodes of a color a new one."""
        self._classes[color] -= nodes
        self._classes.append(nodes)
        for node in nodes:
            self.colors[node] = len(self._classes) - 1
        return list(nodes)
