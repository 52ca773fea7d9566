"""Compacting: a store on disk is written anew without what nothing points to any more, and takes the old one's place.

To delete a large graph statement by statement takes several times as long as to write down all the others.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from ontology.errors import WriteError
from ontology.lock import lock_folder
from ontology.sweep import held, kept_graphs, left_over, sweep

STORE: Final = "store"
"""The folder of the store, in the one of a knowledge base."""

FRESH: Final = "store.fresh"
"""Where it is written anew; whoever finds it finds what a killed process left behind."""

FORMER: Final = "store.former"
"""Where the old one stands for the moment in which the other takes its place."""

DEAR: Final = 3
"""Times as many statements kept as left over from which it is quicker to delete these: the deletion of one takes about
as long as three are written."""


def has_store(folder: Path) -> bool:
    """Return whether there is a store in a folder; put it back where a compaction was killed as it changed the two."""
    if (folder / STORE).is_dir():
        return True
    if not (folder / FORMER).is_dir():
        return False
    (folder / FORMER).rename(folder / STORE)
    return True


def compact(folder: Path) -> bool:
    """Give back the space of what no release points to, and return whether there was any.

    Whoever is killed on the way leaves the knowledge base as it was.

    Raises
    ------
    BusyError
        Where another process uses the knowledge base.
    WriteError
        Where the disk is full or may not be written; nothing is lost then.
    """
    with lock_folder(folder, write=True):
        if not has_store(folder):
            return False
        for remains in (FRESH, FORMER):
            shutil.rmtree(folder / remains, ignore_errors=True)
        try:
            return _compacted(folder)
        except OSError as error:
            shutil.rmtree(folder / FRESH, ignore_errors=True)
            message = f"the space of what was removed is still taken: {error}. Make room; the next import gives it back"
            raise WriteError(message) from error


def _compacted(folder: Path) -> bool:
    store = ox.Store(str(folder / STORE))
    kept = kept_graphs(store)
    names = {graph.value for graph in kept}
    leavings = left_over(store, names)
    if not leavings:
        return False
    most = DEAR * sum(held(store, graph) for graph in leavings)
    if sum(held(store, graph, most) for graph in kept) >= most:
        sweep(store, names)
        return True
    _write(store, kept, folder / FRESH)
    del store  # closes it: its folder must not move under it
    (folder / STORE).rename(folder / FORMER)
    (folder / FRESH).rename(folder / STORE)
    shutil.rmtree(folder / FORMER)
    return True


def _write(store: ox.Store, kept: Collection[ox.NamedNode], folder: Path) -> None:
    """Write the default graph and some others into a new store."""
    fresh = ox.Store(str(folder))
    graphs: list[ox.NamedNode | ox.DefaultGraph] = [ox.DefaultGraph(), *kept]
    for graph in graphs:
        _copy(store, fresh, graph)
    fresh.flush()


def _copy(store: ox.Store, fresh: ox.Store, graph: ox.NamedNode | ox.DefaultGraph) -> None:
    """Copy a graph; one thread reads while the other writes, so that never much of it is in memory."""
    source, target = os.pipe()

    def read() -> None:
        with os.fdopen(target, "wb") as pipe:
            store.dump(pipe, ox.RdfFormat.N_TRIPLES, from_graph=graph)

    with ThreadPoolExecutor(1, "reading a graph") as reader:
        whole = reader.submit(read)
        with os.fdopen(source, "rb") as pipe:
            fresh.bulk_load(pipe, ox.RdfFormat.N_TRIPLES, to_graph=graph, lenient=True)
        whole.result()  # raises where the end of the pipe was not that of the graph
