"""The output folder of a batch: its results, its manifest, and what the workers share."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ontology.errors import BusyError, InputError, WriteError
from ontology.lock import Lock

LOCK, PASSING, RESULTS, ATTEMPTS = ".lock", ".passing", "results", "attempts"
MANIFEST, INDEX, TABLE = "manifest.json", "index.npz", "results.csv"

OWNED: Final = tuple(name.lstrip(".") for name in (LOCK, PASSING, RESULTS, ATTEMPTS, MANIFEST, INDEX, TABLE))
"""How the names begin of what a batch makes in its folder, and of what becomes one of them."""


@dataclass(frozen=True)
class Folder:
    """Where everything of a batch lies.

    Parameters
    ----------
    path
        Absolute, and the same on every machine that works on the batch.
    """

    path: Path

    @property
    def manifest(self) -> Path:
        """Return the file that says what was asked and what is done."""
        return self.path / MANIFEST

    @property
    def attempts(self) -> Path:
        """Return the folder where workers log what they begin and end."""
        return self.path / ATTEMPTS

    @property
    def index(self) -> Path:
        """Return the file with the index, which is there while there is work to do."""
        return self.path / INDEX

    @property
    def table(self) -> Path:
        """Return the file with all results as one table, where that was asked for."""
        return self.path / TABLE

    def result(self, partition: int) -> Path:
        """Return the result file of a partition."""
        return self.path / self.result_name(partition)

    @staticmethod
    def result_name(partition: int) -> str:
        """Return the path of a result file inside the folder.

        Example
        -------
        >>> Folder.result_name(12)
        'results/000012.parquet'
        """
        return f"{RESULTS}/{partition:06}.parquet"

    def passing(self, partition: int, worker: str) -> Path:
        """Return where a worker writes a result before it is whole."""
        return self.path / PASSING / f"{partition:06}.{worker}"

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Keep every other run out of the folder, which is made where it is missing.

        Raises
        ------
        BusyError
            Where another run is at work in it.
        InputError
            Where it holds something else, or is no folder.
        WriteError
            Where it may not be written.
        """
        self._check_ours()
        try:
            self.path.mkdir(parents=True, exist_ok=True)
            lock = Lock(self.path / LOCK, exclusive=True)
        except BusyError as error:
            message = f"another run is at work in {self.path}; wait for it, or name another folder with -o"
            raise BusyError(message) from error
        except OSError as error:
            message = f"{self.path} cannot be written: {error.strerror}; name another folder with -o"
            raise WriteError(message) from error
        with lock:
            self._tidy()
            yield

    def clear(self) -> None:
        """Remove all that a batch has left in it."""
        self.manifest.unlink(missing_ok=True)
        self.index.unlink(missing_ok=True)
        self.table.unlink(missing_ok=True)
        for inside in (self.path / RESULTS, self.attempts):
            shutil.rmtree(inside)
            inside.mkdir()

    def _check_ours(self) -> None:
        if self.path.exists() and not self.path.is_dir():
            message = f"{self.path} is a file; name a folder with -o"
            raise InputError(message)
        inside = sorted(path.name for path in self.path.iterdir()) if self.path.exists() else []
        others = [name for name in inside if not name.lstrip(".").startswith(OWNED)]
        if others and not self.manifest.is_file():
            message = f"{self.path} holds something else, for instance {others[0]}; name another folder with -o"
            raise InputError(message)

    def _tidy(self) -> None:
        """Make the folders inside, without what killed workers left half written."""
        shutil.rmtree(self.path / PASSING, ignore_errors=True)
        for inside in (self.path / RESULTS, self.attempts, self.path / PASSING):
            inside.mkdir(exist_ok=True)
