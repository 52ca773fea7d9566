"""Openings: what outcomes begin with and do not say, ``Students will be able to``."""

from __future__ import annotations

import re
from typing import Final

_WHEN: Final = re.compile(
    r"\s*(?:(?:up)?on|after|following|at|by)\s+(?:the\s+)?(?:successful(?:ly)?\s+)?(?:complet(?:ion|ing)|conclusion|end)"
    r"\s+(?:of\s+)?(?:(?:this|the|each|a)\s+)?(?:course|program|class|module|unit|semester|quarter|lesson)?\s*[,:]?\s*",
    re.IGNORECASE,
)
_WHO: Final = re.compile(
    r"(?:the\s+|each\s+|all\s+)?(?:successful\s+)?"
    r"(?:students?|learners?|graduates?|participants?|completers?|candidates?|you|they)"
    r"(?:\s+who\s[^,.:;]{1,60}?)?,?\s+(?:will|should|can|must|shall)\s+(?:also\s+)?",
    re.IGNORECASE,
)
_ABLE: Final = re.compile(
    r"(?:(?:(?:be|have\s+been)\s+)?able\s+(?P<how>[a-z]+ly\s+)?to"
    r"|(?:be|have\s+been)\s+(?:prepared|equipped|expected)\s+to|have\s+the\s+(?:ability|skills?)\s+to"
    r"|(?:demonstrate\s+)?(?:the|an)\s+ability\s+to|learn(?:\s+how)?\s+to)\b\s*[:,\-\u2013\u2014]*\s*",
    re.IGNORECASE,
)
_STATE: Final = re.compile(r"(?:be|become|been|have|had|has|not|never|no|only)\b", re.IGNORECASE)
"""With what goes on that a student is, not does: it says nothing without its subject."""


def without_opening(statement: str) -> str:
    """Return a statement without the words by which any outcome opens; how it is to be done stays.

    Example
    -------
    >>> without_opening("Upon completion of this course, students will be able to: weld, braze and cut pipe")
    'weld, braze and cut pipe'
    >>> without_opening("They will read prints."), without_opening("Students will be tested.")
    ('read prints.', 'Students will be tested.')
    >>> without_opening("Students will be able critically to read prints")
    'critically read prints'
    """
    when = _WHEN.match(statement)
    at = when.end() if when else 0
    who = _WHO.match(statement, at)
    able = _ABLE.match(statement, who.end() if who else at)
    end = able.end() if able else who.end() if who else 0
    rest = statement[end:].lstrip(" :,")
    silent = not end or not says_something(rest) or (not able and _STATE.match(rest))
    how = able["how"] if able else None
    return statement if silent else f"{how or ''}{rest}"


def says_something(text: str) -> bool:
    """Whether there is a letter or a digit in a text."""
    return any(character.isalnum() for character in text)
