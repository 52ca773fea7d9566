"""Remedies for columns that are not read: what each may be, and the option of the command that says so."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Iterator, Sequence
from types import MappingProxyType
from typing import Final

from ontology.report import Finding, Severity
from standards.curricula.column_map import ColumnMap
from standards.curricula.column_values import Cells, by_values, is_unlike
from standards.curricula.layout import Layout
from standards.headers import likely, listed, misspelled, nearest, strangers
from standards.sheets import Heading, Names

BEGINS: Final = {
    "outcome": ("outcome", "objective", "able", "learn", "competenc", "skill", "know", "teach", "taught", "slo", "clo"),
    "code": ("course", "class", "catalog", "number", "crs", "subj", "dept", "prefix", "nbr", "num", "no."),
    "title": ("title", "name"),
    "credits": ("credit", "unit", "hour", "hrs", "cr"),
    "level": ("level", "mastery", "introduc", "stage"),
    "prerequisites": ("prereq", "requisite", "coreq"),
    "description": ("descri", "summary", "about"),
    "term": ("term", "semester", "quarter", "session"),
    "program": ("program", "degree", "major"),
    "college": ("college", "school", "campus", "institution"),
}
"""How words begin in headers that may mean a field, the fields without which nothing is read first."""

NAMED: Final = 4
"""Names of a column that a message offers."""


NO_CELLS: Final[Cells] = MappingProxyType({})
"""Where only headers are to count."""


def option(field: str, header: str) -> str:
    r"""Return the option of the command that says which column holds a field, ready to be pasted.

    Example
    -------
    >>> option("outcome", "What they do"), option("code", 'Kurs "neu"')
    ('--column "outcome=What they do"', '--column \'code=Kurs "neu"\'')
    """
    said = f"{field}={header}"
    return f"--column {shlex.quote(said)}" if set(said) & set('"$`!\\') else f'--column "{said}"'


def remedied(report: Iterable[Finding], layout: Layout, names: Names) -> Iterator[Finding]:
    """Yield findings, those on columns that are not read with what these may be and how to have them read."""
    for finding in report:
        if finding.code != "unknown-header":
            yield finding
        elif other := layout.beside.get(finding.column):
            yield _beside(finding, other, layout)
        elif finding.column in layout.maps:
            yield _marks(finding)
        else:
            yield _unknown(finding, layout, names)


def _beside(finding: Finding, field: str, layout: Layout) -> Finding:
    read = layout.headers[field]
    message = f"the column {finding.column!r} could hold the {field} as well; it is read from {read!r} only"
    remedy = f"If it is the better one, say so: {option(field, finding.column)}"
    return finding.model_copy(update={"code": "second-column", "message": message, "remedy": remedy})


def _marks(finding: Finding) -> Finding:
    message = (
        f"the column {finding.column!r} has marks, and says how far an outcome is taught, not which; it is not read"
    )
    remedy = "Write one row for each course and outcome, with the outcome's words, and the mark in a column Level"
    return finding.model_copy(update={"code": "second-column", "message": message, "remedy": remedy})


def _unknown(finding: Finding, layout: Layout, names: Names) -> Finding:
    header = finding.column
    if field := _meant(header, [field for field in names if field not in layout.headers], names):
        remedy = f"If it is the {field}, say so: {option(field, header)}"
    else:
        remedy = f"Leave it, or say what it holds: {option('FIELD', header)}, with FIELD one of {', '.join(names)}"
    return finding.model_copy(update={"remedy": remedy})


def _meant(header: str, fields: Sequence[str], names: Names) -> str:
    """Return the field that a header may mean, of some; empty where it is like none."""
    for field in fields:
        if nearest(header, names[field]):
            return field
    return next((field for field, begins in BEGINS.items() if field in fields and likely([header], begins)), "")


def unmapped(file: str, chosen: Heading | None, columns: ColumnMap) -> Iterator[Finding]:
    """Yield which headers of a column map are not there."""
    for field, header in columns.items():
        if chosen is None or field not in chosen.fields:
            there = chosen.headers if chosen else ()
            message = f"the column map names it for {field!r}, and there is no such column; there are {listed(there)}"
            guess = next(iter(misspelled((header,), there) or ()), "")
            remedy = f"Write {option(field, guess)} if that is meant" if guess else "Name one of these in the map"
            yield _missing(file, header, message, remedy)


def headless(file: str, headings: Sequence[Heading], layout: Layout, names: Names, cells: Cells) -> Iterator[Finding]:
    """Yield which of the columns that a program needs are not there, with what may be meant.

    Parameters
    ----------
    cells
        What is filled below each header.
    """
    for field in ("code", "outcome"):
        if field not in layout.headers:
            guess = guessed(field, headings, layout, names, cells)
            yield _missing(file, names[field][0], _said(guess, headings, layout), _remedy(field, guess, names[field]))


def guessed(field: str, headings: Sequence[Heading], layout: Layout, names: Names, cells: Cells = NO_CELLS) -> str:
    """Return the header that looks like a field that is missing, or whose values do; empty where none does.

    Of several headers that may mean it, one whose values fit counts before one whose values do not.
    """
    there = list(dict.fromkeys(header for heading in headings for header in heading.headers))
    known = [name for field in names for name in names[field]]
    taken = {*layout.headers.values(), *layout.maps}
    strange = [header for header in strangers(there, known) if header not in taken]
    fit = by_values(field, strange, cells)
    possible = [header for header in strange if not (fit and is_unlike(field, cells.get(header, ())))]
    close = next(iter(misspelled(names[field], fit) or misspelled(names[field], possible) or ()), "")
    return close or likely(fit, BEGINS[field]) or next(iter(fit), "") or likely(strange, BEGINS[field])


def _said(guess: str, headings: Sequence[Heading], layout: Layout) -> str:
    if guess:
        return f"there is no such column; your column {guess!r} looks like it"
    if layout.maps:
        return f"there is no such column; {listed(layout.maps)} have marks, which say how far an outcome is taught"
    if len(headings) > 1:
        each = "; ".join(f"sheet {heading.sheet!r} has {listed(heading.headers)}" for heading in headings)
        return f"no sheet has such a column: {each}"
    return f"there is no such column; there are {listed(headings[0].headers if headings else ())}"


def _remedy(field: str, guess: str, names: Sequence[str]) -> str:
    if guess:
        return f"Rename it to {names[0]!r} if that is meant, or say so: {option(field, guess)}"
    called = f"Call it {', '.join(map(repr, names[: NAMED - 1]))} or {names[NAMED - 1]!r}"
    return f"{called}, or name the column: {option(field, 'HEADER')}"


def _missing(file: str, column: str, message: str, remedy: str) -> Finding:
    return Finding(
        code="missing-header", severity=Severity.ERROR, file=file, column=column, message=message, remedy=remedy
    )
