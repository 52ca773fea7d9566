"""A run: what of a corpus is not aligned yet is, and the manifest is kept up to date."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from typing import Protocol

from ontology.errors import InputError
from pathways.batch.alignment import Done, Job, digest
from pathways.batch.folder import Folder
from pathways.batch.ledger import Ledger, Tell, checked
from pathways.batch.manifest import Asked, Entry, Manifest, State, read_manifest, write_manifest
from pathways.batch.partitions import Partition, partitions
from standards.corpora import Corpus
from standards.matching import Index, save_index


class Workers(Protocol):
    """What aligns partitions."""

    def align(self, job: Job, partitions: Iterable[Partition]) -> Iterator[tuple[Partition, Done | str]]:
        """Yield each partition as soon as it ends."""


Hire = Callable[[], AbstractContextManager[Workers]]


@dataclass(frozen=True)
class Batch:
    """A corpus to be aligned to a framework, into a folder."""

    corpus: Corpus
    asked: Asked
    index: Index
    folder: Folder

    def run(self, hire: Hire, tell: Tell, *, fresh: bool = False) -> Manifest:
        """Align what is not done yet, and return the manifest.

        Parameters
        ----------
        hire
            Starts the workers; not called where everything is done.
        tell
            Is told how far the run is, after each partition.
        fresh
            Whether what an earlier run left is removed first.

        Raises
        ------
        InputError
            Where the folder holds the results of something else.
        BusyError
            Where another run is at work in it.
        """
        if self.folder.path.is_relative_to(self.corpus.path):
            message = f"{self.folder.path} is in the corpus, of which it would become a part; name a folder outside"
            raise InputError(message)
        with self.folder.locked():
            if fresh:
                self.folder.clear()
            kept = self._kept() or self._new()
            manifest = checked(kept, self.folder)
            ledger = Ledger(self.folder, self._ready(manifest), tell, damaged=_lost(kept, manifest))
            if waiting := [p for p in self._partitions() if p.number in ledger.waiting]:
                self._align(waiting, ledger, hire)
            if not ledger.waiting:
                self.folder.index.unlink(missing_ok=True)
            return ledger.manifest

    def _partitions(self) -> Iterator[Partition]:
        return partitions(self.corpus, self.asked.partition)

    def _align(self, waiting: Iterable[Partition], ledger: Ledger, hire: Hire) -> None:
        with ledger.kept(), hire() as workers:
            for partition, outcome in workers.align(self._job(ledger.manifest), waiting):
                ledger.record(partition, outcome)

    def _job(self, manifest: Manifest) -> Job:
        asked = self.asked
        return Job(
            run=manifest.run,
            folder=str(self.folder.path),
            index=manifest.index,
            method=asked.method,
            top=asked.top,
            least=asked.least,
            language=asked.framework.language,
        )

    def _kept(self) -> Manifest | None:
        """Return the manifest of an earlier run, which must have asked the same."""
        if not self.folder.manifest.is_file():
            return None
        kept = read_manifest(self.folder.manifest)
        if differences := [*kept.asked.differences(self.asked)]:
            message = (
                f"{self.folder.path} holds the results of something else: {'; '.join(differences)}. Ask the same "
                "again, name another folder with -o, or begin anew with --fresh, which removes what is there"
            )
            raise InputError(message)
        return kept

    def _ready(self, manifest: Manifest) -> Manifest:
        """Return the manifest with the index that workers use, which is in place where there is work to do."""
        if manifest.of(State.DONE) != manifest.partitions:
            manifest = manifest.model_copy(update={"index": self._saved(manifest.index)})
        write_manifest(manifest, self.folder.manifest)
        return manifest

    def _new(self) -> Manifest:
        entries = (
            Entry(
                number=partition.number,
                file=partition.file.name,
                start=partition.start,
                rows=partition.rows,
                result=self.folder.result_name(partition.number),
            )
            for partition in self._partitions()
        )
        return Manifest(
            tool=version("ladderworks"),
            began=datetime.now(UTC),
            corpus=self.corpus.path,
            asked=self.asked,
            run=self.asked.digest,
            index="",
            partitions=tuple(entries),
        )

    def _saved(self, expected: str) -> str:
        """Return the digest of the index file, which is written where it is not the one expected."""
        path = self.folder.index
        if not (path.is_file() and digest(path) == expected):
            save_index(self.index, path)
        return digest(path)


def _lost(before: Manifest, now: Manifest) -> int:
    """Return how many partitions were done and no longer are."""
    lost = {entry.number for entry in before.of(State.DONE)} - {entry.number for entry in now.of(State.DONE)}
    return len(lost)
