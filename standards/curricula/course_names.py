"""Course names: code, title and credits in one line, as headings and the names of groups have them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_CODE: Final = re.compile(
    r"(?P<code>[A-Z]{2,6}&?(?:\s?/\s?[A-Z]{2,6})?[\s\-_.]{0,2}\d{2,4}(?:\.\d{1,3})?[A-Z]{0,2})"
    r"(?:\s*[:.|\-\u2013\u2014]+\s*|\s+|$)(?P<title>.*)"
)
_CREDITS: Final = re.compile(
    r"\s*(?:[,(\[]|\s[\-\u2013\u2014])\s*(?P<credits>\d{1,2}(?:\.\d+)?)\s*"
    r"(?:credits?|crs?|units?|credit\s+hours?|semester\s+hours?|quarter\s+hours?)\.?\s*[)\]]?\s*$",
    re.IGNORECASE,
)
_STANDARD_LIST: Final = "ANSI API ASHRAE ASME ASTM AWS CFR DIN EN EPA IEC IEEE ISO NEC NFPA OSHA UL"
_STANDARDS: Final = frozenset(_STANDARD_LIST.split())
"""What looks like the code of a course and is a standard."""

_WORDS: Final = 14
"""Words that the title of a course has at most."""


@dataclass(frozen=True)
class CourseName:
    """What a line says of a course."""

    title: str
    code: str | None = None
    credits: float | None = None


def course_name(line: str) -> CourseName:
    """Return code, title and credits, as far as a line says them.

    Example
    -------
    >>> course_name("ELEC 110: Circuit Theory (5 credits)")
    CourseName(title='Circuit Theory', code='ELEC 110', credits=5.0)
    >>> course_name("Circuit Theory")
    CourseName(title='Circuit Theory', code=None, credits=None)
    """
    line = " ".join(line.split())
    said = _CREDITS.search(line)
    rest = line[: said.start()] if said else line
    credit = float(said["credits"]) if said else None
    found = _CODE.fullmatch(rest)
    if found is None or _prefix(found["code"]) in _STANDARDS:
        return CourseName(rest, credits=credit)
    return CourseName(found["title"] or found["code"], found["code"], credit)


def names_course(line: str) -> bool:
    """Whether a line begins with the code of a course and goes on as a title, not as a sentence.

    Example
    -------
    >>> names_course("ELEC 110 Circuit Theory"), names_course("ISO 9001 Audits"), names_course("Read NEC 2020")
    (True, False, False)
    >>> names_course("ELEC 110 is required."), names_course("BIO-101")
    (False, True)
    """
    name = course_name(line)
    if name.code is None or len(name.title.split()) > _WORDS or name.title.endswith((".", ";", ",")):
        return False
    return not name.title[:1].islower()


def _prefix(code: str) -> str:
    return re.split(r"[^A-Z]", code)[0]
