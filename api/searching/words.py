"""The words of names and of texts: how they are split, begin and end."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

WORD = re.compile(r"\w+(?:[.'-]\w+)*")
AFTER_EVERY_WORD = "\U0010ffff"
LONG_END = 5
"""Letters from which on a word is found by how it ends."""


def words(text: str) -> list[str]:
    """Return the words of a text, in lower case.

    Example
    -------
    >>> words("First-Line Supervisors, 47-1011.00")
    ['first', 'line', 'supervisors', '47-1011.00']
    """
    return list(_split(WORD.findall(text.casefold())))


def beginning(known: Sequence[str], start: str) -> Sequence[str]:
    """Return which of some sorted words begin so.

    Example
    -------
    >>> beginning(["farm", "mine", "miner", "nurse"], "min")
    ['mine', 'miner']
    """
    return known[bisect_left(known, start) : bisect_left(known, start + AFTER_EVERY_WORD)]


def singular(word: str) -> str:
    """Return a word without the s that its plural has."""
    return word.removesuffix("s")


def has(name: Sequence[str], word: str) -> bool:
    """Return whether a name has a word, in the singular or the plural, or one that ends so."""
    plain = singular(word)
    return any(singular(own) == plain or (len(plain) >= LONG_END and singular(own).endswith(plain)) for own in name)


def _split(found: Iterable[str]) -> Iterable[str]:
    """Yield words; one with a hyphen counts as its parts unless it is a code."""
    for word in found:
        yield from [word] if word[0].isdigit() else word.split("-")
