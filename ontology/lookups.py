"""Lookups: what a store finds, read at once.

An iterator of the store may only be dropped by the thread that made it. One that is left half read goes wherever its
frame does, and an exception carries that to whoever waits for it. So none ever stays in a frame here: each is read to
its end in the loop that asks for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, cast

import pyoxigraph as ox

Thing = ox.NamedNode | ox.BlankNode
Term = Thing | ox.Literal | ox.Triple
Graph = Thing | ox.DefaultGraph


def rows(store: ox.Store, query: str, graphs: Iterable[str] = ()) -> list[tuple[str, ...]]:
    """Return the rows of a SELECT as plain strings; an unbound cell is empty.

    Parameters
    ----------
    graphs
        Named graphs to take as one; without any, the default graph.
    """
    default: list[Graph] | None = [ox.NamedNode(graph) for graph in graphs] or None
    found = []
    for solution in cast("ox.QuerySolutions", store.query(query, default_graph=default)):
        found.append(tuple(["" if term is None else term.value for term in solution]))  # noqa: PERF401 - see above
    return found


def quads(
    store: ox.Store,
    subject: Thing | None,
    predicate: ox.NamedNode | None,
    value: Term | None,
    graph: Graph | None = None,
) -> list[ox.Quad]:
    """Return the quads of a store with a subject, a property, a value, in a graph; ``None`` is any."""
    return list(store.quads_for_pattern(subject, predicate, value, graph))


class ReadAtOnce:
    """A store as rdflib's is given it: what it finds is read before rdflib begins with it."""

    def __init__(self, store: ox.Store) -> None:
        self._store = store

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - all else that the store does
        return getattr(self._store, name)

    def quads_for_pattern(self, *pattern: Any) -> Iterator[ox.Quad]:  # noqa: ANN401 - those of pyoxigraph
        """Return the quads of a pattern."""
        return iter(quads(self._store, *pattern))

    def named_graphs(self) -> Iterator[Thing]:
        """Return the names of the graphs."""
        return iter(list(self._store.named_graphs()))
