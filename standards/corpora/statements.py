"""Statements of a corpus: what of each can be read, and what is wrong with it."""

from __future__ import annotations

import html
import re
from typing import Final

from standards.languages import language_of
from standards.matching.openings import says_something

LONGEST: Final = 2000
"""Characters of a statement that are read; a learning outcome has some 50 to 300."""

EMPTY, LONG, FOREIGN, MARKUP = "empty-statement", "long-statement", "other-language", "markup"
"""Codes of findings, the gravest first: nothing to match; cut; not in the framework's language; tags or control
characters taken out."""

MEANINGS: Final = {
    EMPTY: "no statement; the row is kept without a competency",
    LONG: f"longer than {LONGEST:,} characters, so no single outcome; read up to there",
    FOREIGN: "in another language than the framework; matched, but matches across languages are worth little",
    MARKUP: "HTML or control characters, which were taken out",
}
"""What each finding says."""

_TAG: Final = re.compile(r"</?[A-Za-z][^<>]{0,400}>|<!--.{0,400}?-->", re.DOTALL)
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u2060\ufeff]")
_ENTITY: Final = re.compile(r"&(?:[A-Za-z]{2,8}|#\d{1,6}|#x[0-9A-Fa-f]{1,5});")
_SPARE: Final = 4
"""How much more than the longest statement is looked at, since markup takes room."""


def judge(statement: str | None, language: str = "") -> tuple[str, str]:
    """Return what of a statement is read, empty where there is nothing, and the code of a finding, empty where none.

    Where a statement has several findings, the gravest is named.

    Parameters
    ----------
    language
        BCP 47 tag of the framework's language, of which regions do not matter; empty where it names none.

    Example
    -------
    >>> judge("Weld pipes"), judge(None), judge("<p>Weld&nbsp;pipes</p>")
    (('Weld pipes', ''), ('', 'empty-statement'), ('Weld pipes', 'markup'))
    >>> judge("Soldar los tubos de la caldera", language="en-US")
    ('Soldar los tubos de la caldera', 'other-language')
    """
    given = statement or ""
    text = _plain(given[: _SPARE * LONGEST])
    if not says_something(text):
        return "", EMPTY
    if len(text) > LONGEST or len(given) > _SPARE * LONGEST:
        return text[:LONGEST].rstrip(), LONG
    if language and language_of(text) not in {"", language.partition("-")[0].lower()}:
        return text, FOREIGN
    return text, "" if text == " ".join(given.split()) else MARKUP


def _plain(text: str) -> str:
    """Return text without tags, entities and control characters, its white space evened out."""
    if "<" in text or "&" in text:
        text = _ENTITY.sub(lambda found: html.unescape(found[0]), _TAG.sub(" ", text))
    return " ".join(_CONTROL.sub(" ", text).split())
