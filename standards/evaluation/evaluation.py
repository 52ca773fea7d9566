"""The evaluation: methods, made and timed one after the other, on the same labeled texts."""

from __future__ import annotations

import math
import os
import time
from collections.abc import Callable, Sequence
from typing import Final

from standards.evaluation.annotated import AnnotatedSet, pooled
from standards.evaluation.bootstrap import Bootstrap
from standards.evaluation.measures import DEPTH, PRECISION_AT
from standards.evaluation.methods import OWN, Engine, Maker, Method, Ranked
from standards.evaluation.results import Evaluation, Reliability, Score, SetFacts, Speed
from standards.evaluation.scoring import Scoring
from standards.matching import UNMATCHED, Entry

LONG: Final = 1.0
"""Seconds that a timing should take, where there are texts enough for it."""

FEWEST: Final = 16
"""Texts that are timed at least."""

REPEATS: Final = 3
"""Timings at most; one that was long enough is enough."""


def evaluate(  # noqa: PLR0913 - each has its default, and is given by name
    framework: str,
    entries: Sequence[Entry],
    sets: Sequence[AnnotatedSet],
    baselines: Sequence[tuple[str, Maker]] = (),
    *,
    engine: tuple[str, Maker] = (OWN, Engine),
    samples: int = 1000,
    seed: int = 0,
    tell: Callable[[str], None] = lambda _: None,
) -> Evaluation:
    """Link all texts by the engine and by baselines, and measure what each finds, set by set and in all together.

    Parameters
    ----------
    framework
        Its title.
    entries
        Its concepts.
    baselines
        Names and what makes them.
    engine
        The name of the engine and what makes it, where it is not the one that is shipped.
    samples, seed
        Of the bootstrap; the same seed gives the same figures, speeds aside.
    tell
        Is told what is being done.
    """
    texts = list(dict.fromkeys(text.text for each in sets for text in each.texts))
    judged = (*sets, pooled(sets)) if len(sets) > 1 else tuple(sets)
    found: dict[str, dict[str, Ranked]] = {}
    speeds = []
    for name, maker in (engine, *baselines):
        found[name], speed = _run(name, maker, entries, texts, tell)
        speeds.append(speed)
    scores, reliability = _judge(judged, found, samples, seed)
    return Evaluation(
        framework=framework,
        concepts=len(entries),
        labels=sum(len({entry.label, *entry.alt_labels}) for entry in entries),
        samples=samples,
        seed=seed,
        threshold=UNMATCHED,
        methods=tuple(found),
        sets=tuple(map(_facts, judged)),
        scores=scores,
        reliability=reliability,
        cores=len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1,
        speeds=tuple(speeds),
    )


def _run(
    name: str, maker: Maker, entries: Sequence[Entry], texts: Sequence[str], tell: Callable[[str], None]
) -> tuple[dict[str, Ranked], Speed]:
    """Return what a method finds for each text, and how fast it is."""
    tell(f"indexing for {name}")
    start = time.perf_counter()
    method = maker(entries)
    indexed = time.perf_counter() - start
    tell(f"linking by {name}")
    start = time.perf_counter()
    found = dict(zip(texts, method.rank(texts, DEPTH), strict=True))
    statements = _statements(method, texts, time.perf_counter() - start)
    return found, Speed(method=name, index=round(indexed, 2), statements=round(statements, 1))


def _statements(method: Method, texts: Sequence[str], taken: float) -> float:
    """Return how many statements a method links a second, the best of a few timings.

    Parameters
    ----------
    taken
        Seconds that it took for all texts: how many are timed depends on that.
    """
    if not texts:
        return 0.0
    step = min(math.ceil(taken / LONG), max(1, len(texts) // FEWEST))
    some, best, deadline = texts[::step], 0.0, time.perf_counter() + LONG
    for _ in range(REPEATS):
        best = max(best, _rate(method, some))
        if time.perf_counter() > deadline:
            break
    return best


def _rate(method: Method, texts: Sequence[str]) -> float:
    start = time.perf_counter()
    method.rank(texts, PRECISION_AT)
    return len(texts) / max(time.perf_counter() - start, 1e-9)


def _judge(
    sets: Sequence[AnnotatedSet], found: dict[str, dict[str, Ranked]], samples: int, seed: int
) -> tuple[tuple[Score, ...], tuple[Reliability, ...]]:
    scores: list[Score] = []
    reliability: list[Reliability] = []
    for each in sets:
        bootstrap = Bootstrap([text.sentence for text in each.texts], samples, seed)
        judged = [
            Scoring(each, name, [ranked[text.text] for text in each.texts], bootstrap, UNMATCHED)
            for name, ranked in found.items()
        ]
        own, *others = judged
        scores += [score for scoring in judged for score in scoring.scores()]
        scores += [difference for other in others for difference in own.differences(other)]
        reliability += own.reliability()
    return tuple(scores), tuple(reliability)


def _facts(each: AnnotatedSet) -> SetFacts:
    texts = len(each.texts)
    return SetFacts(
        name=each.name,
        unit=each.unit,
        texts=texts,
        answered=each.answered,
        unanswered=texts - each.answered,
        lost=each.lost,
    )
