"""How long all steps between occupations take, from what is in memory to closeness, gap and cost of every pair.

O*NET's by its views and ratings, ESCO's by its essential and optional skills. The reference is one dense product of
matrices that compares as many pairs by as many numbers, computed in the same run.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import numpy as np

from benchmarks.measurement import Measurement
from ontology.store import KnowledgeBase
from pathways.arrays import Floats
from pathways.occupations.answers import read_answers
from pathways.occupations.facts import read_occupations
from pathways.occupations.preparation import preparation_of
from pathways.occupations.requirements import gaps, read_requirements
from pathways.profiles import Profiles, read_profiles
from pathways.profiles import gaps as profile_gaps
from pathways.profiles import relatedness as profile_relatedness
from pathways.relatedness.fusion import fuse, ranks
from pathways.relatedness.views import read_writings, views
from pathways.steps.costs import Steps, steps
from standards.imports import import_release
from training.outside import outside_data

RELEASES: Final = {"onet": "onet/29.3-excel", "esco": "esco/1.1.1"}
ROUNDS: Final = 5
MOST: Final = {"onet": 1.0, "esco": 5.0}
"""Seconds that all steps of a release should take, at most."""

TITLES: Final = ("title words", "titles")
"""Views that look at names; a step must be supported by others."""


def measure(full: bool) -> Iterator[Measurement]:
    """Measure all steps of O*NET and of ESCO; what ``full`` says changes nothing."""
    for source, release in RELEASES.items():
        folder = outside_data() / release
        if not folder.is_dir():
            yield Measurement(name=f"transitions-{source}", value=None, unit="s", note=f"{folder} is missing")
            continue
        with tempfile.TemporaryDirectory() as scratch, KnowledgeBase.open(Path(scratch), write=True) as base:
            import_release(base, source, [folder])
            yield from (of_onet if source == "onet" else of_esco)(base)


def of_onet(base: KnowledgeBase) -> Iterator[Measurement]:
    """Measure closeness, gaps and costs of every step between O*NET's occupations."""
    occupations = read_occupations(base)
    (ratings,) = read_requirements(base, occupations)
    preparation = preparation_of(read_answers(base, occupations), occupations)
    seen = views(read_writings(base, occupations), [ratings])
    known = {view.name: view.known for view in seen}

    def transitions() -> Steps:
        places = {view.name: ranks(np.where(view.known[None], view.similarity, -np.inf)) for view in seen}
        work = {name: own for name, own in places.items() if name not in TITLES}
        return steps(occupations, preparation, fuse(places, known), fuse(work, known), gaps(ratings))

    yield _compared("onet", transitions, ratings.importance)


def of_esco(base: KnowledgeBase) -> Iterator[Measurement]:
    """Measure closeness and gaps of every step between ESCO's occupations."""
    profiles = read_profiles(base)
    yield _compared("esco", lambda: _both(profiles), profiles.weights.toarray())


def _both(profiles: Profiles) -> tuple[Floats, Floats]:
    return profile_relatedness(profiles.weights), profile_gaps(profiles.weights)


def _compared(source: str, transitions: Callable[[], object], rows: Floats) -> Measurement:
    """Measure what computes all steps beside one dense product of the same rows, in turns."""
    product = np.ascontiguousarray(rows, dtype=np.float32)
    own, dense = [], []
    for _ in range(ROUNDS):
        own.append(_seconds(transitions))
        dense.append(_seconds(lambda: product @ product.T))
    value, reference = statistics.median(own), statistics.median(dense)
    return Measurement(
        name=f"transitions-{source}",
        value=round(value, 3),
        unit="s",
        reference=round(reference, 4),
        compared_with=f"one dense product, {len(rows)} x {rows.shape[1]} by its transpose",
        ratio=round(value / reference, 2),
        goal=MOST[source],
        note=f"goal for the value; median of {ROUNDS}; least {min(own):.3f} and {min(dense):.4f}",
    )


def _seconds(call: Callable[[], object]) -> float:
    start = time.perf_counter()
    call()
    return time.perf_counter() - start
