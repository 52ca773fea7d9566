"""How well and how fast statements are linked to ESCO 1.1.0, on the development split of an annotated benchmark.

Two measures of the field: RP@5, the share of the annotated skills among the first five (of at most five), and MRR, the
mean of 1 / rank of the first right one. Sentences of job advertisements are linked whole, and the spans that annotators
marked in them on their own. The reference is the reciprocal rank fusion of the same three views, in the same run.
"""

from __future__ import annotations

import csv
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.measurement import Measurement, data
from ontology.store import KnowledgeBase
from standards.frameworks import read_framework
from standards.imports import import_release
from standards.matching import Index, clean

Found = list[list[str]]
Gold = Sequence[tuple[str, frozenset[str]]]

SPLITS = {"tech": "tech_validation_annotations.csv", "house": "house_validation_annotations.csv"}
UNITS: Mapping[str, Callable[[Mapping[str, str]], str]] = {
    "sentences": lambda row: row["sentence"],
    "spans": lambda row: row["sub_span"] or row["span"],
}
GOALS = {"tech sentences": 0.62, "house sentences": 0.46}
"""RP@5 that the prototype's fusion reached on this split."""


def measure(full: bool) -> Iterator[Measurement]:
    """Measure linking to ESCO 1.1.0; ``full`` changes nothing."""
    folder, release = data() / "gold/skill_extraction", data() / "esco/1.1.0"
    if not (folder.is_dir() and release.is_dir()):
        yield Measurement(name="linking", value=None, unit="", note=f"{folder} or {release} is missing")
        return
    with KnowledgeBase.in_memory() as base:
        import_release(base, "esco", [release])
        entries = read_framework(base, "esco")
    start = time.perf_counter()
    index = Index.of(entries)
    yield Measurement(name="linking: index", value=round(time.perf_counter() - start, 2), unit="s", goal=10)
    labels = frozenset(entry.label for entry in entries)
    golds = {f"{split} {unit}": read_gold(folder / SPLITS[split], unit, labels) for split in SPLITS for unit in UNITS}
    for name, gold in golds.items():
        yield from _quality(name, gold, index)
    yield _speed([text for gold in golds.values() for text, _ in gold], index)


def read_gold(path: Path, unit: str, labels: frozenset[str]) -> Gold:
    """Return the texts with their annotated skills, those that the framework has."""
    found: dict[tuple[str, str], set[str]] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found.setdefault((row["sentence"], UNITS[unit](row)), set()).add(row["label"])
    return [(text, frozenset(right & labels)) for (_, text), right in found.items() if right & labels]


def precision(found: Found, gold: Gold) -> float:
    """Return RP@5, 0 to 1."""
    shares = [len(right.intersection(f[:5])) / min(5, len(right)) for f, (_, right) in zip(found, gold, strict=True)]
    return float(np.mean(shares))


def reciprocal_rank(found: Found, gold: Gold) -> float:
    """Return MRR, 0 to 1."""
    return float(
        np.mean(
            [
                next((1 / rank for rank, label in enumerate(labels, start=1) if label in right), 0.0)
                for labels, (_, right) in zip(found, gold, strict=True)
            ]
        )
    )


def _quality(name: str, gold: Gold, index: Index) -> Iterator[Measurement]:
    texts = [text for text, _ in gold]
    ours = [[suggestion.label for suggestion in suggestions] for suggestions in index.match(texts, top=100)]
    fused = _fused(texts, index)
    for measure, unit, goal in ((precision, "RP@5", GOALS.get(name)), (reciprocal_rank, "MRR", None)):
        value, reference = measure(ours, gold), measure(fused, gold)
        yield Measurement(
            name=f"linking: {name}",
            value=round(value, 3),
            unit=unit,
            reference=round(reference, 3),
            compared_with="reciprocal rank fusion of meaning, characters and words",
            ratio=round(value / reference, 3),
            note=f"{len(gold)} texts; higher is better" + (f"; the prototype had {goal}" if goal else ""),
        )


def _fused(texts: Sequence[str], index: Index) -> Found:
    """Return the labels by reciprocal rank fusion of the three views, best first."""
    labels, views = index.labels, index.labels.see([clean(text) for text in texts])
    similarities = (
        views.meaning @ labels.views.meaning.T,
        (views.characters @ labels.views.characters.T).toarray(),
        (views.words @ labels.views.words.T).toarray(),
    )
    fused = sum(_reciprocal(np.maximum.reduceat(seen, labels.starts, axis=1)) for seen in similarities)
    order = np.argsort(-np.asarray(fused), axis=1, kind="stable")[:, :100]
    return [[index.entries[concept].label for concept in row] for row in order]


def _reciprocal(similarities: NDArray[np.float32]) -> NDArray[np.float64]:
    """Return 1 / (60 + rank) of each column within its row."""
    order = np.argsort(-similarities, axis=1, kind="stable")
    ranks = np.empty_like(order)
    np.put_along_axis(ranks, order, np.arange(1, order.shape[1] + 1)[None].repeat(len(order), 0), axis=1)
    return 1 / (60.0 + ranks)


def _speed(texts: Sequence[str], index: Index) -> Measurement:
    thousand = (list(texts) * 10)[:1000]
    times = []
    for _ in range(3):
        start = time.perf_counter()
        index.match(thousand)
        times.append(time.perf_counter() - start)
    return Measurement(name="linking: 1,000 statements", value=round(min(times), 2), unit="s", goal=1)
