"""Confidence: how likely it is that a suggestion with such a score is right.

Logistic regression on what the ranking says of a suggestion, fitted by ``python -m training`` to annotated job
advertisements against frameworks of several sizes; see `standards.matching.fitted`.

References
----------
Platt, J. (1999). Probabilistic outputs for support vector machines and comparisons to regularized likelihood methods.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict

from standards.matching.embedding import Floats
from standards.matching.labels import Integers

UNMATCHED: Final = 0.4
"""Below this confidence a statement is better called unmatched."""


LEAST: Final = 148
"""Labels of the smallest framework that the curve was fitted to."""


class Curve(BaseModel):
    """The log odds that a suggestion is right: the sum of all these, each times what it says of the suggestion.

    Parameters
    ----------
    even
        1.
    score
        Its score.
    labels
        The logarithm of the number of labels to choose from, but at least of `LEAST`: among more of them chance
        resemblance is stronger.
    scored
        The product of these two.
    words
        The logarithm of the number of different words of the statement: a long one never scores as high as a short.
    worded
        The product of this and of the logarithm of the labels.
    first, said
        Whether it is the best suggestion, 1 or 0; the same times the logarithm of the words.
    own, own_labels, own_words
        The share of the statement that it explains, each word counting by how few concepts of the framework it is said
        of; the same times the logarithms of labels and words.
    phrased
        How much the statement says of that phrase of what is said of the concept of which it says most.
    shared
        The cosine of the words of the statement and of the label: one word in common says little.
    behind
        How far its score is behind that of the best suggestion; 0 or less.
    ahead
        How far it is ahead of the second, if it is the best of several; else 0.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    even: float
    score: float
    labels: float
    scored: float
    words: float
    worded: float
    first: float
    said: float
    own: float
    own_labels: float
    own_words: float
    phrased: float
    shared: float
    behind: float
    ahead: float

    def confidence(self, facts: NDArray[np.float64]) -> Floats:
        """Return the probability that suggestions are right: 0 to 1, never more for a later one.

        Parameters
        ----------
        facts
            Of `facts`: statements by suggestions, best first, by facts.
        """
        odds = facts @ np.array([getattr(self, name) for name in FACTS])
        falling = np.minimum.accumulate(odds, axis=1)
        return np.asarray(1 / (1 + np.exp(-falling)), dtype=np.float32)


FACTS: Final = tuple(Curve.model_fields)


@dataclass(frozen=True)
class Seen:
    """What is seen of suggestions besides their scores, 0 to 1: each statements by suggestions.

    Parameters
    ----------
    own, phrased
        See `Ranking`.
    shared
        ``words`` of `Evidence`.
    """

    own: Floats
    phrased: Floats
    shared: Floats


def facts(scores: Floats, seen: Seen, labels: int, words: Integers) -> NDArray[np.float64]:
    """Return what is known of suggestions, in the order of `FACTS`: statements by suggestions by facts.

    Parameters
    ----------
    scores, seen
        Statements by suggestions, best first.
    labels
        How many there were to choose from.
    words
        How many different words each statement has.
    """
    ones, first, ahead = np.ones(scores.shape), np.zeros(scores.shape), np.zeros(scores.shape)
    size, length = ones * np.log(max(labels, LEAST)), ones * np.log(np.maximum(words, 1))[:, None]
    first[:, 0] = 1
    if scores.shape[1] > 1:
        ahead[:, 0] = scores[:, 0] - scores[:, 1]
    worded = [length, length * size, first, first * length]
    said = [seen.own, seen.own * size, seen.own * length, seen.phrased, seen.shared]
    return np.stack([ones, scores, size, scores * size, *worded, *said, scores - scores[:, :1], ahead], axis=2)
