"""How many statements a second the engine links beside all-MiniLM-L6-v2: the same statements, the same run, ESCO 1.1.0.

Both are ready before the clock starts: the index is read from its file, as a service or a worker of a batch does; the
transformer has its model loaded and all labels embedded. They take turns, so that other work on the machine slows
both, and the median of their rounds counts. Both use all cores.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from benchmarks.batch import statements
from benchmarks.measurement import Measurement
from ontology.store import KnowledgeBase
from standards.evaluation import BASELINES, OWN, Engine, missing_baselines
from standards.evaluation.measures import PRECISION_AT
from standards.evaluation.methods import Method
from standards.frameworks import read_framework
from standards.imports import import_release
from standards.matching import Entry, Index, load_index, save_index
from training.outside import outside_data

RELEASE: Final = "esco/1.1.0"
OTHER: Final = "minilm"

COUNT: Final = 1000
"""Statements in a round."""

ROUNDS: Final = 5
LEAST_LEAD: Final = 10
"""How many times as many statements a second as the other one the engine should link, at least."""


def measure(full: bool) -> Iterator[Measurement]:
    """Measure both; only ``full``, since the labels alone take minutes to embed."""
    release = outside_data() / RELEASE
    if why := _hindrance(release, full):
        yield Measurement(name="speed", value=None, unit="statements/s", note=why)
        return
    with KnowledgeBase.in_memory() as base:
        import_release(base, "esco", [release])
        entries = read_framework(base, "esco")
    name, maker = BASELINES[OTHER]
    yield compared(loaded(entries), maker(entries), name, statements(entries, COUNT))


def loaded(entries: Sequence[Entry]) -> Engine:
    """Return the engine with its index read from a file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "index.npz"
        save_index(Index.of(entries), path)
        return Engine(entries, load_index(path))


def compared(own: Method, other: Method, name: str, said: Sequence[str]) -> Measurement:
    """Return the median rate of the engine beside that of another method, which take turns."""
    for method in (own, other):
        _rate(method, said[:50])  # caches warm up, threads start
    rates = [(_rate(own, said), _rate(other, said)) for _ in range(ROUNDS)]
    ours, others = zip(*rates, strict=True)
    value, reference = statistics.median(ours), statistics.median(others)
    return Measurement(
        name=f"speed: {OWN}",
        value=round(value),
        unit="statements/s",
        reference=round(reference, 1),
        compared_with=name,
        ratio=round(value / reference, 2),
        goal=LEAST_LEAD,
        more_is_better=True,
        note=f"{len(said):,} statements, {ROUNDS} rounds: {_between(ours)} beside {_between(others)}; the goal is for "
        "the ratio",
    )


def _rate(method: Method, said: Sequence[str]) -> float:
    """Return statements a second, five suggestions each."""
    start = time.perf_counter()
    method.rank(said, PRECISION_AT)
    return len(said) / (time.perf_counter() - start)


def _between(rates: Sequence[float]) -> str:
    return f"{min(rates):,.0f} to {max(rates):,.0f}"


def _hindrance(release: Path, full: bool) -> str:
    """Return why nothing is measured, empty where nothing is in the way."""
    if not full:
        return "takes minutes: run it with --full"
    if not release.is_dir():
        return f"{release} is missing"
    return "needs the extra: pip install 'ladderworks[benchmarks]'" if missing_baselines([OTHER]) else ""
