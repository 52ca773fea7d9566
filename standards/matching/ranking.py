"""Ranking: candidates in the order of their scores, with what each view sees of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from standards.matching.about import About
from standards.matching.confidence import Seen, facts
from standards.matching.embedding import Floats
from standards.matching.fitted import WEIGHTS
from standards.matching.labels import Integers, Labels
from standards.matching.reading import Reading
from standards.matching.views import Views

DIGITS: Final = 4
"""Of scores; what differs less is a tie, so that rounding in the processor decides nothing."""


FEW: Final = 4096
"""Labels up to which what is explained counts in the score."""


@dataclass(frozen=True)
class Ranking:
    """The best concepts for some statements, a row a statement, best first.

    Parameters
    ----------
    concepts, labels
        Which concept, and which of its labels fits best.
    scores
        From -0.33; 3.93 at most, where statement, name and description are all the same, and in a framework of few
        labels more by the weight of what is explained.
    explained
        Share of each statement whose words, or words related to them, are said of the concept.
    own
        The same, each word counting by how few concepts it is said of, see `About`.
    phrased
        Share of that phrase of what is said of the concept of which the statement says most.
    said
        The words of each statement, each once.
    """

    concepts: Integers
    labels: Integers
    scores: Floats
    views: Views
    explained: Floats
    own: Floats
    phrased: Floats
    said: tuple[tuple[str, ...], ...]

    @property
    def lengths(self) -> Integers:
        """How many different words each statement has."""
        return np.array([len(own) for own in self.said], dtype=np.int64)

    def facts(self, labels: int) -> NDArray[np.float64]:
        """Return what is known of the suggestions, see `facts`, given how many labels there were to choose from."""
        seen = Seen(self.own, self.phrased, self.views.words)
        return facts(self.scores, seen, labels, self.lengths)


class Ranker:
    """Ranks candidates.

    What is explained counts in the score among few labels only: where there are tens of thousands, many concepts have
    all words of a statement somewhere in what is said of them.

    Parameters
    ----------
    labels, about
        In the same order of concepts.
    bias
        Of each concept: what is added to its score, whatever the statement.
    order
        Of each concept: which is first among equals.
    """

    def __init__(self, labels: Labels, about: About, bias: Floats, order: Integers) -> None:
        self._labels = labels
        self._about = about
        self._bias = bias
        self._order = order
        self._few = len(labels.texts) <= FEW

    def rank(self, statements: Reading, concepts: Integers, ranks: Integers, top: int) -> Ranking:
        """Return the best of some candidates of each statement.

        Parameters
        ----------
        concepts, ranks
            Statements by candidates: which concept, and the rank of its best label.
        """
        labels = self._labels.starts[ranks] + concepts
        views = Views.of(statements, self._labels, self._about, concepts, labels)
        scores = np.round(views.scores + self._bias[concepts] + self._explained(statements, concepts), DIGITS)
        best = np.lexsort((self._order[concepts], -scores), axis=1)[:, :top]
        concepts, labels, scores = (np.take_along_axis(each, best, axis=1) for each in (concepts, labels, scores))
        return Ranking(concepts, labels, scores, views.chosen(best), *self._said(statements, concepts), statements.said)

    def _said(self, statements: Reading, concepts: Integers) -> tuple[Floats, Floats, Floats]:
        """Return what is explained, by own words, and phrase by phrase."""
        known, about = statements.known, self._about
        explained = known.explained(about.words, concepts)
        own = known.explained(about.words, concepts, about.fewness)
        return explained, own, about.phrases.covered(known.heard(about.words.shape[1]), concepts)

    def _explained(self, statements: Reading, concepts: Integers) -> Floats:
        """Return what is added to scores for what is explained."""
        if not self._few:
            return np.zeros(concepts.shape, dtype=np.float32)
        explained = statements.known.explained(self._about.words, concepts)
        return np.asarray(WEIGHTS.explained * explained, dtype=np.float32)
