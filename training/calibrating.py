"""Fitting the curve of confidence: how often suggestions of a score were right, in frameworks of several sizes.

Small frameworks are those of the examples and such as are made from large ones: concepts drawn by lot, half of which
are right for some text; in those, texts with a right concept count as much together as `ANSWERED` says, whether there
are many or few. Others are drawn without any right concept, and small ones meet the texts of other fields: what is
held against a framework of another field ought to stay unmatched.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from standards.matching import Entry, Index
from standards.matching.confidence import FACTS, Curve
from standards.matching.lines import BLOCK
from training.examples import Domain, Text

SIZES: Final = {60: 6, 250: 5, 1000: 4, 4000: 2}
"""Concepts of the frameworks drawn from those that have more, and how many of each size."""

ANSWERED: Final = 0.75
"""Share of statements that have a right concept in a framework that a person chose to hold them against."""

STRANGE: Final = 0.3
"""What a framework counts with texts that have no right concept in it, beside one that a person chose for them."""

SMALL: Final = 1000
"""Concepts below which a framework is one of people's own, and has none for the texts of other fields."""

OWN: Final = 2
"""What such a framework counts beside one that is drawn: those are many, and no person would make them."""

TOP: Final = 5
"""Suggestions for each text that are learned from."""

DECAY: Final = 1e-3
"""How strongly the fit is held to small weights."""


@dataclass(frozen=True)
class Case:
    """Texts that are held against a framework.

    Parameters
    ----------
    answered
        What share of the whole texts with a right concept count together; ``None`` as many as there are.
    counts
        What the case counts beside others.
    """

    entries: tuple[Entry, ...]
    texts: tuple[Text, ...]
    answered: float | None = None
    counts: float = 1


@dataclass(frozen=True)
class Judged:
    """Suggestions for the texts of a case.

    Parameters
    ----------
    facts
        Suggestions by facts; see `standards.matching.confidence.facts`.
    right
        Whether each is right.
    counts
        What each counts; together as much as the case.
    """

    facts: NDArray[np.float64]
    right: NDArray[np.bool_]
    counts: NDArray[np.float64]


def fit_curve(domains: Sequence[Domain], seed: int) -> Curve:
    """Return the curve that fits the suggestions of the engine best over all cases."""
    judged = [_judged(case) for case in _cases(domains, seed)]
    rows, right = np.concatenate([of.facts for of in judged]), np.concatenate([of.right for of in judged])
    counts = np.concatenate([of.counts for of in judged])
    weights = _logistic(rows, right, counts / counts.sum())
    return Curve(**{name: round(float(weight), 4) for name, weight in zip(FACTS, weights, strict=True)})


def _judged(case: Case) -> Judged:
    index = Index.of(case.entries)
    blocks = [case.texts[at : at + BLOCK] for at in range(0, len(case.texts), BLOCK)]
    rankings = [index.rank([text.text for text in block], TOP) for block in blocks]
    rows = [ranking.facts(len(index.labels.texts)) for ranking in rankings]
    concepts = [row for ranking in rankings for row in ranking.concepts]
    right = [_right(text, index, row) for text, row in zip(case.texts, concepts, strict=True)]
    counts = np.repeat(_counts(case) * case.counts / TOP, TOP)
    return Judged(np.concatenate([of.reshape(-1, of.shape[2]) for of in rows]), np.concatenate(right), counts)


def _counts(case: Case) -> NDArray[np.float64]:
    """Return what each text counts; all of them add up to 1."""
    there = {entry.iri for entry in case.entries}
    answered = np.array([not there.isdisjoint(text.concepts) for text in case.texts])
    share = answered.mean() if case.answered is None else case.answered
    counts: NDArray[np.float64] = np.where(
        answered, share / max(answered.sum(), 1), (1 - share) / max((~answered).sum(), 1)
    )
    return counts


def _right(text: Text, index: Index, concepts: Sequence[int]) -> NDArray[np.bool_]:
    return np.array([index.entry(concept).iri in text.concepts for concept in concepts])


def _cases(domains: Sequence[Domain], seed: int) -> Iterator[Case]:
    """Yield frameworks with their texts, some that are drawn by lot, and small ones with texts of other fields."""
    lot = np.random.default_rng(seed)
    for entries in dict.fromkeys(domain.entries for domain in domains):
        own = tuple(text for domain in domains if domain.entries == entries for text in domain.texts)
        yield Case(entries, own, counts=OWN if len(entries) < SMALL else 1)
        yield from _drawn(entries, own, lot)
        others = tuple(text for domain in domains if domain.entries != entries for text in domain.texts)
        if others and len(entries) < SMALL:
            yield Case(entries, others, counts=OWN * STRANGE)


def _drawn(entries: Sequence[Entry], texts: tuple[Text, ...], lot: np.random.Generator) -> Iterator[Case]:
    """Yield smaller frameworks, half of whose concepts are right for some text, and one of each size without such."""
    answers = {iri for text in texts for iri in text.concepts}
    asked = [place for place, entry in enumerate(entries) if entry.iri in answers]
    others = [place for place, entry in enumerate(entries) if entry.iri not in answers]
    for size, times in SIZES.items():
        if size < len(entries) / 2:
            for wanted in [min(len(asked), size) // 2] * times:
                places = [*lot.choice(asked, wanted, replace=False), *lot.choice(others, size - wanted, replace=False)]
                yield Case(tuple(entries[place] for place in sorted(places)), texts, ANSWERED, 1 / times)
            places = sorted(lot.choice(others, size, replace=False))
            yield Case(tuple(entries[place] for place in places), texts, counts=STRANGE)


def _logistic(rows: NDArray[np.float64], right: NDArray[np.bool_], counts: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the weights of a logistic regression; the first fact is 1 in every row.

    Parameters
    ----------
    counts
        What each row counts; they add up to 1.
    """
    mean, spread = rows.mean(axis=0), rows.std(axis=0)
    mean[0], spread[spread == 0] = 0, 1
    scaled, signs = (rows - mean) / spread, np.where(right, 1.0, -1.0)

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        margins = signs * (scaled @ weights)
        wrong = -signs * counts / (1 + np.exp(margins))
        held = DECAY * np.append(0, weights[1:])
        return float(counts @ np.logaddexp(0, -margins) + held @ weights / 2), scaled.T @ wrong + held

    options = {"ftol": 0, "gtol": 1e-9}  # so near to the best weights that the start does not matter
    found = minimize(loss, np.zeros(rows.shape[1]), jac=True, method="L-BFGS-B", options=options).x / spread
    found[0] -= found[1:] @ mean[1:]
    return np.asarray(found)
