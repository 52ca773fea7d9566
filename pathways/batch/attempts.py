"""Attempts: which worker began and ended which partition, so that work done twice can be seen."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from pydantic import ValidationError

from ontology.frozen import Frozen


class Event(StrEnum):
    """What a worker did with a partition."""

    BEGAN = "began"
    DONE = "done"
    """Its result file is in place."""
    FAILED = "failed"
    """An error ended it; a worker that is killed writes nothing more."""


class Attempt(Frozen):
    """A line of the log.

    Parameters
    ----------
    partition
        Its number.
    at
        When, with time zone.
    worker
        Machine and process, as `worker_name` gives it.
    """

    partition: int
    event: Event
    at: datetime
    worker: str


def worker_name() -> str:
    """Return the machine and the process that this is, for instance ``node7-4711``."""
    return f"{socket.gethostname()}-{os.getpid()}"


@contextmanager
def attempt(folder: Path, partition: int) -> Iterator[None]:
    """Log that this process works on a partition; each process has a file of its own, so that none is in the way."""
    path = folder / f"{worker_name()}.jsonl"
    _log(path, partition, Event.BEGAN)
    try:
        yield
    except BaseException:
        _log(path, partition, Event.FAILED)
        raise
    _log(path, partition, Event.DONE)


def read_attempts(folder: Path) -> list[Attempt]:
    """Return what is logged, the earliest first; a line that a killed process left unfinished is passed over."""
    lines = (line for path in sorted(folder.glob("*.jsonl")) for line in path.read_bytes().splitlines())
    return sorted(filter(None, map(_read, lines)), key=lambda found: found.at)


def _log(path: Path, partition: int, event: Event) -> None:
    line = Attempt(partition=partition, event=event, at=datetime.now(UTC), worker=worker_name())
    with path.open("a", encoding="utf-8") as file:
        file.write(f"{line.model_dump_json()}\n")


def _read(line: bytes) -> Attempt | None:
    try:
        return Attempt.model_validate_json(line)
    except ValidationError:
        return None
