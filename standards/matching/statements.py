"""Statements as people write them, without their boilerplate."""

from __future__ import annotations

import re
from typing import Final

from standards.matching.courses import without_course
from standards.matching.membership import with_teamwork
from standards.matching.openings import says_something, without_opening

LONGEST: Final = 10_000
"""Characters of a statement that are looked at; whoever writes more has pasted a document, not said one thing."""

_LIST_MARK: Final = re.compile(
    r"^\s*(?:[•·‣▪●*\-\u2013\u2014]+\s*|\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[.):]\s+"
    r"|\(?(?:[A-Z]|[IVX]{1,4})(?:[):]\s+|\.\s+(?=[A-Z](?!\.)))"
    r"|(?i:C?SLO|CLO|PLO|LO|Objective|Outcome|Competency)\s*#?\s*\d+(?:\.\d+)*\s*[.):\-\u2013\u2014]*\s*)"
)
"""Bullets, numbers, letters and names with numbers; ``E. coli`` and ``I. V. therapy`` begin with an abbreviation."""
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
    return with_teamwork(_without(_SHOWING, without_course(without_opening(unlisted(text))))).strip(" .;:,")


def unlisted(line: str) -> str:
    """Return a line of a list without its number or bullet.

    Example
    -------
    >>> unlisted("2. Weld pipes.")
    'Weld pipes.'
    """
    return _without(_LIST_MARK, line).strip()


def _without(pattern: re.Pattern[str], text: str) -> str:
    """Return a text without the first find of a pattern, or as it is where nothing would be left."""
    shorter = pattern.sub("", text, count=1)
    return shorter if says_something(shorter) else text
