"""How long it takes to compare ways side by side, warm, on O*NET with the wages of the nation and the states.

The reference is the ladder between the same two occupations, computed in the same run.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final

from benchmarks.measurement import Measurement
from ontology.store import KnowledgeBase
from pathways.ladders.building import between
from pathways.routes import compare, compare_onward
from pathways.scopes import Scopes
from pathways.snapshot import Snapshot
from standards.imports import import_release
from training.outside import outside_data

RELEASES: Final = {
    "onet": ("onet/29.3-excel",),
    "oews": ("wages/oews_may2025_national_cross_industry.csv", "wages/oews_may2025_state.csv"),
}
PAIRS: Final = (
    ("31-1131.00", "29-1141.00"),
    ("51-9161.00", "17-2141.00"),
    ("47-2061.00", "11-9021.00"),
    ("41-2011.00", "11-1021.00"),
    ("43-4171.00", "13-1071.00"),
)
REGION: Final = "WA"
REQUESTS: Final = 100
MOST: Final = 50.0
"""Milliseconds that a comparison should take, at most."""


def measure(full: bool) -> Iterator[Measurement]:
    """Measure comparisons to a goal and up from an occupation; what ``full`` says changes nothing."""
    missing = [
        str(outside_data() / path)
        for paths in RELEASES.values()
        for path in paths
        if not (outside_data() / path).exists()
    ]
    if missing:
        yield Measurement(name="routes", value=None, unit="ms", note=f"{', '.join(missing)} is missing")
        return
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        with KnowledgeBase.open(folder, write=True) as base:
            for source, paths in RELEASES.items():
                import_release(base, source, [outside_data() / path for path in paths])
            yield from measured(Scopes(base, folder / "snapshots").national, PAIRS, REGION)


def measured(snapshot: Snapshot, pairs: Sequence[tuple[str, str]], region: str) -> Iterator[Measurement]:
    """Measure comparisons in a snapshot."""
    places = [(snapshot.find(start), snapshot.find(goal)) for start, goal in pairs]
    calls: dict[str, Callable[[int, int], object]] = {
        "routes-compared": lambda start, goal: compare(snapshot, start, goal, region),
        "routes-up-compared": lambda start, _: compare_onward(snapshot, start, region),
    }
    ladder = _median(lambda start, goal: between(snapshot, start, goal, region), places)
    for name, call in calls.items():
        value = _median(call, places)
        yield Measurement(
            name=name,
            value=round(1e3 * value, 2),
            unit="ms",
            reference=round(1e3 * ladder, 2),
            compared_with="the ladder between the same occupations",
            ratio=round(value / ladder, 2),
            goal=MOST,
            note=f"goal for the value; median of {REQUESTS}",
        )


def _median(call: Callable[[int, int], object], places: Sequence[tuple[int, int]]) -> float:
    """Return the median seconds of many calls, after one for each pair that does not count."""
    for pair in places:
        call(*pair)
    seconds = []
    for number in range(REQUESTS):
        start = time.perf_counter()
        call(*places[number % len(places)])
        seconds.append(time.perf_counter() - start)
    return statistics.median(seconds)
