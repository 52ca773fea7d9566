"""How fast a corpus is aligned to ESCO by one worker and by two, and how much memory all processes take together.

The statements are all different: verbs and objects of ESCO's own names and descriptions, put as colleges put them, and
numbered. Each run is a command of its own, timed from the first partition that begins to the last that ends, so that
what a run needs to start does not pass for work.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

import polars as pl
import psutil

from benchmarks.measurement import Measurement
from ontology.store import KnowledgeBase
from pathways.batch import ROWS, Folder, read_attempts, read_manifest
from standards.frameworks import read_framework
from standards.imports import import_release
from standards.matching import Entry
from training.outside import outside_data

RELEASE = "esco/1.1.1"
SLICE, MILLION = 20_000, 1_000_000
TICK = 0.25
"""Seconds between two looks at the memory."""

LEAST_GAIN = 1.7
"""How many times as fast as one worker two should be at least."""

LARGEST_MEMORY = 4.0
"""GB that all processes together should take at most."""

OPENINGS = ("Students will be able to", "Upon completion the student will", "The learner can", "Demonstrate how to", "")
ENDINGS = (
    "in the workplace",
    "safely",
    "as a member of a team",
    "using current industry practice",
    "under supervision",
)


def measure(full: bool) -> Iterator[Measurement]:
    """Measure a slice with one worker and with two, and with ``full`` a million statements as well."""
    release = outside_data() / RELEASE
    if not release.is_dir():
        yield Measurement(name="batch", value=None, unit="", note=f"{release} is missing")
        return
    with tempfile.TemporaryDirectory() as scratch:
        home = Path(scratch)
        with KnowledgeBase.open(home / "kb", write=True) as base:
            import_release(base, "esco", [release])
            entries = read_framework(base, "esco")
        yield from _compare(home, entries, SLICE, SLICE // 20)
        if full:
            yield from _compare(home, entries, MILLION, ROWS)


def write_corpus(path: Path, entries: Sequence[Entry], count: int) -> None:
    """Write statements that are all different, the same ones each time."""
    pl.DataFrame({"id": range(count), "statement": statements(entries, count)}).write_parquet(path)


def statements(entries: Sequence[Entry], count: int) -> list[str]:
    """Return statements about what is in a framework that are all different, the same ones each time."""
    rng = random.Random(count)
    names = [name for entry in entries for name in (entry.label, *entry.alt_labels)]
    about = [sentence for entry in entries for sentence in entry.description.split(". ") if 20 < len(sentence) < 200]
    said = [f"{_statement(rng, names, about)} ({n})" for n in range(count)]
    rng.shuffle(said)
    return said


def _statement(rng: random.Random, names: Sequence[str], about: Sequence[str]) -> str:
    what = rng.choice(about if rng.random() < 0.3 else names)
    return " ".join(filter(None, (rng.choice(OPENINGS), what, rng.choice(ENDINGS) if rng.random() < 0.5 else "")))


def _compare(home: Path, entries: Sequence[Entry], count: int, partition: int) -> Iterator[Measurement]:
    """Yield how fast two workers are beside one on so many statements, and the memory that all processes take."""
    corpus, note = f"corpus-{count}", f"{count:,} different statements"
    write_corpus(home / f"{corpus}.parquet", entries, count)
    one, alone = _run(home, corpus, 1, partition)
    two, together = _run(home, corpus, 2, partition)
    yield _gain(two, one, f"{note} in {count / two:.0f} s; the goal is for the ratio")
    yield _peak(together, alone, f"{note}, two workers; the goal is for the value")


def _gain(two: float, one: float, note: str) -> Measurement:
    """Return how fast two workers are beside one, in statements a second."""
    return Measurement(
        name="batch: two workers",
        value=round(two),
        unit="statements/s",
        reference=round(one),
        compared_with="one worker",
        ratio=round(two / one, 2),
        goal=LEAST_GAIN,
        more_is_better=True,
        note=note,
    )


def _peak(together: float, alone: float, note: str) -> Measurement:
    """Return what memory two workers take beside one, in GB."""
    return Measurement(
        name="batch: peak memory",
        value=round(together, 2),
        unit="GB",
        reference=round(alone, 2),
        compared_with="one worker",
        ratio=round(together / alone, 2),
        goal=LARGEST_MEMORY,
        note=note,
    )


def _run(home: Path, corpus: str, workers: int, partition: int) -> tuple[float, float]:
    """Run the command; return statements a second, and the peak memory of all of its processes (GB)."""
    out = home / f"{corpus}-{workers}"
    command = [sys.executable, "-c", "from api.command_line import main; main()", "batch", f"{corpus}.parquet"]
    options = ["--to", "esco", "-o", str(out), "--workers", str(workers), "--partition", str(partition)]
    environment = {**os.environ, "LADDERWORKS_KB": str(home / "kb")}
    process = subprocess.Popen([*command, *options], cwd=home, env=environment, stderr=subprocess.PIPE, text=True)
    watch = Watch(process.pid)
    said = process.communicate()[1]
    if process.returncode:
        raise RuntimeError(said)
    return _rate(Folder(out)), watch.peak / 1e9


def _rate(folder: Folder) -> float:
    """Return statements a second, from the first partition that began to the last that ended."""
    attempts = read_attempts(folder.attempts)
    rows = sum(entry.rows for entry in read_manifest(folder.manifest).partitions)
    return rows / (attempts[-1].at - attempts[0].at).total_seconds()


class Watch(threading.Thread):
    """Looks at the memory of a process and of all that it has started until it ends.

    Memory that several share counts in part for each (proportional set size), as it is there once.
    """

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.peak = 0
        self._root = psutil.Process(pid)
        self._over = threading.Event()
        self.start()

    def run(self) -> None:
        """Look, until the process is gone."""
        while self._root.is_running() and not self._over.wait(TICK):
            self.peak = max(self.peak, sum(map(_memory, self._family())))

    def _family(self) -> list[psutil.Process]:
        try:
            return [self._root, *self._root.children(recursive=True)]
        except psutil.NoSuchProcess:
            self._over.set()
            return []


def _memory(process: psutil.Process) -> int:
    """Return the bytes that a process takes; 0 for one that has just ended."""
    try:
        return int(process.memory_full_info().pss)
    except psutil.Error:
        return 0
