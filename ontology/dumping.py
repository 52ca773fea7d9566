"""Dumps: releases as gzipped N-Quads, written as they are read, so that never much of them is in memory."""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from threading import Thread
from typing import Final

import pyoxigraph as ox

from ontology.records import Release
from ontology.store import KnowledgeBase

PIECE: Final = 1 << 18
"""Bytes that are read at once."""

GZIP: Final = 31
"""What makes zlib write gzip, with neither a name nor a time in its header."""


def dump(base: KnowledgeBase, releases: Iterable[Release]) -> Iterator[bytes]:
    """Yield releases as gzipped N-Quads, each statement under the graph of its release.

    The store's own order is kept: the same store gives the same bytes.
    """
    packer = zlib.compressobj(6, zlib.DEFLATED, GZIP)
    for release in releases:
        for lines in n_quads(base.store, release.iri):
            if packed := packer.compress(lines):
                yield packed
    yield packer.flush()


def n_quads(store: ox.Store, graph: str) -> Iterator[bytes]:
    """Yield a graph as N-Quads, in pieces of whole lines."""
    name, rest = f" <{graph}> .\n".encode(), b""
    for piece in _n_triples(store, ox.NamedNode(graph)):
        lines, end, rest = (rest + piece).rpartition(b"\n")
        yield (lines + end).replace(b" .\n", name)  # no literal holds the end of a line


def _n_triples(store: ox.Store, graph: ox.NamedNode) -> Iterator[bytes]:
    """Yield a graph as N-Triples; a thread writes what is read here, and stops when nobody reads any more."""
    source, target = os.pipe()
    fault: list[OSError] = []

    def write() -> None:
        try:
            with os.fdopen(target, "wb") as pipe:
                store.dump(pipe, ox.RdfFormat.N_TRIPLES, from_graph=graph)
        except OSError as error:
            fault.append(error)

    writer = Thread(target=write, name="dumping a graph", daemon=True)
    writer.start()
    try:
        with os.fdopen(source, "rb", buffering=0) as pipe:
            while piece := pipe.read(PIECE):
                yield piece
    finally:
        writer.join()
    with suppress(IndexError):
        raise fault[0]  # the end of the pipe was not that of the graph
