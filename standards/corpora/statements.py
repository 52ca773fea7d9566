"""Statements of a corpus: what of each can be read, and what is wrong with it."""

from __future__ import annotations

from typing import Final

from standards.languages import language_of
from standards.markup import cleaned
from standards.matching.openings import says_something
from standards.matching.statements import LONGEST

EMPTY, LONG, FOREIGN, MARKUP = "empty-statement", "long-statement", "other-language", "markup"
"""Codes of findings, the gravest first: nothing to match; cut; not in the framework's language; tags or characters
that nobody sees taken out."""

MEANINGS: Final = {
    EMPTY: "no statement; the row is kept without a competency",
    LONG: f"longer than {LONGEST:,} characters, so no single outcome; read up to there",
    FOREIGN: "in another language than the framework; matched, but matches across languages are worth little",
    MARKUP: "HTML, control characters or others that nobody sees, which were taken out",
}
"""What each finding says."""


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
    text = cleaned(given)
    if not says_something(text):
        return "", EMPTY
    if len(text) > LONGEST:
        return text[:LONGEST].rstrip(), LONG
    if language and language_of(text) not in {"", language.partition("-")[0].lower()}:
        return text, FOREIGN
    return text, "" if text == " ".join(given.split()) else MARKUP
