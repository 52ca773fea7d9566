"""Covered share: how much of what firms say a standard's competencies cover, and what that makes of confidences.

The confidence of a match was learned where most statements have a match. Where a draft of three competencies is asked
of two hundred statements, most have none, and the best that it offers is seldom right. The confidences of all of them
tell how it is, as in `standards.harmonizing.overlap`, by the same procedure [1]_.

References
----------
.. [1] Saerens, M., Latinne, P., & Decaestecker, C. (2002). Adjusting the outputs of a classifier to new a priori
   probabilities: a simple procedure. Neural Computation 14(1), 21-41.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit, logit

Chances = NDArray[np.float64]

USUAL: Final = 0.6
"""The share that is covered where confidence was learned; where more is, it stays as it is."""

WORTH: Final = 10
"""How many statements the usual share is worth."""

STEPS: Final = 200
CLOSE: Final = 1e-4
LEAST: Final = 1e-6


def with_share(confidences: Chances) -> Chances:
    """Return confidences as they are once the covered share is known, none of them higher, 0 to 1.

    Parameters
    ----------
    confidences
        Of the best match of every statement, 0 where there is none.
    """
    odds = logit(np.clip(confidences, LEAST, 1 - LEAST))
    share = USUAL
    for _ in range(STEPS):
        found = min((_shifted(odds, share).sum() + WORTH * USUAL) / (len(odds) + WORTH), USUAL)
        if abs(found - share) < CLOSE:
            break
        share = found
    return np.minimum(_shifted(odds, share), confidences)


def _shifted(odds: Chances, share: float) -> Chances:
    return np.asarray(expit(odds + logit(share) - logit(USUAL)))
