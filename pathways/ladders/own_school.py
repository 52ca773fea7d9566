"""School that counts for one occupation only: what one has learned for another does not shorten it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from pathways.occupations.preparation import BACHELOR
from pathways.snapshot import Snapshot

Paths = NDArray[np.int64]
"""Ways of equally many rungs, as the places of these: shape (ways, rungs)."""

CERTIFICATE = 9
"""Months of a certificate after high school, which is for the work of its own minor group."""


def school_months(asked: np.ndarray, own: NDArray[np.bool_]) -> np.ndarray:
    """Return the months of school that each step of some ways takes.

    Parameters
    ----------
    asked
        Months after high school that each rung asks for, by way and rung.
    own
        Whether a step leads to school that counts for its occupation only, by way and step.

    Example
    -------
    From high school over an associate's degree (24) to a bachelor's (48), the rest of it; a certificate (9), another
    one, a bachelor's degree and a license that asks for 84 months in all:

    >>> school_months(np.array([[0, 24, 48]]), np.array([[False, False]])).tolist()
    [[24.0, 24.0]]
    >>> school_months(np.array([[9, 9, 48, 84]]), np.array([[True, False, True]])).tolist()
    [[9.0, 39.0, 36.0]]
    """
    had = asked[:, 0].astype(np.float64)
    months = np.zeros((len(asked), asked.shape[1] - 1))
    for step in range(months.shape[1]):
        needed = asked[:, step + 1]
        general = np.where((needed > BACHELOR) & (had >= BACHELOR), BACHELOR, 0)
        months[:, step] = np.maximum(0, needed - np.where(own[:, step], general, had))
        had = np.maximum(had, needed)
    return months


def own_school(snapshot: Snapshot, paths: Paths) -> NDArray[np.bool_]:
    """Return which steps of some ways lead to school of its own kind: a certificate in other work, or a new license.

    Returns
    -------
    Shape (ways, steps).
    """
    places, at = np.unique(paths, return_inverse=True)
    at = at.reshape(paths.shape)
    minor = np.array([snapshot.occupations[place].code[:4] for place in places.tolist()])[at]
    profession = np.array([profession_of(snapshot.license(place)) for place in places.tolist()])[at]
    certified = (snapshot.preparation.degree[paths] == CERTIFICATE)[:, 1:] & (minor[:, 1:] != minor[:, :-1])
    licensed = (profession[:, 1:] != "") & (profession[:, 1:] != profession[:, :-1])
    return np.asarray(certified | licensed)


def profession_of(license_: str) -> str:
    """Return the profession that a license is for, in a word: those that share it build on each other's school.

    Example
    -------
    >>> profession_of("practical nurse license (NCLEX-PN)"), profession_of("registered nurse license (NCLEX-RN)")
    ('nurse', 'nurse')
    >>> profession_of("state dental hygienist license"), profession_of("state nursing assistant certification")
    ('hygienist', 'assistant')
    """
    words = license_.replace(" certification", " license").partition(" license")[0].split()
    return words[-1] if words else ""
