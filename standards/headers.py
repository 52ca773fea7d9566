"""Headers of tables: recognized whatever their case, spacing and punctuation, and guessed where they are misspelled."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from functools import lru_cache

from ontology.report import Finding, Severity, excerpt
from standards.rules import Column
from standards.scales import RANGE

ALIKE = 0.7
"""How like a name a header must be to be taken for a misspelling of it, from 0 to 1."""

WHOLE_FILE = ("missing-header", "no-rows", "repeated-header")
"""Codes of findings that leaving out rows does not mend."""


OUTCOME_NAMES = (
    *("Learning outcomes", "Outcome", "Outcomes", "Learning outcome"),
    *("Student learning outcome", "Student learning outcomes", "SLO", "SLOs"),
    *("Course outcome", "Course outcomes", "Course learning outcomes"),
    *("Learning objective", "Learning objectives", "Objective", "Objectives"),
    *("CLO", "CLOs", "Program learning outcome", "Program learning outcomes", "Program outcome", "Program outcomes"),
    *("PLO", "PLOs", "Outcome statement", "Full statement", "Statement", "Text", "Sentence"),
)
"""What a column with learning outcomes may be called, the surest name first: in programs, corpora and labeled data."""


@lru_cache(maxsize=4096)
def key(header: str) -> str:
    """Return what two spellings of a header have in common: letters and digits, without case.

    Example
    -------
    >>> key("COURSE_NO."), key(" Course  no"), key("#")
    ('courseno', 'courseno', '#')
    """
    folded = unicodedata.normalize("NFKC", header).casefold().strip()
    return "".join(letter for letter in folded if letter.isalnum()) or folded


def without_note(header: str) -> str:
    """Return a header without what stands in parentheses behind it, and without a scale.

    Example
    -------
    >>> without_note("Level (1-5)"), without_note("Importance 0\u2013100"), without_note("(none)")
    ('Level', 'Importance', '(none)')
    """
    return RANGE.sub("", header.partition("(")[0].partition("[")[0]).strip() or header


def place(names: Iterable[str], headers: Sequence[str]) -> int | None:
    """Return where the first of some names stands among headers; one with a note behind it counts last.

    Example
    -------
    >>> place(("Level", "Grade"), ["Skill", "LEVEL (1-5)"]), place(("Level",), ["Level (old)", "Level"])
    (1, 1)
    """
    wanted = [key(name) for name in names]
    found = (places[name] for places in _places(tuple(headers)) for name in wanted if name in places)
    return next(found, None)


@lru_cache(maxsize=256)
def _places(headers: tuple[str, ...]) -> tuple[Mapping[str, int], Mapping[str, int]]:
    """Return where each header stands first, by its key, and by its key without the note behind it."""
    last_first = range(len(headers) - 1, -1, -1)
    whole = {key(headers[at]): at for at in last_first}
    return whole, {key(without_note(headers[at])): at for at in last_first}


def nearest(word: str, others: Iterable[str]) -> str:
    """Return which of others a word may be a misspelling of, empty where it is like none.

    Example
    -------
    >>> nearest("Outcoms", ["Course", "Outcomes"]), nearest("Room", ["Course", "Outcomes"])
    ('Outcomes', '')
    """
    by_key = {key(other): other for other in others if other}
    found = get_close_matches(key(without_note(word)), by_key, n=1, cutoff=ALIKE)
    return by_key[found[0]] if found else ""


def misspelled(names: Iterable[str], headers: Iterable[str]) -> tuple[str, str] | None:
    """Return the header that looks most like a name that is missing, and that name.

    Example
    -------
    >>> misspelled(("Skill", "Statement"), ["Job", "Skil"])
    ('Skil', 'Skill')
    """
    names = tuple(names)
    return next(((header, name) for header in headers if header and (name := nearest(header, names))), None)


def advice(names: Iterable[str], headers: Iterable[str]) -> str:
    """Return the remedy where none of some names is among the headers.

    Example
    -------
    >>> advice(("Skill", "Task"), ["Job", "Skil"]), advice(("Skill", "Task"), ["Job"])
    ("Rename 'Skil' to 'Skill' if that is meant", "Call it one of 'Skill', 'Task'")
    """
    names = tuple(names)
    if guess := misspelled(names, headers):
        return f"Rename {guess[0]!r} to {guess[1]!r} if that is meant"
    one_of = "one of " if names[1:] else ""
    return f"Call it {one_of}{', '.join(map(repr, names))}"


def missing_advice(column: Column, headers: Iterable[str]) -> str:
    """Return the remedy where a column is missing: it names the column as the message does.

    Example
    -------
    >>> missing_advice(Column("statement", "statement", aliases=("Skill",)), ["Skill Name"])
    "Rename 'Skill Name' to 'statement' if that is meant"
    """
    guess = misspelled(column.names, headers)
    return f"Rename {guess[0]!r} to {column.header!r} if that is meant" if guess else advice(column.names, headers)


def likely(headers: Iterable[str], words: Iterable[str]) -> str:
    """Return the first header with a word that begins like one of some, empty where none has.

    Example
    -------
    >>> likely(["Week", "What students will be able to do"], ("outcome", "able")), likely(["Table"], ("able",))
    ('What students will be able to do', '')
    """
    begins = tuple(words)
    return next((header for header in headers if any(w.startswith(begins) for w in header.casefold().split())), "")


def listed(headers: Iterable[str]) -> str:
    """Return headers as a message names them, long ones by their beginning.

    Example
    -------
    >>> listed(["Job", "", "Skill"]), listed([])
    ("'Job', 'Skill'", 'none')
    """
    return ", ".join(repr(excerpt(header)) for header in headers if header) or "none"


def judge_headers(
    file: str, at: int, found: Sequence[str], columns: Sequence[Column], ignored: Iterable[str] = ()
) -> Iterator[Finding]:
    """Yield what is wrong with the headers of a table: missing or repeated ones, and those that nothing is taken from.

    Parameters
    ----------
    at
        Number of their row.
    ignored
        Headers that are known and not wanted.
    """
    wanted = [name for column in columns for name in column.names]
    strange = strangers(found, [*wanted, *ignored])
    for column in columns:
        if column.required and column.header and place(column.names, found) is None:
            message = f"there is no column {column.header!r}; there are {listed(found)}"
            remedy = missing_advice(column, strange)
            yield _finding("missing-header", Severity.ERROR, file, at, column.header, message, remedy)
    yield from repeated_headers(file, at, found, wanted)
    yield from unknown_headers(
        file, at, strange, [n for c in columns if place(c.names, found) is None for n in c.names]
    )


def repeated_headers(file: str, at: int, headers: Sequence[str], names: Iterable[str]) -> Iterator[Finding]:
    """Yield an error for each header that several columns share, where it is one of some names."""
    whole, bare = [key(header) for header in headers], [key(without_note(header)) for header in headers]
    for name in dict.fromkeys(map(key, names)):
        keys = whole if name in whole else bare
        if keys.count(name) > 1:
            header = headers[keys.index(name)]
            message = f"there are several columns {header!r}"
            yield _finding("repeated-header", Severity.ERROR, file, at, header, message, "Keep one of them")


def unknown_headers(file: str, at: int, headers: Iterable[str], names: Sequence[str]) -> Iterator[Finding]:
    """Yield a warning for each header that goes by none of some names, with the one that may be meant."""
    for header in strangers(headers, names):
        message = f"the column {header!r} is not known; its data is not imported"
        meant = nearest(header, names)
        remedy = f"Call it {meant!r} if that is meant" if meant else ""
        yield _finding("unknown-header", Severity.WARNING, file, at, header, message, remedy)


def strangers(headers: Iterable[str], names: Iterable[str]) -> list[str]:
    """Return the headers that go by none of some names."""
    known = {key(name) for name in names}
    return [header for header in headers if header and not {key(header), key(without_note(header))} & known]


def _finding(code: str, severity: Severity, file: str, at: int, header: str, message: str, remedy: str) -> Finding:
    return Finding(code=code, severity=severity, file=file, row=at, column=header, message=message, remedy=remedy)
