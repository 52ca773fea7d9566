"""Confidence: how likely it is that a suggestion with such a score is right."""

from __future__ import annotations

from typing import Final

import numpy as np

from standards.matching.embedding import Floats

STEEPNESS: Final = 4.0
"""How fast right takes over from wrong as the score rises."""

UNMATCHED: Final = 0.4
"""Below this confidence a statement is better called unmatched."""

EVEN_OF_SMALL: Final = 1.05
"""The score at which a suggestion among 150 labels is as often right as wrong."""

EVEN_OF_LARGE: Final = 2.65
"""The same among 70,000 labels, where chance resemblance is stronger."""


def confidence(scores: Floats, labels: int) -> Floats:
    """Return the probability that concepts with such scores are meant: 0 to 1, higher for higher scores.

    Parameters
    ----------
    scores
        Of `Ranking`.
    labels
        How many labels the best one was chosen from.
    """
    size = np.log(max(labels, 150) / 150) / np.log(70_000 / 150)
    even = EVEN_OF_SMALL + (EVEN_OF_LARGE - EVEN_OF_SMALL) * size
    odds = np.exp(STEEPNESS * (scores.astype(np.float64) - even))
    return np.asarray(odds / (1 + odds), dtype=np.float32)
