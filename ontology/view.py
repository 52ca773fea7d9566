"""A view of a store: queries see the default graph and some named ones only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from traceback import clear_frames
from typing import Any, cast

import pyoxigraph as ox
from oxrdflib import OxigraphStore
from rdflib.query import Result


class _View:
    """A store in which queries see the default graph and some named ones only."""

    def __init__(self, store: ox.Store, graphs: list[ox.NamedNode]) -> None:
        self._store, self._graphs = store, graphs

    def query(self, query: str, **options: Any) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:  # noqa: ANN401 - those of pyoxigraph
        seen = {"default_graph": [ox.DefaultGraph(), *self._graphs], "named_graphs": self._graphs}
        return self._store.query(query, **{**options, **seen, "use_default_graph_as_union": False})


def answer(store: ox.Store, graphs: Iterable[str], query: str, prefixes: Mapping[str, str]) -> Result:
    """Answer any SPARQL query over some named graphs together.

    The result is read to its end, and what fails on the way holds none of it: see `ontology.lookups`.

    Raises
    ------
    SyntaxError
        Where the text is no query.
    """
    seen = _View(store, [ox.NamedNode(graph) for graph in graphs])
    try:
        found = OxigraphStore(store=cast("ox.Store", seen)).query(query, prefixes, {}, "__UNION__")
        found.bindings  # noqa: B018 - asking for them reads them
    except Exception as error:
        clear_frames(error.__traceback__)
        raise
    return found
