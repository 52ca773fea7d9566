"""The knowledge base: an RDF dataset on embedded Oxigraph, in a folder or in memory."""

from __future__ import annotations

from pathlib import Path
from typing import Self

import pyoxigraph as ox

from ontology.compaction import STORE, has_store
from ontology.errors import NotFoundError, StoreError
from ontology.identifiers import Identifiers
from ontology.lock import Lock, lock_folder
from ontology.readable import Keep
from ontology.writable import Writable


class KnowledgeBase(Writable):
    """Everything that is known, as RDF.

    Use `open` for a folder and `in_memory` for a passing one; both are context managers.
    """

    def __init__(
        self, store: ox.Store, identifiers: Identifiers, lock: Lock | None = None, keep: Keep | None = None
    ) -> None:
        super().__init__(store, identifiers, keep, large=lock is not None)
        self._lock = lock

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
