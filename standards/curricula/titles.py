"""Titles: what the lines above a table or a syllabus name, the program with its award and CIP code, and the college."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from ontology.report import Finding, Severity
from standards.curricula.awards import in_title, whole

COLLEGE, PROGRAM, AWARD, CIP = "college", "program", "award", "cip"
ORDER: Final = (COLLEGE, PROGRAM, AWARD, CIP)
"""What titles name, as it is told of one line."""

TITLE: Final = "title"
"""Code of the finding that something was taken for a name."""

_LABEL: Final = re.compile(
    r"(?P<what>program|degree program|college|institution|school|award|degree|credential|cip(?:\s+code)?)"
    r"(?:\s+(?:name|title|type))?\s*:\s*(?P<said>\S.*)",
    re.IGNORECASE,
)
_WHAT: Final = {"program": PROGRAM, "award": AWARD, "degree": AWARD, "credential": AWARD, "cip": CIP}
"""What the first or last word of a label says; any other names the college."""
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

_TAKEN: Final = {
    AWARD: "stands above, and is taken as the award of the program",
    CIP: "stands above, and is taken as the CIP code of the program",
}
_REMEDIES: Final = {
    AWARD: "Write another in a column Award if that is wrong",
    CIP: "Write another in a column CIP code if that is wrong",
}
"""What is said of what has no option of the command."""

_PARTS: Final = re.compile(r"\s+[|\u2013\u2014]\s+|\s+-\s+|\t+")
_WORDS: Final = 10
"""Words that a title has at most."""


@dataclass(frozen=True)
class Title:
    """A line that names something: ``program``, ``award``, ``cip`` or ``college``."""

    row: int
    what: str
    name: str


def titles(lines: Iterable[tuple[int, str]]) -> list[Title]:
    """Return what lines name, each of it at most once; what is said with a label counts first.

    Of the name of a program its award and its CIP code are taken apart where they are plain.

    Parameters
    ----------
    lines
        With their numbers.

    Example
    -------
    >>> [title.name for title in titles([(1, "Lane Community College"), (2, "Welding AAS - Curriculum Map 2024-25")])]
    ['Lane Community College', 'Welding', 'AAS']
    >>> titles([(1, "Instructions: one row for each outcome"), (2, "Updated May 2024"), (3, "Curriculum map")])
    []
    """
    numbered = list(lines)
    found: dict[str, Title] = {}
    for title in (*_labeled(numbered), *_guessed(numbered)):
        found.setdefault(title.what, title)
    return sorted(found.values(), key=lambda title: (title.row, ORDER.index(title.what)))


def _labeled(lines: Iterable[tuple[int, str]]) -> Iterator[Title]:
    for row, line in lines:
        if said := _LABEL.fullmatch(line.strip()):
            words = said["what"].lower().split()
            what = _WHAT.get(words[-1]) or _WHAT.get(words[0]) or COLLEGE
            yield from _apart(Title(row, what, said["said"].strip()))


def _guessed(lines: Iterable[tuple[int, str]]) -> Iterator[Title]:
    for row, line in lines:
        if not _LABEL.fullmatch(line.strip()):
            name, *more = _apart(Title(row, PROGRAM, line.strip()))
            yield from more
            for part in _PARTS.split(name.name):
                if called := _named(part):
                    yield Title(row, COLLEGE if _COLLEGE.search(called) else PROGRAM, called)


def _apart(title: Title) -> list[Title]:
    """Return a title, that of a program without the award and the CIP code in its name, and these behind it."""
    if title.what not in (PROGRAM, CIP):
        return [title]
    said = in_title(f"CIP {title.name}" if title.what == CIP else title.name)
    more = [Title(title.row, what, name) for what, name in ((AWARD, said.award), (CIP, said.cip)) if name]
    return more if title.what == CIP else [replace(title, name=said.name), *more]


def _named(part: str) -> str:
    """Return what a part of a title names, empty where that is nothing."""
    if ":" in part or _NOTE.search(part) or len(part.split()) > _WORDS:
        return ""
    name = whole(_KIND.sub("", _TIME.sub("", part)))
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
            message=_TAKEN.get(title.what, f"stands above, and is taken as the name of the {title.what}"),
            remedy=_REMEDIES.get(title.what, f"Name another with --{title.what} if that is wrong"),
        )
