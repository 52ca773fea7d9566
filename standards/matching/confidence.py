"""Confidence: how likely it is that a suggestion with such a score is right.

A logistic curve over the score. Two things move it: among more labels chance resemblance is stronger, and a long
statement never scores as high as a short one. For large frameworks it was fitted to the first suggestions for 667
sentences and spans of annotated job advertisements (ESCO 1.1.0, the development split in ``benchmarks/linking.py``;
of those given 0.8 or more, 92 in 100 were right); for small ones to the three programs of the example.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from standards.matching.embedding import Floats


@dataclass(frozen=True)
class Curve:
    """How confidence rises with the score.

    Parameters
    ----------
    labels
        How many there were to choose from.
    even
        The score at which a suggestion for a single word is as often right as wrong.
    steepness
        How fast right takes over from wrong above it.
    """

    labels: int
    even: float
    steepness: float


SMALL: Final = Curve(labels=150, even=1.6, steepness=4.0)
LARGE: Final = Curve(labels=70_000, even=2.6, steepness=2.7)

LENGTH: Final = 0.3
"""By how much the even score falls with the logarithm of the number of words."""

UNMATCHED: Final = 0.4
"""Below this confidence a statement is better called unmatched."""


def confidence(scores: Floats, labels: int, words: NDArray[np.int64]) -> Floats:
    """Return the probability that concepts with such scores are meant: 0 to 1, higher for higher scores.

    Parameters
    ----------
    scores
        Of `Ranking`: a row a statement.
    labels
        How many labels the best one was chosen from.
    words
        How many different words each statement has.
    """
    size = np.log(max(labels, SMALL.labels) / SMALL.labels) / np.log(LARGE.labels / SMALL.labels)
    even = SMALL.even + (LARGE.even - SMALL.even) * size - LENGTH * np.log(np.maximum(words, 1))
    steepness = SMALL.steepness + (LARGE.steepness - SMALL.steepness) * min(size, 1)
    odds = np.exp(steepness * (scores.astype(np.float64) - even[:, None]))
    return np.asarray(odds / (1 + odds), dtype=np.float32)
