"""Sweeping a store: what an import replaced, or a killed one left behind, is removed in bounded steps."""

from __future__ import annotations

from collections.abc import Collection

import pyoxigraph as ox

SWEEP_SIZE = 100_000
"""Quads removed in one transaction; bounds the memory of a sweep."""


def sweep(store: ox.Store, kept: Collection[str]) -> None:
    """Remove every named graph but some.

    Raises
    ------
    OSError
        Where the disk is full or may not be written; what is left is removed by the next sweep.
    """
    for graph in list(store.named_graphs()):
        if graph.value not in kept:
            _remove(store, graph)


def _remove(store: ox.Store, graph: ox.NamedNode | ox.BlankNode) -> None:
    step = (
        f"DELETE {{ GRAPH {graph} {{ ?s ?p ?o }} }} WHERE {{ SELECT ?s ?p ?o "
        f"{{ GRAPH {graph} {{ ?s ?p ?o }} }} LIMIT {SWEEP_SIZE} }}"
    )
    while next(iter(store.quads_for_pattern(None, None, None, graph)), None):
        store.update(step)
    store.remove_graph(graph)
