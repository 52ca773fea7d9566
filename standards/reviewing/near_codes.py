"""Near codes: which codes of a framework may be meant by one that it does not have."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

ALIKE: Final = 0.5
"""Share of its signs that a code must have in place to be offered for another one."""


def near_codes(text: str, codes: Iterable[str], most: int) -> list[str]:
    """Return the codes nearest to what is written like a code, in one word with a digit; none for other words.

    Example
    -------
    >>> near_codes("PG-MEC-99", ["PG-SAF-01", "PG-MEC-02", "PG-MEC-01", "7", ""], 2)
    ['PG-MEC-01', 'PG-MEC-02']
    >>> near_codes("pgmec1", ["PG-SAF-01", "PG-MEC-01"], 1), near_codes("hoist 2 loads", ["PG-MEC-01"], 1)
    (['PG-MEC-01'], [])
    """
    if len(text.split()) != 1 or not any(sign.isdigit() for sign in text):
        return []
    found = process.extract(
        text,
        sorted(filter(None, codes)),
        scorer=OSA.normalized_similarity,
        processor=str.casefold,
        limit=most,
        score_cutoff=ALIKE,
    )
    return [code for code, _, _ in found]
