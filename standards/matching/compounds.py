"""Compound statements: what people write in one sentence and do as several things."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from standards.matching.bloom import NOUNS, OBJECTS, VERBS
from standards.matching.openings import says_something
from standards.matching.statements import clean

_BREAK: Final = re.compile(r"\s*(?:;|\n|•|●|▪)\s*")
_WORD: Final = r"[A-Za-z][A-Za-z-]*"
_SHARED: Final = re.compile(rf"({_WORD}(?:, {_WORD})*,? (?:and|or|&) {_WORD}) (\S.*)")
"""Words joined by commas and *and* at the beginning, and what follows them."""
_JOINT: Final = re.compile(r",? (?:and|or|&|then) |, ")
_ENDINGS: Final = (("ies", "y"), ("es", ""), ("s", ""))
"""Of the third person, with what the bare verb ends in."""


def parts(statement: str) -> tuple[str, ...]:
    """Return the cleaned parts of a statement that says several things, or the one statement.

    Parts are what stands between semicolons, bullets and lines; clauses that begin with a verb of their own; and
    each of several verbs with the object that they share.

    Example
    -------
    >>> parts("Students will be able to install, test and repair motors")
    ('install motors', 'test motors', 'repair motors')
    >>> parts("Investigates failures and recommends changes; nuts and bolts")
    ('Investigates failures', 'recommends changes', 'nuts and bolts')
    """
    return parts_of_clean(clean(statement))


def parts_of_clean(text: str) -> tuple[str, ...]:
    """Return the parts of a statement that is cleaned already; see `parts`."""
    pieces = (clean(piece) for piece in _BREAK.split(text))
    found = (action for piece in pieces for action in _actions(piece))
    return tuple(dict.fromkeys(action for action in found if says_something(action)))


def _actions(piece: str) -> Iterator[str]:
    """Yield what is to be done, one thing at a time."""
    shared = _SHARED.fullmatch(piece)
    verbs = _JOINT.split(shared[1]) if shared else []
    if shared is None or not all(map(_is_verb, verbs)):
        yield from _clauses(piece)
        return
    shared_object, *others = _clauses(shared[2], words=1)
    yield from (f"{verb} {shared_object}" for verb in verbs)
    yield from others


def _clauses(piece: str, words: int = 2) -> list[str]:
    """Return the clauses of a piece, of so many words at least; all but the first begin with a verb."""
    clauses, start = [], 0
    for joint in _JOINT.finditer(piece):
        if len(piece[start : joint.start()].split()) >= words and _begins_clause(piece[joint.end() :]):
            clauses.append(piece[start : joint.start()])
            start = joint.end()
    return [*clauses, piece[start:]]


def _begins_clause(text: str) -> bool:
    """Whether a text begins with a verb and its object; one that is as often a noun needs a word such as *the*."""
    first, second, *_ = [*text.split(maxsplit=2), "", ""]
    return bool(second) and _is_verb(first) and (_bare(first) not in NOUNS or second in OBJECTS)


def _is_verb(word: str) -> bool:
    return bool(_bare(word))


def _bare(word: str) -> str:
    """Return a verb without the ending of the third person; empty for a word that is no verb."""
    word = word.casefold()
    forms = (word.removesuffix(ending) + bare for ending, bare in _ENDINGS if word.endswith(ending))
    return next((form for form in (word, *forms) if form in VERBS), "")
