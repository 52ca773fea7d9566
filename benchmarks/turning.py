"""How long answers take while a running service turns to another knowledge base, with the embedded example in both.

A thread asks for a ladder again and again; meanwhile the link that the service reads is set to the other, some times
over. The reference is the same while the link stays. What is answered with another status than 200 counts as failed.
"""

from __future__ import annotations

import shutil
import statistics
import tempfile
import time
import urllib.error
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread
from typing import Final

from benchmarks.measurement import PROJECT, Measurement
from benchmarks.service import SERVE, fetched, served
from ontology.store import KnowledgeBase
from pathways.scopes import Scopes
from standards.imports import import_release

EXAMPLE: Final = PROJECT / "examples" / "power-generation"
LADDER: Final = "/api/v1/ladders?from=49-9098.00&to=11-3051.00"
TURNS: Final = 3
TURN: Final = 6.0
"""Seconds given to each turn: two until the link is looked at, and some to open what it leads to."""


def measure(full: bool) -> Iterator[Measurement]:
    """Measure answers during some turns; what ``full`` says changes nothing."""
    with tempfile.TemporaryDirectory() as scratch:
        folders = [Path(scratch) / name for name in ("one", "other")]
        with KnowledgeBase.open(folders[0], write=True) as base:
            import_release(base, "partnership", [EXAMPLE])
            Scopes(base, folders[0] / "snapshots").prepare()
        shutil.copytree(folders[0], folders[1])
        link = Path(scratch) / "kb"
        lead(link, folders[0])
        with served(SERVE, link, LADDER) as (_, at):
            still, _ = asked(at + LADDER, lambda: time.sleep(TURN))
            times, failed = asked(at + LADDER, lambda: turn(link, folders))
    yield from measurements(still, times, failed)


def measurements(still: list[float], times: list[float], failed: int) -> Iterator[Measurement]:
    """Yield the slowest answers, and how many failed, from seconds."""
    yield Measurement(
        name="turning-slowest-of-a-hundred",
        value=round(1e3 * statistics.quantiles(times, n=100)[98], 1),
        unit="ms",
        reference=round(1e3 * statistics.quantiles(still, n=100)[98], 1),
        compared_with="the same while the service turns to nothing",
        note=f"{TURNS} turns, {len(times)} answers, the slowest {1e3 * max(times):.0f} ms",
    )
    yield Measurement(name="turning-failed", value=failed, unit="answers", goal=0.0)


def turn(link: Path, folders: list[Path]) -> None:
    """Set a link to one folder after the other."""
    for number in range(1, TURNS + 1):
        lead(link, folders[number % 2])
        time.sleep(TURN)


def lead(link: Path, to: Path) -> None:
    """Set a link in one go."""
    link.with_suffix(".new").symlink_to(to)
    link.with_suffix(".new").replace(link)


def asked(url: str, meanwhile: Callable[[], None]) -> tuple[list[float], int]:
    """Return the seconds of each answer while something is done, and how many failed."""
    times, failed = [], 0
    doing = Thread(target=meanwhile)
    doing.start()
    while doing.is_alive():
        start = time.perf_counter()
        try:
            fetched(url)
        except urllib.error.URLError:
            failed += 1
        times.append(time.perf_counter() - start)
    return times, failed
