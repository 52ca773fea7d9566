"""Named graphs: filled before anything points to them, and swept away when nothing does any more."""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox

from ontology.identifiers import Identifiers
from ontology.inferred import STALE
from ontology.loading import load
from ontology.sweep import SWEEP_SIZE, kept_graphs, sweep


class NamedGraphs:
    """The named graphs of a store.

    Parameters
    ----------
    large
        Whether a large graph is left to `compact` rather than swept.
    """

    def __init__(self, store: ox.Store, identifiers: Identifiers, *, large: bool) -> None:
        self._store = store
        self._identifiers = identifiers
        self._most = SWEEP_SIZE if large else None

    def fill(self, triples: Iterable[bytes], *path: str) -> str:
        """Load N-Triples into a graph that nothing points to yet, and return its name; not a transaction.

        Parameters
        ----------
        path
            What the name is minted of.

        Raises
        ------
        WriteError
            Where the disk is full or may not be written.
        """
        name = self._unused(*path)
        load(self._store, triples, name)
        return name

    def sweep(self) -> None:
        """Remove the graphs that no release points to, and what was inferred from a release that is gone."""
        self._store.update(STALE)
        sweep(self._store, {graph.value for graph in kept_graphs(self._store)}, self._most)

    def _unused(self, *path: str) -> str:
        """Return a name that is not taken, also not by what waits to be swept: a number is added where needed."""
        taken = {graph.value for graph in kept_graphs(self._store)}
        name, number = self._identifiers.graph(*path), 1
        while name in taken or self._store.contains_named_graph(ox.NamedNode(name)):
            number += 1
            name = self._identifiers.graph(*path, str(number))
        return name
