"""Sample: texts of a group that stand for all of it, so that two groups of thousands are not compared text by text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

MANY: Final = 64
"""Texts of a group that are looked at; a group of more has as many that stand for it."""


def sample(texts: Sequence[int]) -> Sequence[int]:
    """Return texts that stand for a group: all of them, or `MANY`, evenly from the first to the last.

    Example
    -------
    >>> sample([3, 1, 2]), len(sample(range(1000))), sample(range(1000))[:3]
    ([3, 1, 2], 64, [0, 15, 31])
    """
    size = len(texts)
    return texts if size <= MANY else [texts[at * size // MANY] for at in range(MANY)]
