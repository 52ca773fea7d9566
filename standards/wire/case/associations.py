"""The types of associations: CASE's own, what others call them, and what they mean in other vocabularies."""

from __future__ import annotations

import re
from typing import Final

OFFICIAL: Final = (
    "isChildOf",
    "isPeerOf",
    "isPartOf",
    "exactMatchOf",
    "precedes",
    "isRelatedTo",
    "replacedBy",
    "exemplar",
    "hasSkillLevel",
    "isTranslationOf",
)
"""Those of CASE 1.1."""

EXTENDED: Final = re.compile(r"ext:[A-Za-z0-9.\-_]+")
"""What CASE allows beside them."""

_BY_WORDS: Final = {name.lower(): name for name in OFFICIAL}


def official_type(name: str) -> str:
    """Return CASE's name of a type that another system writes in words; as it is where it is none.

    Example
    -------
    >>> official_type("Is Child Of"), official_type("ext:adapts"), official_type("friend of")
    ('isChildOf', 'ext:adapts', 'friend of')
    """
    return _BY_WORDS.get(re.sub(r"[\s_]+", "", name).lower(), name)
