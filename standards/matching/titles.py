"""Titles that look alike, for "did you mean"."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz, process, utils

CUTOFF = 75
"""Below this similarity (0 to 100) a title is no help."""


def nearest(text: str, titles: Sequence[str], most: int = 3) -> list[str]:
    """Return the titles closest to a text, the closest first, each once.

    Example
    -------
    >>> nearest("regsitered nurse", ["Registered Nurses", "Roofers"])
    ['Registered Nurses']
    """
    found = process.extract(
        text, titles, scorer=fuzz.WRatio, processor=utils.default_process, limit=3 * most, score_cutoff=CUTOFF
    )
    return list(dict.fromkeys(title for title, _, _ in found))[:most]
