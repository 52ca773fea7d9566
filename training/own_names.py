"""Fitting the weights to a framework's own names: an experiment on whether that ranks what colleges write any better.

Of some concepts one name is taken out of the index and asked for; what is right is known without any annotation.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np

from standards.matching import Entry, Index
from standards.matching.weights import Weights
from training.examples import Domain, Text
from training.weighing import Candidates, fit_weights

ASKED: Final = 1200
"""Concepts of which a name is taken out, at most."""

LEAST: Final = 2
"""Names besides the label that a concept must have for one of them to be taken out."""


def report(domains: Sequence[Domain], start: Weights, seed: int) -> Iterator[str]:
    """Fit the weights to names that were taken out, and yield what each set of texts is ranked like before and after.

    Quality is the mean of RP@5 and MRR, 0 to 1. Nothing is kept.

    Parameters
    ----------
    domains
        Annotated texts to measure on; the largest framework among them is learned from.
    start
        Weights to begin with.
    """
    own = without_names(max((domain.entries for domain in domains), key=len), seed)
    fitted = fit_weights([own], start)
    before, after = (_qualities([own, *domains], weights) for weights in (start, fitted))
    for name, was in before.items():
        yield f"{name:24} {was:.3f} -> {after[name]:.3f}"
    yield f"weights: {fitted}"


def without_names(entries: Sequence[Entry], seed: int, asked: int = ASKED) -> Domain:
    """Return a framework without one name of some of its concepts, and these names as texts that mean them."""
    lot = random.Random(seed)
    chosen = set(lot.sample(range(len(entries)), min(asked, len(entries))))
    left, texts = [], []
    for place, entry in enumerate(entries):
        names = entry.alt_labels
        if place in chosen and len(names) >= LEAST:
            name = lot.choice(names)
            texts.append(Text(name, frozenset({frozenset({entry.iri})})))
            names = tuple(other for other in names if other != name)
        left.append(entry.model_copy(update={"alt_labels": names}))
    return Domain("names of its own", tuple(left), (tuple(texts),))


def _qualities(domains: Sequence[Domain], weights: Weights) -> dict[str, float]:
    """Return the quality of each set of texts by its name and number."""
    indexes = {entries: Index.of(entries) for entries in {domain.entries for domain in domains}}
    found = {}
    for domain in domains:
        for number, texts in enumerate(domain.sets, start=1):
            quality = Candidates.of(texts, indexes[domain.entries]).quality(weights)
            found[f"{domain.name} {number}"] = float(np.round(quality, 4))
    return found
