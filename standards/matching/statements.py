"""Statements as people write them, without their boilerplate."""

from __future__ import annotations

import re
from typing import Final

LONGEST: Final = 10_000
"""Characters of a statement that are looked at; whoever writes more has pasted a document, not said one thing."""

_LIST_MARK: Final = re.compile(
    r"^\s*(?:[•·‣▪●*\-\u2013\u2014]+\s*|\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[.):]\s+"
    r"|(?:C?SLO|CLO|PLO|LO|Objective|Outcome|Competency)\s*#?\s*\d+(?:\.\d+)*\s*[.):\-\u2013\u2014]*\s*)",
    re.IGNORECASE,
)
_OPENING: Final = re.compile(
    r"^\s*(?:(?:up)?on|after|following|at|by)\s+(?:the\s+)?(?:successful(?:ly)?\s+)?"
    r"(?:complet(?:ion|ing)|end)\s+(?:of\s+)?(?:this|the)?\s*(?:course|program|class|module|unit)?"
    r"\s*[,:]?\s*",
    re.IGNORECASE,
)
_SUBJECT: Final = re.compile(
    r"^\s*(?:the\s+)?(?:successful\s+)?(?:students?|learners?|graduates?|participants?|you)\s+"
    r"(?:will|should|can|must|shall)\s*(?:be\s+able\s+to|have\s+the\s+ability\s+to)?\s*[:,]?\s*"
    r"|^\s*(?:be\s+able|(?:the\s+)?ability)\s+to\s+",
    re.IGNORECASE,
)
_SHOWING: Final = re.compile(
    r"^\s*(?:(?:demonstrates?|shows?|possess(?:es)?|have|has|gains?|acquires?|develops?)\s+)?"
    r"(?:an?\s+|the\s+)?(?:(?:basic|working|thorough|good|solid|strong|sound|in-depth|general)\s+)*"
    r"(?:knowledge|understanding|ability|awareness|proficiency|competence|competency|skills?)\s+"
    r"(?:of|in|to|with)\s+(?:how\s+to\s+)?",
    re.IGNORECASE,
)


def clean(statement: str) -> str:
    """Return a statement without list marks and without the phrases that every statement opens with.

    Of one longer than `LONGEST`, the beginning.

    Example
    -------
    >>> clean("3. Upon successful completion of this course, the student will be able to calibrate loops.")
    'calibrate loops'
    """
    text = " ".join(statement[:LONGEST].split())
    for pattern in (_LIST_MARK, _OPENING, _SUBJECT, _SHOWING):
        shorter = pattern.sub("", text, count=1)
        text = shorter if says_something(shorter) else text
    return text.strip(" .;:,")


def unlisted(line: str) -> str:
    """Return a line of a list without its number or bullet.

    Example
    -------
    >>> unlisted("2. Weld pipes.")
    'Weld pipes.'
    """
    shorter = _LIST_MARK.sub("", line, count=1)
    return (shorter if says_something(shorter) else line).strip()


def says_something(text: str) -> bool:
    """Whether there is a letter or a digit in a text."""
    return any(character.isalnum() for character in text)
