"""How many of O*NET's expert-reviewed related occupations the engine finds among the first 20.

Only occupations of odd codes count: their lists are an input of nothing.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.measurement import Measurement
from ontology.store import KnowledgeBase
from pathways.computing import compute_snapshot
from pathways.evaluation.relatedness import ENGINE, FUSED, evaluate_relatedness
from standards.imports import import_release
from training.outside import outside_data

RELEASE = "onet/29.3-excel"


def measure(full: bool) -> Iterator[Measurement]:
    """Measure recall of the engine, beside that of all views fused by rank, on O*NET 29.3 alone."""
    folder = outside_data() / RELEASE
    if not folder.is_dir():
        yield Measurement(name="relatedness", value=None, unit="recall@20", note=f"{folder} is missing")
        return
    with tempfile.TemporaryDirectory() as scratch, KnowledgeBase.open(Path(scratch), write=True) as base:
        import_release(base, "onet", [folder])
        snapshot = compute_snapshot(base)
        found = {each.method: each for each in evaluate_relatedness(base, snapshot) if each.split == "odd"}
    learned, fused = found[ENGINE], found[FUSED]
    yield Measurement(
        name="relatedness",
        value=round(learned.recall, 3),
        unit="recall@20",
        reference=round(fused.recall, 3),
        compared_with=FUSED,
        ratio=round(learned.recall / fused.recall, 2),
        note=f"{learned.occupations} occupations; higher is better",
    )
