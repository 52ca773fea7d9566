"""What a worker does: one partition read, matched, and written as a result file."""

from __future__ import annotations

import time
from collections.abc import Sequence
from functools import cache, lru_cache
from hashlib import file_digest
from pathlib import Path

from ontology.errors import InputError, UnreadableError
from ontology.frozen import Frozen
from pathways.batch.attempts import attempt, worker_name
from pathways.batch.folder import Folder
from pathways.batch.partitions import Partition
from standards.corpora import Counts, read_counts, read_rows, write_results
from standards.matching import Index, Suggestion, load_index
from standards.method import digest_of
from standards.method import method as standard_method


class Job(Frozen):
    """What is the same for all partitions of a run.

    Parameters
    ----------
    run
        Digest of what is asked.
    folder
        Of the output, absolute.
    index
        SHA-256 of the index file in it, in hexadecimal.
    method
        Digest of the code and the data that match; a worker with others refuses.
    top, least
        Suggestions for a statement at most; confidence that they need, 0 to 1.
    language
        Of the framework, as a tag; empty where it names none.
    """

    run: str
    folder: str
    index: str
    method: str
    top: int
    least: float
    language: str = ""


class Done(Frozen):
    """A partition whose result file is in place.

    Parameters
    ----------
    sha256
        Of the result file, in hexadecimal.
    seconds
        That it took; `None` where that is not known.
    worker
        Machine and process.
    """

    counts: Counts
    sha256: str
    seconds: float | None
    worker: str


def align_partition(job: Job, partition: Partition) -> Done:
    """Match the statements of a partition, write its result file, and return what is in it.

    Where this run has written the file already, it is not made again: a worker may die between the file and its word.

    Raises
    ------
    InputError
        Where this worker has another version of Ladderworks, or does not see the output folder.
    UnreadableError
        Where the corpus or the index is not as it was.
    WriteError
        Where the result cannot be written.
    """
    start = time.monotonic()
    folder = Folder(Path(job.folder))
    _check(job, folder)
    path = folder.result(partition.number)
    if counts := written(path, job.run, partition.number):
        return Done(counts=counts, sha256=digest(path), seconds=None, worker="")
    with attempt(folder.attempts, partition.number):
        rows = read_rows(partition.file, partition.start, partition.rows, job.language)
        found = suggestions(_index(folder.index, job.index), rows.statements, job.top, job.least)
        passing = folder.passing(partition.number, worker_name())
        counts = write_results(path, passing, rows, found, run=job.run, partition=partition.number)
    return Done(counts=counts, sha256=digest(path), seconds=round(time.monotonic() - start, 3), worker=worker_name())


def suggestions(index: Index, statements: Sequence[str], top: int, least: float) -> list[tuple[Suggestion, ...]]:
    """Return suggestions for each statement, best first; one that comes again is matched once, an empty one never."""
    distinct = list(dict.fromkeys(statement for statement in statements if statement))
    found = index.match(distinct, top, least, workers=1)
    of = dict(zip(distinct, found, strict=True))
    return [of.get(statement, ()) for statement in statements]


def written(path: Path, run: str, partition: int) -> Counts | None:
    """Return what a result file holds, where it is there and is of that run and partition."""
    counts = read_counts(path)
    return counts if counts and (counts.run, counts.partition) == (run, partition) else None


def digest(path: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as content:
        return file_digest(content, "sha256").hexdigest()


@cache
def method() -> str:
    """Return the digest of the code and the data that decide what a batch suggests."""
    return digest_of([Path(__file__)], {"standards": standard_method()})


def _check(job: Job, folder: Folder) -> None:
    if not folder.index.is_file():
        message = (
            f"the worker {worker_name()} does not see {folder.index}; the corpus and the output folder must be on "
            "storage that all workers have under the same path"
        )
        raise InputError(message)
    if method() != job.method:
        message = f"the worker {worker_name()} has another version of Ladderworks; install the same one on all machines"
        raise InputError(message)


@lru_cache(maxsize=1)
def _index(path: Path, expected: str) -> Index:
    """Return the index that all workers of a run use; each process loads it once."""
    if digest(path) != expected:
        message = f"{path} is not the index that this run began with; run the same command again, which makes it anew"
        raise UnreadableError(message)
    return load_index(path)
