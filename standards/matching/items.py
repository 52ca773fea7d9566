"""Items of a list that somebody wrote into one line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from standards.matching.bloom import NOUNS, VERBS
from standards.matching.openings import says_something
from standards.matching.statements import LONGEST, clean, unlisted

_NUMBER: Final = re.compile(
    r"(?<!\S)(?:\((?P<both>\d{1,2}|[a-z])\)|(?P<one>\d{1,2}|[a-z])\)|(?P<dot>\d{1,2})\.)\s+(?=\S)"
)
_COUNTED: Final = re.compile(
    r"\b(?:table|figure|fig|chapter|level|part|step|unit|class|type|phase|grade|stage|section|category|module|version|no)"
    r"\.?\s*$",
    re.IGNORECASE,
)
"""What a number belongs to that follows, so that it marks no item of a list."""
_BULLET: Final = re.compile(r"\s*[•●▪‣]\s*|(?<=:)\s*[\-\u2013*]\s+")
"""A bullet within a line; a hyphen is one only behind the colon of a lead-in."""
_UNSPACED: Final = re.compile(r"^\s*(?:\"(?=\s)|(?:\d{1,2}|[A-H])[.)](?=[A-Z][a-z]))\s*")
"""Marks that `unlisted` leaves: a quotation mark in place of a bullet, a number or letter without a space behind it."""
_SENTENCE: Final = re.compile(
    r"(?<=[.!?])\s+(?=(?:(?:The\s+)?(?:[Ss]tudents?|[Ll]earners?|[Pp]articipants?|[Gg]raduates?)|You|They)\s+"
    r"(?:will|should|can|must|shall)\s"
    r"|(?:At|By|Upon|On|After)\s+(?:the\s+)?(?:successful\s+)?(?:end|conclusion|completion)\s+of\s)"
)
"""Where a sentence ends and the next one says what students can do."""
_SURROUNDINGS: Final = 60
"""Characters before a number within which what it belongs to stands."""
_LEADING: Final = 300
"""Characters that the lead-in of a list has at most where it does not end in a colon."""
_SEMICOLON: Final = re.compile(r"\s*;\s+(?:and\s+)?(?=(\S+)\s+\S)", re.IGNORECASE)
_BEGINNING_LIST: Final = """
be change cut draw drive feed grind handle lift list lock make mix order record repair report research review
schedule set splice store support tag turn use wear
"""
_BEGINNING: Final = frozenset(_BEGINNING_LIST.split())
"""Verbs that are nouns too, but seldom where an item begins; and one that says nothing of what is done."""
_OPEN_LIST: Final = """
about and among as at between by for from how in including into of on or that the through to toward using via what
when where whether which why with
"""
_OPEN: Final = frozenset(_OPEN_LIST.split())
"""Words that an item goes on from without a colon."""
_FOLLOWING: Final = re.compile(r"(?:\s+(?:each|all|any)\s+of)?\s+the\s+following$|\s+as\s+follows$", re.IGNORECASE)


def items(line: str) -> tuple[str, ...]:
    """Return the items of a list that stands in one line, or the one line.

    Marks of a list are bullets; numbers or letters that count from the first (``1.``, ``1)``, ``(1)``, ``a)``);
    semicolons, outside of parentheses, before an item of several words that begins with a verb; and the beginnings of
    sentences that say what students will do. A lead-in that says what is to be done stands before each item, see
    `led`; any other goes. A line of more than `LONGEST` characters is no list.

    Example
    -------
    >>> items("1. Store food at 4.5 degrees 2. Clean tables")
    ('Store food at 4.5 degrees', 'Clean tables')
    >>> items("Care for people with dementia; report changes")
    ('Care for people with dementia', 'report changes')
    >>> items("Explain the causes of: 1) rust 2) wear")
    ('Explain the causes of rust', 'Explain the causes of wear')
    >>> items("Students will weld. They will read prints. This is tested.")
    ('Students will weld.', 'They will read prints. This is tested.')
    >>> items("Measure loads of 1.5 V; e.g. a lamp")
    ('Measure loads of 1.5 V; e.g. a lamp',)
    """
    line = " ".join(line.split())
    if len(line) > LONGEST:
        return (line,)
    lead, bullets = "", _BULLET.split(line)
    if bullets[1:] and bullets[0].endswith(":"):
        lead, *bullets = bullets
    numbered = (bare(item) for bullet in bullets for item in _numbered(bullet) if says_something(item))
    found = (part for item in numbered for said in _SENTENCE.split(item) for part in _parted(said))
    return tuple(led(lead, bare(part)) for part in found if says_something(part)) or (line,)


def bare(item: str) -> str:
    """Return an item of a list without its mark, and without the comma or semicolon towards the next.

    Example
    -------
    >>> bare("D.Master techniques;"), bare('" How to weld'), bare("3. Read prints; and")
    ('Master techniques', 'How to weld', 'Read prints')
    """
    shorter = unlisted(_UNSPACED.sub("", item, count=1))
    ended = shorter.removesuffix(" and") if shorter.endswith(("; and", ", and")) else shorter
    return ended.rstrip(" ;,") or shorter


def led(lead: str, item: str) -> str:
    """Return an item behind the lead-in of its list, where that begins with a verb and the item with none.

    Example
    -------
    >>> led("Students will be able to explain:", "rust"), led("Demonstrate the ability to:", "Weld pipes")
    ('explain: rust', 'Weld pipes')
    """
    said = clean(f"{lead} x").removesuffix("x").rstrip(" :") if lead else ""
    first, _, _ = said.partition(" ")
    if not _is_verb(first) or (" " in item and _is_verb(item.partition(" ")[0])):
        return item
    said = _FOLLOWING.sub("", said)
    return f"{said} {item}" if said.split()[-1].casefold() in _OPEN else f"{said}: {item}"


def _numbered(line: str) -> list[str]:
    """Return the items of a line that counts them, each behind what leads them in."""
    marks: list[re.Match[str]] = []
    for mark in _NUMBER.finditer(line):
        if _continues(marks, mark, line):
            marks.append(mark)
    if len(marks) < 2:
        return [line]
    ends = [*(mark.start() for mark in marks[1:]), len(line)]
    lead = line[: marks[0].start()]
    return [led(lead, line[mark.end() : end].strip()) for mark, end in zip(marks, ends, strict=True)]


def _continues(marks: list[re.Match[str]], mark: re.Match[str], line: str) -> bool:
    """Whether a mark is the next of some, or the first of a list: at the start or after a lead-in."""
    value = mark[mark.lastgroup or 0]
    if not marks:
        return value in {"1", "a"} and _is_lead_in(line[: mark.start()].rstrip())
    first = marks[0]
    following = str(len(marks) + 1) if first[first.lastgroup or 0] == "1" else chr(ord("a") + len(marks))
    if value != following or mark.lastgroup != first.lastgroup:
        return False
    return not _COUNTED.search(line, max(0, mark.start() - _SURROUNDINGS), mark.start())


def _is_lead_in(before: str) -> bool:
    if not before or before.endswith(":"):
        return True
    return len(before) <= _LEADING and not clean(before + " x").removesuffix("x").strip()


def _parted(item: str) -> Iterator[str]:
    """Yield the parts of an item between the semicolons that part a list, without a lead-in that says nothing."""
    lead, colon, rest = item.partition(": ")
    start = len(lead) + 2 if colon and _SEMICOLON.search(rest) and _is_lead_in(lead) else 0
    for mark in _SEMICOLON.finditer(item):
        if _is_verb(mark[1]) and not _within_parentheses(item, mark.start()):
            yield item[start : mark.start()].strip()
            start = mark.end()
    yield item[start:].strip()


def _is_verb(word: str) -> bool:
    """Whether an item of a list may begin with a word as with a verb; one that is as often a noun has a capital."""
    bare = word.rstrip(",:").casefold()
    return bare in _BEGINNING or (bare in VERBS and (bare not in NOUNS or word[:1].isupper()))


def _within_parentheses(text: str, at: int) -> bool:
    return text.count("(", 0, at) > text.count(")", 0, at)
