"""A knowledge base as it is read: its releases, what they say, and when they came to say it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar, cast

import pyoxigraph as ox
from oxrdflib import OxigraphStore
from rdflib import Dataset, Graph, URIRef
from rdflib.query import Result

from ontology.bulk import read_all, record_of, said_of
from ontology.identifiers import Identifiers
from ontology.inferred import inferred_graphs
from ontology.lookups import ReadAtOnce, rows
from ontology.moments import Moments
from ontology.named_releases import current_releases, named_release
from ontology.namespaces import LW, PROV, SPARQL_PREFIXES
from ontology.records import Record, Release, SourceFile, StatusChange
from ontology.triples import from_graph
from ontology.view import answer

R = TypeVar("R", bound=Record)
Keep = Callable[[Release], bool]
"""Says of a release whether it is in a part of a knowledge base."""


class Readable:
    """What is known, as RDF.

    Parameters
    ----------
    keep
        Says of a release whether it is there to be read; without it, all are.
    """

    def __init__(self, store: ox.Store, identifiers: Identifiers, keep: Keep | None = None) -> None:
        self.identifiers = identifiers
        self._store = store
        self._keep = keep
        self.dataset = Dataset(store=OxigraphStore(store=cast("ox.Store", ReadAtOnce(store))))

    @property
    def store(self) -> ox.Store:
        """Return the store itself, for what in this room reads without rdflib between."""
        return self._store

    @property
    def moments(self) -> Moments:
        """Return when it, and each release in it, was last written to."""
        return Moments(self._store, self.identifiers)

    def changes(self, standard: str) -> list[StatusChange]:
        """Return how a standard was moved on, by the address of its framework, the oldest change first."""
        query = f"SELECT ?change {{ ?change <{PROV.used}> <{standard}> ; a <{LW.StatusChange}> }}"
        found = [self._described(StatusChange, iri) for (iri,) in self.rows(query)]
        return sorted(found, key=lambda change: (change.at, change.iri))

    def releases(self) -> list[Release]:
        """Return every release that is stored, by source and version."""
        found = [self._described(Release, iri) for (iri,) in self.rows(f"SELECT ?g {{ ?g <{LW.source}> ?s }}")]
        kept = [release for release in found if self._keep is None or self._keep(release)]
        return sorted(kept, key=lambda release: (release.source, release.version))

    def release(self, name: str) -> Release:
        """Return one release by name: ``onet`` is the newest, ``onet@29.0`` that one.

        Raises
        ------
        NotFoundError
            With what there is instead.
        """
        return named_release(self.releases(), name)

    def current(self) -> list[Release]:
        """Return the newest release of each source, by source; of a standard the working copy."""
        return current_releases(self.releases())

    def files(self, release: Release) -> list[SourceFile]:
        """Return the files that a release was read from, by name."""
        found = [from_graph(self.dataset.default_graph, SourceFile, iri) for iri in release.files]
        return sorted(found, key=lambda file: file.name)

    def graph(self, release: Release) -> Graph:
        """Return the triples of a release, as rdflib has them."""
        return Graph(self.dataset.store, URIRef(release.iri))

    def records(self, release: Release, record: type[R]) -> Iterator[R]:
        """Yield every record of a class that a release holds, by address."""
        return read_all(self._store, release.iri, record)

    def rows(self, query: str, graphs: Iterable[str] = ()) -> Iterator[tuple[str, ...]]:
        """Return the rows of a SELECT as plain strings, read all at once; an unbound cell is empty.

        Parameters
        ----------
        query
            SPARQL; the project's prefixes are known.
        graphs
            Named graphs to take as one; without any, the default graph.
        """
        return iter(rows(self._store, SPARQL_PREFIXES + query, graphs))

    def answer(self, query: str, prefixes: Mapping[str, str], *, inferred: bool = False) -> Result:
        """Answer any SPARQL query over all releases together, and over nothing that a killed import left behind.

        Parameters
        ----------
        inferred
            Whether it also sees the graphs of what was inferred from them.

        Raises
        ------
        SyntaxError
            Where the text is no query.
        """
        releases = [release.iri for release in self.releases()]
        seen = [graph for graph, of in self.inferred().items() if of in releases] if inferred else []
        return answer(self._store, [*releases, *seen], query, prefixes)

    def pairs(self, release: Release, predicate: str) -> Iterator[tuple[str, str]]:
        """Yield subject and object of every triple with a predicate, as plain strings."""
        query = f"SELECT ?s ?o {{ ?s <{predicate}> ?o }}"
        return ((s, o) for s, o in self.rows(query, [release.iri]))

    def inferred(self) -> dict[str, str]:
        """Return the graphs of what was inferred, each with the graph of the release that it follows from."""
        return inferred_graphs(self._store)

    def _described(self, record: type[R], iri: str) -> R:
        """Return a record of the default graph, which is read many times in a run: without rdflib between."""
        return record_of(said_of(self._store, ox.DefaultGraph(), iri), record, iri)
