"""Emphasis: words that every course has say less of what a statement is about, however rare a framework has them.

*Principles of welding* is about welding, in a framework where one name alone has *principles*, too. The words are those
that titles and outcomes of courses of any field are built of.
"""

from __future__ import annotations

from typing import Final

from standards.matching.terms import stem

_COURSE_WORDS: Final = """
abilities approaches aspects basics concepts elements fundamentals introduction issues knowledge methodology methods
overview principles techniques terminology terms theories theory topics understanding variety
"""
COURSE_STEMS: Final = frozenset(map(stem, _COURSE_WORDS.split()))
"""In stems. *Foundations* are also poured, and *importance* has the stem of *import*: they are not among them."""

LESS: Final = 0.5
"""What their rarity counts."""


def emphasis(own: str) -> float:
    """Return what the rarity of a word counts, given its stem: 1, or `LESS`.

    Example
    -------
    >>> emphasis("weld"), emphasis(stem("principles"))
    (1.0, 0.5)
    """
    return LESS if own in COURSE_STEMS else 1.0
