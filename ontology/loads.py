"""What is stored in one go: releases, each whole with its files and its triples, and the update that points to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ontology.records import Iri, Record, Release, SourceFile
from ontology.updates import describing, outdated


@dataclass(frozen=True)
class Load:
    """A release to be stored whole, in place of what its version had before.

    Parameters
    ----------
    release
        Its address is ignored: the store chooses the graph.
    triples
        N-Triples, in pieces of any size. Only once.
    told
        What is to be known of it besides, for instance who published it, in place of what was known of the same.
    """

    release: Release
    files: Sequence[SourceFile]
    triples: Iterable[bytes]
    told: Sequence[Record] = ()

    def stored(self, graph: Iri) -> Release:
        """Return the release as it is stored in a graph."""
        return self.release.model_copy(update={"iri": graph, "files": tuple(file.iri for file in self.files)})


def pointing(
    loads: Sequence[Load],
    stored: Sequence[Release],
    known: Sequence[Release],
    gone: Sequence[Release] = (),
    said: Sequence[Release] = (),
) -> str:
    """Return the update that describes loaded releases and forgets their forerunners, all in one.

    Parameters
    ----------
    stored
        The releases of the loads, in their order, with the graphs that hold them.
    known
        All that were stored before.
    gone
        Those of them that go with it.
    said
        Those of them of which something else is said now, as they are to be described.
    """
    names = {release.name for release in stored}
    going = [*gone, *(release for release in known if release.name in names)]
    described = [*stored, *said, *_beside(loads)]
    forgotten = {*outdated(going, known), *(file for release in stored for file in release.files)}
    return describing(described, {*forgotten, *(record.iri for record in (*said, *_beside(loads)))})


def _beside(loads: Sequence[Load]) -> Iterator[Record]:
    for load in loads:
        yield from (*load.files, *load.told)
