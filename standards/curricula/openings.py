"""Openings: what outcomes begin with and do not say, ``Students will be able to``, and what colleges number them by."""

from __future__ import annotations

import re
from typing import Final

from standards.matching.statements import LONGEST, says_something

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
    r"(?:(?:be|have\s+been)\s+(?:able|prepared|equipped|expected)\s+to|have\s+the\s+(?:ability|skills?)\s+to"
    r"|(?:demonstrate\s+)?(?:the|an)\s+ability\s+to|able\s+to|learn(?:\s+how)?\s+to)\b\s*[:,\-\u2013\u2014]*\s*",
    re.IGNORECASE,
)
_STATE: Final = re.compile(r"(?:be|become|been|have|had|has|not|never|no|only)\b", re.IGNORECASE)
"""With what goes on that a student is, not does: it says nothing without its subject."""

_NUMBERED: Final = re.compile(
    r"(?<!\w)\(?(?:[CSPI]?S?LO|CO|(?:(?:Course|Student|Learning)\s+)*(?:Outcome|Objective)|Competency)s?"
    r"\s*\#?\s*(?P<number>\d{1,2})\s*[.):\-\u2013\u2014]+\s*(?=\S)",
    re.IGNORECASE,
)
"""What colleges number outcomes by: ``SLO 1:``, ``CLO2 -``, ``Outcome #3.``"""


def without_opening(statement: str) -> str:
    """Return a statement without the words by which any outcome opens, with a capital where they went.

    Example
    -------
    >>> without_opening("Upon completion of this course, students will be able to: weld, braze and cut pipe")
    'Weld, braze and cut pipe'
    >>> without_opening("They will read prints."), without_opening("Students will be tested.")
    ('Read prints.', 'Students will be tested.')
    """
    if len(statement) > LONGEST:
        return statement
    when = _WHEN.match(statement)
    at = when.end() if when else 0
    who = _WHO.match(statement, at)
    able = _ABLE.match(statement, who.end() if who else at)
    end = able.end() if able else who.end() if who else 0
    rest = statement[end:].lstrip(" :,")
    if not end or not says_something(rest) or (not able and _STATE.match(rest)):
        return statement
    return rest[:1].upper() + rest[1:]


def by_number(line: str) -> list[str]:
    """Return the parts of a line that numbers its outcomes by name, in their order; the line alone where it does not.

    Example
    -------
    >>> by_number("SLO 1: Weld pipes; SLO 2: Read prints"), by_number("Meet SLO 2: safety")
    (['Weld pipes;', 'Read prints'], ['Meet SLO 2: safety'])
    """
    marks = list(_NUMBERED.finditer(line[:LONGEST]))
    numbers = [int(mark["number"]) for mark in marks]
    if len(marks) < 2 or numbers != [*range(numbers[0], numbers[0] + len(numbers))]:
        return [line]
    ends = [*(mark.start() for mark in marks[1:]), len(line)]
    stated = [line[mark.end() : end].strip() for mark, end in zip(marks, ends, strict=True)]
    before = line[: marks[0].start()].strip()
    return [before, *stated] if says_something(before) and without_opening(f"{before} x") != "X" else stated
