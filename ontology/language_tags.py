"""Language tags (BCP 47): what is one, for records and for whatever reads a text with its language."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

import pyoxigraph as ox

UNKNOWN: Final = "und"
"""The language of a text of which nothing says it."""

BEGINNING: Final = re.compile(r"([a-z]{2,3}|[ix])-|[a-z]{2,3}$", re.IGNORECASE)
"""A code of a language, or what says that the tag is registered as a whole or private. The form of BCP 47 has room for
words of four to eight letters, ``english``, of which none is or was ever a language."""


@lru_cache(maxsize=1_000)
def is_language_tag(text: str) -> bool:
    """Return whether a text is a language tag, whatever the case of its letters.

    Example
    -------
    >>> is_language_tag("pt-BR"), is_language_tag("x-foo"), is_language_tag("english"), is_language_tag("en_US")
    (True, True, False, False)
    """
    if not BEGINNING.match(text):
        return False
    try:
        ox.Literal("", language=text)
    except ValueError:
        return False
    return True
