"""The ledger: the manifest while a run changes it, and how far the run is."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

from pathways.batch.alignment import Done, digest, written
from pathways.batch.folder import Folder
from pathways.batch.manifest import Entry, Manifest, State, write_manifest
from pathways.batch.partitions import Partition

PAUSE: Final = 1.0
"""Seconds between two manifests; what a stopped run had not written yet is read from the result files."""


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
    damaged
        Partitions whose result file is gone or not as it was written, and which are therefore done again.
    """

    partitions: int
    all_partitions: int
    statements: int
    all_statements: int
    rate: float
    damaged: int = 0


Tell = Callable[[Standing], None]


class Ledger:
    """The manifest while a run changes it.

    Parameters
    ----------
    manifest
        As the run finds it.
    tell
        Is told at once how far the run is, and after each partition.
    damaged
        Partitions that were done and no longer are.
    """

    def __init__(self, folder: Folder, manifest: Manifest, tell: Tell, damaged: int = 0) -> None:
        self._folder = folder
        self._found = manifest
        self._entries = {entry.number: entry for entry in manifest.partitions}
        self._tell, self._damaged = tell, damaged
        self._rows = sum(entry.rows for entry in manifest.of(State.DONE))
        self._all = sum(entry.rows for entry in manifest.partitions)
        self._done = len(manifest.of(State.DONE))
        self._before = self._rows
        self._start = self._written = time.monotonic()
        tell(self._standing())

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
        return Standing(self._done, len(self._entries), self._rows, self._all, rate, self._damaged)


def checked(manifest: Manifest, folder: Folder) -> Manifest:
    """Return a manifest in which exactly those partitions are done whose result file is there and whole.

    A result file that is not as it was entered is removed.
    """
    return manifest.having({entry.number: _checked(entry, manifest.run, folder) for entry in manifest.partitions})


def _checked(entry: Entry, run: str, folder: Folder) -> Entry:
    path = folder.result(entry.number)
    found = digest(path) if path.is_file() else ""
    if found and found == entry.sha256:
        return entry
    counts = None if entry.sha256 else written(path, run, entry.number)
    if counts:
        return _done(entry, Done(counts=counts, sha256=found, seconds=None, worker=""))
    path.unlink(missing_ok=True)
    bare = {"number", "file", "start", "rows", "result"}
    return Entry.model_validate(entry.model_dump(include=bare))


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
