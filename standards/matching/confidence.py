"""Confidence: how likely it is that a suggestion with such a score is right.

Logistic regression on what the ranking says of a suggestion, fitted by ``python -m training`` to annotated job
advertisements against frameworks of several sizes; see `standards.matching.fitted`.

References
----------
Platt, J. (1999). Probabilistic outputs for support vector machines and comparisons to regularized likelihood methods.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict

from standards.matching.embedding import Floats
from standards.matching.labels import Integers

UNMATCHED: Final = 0.4
"""Below this confidence a statement is better called unmatched."""


class Curve(BaseModel):
    """The log odds that a suggestion is right: the sum of all these, each times what it says of the suggestion.

    Parameters
    ----------
    even
        1.
    score
        Its score.
    labels
        The logarithm of the number of labels to choose from, but at least of `least`: among more of them chance
        resemblance is stronger.
    scored
        The product of these two.
    words
        The logarithm of the number of different words of the statement: a long one never scores as high as a short.
    worded
        The product of this and of the logarithm of the labels.
    first, said
        Whether it is the best suggestion, 1 or 0; the same times the logarithm of the words.
    behind
        How far its score is behind that of the best suggestion; 0 or less.
    ahead
        How far it is ahead of the second, if it is the best of several; else 0.
    least
        Labels of the smallest framework that it was fitted to.
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
    behind: float
    ahead: float
    least: int

    def confidence(self, scores: Floats, labels: int, words: Integers) -> Floats:
        """Return the probability that suggestions are right: 0 to 1, in the order of the scores.

        Parameters
        ----------
        scores
            Statements by suggestions, best first.
        labels
            How many labels there were to choose from.
        words
            How many different words each statement has.
        """
        weights = [getattr(self, name) for name in FACTS]
        odds = np.tensordot(facts(scores, max(labels, self.least), words), weights, axes=1)
        falling = np.minimum.accumulate(odds, axis=1)
        return np.asarray(1 / (1 + np.exp(-falling)), dtype=np.float32)


FACTS: Final = tuple(name for name in Curve.model_fields if name != "least")


def facts(scores: Floats, labels: int, words: Integers) -> NDArray[np.float64]:
    """Return what is known of suggestions, in the order of `FACTS`: statements by suggestions by facts."""
    ones, first, ahead = np.ones(scores.shape), np.zeros(scores.shape), np.zeros(scores.shape)
    size, length = ones * np.log(labels), ones * np.log(np.maximum(words, 1))[:, None]
    first[:, 0] = 1
    if scores.shape[1] > 1:
        ahead[:, 0] = scores[:, 0] - scores[:, 1]
    worded = [length, length * size, first, first * length]
    return np.stack([ones, scores, size, scores * size, *worded, scores - scores[:, :1], ahead], axis=2)
