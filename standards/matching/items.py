"""Items of a list that somebody wrote into one line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from standards.matching.statements import clean, says_something, unlisted

_NUMBER: Final = re.compile(
    r"(?<!\S)(?:\((?P<both>\d{1,2}|[a-z])\)|(?P<one>\d{1,2}|[a-z])\)|(?P<dot>\d{1,2})\.)\s+(?=\S)"
)
_COUNTED: Final = re.compile(
    r"\b(?:table|figure|fig|chapter|level|part|step|unit|class|type|phase|grade|stage|section|category|module|version|no)"
    r"\.?\s*$",
    re.IGNORECASE,
)
"""What a number belongs to that follows, so that it marks no item of a list."""
_BULLET: Final = re.compile(r"\s*[•●▪‣]\s*")
_SEMICOLON: Final = re.compile(r"\s*;\s+(?:and\s+)?(?=(\S+)\s+\S)", re.IGNORECASE)
_VERB_LIST: Final = """
adapt adjust administer align analyse analyze apply arrange assemble assess assist braze build calculate
calibrate change check choose clean collaborate collect communicate compare complete comply compose compute
conduct configure connect construct convert cook coordinate create cut debug define deliver demonstrate
describe detect determine develop diagnose differentiate discuss dispose distinguish document draw drive
employ ensure establish estimate evaluate examine execute explain fabricate feed find follow formulate give
grind handle identify illustrate implement inspect install integrate interpret isolate justify keep lift
list locate lock lubricate maintain make manage measure mix monitor move observe obtain operate order
organize participate perform predict prepare prevent protect provide read recognize recommend record remove
repair replace report research respond restore review rig sanitize schedule secure select serve set size
solder solve sterilize store summarize supervise support tag take teach trace troubleshoot turn understand
use utilize verify wash wear weigh weld wire write
"""
_VERBS: Final = frozenset(_VERB_LIST.split())
"""Verbs in which outcomes begin, without those that are as often nouns."""


def items(line: str) -> tuple[str, ...]:
    """Return the items of a list that stands in one line, or the one line.

    Marks of a list are bullets; numbers or letters that count from the first (``1.``, ``1)``, ``(1)``, ``a)``); and
    semicolons, outside of parentheses, before an item of several words that begins with a capital letter or a verb.

    Example
    -------
    >>> items("1. Store food at 4.5 degrees 2. Clean tables")
    ('Store food at 4.5 degrees', 'Clean tables')
    >>> items("Care for people with dementia; report changes")
    ('Care for people with dementia', 'report changes')
    >>> items("Measure loads of 1.5 V; e.g. a lamp")
    ('Measure loads of 1.5 V; e.g. a lamp',)
    """
    found = (part for bullet in _BULLET.split(line) for item in _numbered(bullet) for part in _parted(item))
    return tuple(unlisted(part) for part in found if says_something(part)) or (line.strip(),)


def _numbered(line: str) -> list[str]:
    """Return the items of a line that counts them; a lead-in before the first goes."""
    marks: list[re.Match[str]] = []
    for mark in _NUMBER.finditer(line):
        if _continues(marks, mark, line[: mark.start()]):
            marks.append(mark)
    if len(marks) < 2:
        return [line]
    ends = [*(mark.start() for mark in marks[1:]), len(line)]
    return [line[mark.end() : end].strip() for mark, end in zip(marks, ends, strict=True)]


def _continues(marks: list[re.Match[str]], mark: re.Match[str], before: str) -> bool:
    """Whether a mark is the next of some, or the first of a list: at the start or after a lead-in."""
    value = mark[mark.lastgroup or 0]
    if not marks:
        return value in {"1", "a"} and (not before.strip() or _is_lead_in(before))
    first = marks[0]
    following = str(len(marks) + 1) if first[first.lastgroup or 0] == "1" else chr(ord("a") + len(marks))
    return value == following and mark.lastgroup == first.lastgroup and not _COUNTED.search(before)


def _is_lead_in(before: str) -> bool:
    return before.rstrip().endswith(":") or not clean(before + " x").removesuffix("x").strip()


def _parted(item: str) -> Iterator[str]:
    """Yield the parts of an item between the semicolons that part a list."""
    start = 0
    for mark in _SEMICOLON.finditer(item):
        if _begins(mark[1]) and not _within_parentheses(item, mark.start()):
            yield item[start : mark.start()].strip()
            start = mark.end()
    yield item[start:].strip()


def _begins(word: str) -> bool:
    """Whether an item of a list may begin with a word: a verb, or one that is capitalized and no abbreviation."""
    return word.casefold() in _VERBS or (word[:1].isupper() and word[1:].isalpha() and word[1:].islower())


def _within_parentheses(text: str, at: int) -> bool:
    return text.count("(", 0, at) > text.count(")", 0, at)
