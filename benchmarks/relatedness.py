"""How many of O*NET's expert-reviewed related occupations the engine finds among the first 20; they are no input."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.measurement import Measurement, data
from ontology.store import KnowledgeBase
from pathways.evaluation.relatedness import evaluate_relatedness
from pathways.snapshot import Snapshot
from standards.imports import import_release

RELEASE = "onet/29.3-excel"


def measure(full: bool) -> Iterator[Measurement]:
    """Measure recall of all views fused, beside the best single one, on O*NET 29.3."""
    folder = data() / RELEASE
    if not folder.is_dir():
        yield Measurement(name="relatedness", value=None, unit="recall@20", note=f"{folder} is missing")
        return
    with tempfile.TemporaryDirectory() as scratch, KnowledgeBase.open(Path(scratch), write=True) as base:
        import_release(base, "onet", [folder])
        snapshot = Snapshot.compute(base)
        found = [each for each in evaluate_relatedness(base, snapshot) if each.split == "all"]
    fused, best = found[0], found[1]
    yield Measurement(
        name="relatedness",
        value=round(fused.recall, 3),
        unit="recall@20",
        reference=round(best.recall, 3),
        compared_with=f"the best single view: {best.method}",
        ratio=round(fused.recall / best.recall, 2),
        note=f"{fused.occupations} occupations; higher is better",
    )
