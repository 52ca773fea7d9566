"""Sweeping a store: what an import replaced, or a killed one left behind, is removed in bounded steps."""

from __future__ import annotations

from collections.abc import Collection

import pyoxigraph as ox

from ontology.inferred import inferred_graphs
from ontology.lookups import rows
from ontology.namespaces import LW

SWEEP_SIZE = 100_000
"""Quads removed in one transaction; bounds the memory of a sweep."""

Graph = ox.NamedNode | ox.BlankNode


def sweep(store: ox.Store, kept: Collection[str], most: int | None = None) -> None:
    """Remove every named graph but some.

    Parameters
    ----------
    kept
        Their names.
    most
        Quads of a graph from which it is left where it is, for `compact`; each takes some 30 microseconds to remove.

    Raises
    ------
    OSError
        Where the disk is full or may not be written; what is left is removed by the next sweep.
    """
    for graph in left_over(store, kept):
        if most is None or held(store, graph, most) < most:
            _remove(store, graph)


def kept_graphs(store: ox.Store) -> list[ox.NamedNode]:
    """Return the graphs that a release points to, and those of what was inferred from them."""
    releases = (graph for (graph,) in rows(store, f"SELECT ?graph {{ ?graph <{LW.source}> ?source }}"))
    return [ox.NamedNode(graph) for graph in (*releases, *inferred_graphs(store))]


def left_over(store: ox.Store, kept: Collection[str]) -> list[Graph]:
    """Return the named graphs but some."""
    return [graph for graph in list(store.named_graphs()) if graph.value not in kept]


def held(store: ox.Store, graph: Graph, most: int | None = None) -> int:
    """Return how many quads a graph holds; no more than so many are counted."""
    limit = "" if most is None else f" LIMIT {most}"
    query = f"SELECT (COUNT(*) AS ?n) {{ SELECT * {{ GRAPH {graph} {{ ?s ?p ?o }} }}{limit} }}"
    ((number,),) = rows(store, query)
    return int(number)


def _remove(store: ox.Store, graph: Graph) -> None:
    step = (
        f"DELETE {{ GRAPH {graph} {{ ?s ?p ?o }} }} WHERE {{ SELECT ?s ?p ?o "
        f"{{ GRAPH {graph} {{ ?s ?p ?o }} }} LIMIT {SWEEP_SIZE} }}"
    )
    while next(iter(store.quads_for_pattern(None, None, None, graph)), None):
        store.update(step)
    store.remove_graph(graph)
