"""How many of O*NET's expert-reviewed related occupations the engine finds among the first 20; they are no input."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from benchmarks.measurement import Measurement, data
from ontology.namespaces import LW
from ontology.store import KnowledgeBase
from pathways.relatedness.fusion import Matrix
from pathways.snapshot import Snapshot
from standards.imports import import_release

RELEASE = "onet/29.3-excel"
FIRST = 20


def measure(full: bool) -> Iterator[Measurement]:
    """Measure recall of all views fused, beside the best single one, on O*NET 29.3."""
    folder = data() / RELEASE
    if not folder.is_dir():
        yield Measurement(name="relatedness", value=None, unit="recall@20", note=f"{folder} is missing")
        return
    with tempfile.TemporaryDirectory() as scratch, KnowledgeBase.open(Path(scratch), write=True) as base:
        import_release(base, "onet", [folder])
        snapshot = Snapshot.compute(base)
        expected = _expected(base, snapshot)
    single = {opinion.name: recall(-opinion.rank.astype(np.float32), expected) for opinion in snapshot.opinions}
    best = max(single, key=lambda name: single[name])
    fused = recall(snapshot.relatedness, expected)
    yield Measurement(
        name="relatedness",
        value=round(fused, 3),
        unit="recall@20",
        reference=round(single[best], 3),
        compared_with=f"the best single view: {best}",
        ratio=round(fused / single[best], 2),
        note=f"{len(expected)} occupations; higher is better",
    )


def recall(scores: Matrix, expected: dict[int, set[int]]) -> float:
    """Return the mean share of the expected occupations among the `FIRST` of highest score."""
    first = np.argsort(-scores, axis=1, kind="stable")[:, :FIRST]
    return float(
        np.mean([len(wanted & set(first[place].tolist())) / len(wanted) for place, wanted in expected.items()])
    )


def _expected(base: KnowledgeBase, snapshot: Snapshot) -> dict[int, set[int]]:
    query = f"SELECT ?a ?b {{ ?pair <{LW.occupation}> ?a ; <{LW.relatedOccupation}> ?b }}"
    places = snapshot.occupations.by_iri
    expected: dict[int, set[int]] = {}
    for one, other in base.rows(query, [base.release("onet").iri]):
        expected.setdefault(places[one], set()).add(places[other])
    return expected
