"""How well and how fast statements are linked to ESCO 1.1.0, on the development split of an annotated benchmark.

The same as ``ladderworks evaluate linking`` prints, one number a line: RP@5, MRR and calibration error, of whole
sentences of job advertisements and of the spans that annotators marked in them. The reference is TF-IDF over runs of
letters, in the same run; ``--full`` runs all-MiniLM-L6-v2 as well, where its extra is installed.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from benchmarks.measurement import Measurement
from ontology.store import KnowledgeBase
from standards.evaluation import (
    ALL_TEXTS,
    BASELINES,
    OWN,
    ConceptNames,
    Evaluation,
    Measure,
    SetFacts,
    Speed,
    evaluate,
    missing_baselines,
    read_annotated,
)
from standards.frameworks import read_framework
from standards.imports import import_release
from standards.matching import Entry, Index, load_index, save_index
from training.outside import outside_data

GOALS: Final = {
    ("tech, sentence", Measure.RP5): 0.62,
    ("house, sentence", Measure.RP5): 0.46,
    (ALL_TEXTS, Measure.ECE): 0.05,
}
"""What a reciprocal rank fusion of meaning, characters and words found, and how far off confidence is to be."""

REFERENCE: Final = "tfidf"
SLOW: Final = "minilm"

LONGEST_INDEX: Final = 5.0
"""Seconds that indexing should take at most."""

LONGEST_LOAD: Final = 0.5
"""Seconds that reading a saved index should take at most."""

LEAST_STATEMENTS: Final = 3000
"""Statements that should be linked a second, at least."""

LEAST_LEADS: Final = {BASELINES[SLOW][0]: 10}
"""How many times as many statements a second as another method links, at least."""


def measure(full: bool) -> Iterator[Measurement]:
    """Measure linking to ESCO 1.1.0; ``full`` runs the sentence transformer as well."""
    folder, release = outside_data() / "gold/skill_extraction", outside_data() / "esco/1.1.0"
    if not (folder.is_dir() and release.is_dir()):
        yield Measurement(name="linking", value=None, unit="", note=f"{folder} or {release} is missing")
        return
    with KnowledgeBase.in_memory() as base:
        import_release(base, "esco", [release])
        entries = read_framework(base, "esco")
    chosen = [REFERENCE, *([SLOW] if full and not missing_baselines([SLOW]) else [])]
    annotations = read_annotated([folder], ConceptNames.of(entries))
    found = evaluate("ESCO 1.1.0", entries, annotations.sets, [BASELINES[name] for name in chosen])
    for of in found.sets:
        yield from _quality(found, of)
    yield from _speeds(found)
    yield from _file(entries)


def _quality(found: Evaluation, of: SetFacts) -> Iterator[Measurement]:
    """Yield what is found on one set, beside the reference."""
    name = f"{of.name}, {of.unit}" if of.unit else of.name
    other = BASELINES[REFERENCE][0]
    for measure in (Measure.RP5, Measure.MRR, Measure.ECE):
        own, reference = found.score(of, OWN, measure), found.score(of, other, measure)
        if own is not None:
            goal = GOALS.get((name, measure))
            better = "lower" if measure is Measure.ECE else "higher"
            yield Measurement(
                name=f"linking: {name}",
                value=own.value,
                unit=measure,
                reference=reference.value if reference else None,
                compared_with=other if reference else "",
                ratio=round(own.value / reference.value, 3) if reference and reference.value else None,
                goal=goal,
                more_is_better=measure is not Measure.ECE,
                note=f"{of.texts} texts, 95% interval {own.low} to {own.high}; {better} is better"
                + ("; the goal is for the value" if goal else ""),
            )


def _speeds(found: Evaluation) -> Iterator[Measurement]:
    """Yield how long the index takes, and how many statements are linked a second, beside each other method."""
    own, *others = found.speeds
    yield from _of_index(own, others)
    yield from _of_statements(own, others)


def _of_index(own: Speed, others: Sequence[Speed]) -> Iterator[Measurement]:
    yield Measurement(name="linking: index", value=own.index, unit="s", goal=LONGEST_INDEX)
    for other in others:
        yield Measurement(
            name="linking: index beside another method",
            value=own.index,
            unit="s",
            reference=other.index,
            compared_with=other.method,
            ratio=round(own.index / other.index, 2),
        )


def _of_statements(own: Speed, others: Sequence[Speed]) -> Iterator[Measurement]:
    yield Measurement(
        name="linking: statements", value=own.statements, unit="1/s", goal=LEAST_STATEMENTS, more_is_better=True
    )
    for other in others:
        yield Measurement(
            name="linking: statements beside another method",
            value=own.statements,
            unit="1/s",
            reference=other.statements,
            compared_with=other.method,
            ratio=round(own.statements / other.statements, 2),
            goal=LEAST_LEADS.get(other.method),
            more_is_better=True,
            note="the goal is for the ratio" if other.method in LEAST_LEADS else "",
        )


def _file(entries: Sequence[Entry]) -> Iterator[Measurement]:
    """Yield how long an index is written and read, by the clock of the processor, and how large its file is."""
    index = Index.of(entries)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "index.npz"
        saving, loading = _seconds(lambda: save_index(index, path)), _seconds(lambda: load_index(path))
        size = round(path.stat().st_size / 1e6, 1)
    yield Measurement(name="linking: save index", value=saving, unit="s", note=f"{size} MB")
    yield Measurement(name="linking: load index", value=loading, unit="s", goal=LONGEST_LOAD)


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return round(time.process_time() - start, 3)
