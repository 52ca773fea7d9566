"""A worker as its parent sees it: started, asked, and killed where it takes too long."""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from ontology.endpoint.bounds import Bounds
from ontology.errors import BoundError, StoreError

WORKER: Final = Path(__file__).with_name("worker.py")

OPENING: Final = 60.0
"""Seconds that a store may take to open, which is not the fault of a query."""

Json = dict[str, Any]


@dataclass(frozen=True)
class Source:
    """What a worker opens: the folder of a store, or a file of N-Quads to hold in memory."""

    folder: Path | None = None
    dump: Path | None = None

    def told(self) -> Json:
        """Return the source as a worker reads it."""
        return {"folder": self.folder and str(self.folder), "dump": self.dump and str(self.dump)}


class Worker:
    """A process that answers queries one after the other."""

    def __init__(self, source: Source, bounds: Bounds) -> None:
        self._bounds = bounds
        self._fresh = True
        self._process = subprocess.Popen(
            [sys.executable, "-I", str(WORKER)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={"MALLOC_ARENA_MAX": "2"},
            start_new_session=True,
        )
        self._send({**source.told(), "memory": bounds.memory * 1024 * 1024, "seconds": bounds.seconds})

    @property
    def number(self) -> int:
        """Return the number of the process."""
        return self._process.pid

    @property
    def alive(self) -> bool:
        """Return whether the process can be asked."""
        return self._process.poll() is None

    def ask(self, query: Json) -> tuple[Json, bytes]:
        """Return what a query comes to, and its result.

        Raises
        ------
        BoundError
            Where it takes more time or memory than it may; the process is ended then.
        StoreError
            Where the process was ended by something else.
        """
        try:
            if self._fresh:
                self._read(time.monotonic() + OPENING)
                self._fresh = False
            self._send(query)
            return self._read(time.monotonic() + self._bounds.seconds)
        except TimeoutError:
            raise self._too_slow() from None
        except (EOFError, BrokenPipeError):
            raise self._ended() from None

    def close(self) -> None:
        """End the process."""
        self._process.kill()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe:
                pipe.close()
        self._process.wait()

    def _send(self, message: Json) -> None:
        assert self._process.stdin
        self._process.stdin.write(json.dumps(message).encode() + b"\n")
        self._process.stdin.flush()

    def _read(self, deadline: float) -> tuple[Json, bytes]:
        found = bytearray()
        while (end := found.find(b"\n")) < 0:
            found += self._some(deadline)
        told: Json = json.loads(found[:end])
        content = found[end + 1 :]
        while len(content) < told["size"]:
            content += self._some(deadline)
        return told, bytes(content)

    def _some(self, deadline: float) -> bytes:
        """Return the next bytes that the process writes."""
        assert self._process.stdout
        out = self._process.stdout.fileno()
        poll = select.poll()
        poll.register(out, select.POLLIN | select.POLLHUP)
        if not poll.poll(max(deadline - time.monotonic(), 0) * 1000):
            raise TimeoutError
        piece = os.read(out, 1 << 20)
        if not piece:
            raise EOFError
        return piece

    def _ended(self) -> Exception:
        """Return why the process is no more."""
        status = self._process.wait()
        if status == -signal.SIGABRT:
            return BoundError(f"the query takes more than the {self._bounds.memory} MB of memory that one may take")
        if status == -signal.SIGALRM:
            return self._too_slow()
        return StoreError(f"the process that was answering was ended from outside (status {status}); ask again")

    def _too_slow(self) -> Exception:
        if self._fresh:
            return StoreError(f"the knowledge base could not be opened within {OPENING:g} s")
        return BoundError(f"the query takes longer than the {self._bounds.seconds:g} s that one may take")
