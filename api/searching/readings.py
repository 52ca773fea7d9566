"""Readings: the ways to take some words that may be misspelled, those that assume the fewest slips first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import reduce
from heapq import nsmallest

from standards.matching.spelling import Guess

READINGS = 64
"""Ways to correct several words at once that are tried."""

Reading = tuple[int, tuple[str, ...]]
"""The slips that a reading of some words assumes, and the words as it reads them."""


def readings(guesses: Iterable[Sequence[Guess]]) -> list[Reading]:
    """Return the ways to take some words, from the guesses at each, those that assume the fewest slips first.

    Word by word only the best are kept: no other beginning belongs to one of the best of the whole.
    """
    return reduce(_read_on, guesses, [(0, ())])


def _read_on(readings: Sequence[Reading], guesses: Sequence[Guess]) -> list[Reading]:
    """Return the best ways to read one word more; of equals those whose words are the likelier from the first on.

    Example
    -------
    >>> _read_on([(0, ("wind",)), (1, ("mind",))], [Guess(1, -2, False, "farm"), Guess(2, -9, False, "arm")])
    [(1, ('wind', 'farm')), (2, ('wind', 'arm')), (2, ('mind', 'farm')), (3, ('mind', 'arm'))]
    """
    longer = ((slips + guess.slips, (*read, guess.word)) for slips, read in readings for guess in guesses)
    return nsmallest(READINGS, longer, key=lambda reading: reading[0])
