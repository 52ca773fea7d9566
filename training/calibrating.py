"""Fitting the curve of confidence: how often suggestions of a score were right, in frameworks of several sizes.

Small frameworks are those of the examples and such as are made from large ones: concepts drawn by lot, half of which
are right for some text; in those, texts with a right concept count as much together as `ANSWERED` says, whether there
are many or few. Frameworks of each size count the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from standards.matching import Index
from standards.matching.confidence import FACTS, Curve, facts
from standards.matching.index import BLOCK
from training.examples import Domain, Text

SIZES: Final = {60: 6, 250: 5, 1000: 4, 4000: 2}
"""Concepts of the frameworks drawn from those that have more, and how many of each size."""

ANSWERED: Final = 0.75
"""Share of statements that have a right concept in a framework that a person chose to hold them against."""

DRAWN: Final = "drawn by lot"

TOP: Final = 5
"""Suggestions for each text that are learned from."""

DECAY: Final = 1e-3
"""How strongly the fit is held to small weights."""


@dataclass(frozen=True)
class Judged:
    """Suggestions for the texts of one framework.

    Parameters
    ----------
    facts
        Suggestions by facts; see `standards.matching.confidence.facts`.
    right
        Whether each is right.
    counts
        What each counts; for one framework they add up to 1.
    """

    facts: NDArray[np.float64]
    right: NDArray[np.bool_]
    counts: NDArray[np.float64]


def fit_curve(domains: Sequence[Domain], seed: int) -> Curve:
    """Return the curve that fits the suggestions of the engine best, each framework counting the same."""
    drawn = list(_frameworks(domains, seed))
    indexes = {framework.entries: Index.of(framework.entries) for framework in drawn}
    judged = [_judged(framework, indexes[framework.entries]) for framework in drawn]
    alike = Counter(len(framework.entries) for framework in drawn)
    counts = np.concatenate([of.counts / alike[len(f.entries)] for of, f in zip(judged, drawn, strict=True)])
    rows = np.concatenate([of.facts for of in judged])
    right = np.concatenate([of.right for of in judged])
    weights = _logistic(rows, right, counts / counts.sum())
    named = {name: round(float(weight), 4) for name, weight in zip(FACTS, weights, strict=True)}
    return Curve(least=min(len(index.labels.texts) for index in indexes.values()), **named)


def _judged(framework: Domain, index: Index) -> Judged:
    texts = framework.texts
    blocks = [texts[at : at + BLOCK] for at in range(0, len(texts), BLOCK)]
    rankings = [index.rank([text.text for text in block], TOP) for block in blocks]
    found = [facts(ranking.scores, len(index.labels.texts), ranking.lengths) for ranking in rankings]
    concepts = [row for ranking in rankings for row in ranking.concepts]
    right = [_right(text, index, row) for text, row in zip(texts, concepts, strict=True)]
    rows = np.concatenate([of.reshape(-1, of.shape[2]) for of in found])
    return Judged(rows, np.concatenate(right), np.repeat(_counts(framework), TOP))


def _counts(framework: Domain) -> NDArray[np.float64]:
    """Return what each text counts: the same, but in a framework that was drawn as `ANSWERED` asks."""
    there = {entry.iri for entry in framework.entries}
    answered = np.array([not there.isdisjoint(text.concepts) for text in framework.texts])
    share = ANSWERED if framework.name == DRAWN else answered.mean()
    counts: NDArray[np.float64] = np.where(
        answered, share / max(answered.sum(), 1), (1 - share) / max((~answered).sum(), 1)
    )
    return counts


def _right(text: Text, index: Index, concepts: Sequence[int]) -> NDArray[np.bool_]:
    return np.array([index.entry(concept).iri in text.concepts for concept in concepts])


def _frameworks(domains: Sequence[Domain], seed: int) -> Iterator[Domain]:
    """Yield the frameworks of the domains and, drawn by lot, smaller ones with the same texts."""
    lot = np.random.default_rng(seed)
    for entries in dict.fromkeys(domain.entries for domain in domains):
        sets = tuple(of for domain in domains if domain.entries == entries for of in domain.sets)
        whole = Domain("whole", entries, sets)
        yield whole
        for size, times in SIZES.items():
            if size < len(entries) / 2:
                yield from (_drawn(whole, size, lot) for _ in range(times))


def _drawn(whole: Domain, size: int, lot: np.random.Generator) -> Domain:
    answers = {iri for text in whole.texts for iri in text.concepts}
    asked = [place for place, entry in enumerate(whole.entries) if entry.iri in answers]
    others = [place for place, entry in enumerate(whole.entries) if entry.iri not in answers]
    wanted = min(len(asked), size) // 2
    drawn = [*lot.choice(asked, wanted, replace=False), *lot.choice(others, size - wanted, replace=False)]
    return Domain(DRAWN, tuple(whole.entries[place] for place in sorted(drawn)), whole.sets)


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
