"""How many statements of a list a framework answers at all, and what that says of each suggestion.

The curve of confidence was fitted to lists of which a person chose the framework: most statements have an answer there.
In a list of another field few have, and much resembles by chance. Whether a list is of another field is estimated from
the confidences themselves; if it is, they are turned into those of a list with few answers.

References
----------
Saerens, M., Latinne, P. and Decaestecker, C. (2002). Adjusting the outputs of a classifier to new a priori
probabilities: a simple procedure. Neural Computation 14(1).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from standards.matching.ranking import FEW
from standards.matching.suggestion import Suggestion

USUAL: Final = 0.6
"""Share of the statements of a framework's own field whose best suggestion is right: of the examples that the curve was
fitted to, .46 to .75."""
BELIEVED: Final = 10
"""How many statements with that share a list is taken to have besides its own: a few alone say little."""
STRANGE: Final = 0.15
"""Share below which a list is of another field. Advertisements held against the example's standard come to .02 and .03,
outcomes of its own field to .21 and more."""
ELSEWHERE: Final = 0.25
"""Share of right suggestions that counts then. The estimate itself goes too far down: of 19 suggestions for a catalog
of another field with a mean confidence of .54 a reader found 3 right and 6 nearly so; this share makes it .21."""

_TINY: Final = 1e-4


def answered(best: Sequence[float]) -> float:
    """Return the share of statements whose best suggestion is right, 0 to 1, by expectation and maximization.

    Parameters
    ----------
    best
        Confidence of the best suggestion of each statement.

    Example
    -------
    One statement of .6 among ten that are believed to be as usual changes nothing:

    >>> round(answered([0.6]), 3), answered([0.05] * 100) < STRANGE < answered([0.8] * 50 + [0.05] * 50)
    (0.6, True)
    """
    odds = _odds(np.clip(np.array(best, dtype=np.float64), _TINY, 1 - _TINY))
    share = USUAL
    for _ in range(200):
        right = _chance(odds * _odds(share) / _odds(USUAL))
        before, share = share, float((right.sum() + BELIEVED * USUAL) / (len(odds) + BELIEVED))
        if abs(share - before) < _TINY:
            break
    return share


def of_field(found: Sequence[tuple[Suggestion, ...]], labels: int) -> list[tuple[Suggestion, ...]]:
    """Return the suggestions for a whole list, less sure of where the list is of another field than the framework.

    Parameters
    ----------
    labels
        Of the framework: one with more than `FEW` is of all fields.
    """
    best = [suggestions[0].confidence if suggestions else 0.0 for suggestions in found]
    if labels > FEW or answered(best) >= STRANGE:
        return list(found)
    change = float(_odds(ELSEWHERE) / _odds(USUAL))
    return [tuple(_less_sure(suggestion, change) for suggestion in suggestions) for suggestions in found]


def _less_sure(suggestion: Suggestion, change: float) -> Suggestion:
    """Return a suggestion with other odds.

    Example: at even odds (.5), a fortieth of them is 1 to 40, .0244.
    """
    odds = _odds(min(suggestion.confidence, 1 - _TINY)) * change
    return suggestion.model_copy(update={"confidence": round(float(_chance(odds)), 4)})


def _odds(chance: NDArray[np.float64] | float) -> NDArray[np.float64]:
    return np.asarray(chance / (1 - chance))


def _chance(odds: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(odds / (1 + odds))
