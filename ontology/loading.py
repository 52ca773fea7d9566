"""Loading many triples fast: pieces side by side, a few at a time."""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from typing import Final

import pyoxigraph as ox

from ontology.errors import WriteError

LOADERS: Final = 2
"""Pieces loaded at once. Oxigraph keeps one processor busy with a piece and lets go of Python while it does."""


def load(store: ox.Store, pieces: Iterable[bytes], graph: str) -> None:
    """Load N-Triples into a graph of a store; not a transaction.

    Parameters
    ----------
    pieces
        Of any size; the next is asked for when a loader is free, so that few are in memory.

    Raises
    ------
    WriteError
        Where one cannot be written; the others that were begun are finished first.
    """
    name = ox.NamedNode(graph)

    def begin(piece: bytes) -> Future[None]:
        return pool.submit(store.bulk_load, piece, ox.RdfFormat.N_TRIPLES, to_graph=name, lenient=True)

    with ThreadPoolExecutor(LOADERS, "loader") as pool:
        begun: set[Future[None]] = set()
        for piece in pieces:
            begun.add(begin(piece))
            if len(begun) == LOADERS:
                begun = _collect(begun)
        while begun:
            begun = _collect(begun)


def _collect(begun: set[Future[None]]) -> set[Future[None]]:
    """Wait for one piece at least; return those still being loaded."""
    done, still = wait(begun, return_when=FIRST_COMPLETED)
    for piece in done:
        try:
            piece.result()
        except OSError as error:
            raise WriteError(str(error)) from error
    return still
