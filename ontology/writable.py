"""A knowledge base as it is written: one named graph per source release.

A release is replaced as a whole. Its triples are loaded in bulk into a graph that nothing points to yet (a bulk load
is no transaction); then one transaction describes the new graph in the default graph and forgets the old one. A
process that dies before that leaves the old release as it was; the next writer sweeps what nothing points to. Large
graphs it leaves to `ontology.compaction`. A few records are added to a stored release in one transaction.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pyoxigraph as ox

from ontology.errors import NotFoundError, StoreError, WriteError
from ontology.identifiers import Identifiers
from ontology.inferred import INFERRED, describing_inferred, forgetting_inferred
from ontology.loads import Load, pointing
from ontology.named_graphs import NamedGraphs
from ontology.named_releases import refuse_fixed
from ontology.readable import Keep, Readable
from ontology.records import Iri, Record, Release, SourceFile, StatusChange
from ontology.unwritten import explained
from ontology.updates import describing, moving, outdated, quads, telling


class Writable(Readable):
    """What is known, as RDF, and can be changed, unless it is a part.

    Parameters
    ----------
    keep
        Says of a release whether it is there; with it, this is a part, which refuses to be written to.
    large
        Whether large graphs wait for a compaction instead of being deleted.
    """

    def __init__(
        self, store: ox.Store, identifiers: Identifiers, keep: Keep | None = None, *, large: bool = False
    ) -> None:
        super().__init__(store, identifiers, keep)
        self._large = large

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
        (stored,) = self.replace_all([Load(release, tuple(files), triples, tuple(told))])
        return stored

    def replace_all(
        self, loads: Sequence[Load], gone: Sequence[Release] = (), said: Sequence[Release] = ()
    ) -> list[Release]:
        """Store several releases, each whole in place of what its version had before, all of them or none.

        Every graph is filled before one transaction points to all; until then, what was stored is as it was.

        Parameters
        ----------
        gone
            Stored releases that go with it.
        said
            Stored releases of which something else is said from then on, as they are to be described; the graphs stay.

        Returns
        -------
        list[Release]
            As stored, in the order of the loads.

        Raises
        ------
        InputError
            Where a version was published before.
        WriteError
            Where the disk is full or may not be written; the store then has what it had before or all of it, whole.
        StoreError
            Where this is a part of a knowledge base.
        """
        wanted = [load.release for load in loads]
        self._refuse_part(wanted)
        names, known = {release.name for release in wanted}, self.releases()
        refuse_fixed((one for one in known if one.name in names), "replaced")
        refuse_fixed(gone, "removed")
        stored = self._filled_all(loads)
        with explained(wanted[0]):
            self._point_to(stored, pointing(loads, stored, known, gone, said), said)
        self._settle(_names(stored), "is stored, but what it replaced could not be removed")
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
            self._store.update(self.moments.marking(release.iri))  # whoever is killed now has only given a later date
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
        graph = self._filled(release, triples, INFERRED)
        with explained(release):
            self._store.update(describing_inferred(graph, release, premises))
        self._settle(release.name, "has its inferred graph, but the one before it could not be removed")
        return graph

    def remove(self, releases: Sequence[Release], said: Sequence[Release] = ()) -> None:
        """Take releases out, all of them or none.

        Parameters
        ----------
        said
            Stored releases of which something else is said from then on, as they are to be described.

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
        names = _names(releases)
        try:
            forgotten = {*outdated(releases, self.releases()), *(release.iri for release in said)}
            marked = self.moments.marking(*(release.iri for release in said))
            self._store.update(f"{describing(said, forgotten)};\n{marked}")
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
        self._keep_change(release, moving(release, change))
        return release.model_copy(update={"status": change.status})

    def tell(self, release: Release, change: StatusChange) -> None:
        """Keep that somebody changed who may read a stored release; where it stands, and its graph, stay as they are.

        Raises
        ------
        WriteError
            Where the disk is full or may not be written; nothing is kept then.
        StoreError
            Where this is a part of a knowledge base.
        """
        self._keep_change(release, telling(change), release.iri)

    def _keep_change(self, release: Release, update: str, *marked: str) -> None:
        """Run an update that keeps what somebody changed of a release, and mark graphs as written to."""
        self._refuse_part([release])
        with explained(release):
            self._store.update(f"{update};\n{self.moments.marking(*marked)}")
            self._store.flush()

    def _point_to(self, stored: Sequence[Release], update: str, said: Sequence[Release]) -> None:
        """Describe loaded releases and forget their forerunners, in one transaction."""
        marked = self.moments.marking(*(release.iri for release in (*stored, *said)))
        self._store.update(f"{update};\n{marked}")

    @property
    def _graphs(self) -> NamedGraphs:
        return NamedGraphs(self._store, self.identifiers, large=self._large)

    def _refuse_part(self, releases: Sequence[Release]) -> None:
        """Refuse to write to a part: all else would be something to sweep away."""
        if self._keep:
            message = f"{_names(releases)} cannot be changed in a part of a knowledge base; open the whole one to write"
            raise StoreError(message)

    def _filled(self, release: Release, triples: Iterable[bytes], *above: str) -> Iri:
        """Load what is of a release into a graph that nothing points to yet, and return its name."""
        self._sweep_for(release)
        return self._fill(release, triples, *above)

    def _filled_all(self, loads: Sequence[Load]) -> list[Release]:
        """Load releases into graphs that nothing points to yet; a sweep between them would take the first away."""
        self._sweep_for(loads[0].release)
        return [load.stored(self._fill(load.release, load.triples)) for load in loads]

    def _sweep_for(self, release: Release) -> None:
        with explained(release):
            self._graphs.sweep()

    def _fill(self, release: Release, triples: Iterable[bytes], *above: str) -> Iri:
        with explained(release, WriteError):
            return Iri(self._graphs.fill(triples, *above, release.source, release.version))

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
            self._graphs.sweep()
        except OSError as error:
            message = f"{name} {but}: {error}. Make room on the disk; the next import removes them"
            raise WriteError(message) from error


def _names(releases: Sequence[Release]) -> str:
    return ", ".join(f"{release.source} {release.version}" for release in releases)
