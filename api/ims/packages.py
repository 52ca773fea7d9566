"""Packages that are kept: written when they are first asked for, one at a time, up to a number of bytes."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from threading import BoundedSemaphore, Event, Lock
from typing import Final

from api.ims.written import Written
from ontology.errors import LadderworksError, StoreError

KEPT: Final = 256 * 1024 * 1024
"""Bytes of packages that are kept."""

WAITING: Final = 8
"""Requests that may wait for a package that is being written; the service answers forty at once, others too."""

PATIENCE: Final = 60.0
"""Seconds that such a request waits."""


class CrowdedError(StoreError):
    """Too many requests wait for packages that are not written yet."""

    def __init__(self) -> None:
        super().__init__("too many requests wait for packages that are being written")


class Packages:
    """Writes packages that are not kept, and keeps those that were asked for last.

    Parameters
    ----------
    write
        Returns the package of a framework by its name.
    size
        Bytes to keep, at most; a package larger than all of them is not kept.
    waiting, patience
        How many requests wait for one that is being written, and for how many seconds.
    large
        Held while one is written: whoever else needs much memory for a while holds it too.
    """

    def __init__(
        self,
        write: Callable[[str], Written],
        size: int = KEPT,
        waiting: int = WAITING,
        patience: float = PATIENCE,
        large: Lock | None = None,
    ) -> None:
        self._write = write
        self._size = size
        self._patience = patience
        self._kept: OrderedDict[str, Written] = OrderedDict()
        self._keeping = Lock()
        self._writing = large or Lock()
        self._waiting = BoundedSemaphore(waiting)
        self._stopping = Event()

    def __call__(self, name: str) -> Written:
        """Return the package of a framework.

        Raises
        ------
        CrowdedError
            Where too many wait already, or it takes too long.
        """
        if kept := self._found(name):
            return kept
        with self._turn():
            return self._found(name) or self._keep(name, self._write(name))

    def prepare(self, names: Iterable[str]) -> None:
        """Write packages before they are asked for, in their order, up to half of what is kept, or until `stop`.

        What one of them fails on, it fails on again when it is asked for.
        """
        for name in names:
            if self._stopping.is_set() or 2 * self.weight > self._size:
                return
            with suppress(LadderworksError):
                self(name)

    def stop(self) -> None:
        """Prepare no further package."""
        self._stopping.set()

    @property
    def weight(self) -> int:
        """How many bytes the packages take that are kept."""
        with self._keeping:
            return sum(written.weight for written in self._kept.values())

    @contextmanager
    def _turn(self) -> Iterator[None]:
        """Wait until no other package is being written, nor anything else large is being done."""
        if not self._waiting.acquire(blocking=False):
            raise CrowdedError
        try:
            if not self._writing.acquire(timeout=self._patience):
                raise CrowdedError
            try:
                yield
            finally:
                self._writing.release()
        finally:
            self._waiting.release()

    def _found(self, name: str) -> Written | None:
        with self._keeping:
            if name in self._kept:
                self._kept.move_to_end(name)
            return self._kept.get(name)

    def _keep(self, name: str, written: Written) -> Written:
        """Keep a package, and drop those that were not asked for the longest until all fit."""
        if written.weight <= self._size:
            with self._keeping:
                self._kept[name] = written
        while self.weight > self._size:
            with self._keeping:
                self._kept.popitem(last=False)
        return written
