"""Languages that a statement says somebody speaks."""

from __future__ import annotations

import re
from typing import Final

_LANGUAGE: Final = (
    "english|spanish|chinese|mandarin|cantonese|tagalog|filipino|vietnamese|arabic|french|korean|russian|portuguese|"
    "haitian creole|creole|hindi|polish|german|italian|ukrainian|japanese|persian|farsi|urdu|gujarati|bengali|punjabi|"
    "telugu|tamil|somali|amharic|swahili|hmong|navajo|samoan|greek|hebrew|turkish|thai|lao|khmer|burmese|nepali|"
    "romanian|serbian|croatian|bosnian|dutch|swedish|marshallese|mixteco|american sign language|asl"
)
_SPEAKS: Final = re.compile(
    rf"^(?:(?:i|and|also|can|speaks?|spoken|fluent(?:ly)?|bilingual|trilingual|native|conversational|proficient|in|"
    rf"reads?|writes?|writing|languages?|speaker|basic|advanced|some|both|or|&|/|(?P<language>{_LANGUAGE}))\b[\s.,:;()/&-]*)+$",
    re.I,
)
"""Words that say which languages somebody speaks, and nothing besides."""


def languages_in(said: str) -> tuple[str, ...]:
    """Return the languages that a statement says somebody speaks, in small letters, where it says nothing else.

    Example
    -------
    >>> languages_in("Speak Spanish and English."), languages_in("Bilingual (Hmong)"), languages_in("Spanish cuisine")
    (('spanish', 'english'), ('hmong',), ())
    """
    return tuple(re.findall(_LANGUAGE, said.casefold())) if _SPEAKS.match(said.strip()) else ()
