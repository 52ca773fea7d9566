"""Methods that say which statements are the same: the engine, and what others would use."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final, Protocol

import numpy as np
from rapidfuzz import fuzz

from ontology.identifiers import Identifiers
from standards.evaluation.harmonizing.measures import pairwise
from standards.evaluation.harmonizing.pairs import LabeledPair
from standards.harmonizing import FirmList, Proposing, Standing
from standards.matching import embed


class Method(Protocol):
    """Says of pairs whether they are the same."""

    def __call__(self, pairs: Sequence[LabeledPair]) -> list[bool]:
        """Return it for each pair."""


class Engine:
    """What the engine puts into one candidate, given whole lists."""

    def __init__(self, lists: Sequence[FirmList], development: Sequence[LabeledPair]) -> None:
        identifiers = Identifiers()
        proposal = Proposing(identifiers, Standing(identifiers, "evaluated"), lists).propose()
        self._of = {(voice.own_statement, voice.words.value): voice.candidate for voice in proposal.voices}
        self._near = {frozenset((one.iri, other.iri)) for one, other, _ in proposal.near}

    def __call__(self, pairs: Sequence[LabeledPair]) -> list[bool]:
        """Return whether both are voices of one candidate."""
        return [len(self._candidates(pair)) == 1 for pair in pairs]

    def near(self, pairs: Sequence[LabeledPair]) -> list[bool]:
        """Return whether they are voices of two candidates that are told to come near one another."""
        return [self._candidates(pair) in self._near for pair in pairs]

    def _candidates(self, pair: LabeledPair) -> frozenset[str]:
        return frozenset(self._of[saying.statement, saying.words] for saying in (pair.one, pair.other))


class Threshold:
    """Whatever is alike enough, by one measure; how much is enough is chosen where that gives the best F1."""

    def __init__(
        self, alike: Callable[[Sequence[LabeledPair]], Sequence[float]], development: Sequence[LabeledPair]
    ) -> None:
        self._alike = alike
        scores, right = alike(development), [pair.same for pair in development]
        self.enough = max(sorted(set(scores)), key=lambda least: _f1(scores, right, least), default=1.0)

    def __call__(self, pairs: Sequence[LabeledPair]) -> list[bool]:
        """Return whether both are alike enough."""
        return [score >= self.enough for score in self._alike(pairs)]


def _f1(scores: Sequence[float], right: Sequence[bool], least: float) -> float:
    return pairwise([score >= least for score in scores], right).f1 or 0.0


def by_letters(pairs: Sequence[LabeledPair]) -> list[float]:
    """Return the share of letters that pairs have in common, the words in alphabetical order, 0 to 1."""
    return [fuzz.token_sort_ratio(p.one.words.casefold(), p.other.words.casefold()) / 100 for p in pairs]


def by_meaning(pairs: Sequence[LabeledPair]) -> list[float]:
    """Return the cosines of the embeddings of pairs."""
    one, other = embed([p.one.words.lower() for p in pairs]), embed([p.other.words.lower() for p in pairs])
    return [float(cosine) for cosine in np.einsum("ij,ij->i", one, other)]


OWN: Final = "Ladderworks"

METHODS: Final[Mapping[str, Callable[[Sequence[FirmList], Sequence[LabeledPair]], Method]]] = {
    OWN: Engine,
    "rapidfuzz alone": lambda _, development: Threshold(by_letters, development),
    "embedding alone": lambda _, development: Threshold(by_meaning, development),
}
"""What makes each method, of whole lists and the pairs that it may learn from."""
