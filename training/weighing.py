"""Fitting the weights of the views: step by step, and only by steps that help every domain.

A weight is moved up or down by a step; the move is kept where it raises the quality over all domains and lowers it in
none. So what suits the advertisements of one field of work by accident is not learned: models that were free to
(logistic regression and boosted trees over twenty features) ranked their own domain better and the other one worse.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from standards.evaluation.measures import r_precision, reciprocal_rank
from standards.matching import Index
from standards.matching.embedding import Floats
from standards.matching.fitted import WEIGHTS
from standards.matching.index import CANDIDATES
from standards.matching.lines import BLOCK
from standards.matching.ranking import FEW, Ranking
from standards.matching.weights import LONGEST, Weights
from training.examples import Domain, Text

STEPS: Final = (0.1, 0.05, 0.02)
LEAP: Final = 0.5
"""Of what is explained, in the end: it puts concepts in another order only when it counts for much."""

GAIN: Final = 0.001
"""Quality that a step must add over all domains, 0 to 1."""

LISTED: Final = 10
"""Suggestions that the quality of a ranking is measured on."""


@dataclass(frozen=True)
class Candidates:
    """The candidates of some texts.

    Parameters
    ----------
    facts
        Texts by candidates by weights, in the order of the fields of `Weights`.
    concepts
        Addresses.
    """

    texts: tuple[Text, ...]
    facts: Floats
    concepts: tuple[tuple[str, ...], ...]

    @classmethod
    def of(cls, texts: Sequence[Text], index: Index) -> Candidates:
        """Return what the index finds for some texts."""
        blocks = [[text.text for text in texts[at : at + BLOCK]] for at in range(0, len(texts), BLOCK)]
        rankings = [index.rank(block, CANDIDATES) for block in blocks]
        concepts = tuple(tuple(index.entry(c).iri for c in row) for ranking in rankings for row in ranking.concepts)
        return cls(tuple(texts), np.concatenate([_facts(ranking, index) for ranking in rankings]), concepts)

    def quality(self, weights: Weights) -> float:
        """Return the mean of RP@5 and MRR with some weights, 0 to 1; texts without an answer do not count."""
        scores = self.facts @ np.array(list(weights.model_dump().values()))
        order = np.argsort(-scores, axis=1, kind="stable")[:, :LISTED]
        found = zip(self.texts, self.concepts, order, strict=True)
        ranked = [([own[place] for place in best], text.answers) for text, own, best in found if text.answers]
        return float(np.mean([(r_precision(*one) + reciprocal_rank(*one)) / 2 for one in ranked]))


def fit_weights(domains: Sequence[Domain], start: Weights) -> Weights:
    """Return the weights that rank candidates best, from some weights on."""
    indexes = {entries: Index.of(entries) for entries in {domain.entries for domain in domains}}
    candidates = [[Candidates.of(texts, indexes[domain.entries]) for texts in domain.sets] for domain in domains]

    def qualities(weights: Weights) -> list[float]:
        return [float(np.mean([of.quality(weights) for of in sets])) for sets in candidates]

    best, reached = start, qualities(start)
    every = tuple(start.model_dump())
    for step, names in (*((step, every) for step in STEPS), (LEAP, ("explained",))):
        while better := next(_better(reached, _moves(best, step, names), qualities), None):
            best, reached = better
    return best


def _better(
    reached: Sequence[float], moves: Iterable[Weights], qualities: Callable[[Weights], list[float]]
) -> Iterator[tuple[Weights, list[float]]]:
    """Yield the moves that help over all domains and harm none, with what they reach."""
    for moved in moves:
        found = qualities(moved)
        gains = [now - before for now, before in zip(found, reached, strict=True)]
        if min(gains) >= 0 and sum(gains) / len(gains) > GAIN:
            yield moved, found


def _moves(weights: Weights, step: float, names: Sequence[str]) -> Iterator[Weights]:
    """Yield the weights one step away, in some of them."""
    for name in names:
        value = getattr(weights, name)
        for moved in (value + step, value - step):
            yield weights.model_copy(update={name: round(moved, 3)})


def _facts(ranking: Ranking, index: Index) -> Floats:
    """Return what the weights weigh, in their order: texts by candidates by weights."""
    views = ranking.views
    reach = np.array([entry.reach for entry in index.entries])[index.order][ranking.concepts]
    length = np.minimum(index.labels.name_lengths, LONGEST)[ranking.concepts]
    name = views.name * WEIGHTS.whole
    few = ranking.explained * (len(index.labels.texts) <= FEW)
    seen = [views.meaning, views.words, views.covered, name, views.description, views.text, views.passage, few]
    return np.stack([*seen, reach, length], axis=2)
