"""Courses: what outcomes say of a course and its teacher, not of learning: ``This course contains a treatment of``."""

from __future__ import annotations

import re
from typing import Final

from standards.matching.openings import says_something

_COURSE: Final = re.compile(
    r"(?:the\s+(?:\w+\s+)?(?:intent|objectives?|goals?|purpose|aims?)\s+of\s+(?:this|the)\s+(?:course|class|module)"
    r"\s+(?:is|are)\s+(?:to\s+)?"
    r"|(?:this(?:\s+\w+){0,2}|the)\s+(?:course|class|module)\s+(?:will\s+(?!(?:also\s+|not\s+)?(?:be|meet|run|take\s+place)\b)|aims\s+to\s+|is\s+(?:designed|intended)\s+to\s+"
    r"|(?=(?:contains|covers|emphasi[sz]es|examines|explores|gives|introduces|is\s+an?|offers|presents|provides)\s))"
    r"|it\s+will\s+(?=\w+\s+(?:the\s+)?(?:student|learner)))",
    re.IGNORECASE,
)
"""The course as what does something; what is done to it, or when it meets, is kept: it may be a module of a machine."""
_TREATED: Final = (
    r"(?:an?\s+|the\s+)?(?:(?!with\b)[\w-]+\s+){0,2}?"
    r"(?:treatment|introduction|overview|survey|coverage|exposure|knowledge|understanding)"
    r"(?:\s+and\s+(?:knowledge|understanding))?\s+(?:of|to)\s+"
)
_LEARNERS: Final = r"\s+(?:the\s+)?(?:students?|learners?|participants?)\s+"
_TREATING: Final = re.compile(rf"(?:contains|gives|is|offers|presents|provides)\s+{_TREATED}", re.IGNORECASE)
_TEACHING: Final = re.compile(
    rf"(?:to\s+)?(?:(?:gives?|offers?|provides?){_LEARNERS}(?:with\s+)?{_TREATED}"
    rf"|(?:acquaints?|familiari[sz]es?){_LEARNERS}with\s+|(?:exposes?|introduces?){_LEARNERS}to\s+"
    rf"|(?:enables?|helps?|prepares?|teach(?:es)?){_LEARNERS}to\s+)",
    re.IGNORECASE,
)


def without_course(statement: str) -> str:
    """Return a statement without what it says of a course and its teacher: what is taught stays.

    Example
    -------
    >>> without_course("This course contains a detailed treatment of heat"), without_course("This course covers heat")
    ('heat', 'covers heat')
    >>> without_course("The goal of this course is to familiarize students with tools")
    'tools'
    >>> without_course("The module will be replaced"), without_course("The course will prepare students to weld")
    ('The module will be replaced', 'weld')
    >>> without_course("Provide an overview of results"), without_course("The course of a river")
    ('Provide an overview of results', 'The course of a river')
    """
    course = _COURSE.match(statement)
    at = course.end() if course else 0
    given = _TEACHING.match(statement, at) or (_TREATING.match(statement, at) if course else None)
    rest = statement[given.end() if given else at :]
    return rest if says_something(rest) else statement
