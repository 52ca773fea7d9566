"""Sentences, where a full stop ends one and not an abbreviation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_END: Final = re.compile(r"[.!?][\")\u201d]?\s+(?=[\"(\u201c]?[A-Z])")
_ABBREVIATION: Final = re.compile(
    r".*\b(?:[A-Z]|dr|mr|mrs|ms|st|vs|cf|no|fig|ch|approx|inc|co|corp|ltd|dept|est|min|max|misc|incl|\d+)|.*[a-z]\.[a-z]",
    re.IGNORECASE,
)
"""What ends in a full stop that ends no sentence: ``e.g.``, ``U.S.``, ``Dr.``, ``E.``, the number of a level."""


def sentences(text: str) -> Iterator[str]:
    """Yield the sentences of a text, each with the mark and the space that end it.

    Example
    -------
    >>> list(sentences("Follow rules, e.g. of the U.S. Navy. Align shafts."))
    ['Follow rules, e.g. of the U.S. Navy. ', 'Align shafts.']
    """
    start = 0
    for end in _END.finditer(text):
        _, _, last = text[start : end.start()].rpartition(" ")
        if not _ABBREVIATION.fullmatch(last):
            yield text[start : end.end()]
            start = end.end()
    yield text[start:]
