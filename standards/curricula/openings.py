"""Openings of outcomes in a curriculum: what they begin with and do not say, and what colleges number them by."""

from __future__ import annotations

import re
from typing import Final

from standards.matching import openings
from standards.matching.openings import says_something
from standards.matching.statements import LONGEST

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
    """
    if len(statement) > LONGEST:
        return statement
    rest = openings.without_opening(statement)
    return statement if rest == statement else rest[:1].upper() + rest[1:]


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
