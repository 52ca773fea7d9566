"""Statements of a corpus: what of each can be read, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from standards.languages import languages_of
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


def judge(statement: str | None) -> tuple[str, str]:
    """Return what of a statement is read, empty where there is nothing, and the code of a finding, empty where none.

    Where a statement has several findings, the gravest is named.

    Example
    -------
    >>> judge("Weld pipes"), judge(None), judge("<p>Weld&nbsp;pipes</p>")
    (('Weld pipes', ''), ('', 'empty-statement'), ('Weld pipes', 'markup'))
    """
    given = statement or ""
    text = cleaned(given)
    if not says_something(text):
        return "", EMPTY
    if len(text) > LONGEST:
        return text[:LONGEST].rstrip(), LONG
    return text, "" if text == " ".join(given.split()) else MARKUP


def judge_all(statements: Iterable[str | None], language: str = "") -> list[tuple[str, str]]:
    """Return the same of several statements of one origin, which are held against a framework in some language.

    Parameters
    ----------
    language
        BCP 47 tag of the framework's language, of which regions do not matter; empty where it names none.

    Example
    -------
    >>> judge_all(["Soldar los tubos de la caldera", "Weld", None], language="en-US")
    [('Soldar los tubos de la caldera', 'other-language'), ('Weld', ''), ('', 'empty-statement')]
    """
    judged = [judge(statement) for statement in statements]
    if not language:
        return judged
    own = {"", language.partition("-")[0].lower()}
    told = iter(languages_of([text for text, _ in judged if text]))
    other = [bool(text) and next(told) not in own for text, _ in judged]
    return [
        (text, FOREIGN if foreign and code in {"", MARKUP} else code)
        for (text, code), foreign in zip(judged, other, strict=True)
    ]
