"""A run: what of a corpus is not aligned yet is, and the manifest is kept up to date."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from typing import Final, Protocol

from ontology.errors import InputError
from pathways.batch.alignment import Done, Job, digest
from pathways.batch.folder import Folder
from pathways.batch.manifest import Asked, Entry, Manifest, State, read_manifest, write_manifest
from pathways.batch.partitions import Partition, partitions
from standards.corpora import Corpus, read_counts
from standards.matching import Index, save_index

PAUSE: Final = 1.0
"""Seconds between two manifests; what a stopped run had not written yet is read from the result files."""


class Workers(Protocol):
    """What aligns partitions."""

    def align(self, job: Job, partitions: Iterable[Partition]) -> Iterator[tuple[Partition, Done | str]]:
        """Yield each partition as soon as it ends."""


@dataclass(frozen=True)
class Standing:
    """How far a run is.

    Parameters
    ----------
    partitions, statements
        Done, in this run or before.
    all_partitions, all_statements
        That there are.
    rate
        Statements a second in this run; 0 before the first partition is done.
    """

    partitions: int
    all_partitions: int
    statements: int
    all_statements: int
    rate: float


Tell = Callable[[Standing], None]
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
            ledger = Ledger(self.folder, self._begin(), tell)
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
        )

    def _begin(self) -> Manifest:
        """Return the manifest to go on from, with the index in place."""
        kept = read_manifest(self.folder.manifest) if self.folder.manifest.is_file() else None
        if kept and (differences := [*kept.asked.differences(self.asked)]):
            message = (
                f"{self.folder.path} holds the results of something else: {'; '.join(differences)}. Ask the same "
                "again, name another folder with -o, or begin anew with --fresh, which removes what is there"
            )
            raise InputError(message)
        manifest = checked(kept or self._new(), self.folder)
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


def checked(manifest: Manifest, folder: Folder) -> Manifest:
    """Return a manifest in which exactly those partitions are done whose result file is there and whole."""
    return manifest.having({entry.number: _checked(entry, manifest.run, folder) for entry in manifest.partitions})


def _checked(entry: Entry, run: str, folder: Folder) -> Entry:
    path = folder.result(entry.number)
    found = digest(path) if path.is_file() else ""
    if found and found == entry.sha256:
        return entry
    counts = None if entry.sha256 else read_counts(path)
    if counts and (counts.run, counts.partition) == (run, entry.number):
        return _done(entry, Done(counts=counts, sha256=found, seconds=None, worker=""))
    bare = {"number", "file", "start", "rows", "result"}
    return Entry.model_validate(entry.model_dump(include=bare))


class Ledger:
    """The manifest while a run changes it.

    Parameters
    ----------
    manifest
        As the run finds it.
    """

    def __init__(self, folder: Folder, manifest: Manifest, tell: Tell) -> None:
        self._folder = folder
        self._found = manifest
        self._entries = {entry.number: entry for entry in manifest.partitions}
        self._tell = tell
        self._rows = sum(entry.rows for entry in manifest.of(State.DONE))
        self._all = sum(entry.rows for entry in manifest.partitions)
        self._done = len(manifest.of(State.DONE))
        self._before = self._rows
        self._start = self._written = time.monotonic()

    @property
    def manifest(self) -> Manifest:
        """Return the manifest as it is now."""
        return self._found.having(self._entries)

    @property
    def waiting(self) -> set[int]:
        """Return the numbers of the partitions that are not done."""
        return {number for number, entry in self._entries.items() if entry.state is not State.DONE}

    @contextmanager
    def kept(self) -> Iterator[None]:
        """Write the manifest at the end, however the run ends."""
        self._tell(self._standing())
        try:
            yield
        finally:
            self._write()

    def record(self, partition: Partition, outcome: Done | str) -> None:
        """Enter what became of a partition."""
        entry = self._entries[partition.number]
        if isinstance(outcome, str):
            self._entries[entry.number] = entry.model_copy(update={"state": State.FAILED, "message": outcome})
        else:
            self._entries[entry.number] = _done(entry, outcome)
            self._rows += entry.rows
            self._done += 1
        if time.monotonic() - self._written >= PAUSE:
            self._write()
        self._tell(self._standing())

    def _write(self) -> None:
        write_manifest(self.manifest, self._folder.manifest)
        self._written = time.monotonic()

    def _standing(self) -> Standing:
        seconds = time.monotonic() - self._start
        rate = (self._rows - self._before) / seconds if seconds else 0.0
        return Standing(self._done, len(self._entries), self._rows, self._all, rate)


def _done(entry: Entry, done: Done) -> Entry:
    counts = done.counts
    return entry.model_copy(
        update={
            "state": State.DONE,
            "written": counts.written,
            "matched": counts.matched,
            "findings": counts.findings,
            "sha256": done.sha256,
            "seconds": done.seconds,
            "worker": done.worker,
            "message": "",
        }
    )
