"""The preferred language: which is shown of a thing that is named in several.

It is English where there is English, else the first in the alphabet of their tags: the same in every run, and the same
for names, for what reviewers read, and for warnings of outcomes in another language.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

ENGLISH: Final = "en"


def preference(tag: str) -> tuple[bool, str]:
    """Return what sorts languages, that which is shown first.

    Example
    -------
    >>> sorted(["de", "en-us", "fr"], key=preference)
    ['en-us', 'de', 'fr']
    """
    return tag.partition("-")[0].lower() != ENGLISH, tag


def preferred_language(tags: Iterable[str]) -> str:
    """Return the tag of the language that is shown, empty where there is none.

    Example
    -------
    >>> preferred_language(["de", "en"]), preferred_language(["fr", "de"]), preferred_language([])
    ('en', 'de', '')
    """
    return min(tags, key=preference, default="")


def preferred_text(texts: Iterable[tuple[str, str]]) -> str:
    """Return the one that is shown of some texts with their tags; of several in one language the first by letters.

    Example
    -------
    >>> preferred_text([("de", "Türme besteigen"), ("en", "climb towers")])
    'climb towers'
    """
    return min(texts, key=lambda text: (preference(text[0]), text[1]), default=("", ""))[1]
