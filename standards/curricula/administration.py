"""Administration: sentences among outcomes on how a course is run, which say nothing of what students learn."""

from __future__ import annotations

import re
from typing import Final

from ontology.report import Finding, Severity

ADMINISTRATIVE: Final = "administrative-sentence"
"""Code of the finding on one."""

QUOTED: Final = 160
"""Characters of it that the finding quotes."""

_COURSE: Final = r"(?:(?:this|the)\s+(?:course|class|section|program|module|lab)|it)"
_TERM: Final = r"(?:fall|autumn|winter|spring|summer)"
_RUN: Final = (
    r"(?:offered|scheduled|cross-?listed|repeat(?:ed|able)\s+for\s+credit|graded|(?:not\s+)?transferable"
    r"|taught\s+(?:online|in\s+person|on\s+campus|every|each|in\s+(?:the\s+)?" + _TERM + "))"
)
_ADMINISTRATIVE: Final = re.compile(
    rf"{_COURSE}\s+(?:is|are|will\s+be|may\s+be|can\s+be)\s+(?:(?:only|also|usually|typically|normally)\s+)?{_RUN}\b.*"
    rf"|(?:usually\s+|typically\s+)?offered\s+(?:in\s+|every\s+|each\s+|during\s+)?(?:the\s+)?(?:{_TERM}|on\s+demand)\b.*"
    r"|(?:co-?requisites?|prerequisites?)\s*:.*"
    r"|(?:instructor|department)(?:'s)?\s+(?:permission|consent)\b.*"
    r"|may\s+be\s+(?:repeated|taken)\s+.*\bcredits?\b.*",
    re.IGNORECASE | re.DOTALL,
)


_MORE: Final = re.compile(r"\b(?:students?|learners?|participants?|graduates?)\b|;", re.IGNORECASE)
"""What says more than how a course is run."""


def is_administrative(statement: str) -> bool:
    """Whether a sentence says only how a course is run.

    Example
    -------
    >>> is_administrative("The course will be offered in fall."), is_administrative("Prerequisite: WELD 101")
    (True, True)
    >>> is_administrative("This course is graded pass/fail"), is_administrative("Offer first aid in fall accidents")
    (True, False)
    >>> is_administrative("The course is offered in fall; students weld pipes")
    False
    """
    said = " ".join(statement.split())
    return bool(_ADMINISTRATIVE.fullmatch(said)) and not _MORE.search(said)


def administrative(file: str, row: int, column: str, said: str) -> Finding:
    """Return the finding that something in place of an outcome is about how a course is run."""
    return Finding(
        code=ADMINISTRATIVE,
        severity=Severity.INFO,
        file=file,
        row=row,
        column=column,
        value=said[:QUOTED],
        message="says how the course is run, not what is learned; no outcome is read from it",
        remedy="If it is an outcome, say what students can do",
    )
