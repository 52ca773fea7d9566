"""Wordings: which of the firms' own words are proposed for what several of them say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from standards.harmonizing.imperative import imperative
from standards.harmonizing.saying import Saying
from standards.languages import ENGLISH


def worded(words: str, language: str = ENGLISH, *, in_third: bool = False) -> str:
    """Return words of a firm as a statement of a standard has them: in the imperative, without a full stop.

    Parameters
    ----------
    language
        Tag of that of the words; those in another one than English stay in the voice that they have.
    in_third
        Whether the firm writes in the third person, see `imperative`.

    Example
    -------
    >>> worded("checks the valves. ", in_third=True), worded("Reads P&IDs"), worded("P&IDs")
    ('Check the valves', 'Read P&IDs', 'P&IDs')
    """
    text = " ".join(words.split()).rstrip(" .;,")
    if language == ENGLISH:
        text = imperative(text, in_third=in_third)
    return text[:1].upper() + text[1:]


def common_category(sayings: Sequence[Saying]) -> str:
    """Return what most firms put it under, the first by name of equals; empty where none puts it anywhere."""
    own = {(saying.firm, saying.category) for saying in sayings if saying.category}
    counted = Counter(category for _, category in own)
    return min(counted, key=lambda category: (-counted[category], category), default="")
