"""Titles: what the lines above a table or a syllabus name, the program and the college."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from ontology.report import Finding, Severity

PROGRAM, COLLEGE = "program", "college"

TITLE: Final = "title"
"""Code of the finding that something was taken for a name."""

_LABEL: Final = re.compile(
    r"(?P<what>program|degree program|college|institution|school)(?:\s+(?:name|title))?\s*:\s*(?P<said>\S.*)",
    re.IGNORECASE,
)
_COLLEGE: Final = re.compile(r"\b(?:college|university|institute|polytechnic|cc)\b", re.IGNORECASE)
_UNIT: Final = re.compile(
    r"^(?:(?:the\s+)?(?:division|department|dept|school|office|faculty|center)\s+(?:of|for)\b|.*\b(?:division|department)$)",
    re.IGNORECASE,
)
"""A part of a college, which is neither."""

_NOTE: Final = re.compile(
    r"^(?:instructions?|notes?|please|fill|revised|updated|prepared|created|approved|submitted|draft|date|page|version"
    r"|last|effective|template|legend|key|\*|how\s+to|for\s+each|use|see|contact|sheet|tab)\b|[.?!]$|\bby\s+\w+$|@|://",
    re.IGNORECASE,
)
"""What people write above a table that names nothing."""

_TIME: Final = re.compile(
    r"[\s,(\-\u2013\u2014]*\b(?:(?:AY|catalog|academic\s+year|fall|winter|spring|summer|autumn)\s*)*"
    r"(?:19|20)\d\d(?:\s*[\-\u2013\u2014/]\s*(?:(?:19|20)?\d\d))?\b\)?",
    re.IGNORECASE,
)
_KIND: Final = re.compile(
    r"[\s:,|\-\u2013\u2014]*\b(?:(?:(?:course|program|student|learning|master|degree|assessment|alignment)\s+)*"
    r"(?:curriculum\s+map(?:ping)?|curriculum|course\s+(?:list|inventory|matrix|map|syllabus|outline)|syllabus"
    r"|(?:learning\s+)?outcomes?(?:\s+(?:list|map|matrix|guide))?|slos?|plos?|objectives|program\s+(?:map|of\s+study)"
    r"|degree\s+plan|(?:assessment|alignment)\s+(?:plan|map|matrix)|courses\s+and\s+outcomes))\s*$",
    re.IGNORECASE,
)
"""What a table is, not what it is of."""

_PARTS: Final = re.compile(r"\s+[|\u2013\u2014]\s+|\s+-\s+|\t+")
_WORDS: Final = 10
"""Words that a title has at most."""


@dataclass(frozen=True)
class Title:
    """A line that names something: ``program`` or ``college``."""

    row: int
    what: str
    name: str


def titles(lines: Iterable[tuple[int, str]]) -> list[Title]:
    """Return the program and the college that lines name, each at most once; what is said with a label counts first.

    Parameters
    ----------
    lines
        With their numbers.

    Example
    -------
    >>> [title.name for title in titles([(1, "Lane Community College"), (2, "Welding AAS - Curriculum Map 2024-25")])]
    ['Lane Community College', 'Welding AAS']
    >>> titles([(1, "Instructions: one row for each outcome"), (2, "Updated May 2024"), (3, "Curriculum map")])
    []
    """
    numbered = list(lines)
    found: dict[str, Title] = {}
    for title in (*_labelled(numbered), *_guessed(numbered)):
        found.setdefault(title.what, title)
    return sorted(found.values(), key=lambda title: title.row)


def _labelled(lines: Iterable[tuple[int, str]]) -> Iterator[Title]:
    for row, line in lines:
        if said := _LABEL.fullmatch(line.strip()):
            what = PROGRAM if "program" in said["what"].lower() else COLLEGE
            yield Title(row, what, said["said"].strip())


def _guessed(lines: Iterable[tuple[int, str]]) -> Iterator[Title]:
    for row, line in lines:
        for part in _PARTS.split(line.strip()):
            if name := _named(part):
                yield Title(row, COLLEGE if _COLLEGE.search(name) else PROGRAM, name)


def _named(part: str) -> str:
    """Return what a part of a title names, empty where that is nothing."""
    if ":" in part or _NOTE.search(part) or len(part.split()) > _WORDS:
        return ""
    name = _KIND.sub("", _TIME.sub("", part)).strip(" :,-\u2013\u2014()")
    return "" if _UNIT.match(name) or sum(map(str.isalpha, name)) < len("abc") else name


def said(file: str, titles: Iterable[Title]) -> Iterator[Finding]:
    """Yield what was taken for the name of a program or a college, for people to look at."""
    for title in titles:
        yield Finding(
            code=TITLE,
            severity=Severity.INFO,
            file=file,
            row=title.row,
            column=title.what,
            value=title.name,
            message=f"stands above, and is taken as the name of the {title.what}",
            remedy=f"Name another with --{title.what} if that is wrong",
        )
