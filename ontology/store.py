"""The knowledge base: an RDF dataset on embedded Oxigraph, one named graph per source release.

A release is replaced as a whole. Its triples are loaded in bulk into a graph that nothing points to yet (a bulk load
is no transaction); then one transaction describes the new graph in the default graph and forgets the old one. A
process that dies before that leaves the old release as it was; the next writer sweeps what nothing points to. Large
graphs it leaves to `ontology.compaction`. A few records are added to a stored release in one transaction.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Self, TypeVar

import pyoxigraph as ox
from oxrdflib import OxigraphStore
from rdflib import Dataset, Graph, URIRef
from rdflib.query import Result

from ontology.bulk import read_all
from ontology.compaction import STORE, has_store
from ontology.errors import NotFoundError, StoreError, WriteError
from ontology.identifiers import Identifiers
from ontology.inferred import INFERRED, STALE, describing_inferred, forgetting_inferred, inferred_graphs
from ontology.loading import load
from ontology.lock import Lock, lock_folder
from ontology.named_releases import current_releases, named_release, refuse_fixed
from ontology.namespaces import LW, PROV, SPARQL_PREFIXES
from ontology.records import Iri, Record, Release, SourceFile, StatusChange
from ontology.sweep import SWEEP_SIZE, sweep
from ontology.triples import from_graph
from ontology.updates import describing, forgetting, moving, quads
from ontology.view import answer


@contextmanager
def _writing(release: Release) -> Iterator[None]:
    """Say what became of a release that cannot be written."""
    try:
        yield
    except OSError as error:
        raise _unwritten(release, error) from error


def _unwritten(release: Release, error: OSError) -> WriteError:
    return WriteError(
        f"{release.source} {release.version} could not be written: {error}. "
        "What was there before is unchanged; make room on the disk and import again"
    )


R = TypeVar("R", bound=Record)
Keep = Callable[[Release], bool]
"""Says of a release whether it is in a part of a knowledge base."""


class KnowledgeBase:
    """Everything that is known, as RDF.

    Use `open` for a folder and `in_memory` for a passing one; both are context managers.
    """

    def __init__(
        self, store: ox.Store, identifiers: Identifiers, lock: Lock | None = None, keep: Keep | None = None
    ) -> None:
        self.identifiers = identifiers
        self._store = store
        self._lock = lock
        self._keep = keep
        self.dataset = Dataset(store=OxigraphStore(store=store))

    @classmethod
    def in_memory(cls, identifiers: Identifiers | None = None) -> Self:
        """Return an empty knowledge base that lives as long as the process."""
        return cls(ox.Store(), identifiers or Identifiers())

    @classmethod
    def open(cls, folder: Path, identifiers: Identifiers | None = None, *, write: bool = False) -> Self:
        """Open the knowledge base in a folder; with ``write``, make it where there is none.

        Raises
        ------
        NotFoundError
            Where there is nothing to read.
        BusyError
            Where another process has it open: many may read, one may write.
        StoreError
            Where the files are broken, or the addresses in them begin with another base.
        """
        if not has_store(folder) and not write:
            message = f"there is no knowledge base in {folder}; make one with `ladderworks import`"
            raise NotFoundError(message)
        lock = lock_folder(folder, write=write)
        try:
            opener = ox.Store if write else ox.Store.read_only
            store = opener(str(folder / STORE))
        except (OSError, RuntimeError) as error:  # the latter where the files are corrupt
            lock.release()
            message = f"the knowledge base in {folder} cannot be opened: {error}"
            raise StoreError(message) from error
        opened = cls(store, identifiers or Identifiers(), lock)
        opened._check_base(folder)
        return opened

    def part(self, keep: Keep) -> KnowledgeBase:
        """Return the knowledge base as if it had only some of its releases, to read from while the whole is open.

        Parameters
        ----------
        keep
            Says of a release whether it is in the part.
        """
        return KnowledgeBase(self._store, self.identifiers, keep=keep)

    @property
    def store(self) -> ox.Store:
        """Return the store itself, for what in this room reads without rdflib between."""
        return self._store

    def _check_base(self, folder: Path) -> None:
        """Refuse a knowledge base whose addresses were minted under another base: nothing in it would be found."""
        start = self.identifiers.graph("")
        strange = [release.iri for release in self.releases() if not release.iri.startswith(start)]
        if strange:
            self.close()
            theirs = strange[0].partition("/graph/")[0]
            message = (
                f"the addresses in {folder} begin with {theirs}, not with {self.identifiers.base}. "
                f"Set LADDERWORKS_BASE_IRI={theirs}, or import into another folder"
            )
            raise StoreError(message)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the folder."""
        self.dataset.close()
        del self._store, self.dataset
        if self._lock:
            self._lock.release()

    def replace(
        self, release: Release, files: Iterable[SourceFile], triples: Iterable[bytes], told: Iterable[Record] = ()
    ) -> Release:
        """Store one release whole, in place of what its version had before.

        Parameters
        ----------
        release
            Its address is ignored: the store chooses the graph.
        triples
            N-Triples, in pieces of any size.
        told
            What is to be known of it besides, for instance who published it, in place of what was known of the same.

        Returns
        -------
        Release
            As stored: its address is the name of its graph.

        Raises
        ------
        InputError
            Where its version was published before.
        WriteError
            Where the disk is full or may not be written; the store then has the old release or the new one, whole.
        StoreError
            Where this is a part of a knowledge base.
        """
        self._refuse_part([release])
        refuse_fixed((r for r in self.releases() if r.name == release.name), "replaced")
        files = list(files)
        with _writing(release):
            self._sweep()
        stored = self._load(release, files, triples)
        with _writing(release):
            self._point_to(stored, [*files, *told])
        self._settle(f"{stored.source} {stored.version}", "is stored, but what it replaced could not be removed")
        return stored

    def amend(self, release: Release, records: Iterable[Record]) -> None:
        """Add records to the graph of a stored release, all of them or none.

        One transaction writes them: whoever is killed on the way leaves the graph as it was. The release keeps its
        address, its files and the time of its import. For a handful of records, not for a release.

        Raises
        ------
        InputError
            Where the release is a published version.
        NotFoundError
            Where the release is not stored.
        WriteError
            Where the disk is full or may not be written; the graph is then as it was.
        StoreError
            Where this is a part of a knowledge base.
        """
        self._refuse_part([release])
        refuse_fixed([release], "amended")
        name = f"{release.source} {release.version}"
        if release.iri not in {stored.iri for stored in self.releases()}:
            message = f"{name} is not stored as {release.iri}; import it first"
            raise NotFoundError(message)
        try:
            self._store.extend(quads(records, release.iri))
        except OSError as error:
            message = f"{name} could not be amended: {error}. Nothing has changed; make room on the disk and try again"
            raise WriteError(message) from error
        but = "was amended, but what an earlier import left behind could not be removed"
        self._settle(name, but, forgetting_inferred(release.iri))

    def infer(self, release: Release, premises: Iterable[str], triples: Iterable[bytes]) -> Iri:
        """Store what follows from a release in a graph of its own, in place of what did before.

        It goes as soon as one of its premises is replaced, amended or removed.

        Parameters
        ----------
        premises
            Addresses of the releases that it rests on.
        triples
            N-Triples, in pieces of any size.

        Returns
        -------
        Iri
            The name of the graph.

        Raises
        ------
        WriteError
            Where the disk is full or may not be written; what followed before is then unchanged.
        StoreError
            Where this is a part of a knowledge base.
        """
        self._refuse_part([release])
        with _writing(release):
            self._sweep()
        graph = self._unused(inferred_graphs(self._store), INFERRED, release.source, release.version)
        load(self._store, triples, graph)
        with _writing(release):
            self._store.update(describing_inferred(graph, release, premises))
        self._settle(release.name, "has its inferred graph, but the one before it could not be removed")
        return Iri(graph)

    def inferred(self) -> dict[str, str]:
        """Return the graphs of what was inferred, each with the graph of the release that it follows from."""
        return inferred_graphs(self._store)

    def remove(self, releases: Sequence[Release]) -> None:
        """Take releases out, all of them or none.

        Raises
        ------
        InputError
            Where one of them is a published version.
        WriteError
            Where the disk may not be written, with what became of the releases.
        StoreError
            Where this is a part of a knowledge base.
        """
        self._refuse_part(releases)
        refuse_fixed(releases, "removed")
        names = ", ".join(f"{release.source} {release.version}" for release in releases)
        gone = {release.iri for release in releases}
        kept = {file for release in self.releases() if release.iri not in gone for file in release.files}
        forgotten = gone | {file for release in releases for file in release.files} - kept
        try:
            self._store.update(forgetting(forgotten))
        except OSError as error:
            message = f"{names} could not be removed: {error}. Nothing has changed; make room on the disk and try again"
            raise WriteError(message) from error
        self._settle(names, "was removed, but its statements still take space")

    def move(self, release: Release, change: StatusChange) -> Release:
        """Change where a stored release stands, and keep who did it, in one transaction; its graph stays as it is.

        Returns
        -------
        Release
            As it stands now.

        Raises
        ------
        WriteError
            Where the disk is full or may not be written; the release then stands where it stood.
        StoreError
            Where this is a part of a knowledge base.
        """
        self._refuse_part([release])
        with _writing(release):
            self._store.update(moving(release, change))
            self._store.flush()
        return release.model_copy(update={"status": change.status})

    def changes(self, standard: str) -> list[StatusChange]:
        """Return how a standard was moved on, by the address of its framework, the oldest change first."""
        query = f"SELECT ?change {{ ?change <{PROV.used}> <{standard}> ; a <{LW.StatusChange}> }}"
        found = [from_graph(self.dataset.default_graph, StatusChange, iri) for (iri,) in self.rows(query)]
        return sorted(found, key=lambda change: (change.at, change.iri))

    def releases(self) -> list[Release]:
        """Return every release that is stored, by source and version."""
        found = [
            from_graph(self.dataset.default_graph, Release, iri)
            for (iri,) in self.rows(f"SELECT ?g {{ ?g <{LW.source}> ?s }}")
        ]
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
        """Yield the rows of a SELECT as plain strings; an unbound cell is empty.

        Parameters
        ----------
        query
            SPARQL; the project's prefixes are known.
        graphs
            Named graphs to take as one; without any, the default graph.
        """
        solutions = self._store.query(
            SPARQL_PREFIXES + query,
            default_graph=[ox.NamedNode(graph) for graph in graphs] or None,
        )
        assert isinstance(solutions, ox.QuerySolutions)
        for solution in solutions:
            yield tuple("" if term is None else term.value for term in solution)

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

    def _refuse_part(self, releases: Sequence[Release]) -> None:
        """Refuse to write to a part: all else would be something to sweep away."""
        if self._keep:
            names = ", ".join(f"{release.source} {release.version}" for release in releases)
            message = f"{names} cannot be changed in a part of a knowledge base; open the whole one to write"
            raise StoreError(message)

    def _unused_graph(self, release: Release) -> str:
        """Return a graph name for a release that no stored release has."""
        return self._unused({r.iri for r in self.releases()}, release.source, release.version)

    def _unused(self, taken: Collection[str], *path: str) -> str:
        """Return a graph name that is not taken, also not by what waits to be swept: a number is added where needed."""
        name, number = self.identifiers.graph(*path), 1
        while name in taken or self._store.contains_named_graph(ox.NamedNode(name)):
            number += 1
            name = self.identifiers.graph(*path, str(number))
        return name

    def _load(self, release: Release, files: list[SourceFile], triples: Iterable[bytes]) -> Release:
        """Load a release into a graph that nothing points to yet."""
        graph = self._unused_graph(release)
        try:
            load(self._store, triples, graph)
        except WriteError as error:
            raise _unwritten(release, error) from error
        return release.model_copy(update={"iri": Iri(graph), "files": tuple(file.iri for file in files)})

    def _settle(self, name: str, but: str, update: str = "") -> None:
        """Bring what was done to the disk and sweep; where that fails, say what became of a release by its name.

        Parameters
        ----------
        update
            To be run before.
        """
        try:
            self._store.update(update)
            self._store.flush()
            self._sweep()
        except OSError as error:
            message = f"{name} {but}: {error}. Make room on the disk; the next import removes them"
            raise WriteError(message) from error

    def _point_to(self, release: Release, told: list[Record]) -> None:
        """Describe a loaded release and forget its forerunner, in one transaction."""
        forgotten = self._outdated(release) | {record.iri for record in told}
        self._store.update(describing([release, *told], forgotten))

    def _outdated(self, release: Release) -> set[str]:
        """Return what is described anew or for the last time; a file may belong to several versions."""
        name = (release.source, release.version)
        known = [((known.source, known.version) == name, known) for known in self.releases()]
        kept = {file for same, other in known if not same for file in other.files}
        gone = {iri for same, old in known if same for iri in (old.iri, *old.files)}
        return gone - kept | set(release.files)

    def _sweep(self) -> None:
        """Remove the graphs that no release points to, and what was inferred from a release that is gone."""
        self._store.update(STALE)
        kept = {release.iri for release in self.releases()} | set(self.inferred())
        sweep(self._store, kept, SWEEP_SIZE if self._lock else None)
