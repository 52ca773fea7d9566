"""Compound statements: what people write in one sentence, or in several, and do as several things."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from standards.matching.bloom import FORMS, NOUNS, OBJECTS, Form, infinitive
from standards.matching.contents import contents
from standards.matching.openings import says_something
from standards.matching.sentences import sentences
from standards.matching.statements import LONGEST, clean

_BULLET: Final = r"[•·‣▪●]"
_MARK: Final = re.compile(rf"(?:{_BULLET}|(?:[*\-\u2013\u2014]|\(?\d{{1,2}}[.)])(?=\s))\s*")
"""What an item of a list begins with on its own line."""
_LEAD_IN: Final = re.compile(rf"(?<=:) ?{_BULLET} ?")
_BREAK: Final = re.compile(rf" ?(?:;|{_BULLET}) ?")
_NUMBER: Final = re.compile(r"(?<!\S)\(?(\d{1,2})[.)] (?=[A-Za-z])")
_COUNTED: Final = re.compile(
    r"\b(?:table|figure|fig|chapter|level|part|step|unit|class|type|phase|grade|stage|section|category|module|version|no"
    r"|of|in|to|at|by|than)\.?\s*$",
    re.IGNORECASE,
)
"""What a number belongs to that follows, so that it marks no item of a list."""
_BEFORE: Final = 20
"""Characters before a number within which what it belongs to stands."""
_WORD: Final = r"[A-Za-z][A-Za-z-]*(?: (?:up|out|down|off)\b)?"
"""A word, with the particle that makes another verb of it: ``back up``."""
_PARTICLED: Final = frozenset({"back up", "carry out", "shut down", "shut off"})
"""What is a verb with its particle alone, or another one than without."""
_SHARED: Final = re.compile(rf"({_WORD}(?:(?:, |/){_WORD})*(?:,? (?:and/or|and|or|&) |/){_WORD}) (\S.*)")
"""Words joined by commas, slashes and *and* at the beginning, and what follows them."""
_VERBS: Final = re.compile(r",? (?:and/or|and|or|&) |, |/")
_JOINT: Final = re.compile(r"(?:,? (?:and/or|and|or|&|then) |, )(to )?")

_POINTS_BACK: Final = re.compile(r"(?:[A-Za-z-]+ ){1,2}(?:them|it)\b")
"""A deed whose object another part names: alone it says nothing of what it is done to."""
_OPEN_LIST: Final = "& a an and as at by for from in into of on or the to using with"
_OPEN: Final = frozenset(_OPEN_LIST.split())
"""Words that nothing ends with."""


def parts(statement: str) -> tuple[str, ...]:
    """Return the cleaned parts of a statement that says several things, or the one statement.

    Parts are what stands between semicolons, bullets and lines; sentences; items that are counted; clauses that begin
    with a verb of their own; each of several verbs with the object that they share; and what a list behind *including*
    names. A line that only goes on in the next one is no part, nor is a clause whose object is *them* or *it*. Of a
    statement longer than `LONGEST`, the beginning is looked at.

    Example
    -------
    >>> parts("Students will be able to install, test and repair motors")
    ('install motors', 'test motors', 'repair motors')
    >>> parts("Investigates failures and recommends changes; nuts and bolts")
    ('Investigates failures', 'recommends changes', 'nuts and bolts')
    >>> parts("Students follow procedures, e.g. NEC rules. They align shafts.")
    ('Students follow procedures, e.g. NEC rules', 'They align shafts')
    >>> parts("Practice skills, including critical thinking, and oral and written communication")
    ('Practice skills', 'critical thinking', 'oral and written communication')
    >>> parts("Back up, restore and compare controller programs")
    ('Back up controller programs', 'restore controller programs', 'compare controller programs')
    >>> parts("Use a micrometer, and to read schematics")
    ('Use a micrometer', 'read schematics')
    >>> parts("Pick gloves, clean lenses and check them for damage")
    ('Pick gloves', 'clean lenses')
    """
    pieces = map(clean, _pieces(statement[:LONGEST]))
    found = (part for piece in pieces for part in _said(piece))
    return tuple(dict.fromkeys(part for part in found if says_something(part) and not _POINTS_BACK.match(part)))


def _pieces(text: str) -> Iterator[str]:
    """Yield what stands between marks, lines, numbers and sentences."""
    for line in _lines(text):
        for piece in _BREAK.split(_LEAD_IN.sub(" ", line)):
            for item in _numbered(piece):
                yield from sentences(item)


def _lines(text: str) -> Iterator[str]:
    """Yield lines without the marks of lists, those that go on in the next one together with it."""
    held = ""
    for line in (" ".join(line.split()) for line in text.splitlines()):
        item = _MARK.sub("", line, count=1) if _MARK.match(line) else ""
        if held and _goes_on(held, line, is_item=bool(item)):
            held = f"{held} {item or line}"
        elif line:
            yield held
            held = line
    yield held


def _goes_on(held: str, line: str, *, is_item: bool) -> bool:
    """Whether a line goes on in the next one, which may be an item of a list."""
    if is_item or not line:
        return is_item and held.endswith(":")
    first, last = line.partition(" ")[0], held.rpartition(" ")[2]
    if held.endswith((":", ",")) or last.casefold() in _OPEN:
        return True
    return first[0].islower() and not held.endswith((".", "!", "?", ";")) and not infinitive(first)


def _numbered(line: str) -> list[str]:
    """Return the items of a line that counts them from 1, and what stands before the first."""
    marks: list[re.Match[str]] = []
    for mark in _NUMBER.finditer(line):
        counted = _COUNTED.search(line, max(0, mark.start() - _BEFORE), mark.start())
        if int(mark[1]) == len(marks) + 1 and not counted:
            marks.append(mark)
    if len(marks) < 2:
        return [line]
    starts, ends = [0, *(mark.end() for mark in marks)], [*(mark.start() for mark in marks), len(line)]
    lead, *items = (line[start:end].strip() for start, end in zip(starts, ends, strict=True))
    return [f"{lead} {items[0]}", *items[1:]] if lead.endswith(":") else [lead, *items]


def _said(piece: str) -> Iterator[str]:
    """Yield what is to be done, and what it includes."""
    doing, things = contents(piece)
    yield from _actions(doing)
    yield from things


def _actions(piece: str) -> Iterator[str]:
    """Yield what is to be done, one thing at a time."""
    shared = _SHARED.fullmatch(piece)
    verbs = _VERBS.split(shared[1]) if shared else []
    if shared is None or not all(map(_does, verbs)):
        yield from _clauses(piece)
        return
    shared_object, *others = _clauses(shared[2], words=1, form=_form(verbs[0]))
    yield from (f"{verb} {shared_object}" for verb in verbs)
    yield from others


def _clauses(piece: str, words: int = 2, form: Form | None = None) -> list[str]:
    """Return the clauses of a piece, of so many words at least; all but the first begin with a verb.

    Parameters
    ----------
    form
        Of the verb that leads them, where the piece does not begin with it.
    """
    clauses, start = [], 0
    lead = _form(piece.partition(" ")[0]) if form is None else form
    for joint in _JOINT.finditer(piece):
        if len(piece[start : joint.start()].split()) >= words and _begins_clause(piece[joint.end() :], joint[1], lead):
            clauses.append(piece[start : joint.start()])
            start = joint.end()
    return [*clauses, piece[start:]]


def _begins_clause(text: str, to: str | None, lead: Form | None) -> bool:
    """Whether a text begins with a verb and its object; one that is as often a noun needs *to* or one such as *the*."""
    first, second, *_ = [*text.split(maxsplit=2), "", ""]
    verb, form = infinitive(first), _form(first)
    if not second or not verb or (form is Form.GERUND and lead is not Form.GERUND):
        return False  # behind another verb, *welding* is a thing
    return bool(to) or verb not in NOUNS or second in OBJECTS


def _does(verb: str) -> bool:
    """Whether a word, maybe with a particle, says what is done."""
    return verb.casefold() in _PARTICLED or bool(infinitive(verb.partition(" ")[0]))


def _form(word: str) -> Form | None:
    return FORMS[word.casefold()][1] if infinitive(word) else None
