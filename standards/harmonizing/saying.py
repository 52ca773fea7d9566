"""Sayings: what one firm says that its people do, one thing at a time, in the firm's own words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from ontology.records import Iri
from standards.matching.items import items
from standards.matching.sentences import sentences
from standards.matching.statements import LONGEST

WORDS: Final = 2
"""Words that a part of a paragraph has at least, unless several are single words; one alone is a heading."""

_BETWEEN: Final = re.compile(r"(?:[^\w+#]|_)+")


@dataclass(frozen=True)
class Saying:
    """One thing that a firm says.

    Parameters
    ----------
    firm
        Address of the organization.
    statement
        Address of the statement in the firm's own list; a paragraph has several sayings.
    words
        As the firm has them.
    category
        What the firm puts it under; empty where under nothing.
    language
        Tag of the language that the words seem to be in.
    """

    firm: Iri
    statement: Iri
    words: str
    category: str = ""
    language: str = "en"

    @cached_property
    def key(self) -> tuple[str, str, str]:
        """What puts sayings in an order that is the same in every run, whatever the order of the lists."""
        return plain(self.words), self.firm, self.statement


def said(text: str) -> tuple[str, ...]:
    """Return what a statement says, one thing at a time: the items of a list, and the sentences of a paragraph.

    Of a statement of more than `LONGEST` characters, the beginning is read. See `passed_over` for what is left out.

    Example
    -------
    >>> said("1. Writes tested code. 2. Leads the resolution of incidents. Follows up on actions.")
    ('Writes tested code.', 'Leads the resolution of incidents.', 'Follows up on actions.')
    >>> said("Rigging")
    ('Rigging',)
    >>> said("Rigging. Welding. Safety procedures for bridge cranes.")
    ('Rigging.', 'Welding.', 'Safety procedures for bridge cranes.')
    """
    text = text[:LONGEST].strip()
    parts = _parts(text)
    heading = _heading(parts)
    return tuple(part for part in parts if part != heading) or (text,)


def passed_over(text: str) -> tuple[str, ...]:
    """Return what of a statement is not among what it says: its heading, and its end where it is too long.

    Example
    -------
    >>> passed_over("Responsibilities. Rigs loads. Climbs towers.")
    ('Responsibilities.',)
    """
    heading = _heading(_parts(text[:LONGEST].strip()))
    return tuple(filter(None, (heading, text[LONGEST:].strip())))


def _heading(parts: Sequence[str]) -> str:
    """Return the one part that is a single word; empty where none is, or several are: these are a list."""
    single = [part for part in parts if len(part.split()) < WORDS]
    return single[0] if len(single) == 1 < len(parts) else ""


def _parts(text: str) -> list[str]:
    return [sentence.strip() for item in items(text) for sentence in sentences(item)]


def plain(words: str) -> str:
    """Return words without capitals, punctuation and doubled spaces: texts that are the same but for these are one.

    Example
    -------
    >>> plain("Problem solving,  Troubleshooting."), plain("I/O & C++")
    ('problem solving troubleshooting', 'i o c++')
    """
    return " ".join(_BETWEEN.sub(" ", words.casefold()).split())
