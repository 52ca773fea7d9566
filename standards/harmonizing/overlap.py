"""Overlap: how much of what the shorter of two lists says the other one says too, told by the lists themselves.

Firms of one trade share half of their statements, firms of two share none, and a pair that looks the same is the same
more often in the first. Nobody knows how it is before the lists are read; but the chances of all pairs add up to the
number of those that are the same, and that number gives the chances anew, until they agree [1]_.

References
----------
.. [1] Saerens, M., Latinne, P., & Decaestecker, C. (2002). Adjusting the outputs of a classifier to new a priori
   probabilities: a simple procedure. Neural Computation 14(1), 21-41.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from standards.harmonizing.likeness import chance
from standards.harmonizing.texts import Integers
from standards.matching.embedding import Floats

USUAL: Final = 0.1
"""The overlap that is believed in before anything is read."""

WORTH: Final = 20
"""How many statements that belief is worth."""

STEPS: Final = 200
CLOSE: Final = 1e-4


def overlap(odds: Floats, longer: Integers, possible: int, most: Floats | float = np.inf) -> float:
    """Return the overlap, 0 to 1, given all pairs of statements of two lists that may be the same.

    Parameters
    ----------
    odds
        Of each pair, as logarithms, without what the overlap says.
    longer
        Statements of the longer list of each pair.
    possible
        How many pairs could be the same: over all pairs of lists, the statements of the shorter one.
    most
        What the odds of each pair are at most, whatever the overlap says: a logarithm.
    """
    share = USUAL
    for _ in range(STEPS):
        same = float(chance(np.minimum(odds + before(share, longer), most)).sum())
        found = (same + WORTH * USUAL) / (possible + WORTH)
        if abs(found - share) < CLOSE:
            break
        share = found
    return share


def before(share: float, longer: Integers) -> Floats:
    """Return the odds, as logarithms, that two statements are the same before they are looked at.

    Of two lists with an overlap, any statement of the shorter one is the same as one of the longer, if as any.

    Example
    -------
    >>> import numpy as np
    >>> [round(float(one), 3) for one in np.exp(before(0.5, np.array([2, 50])))]
    [0.333, 0.01]
    """
    chances = np.minimum(share, 0.99) / np.maximum(longer, 1)
    return np.asarray(np.log(chances / (1 - chances)), dtype=np.float32)
