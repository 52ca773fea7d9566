"""Layouts: which column of a spreadsheet holds what, where several could, and where several together do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from standards.curricula.headers_abroad import BARE_ABROAD
from standards.headers import key, place
from standards.sheets import Heading, Names

NUMBERED_NAMES: Final = (
    *("Outcome", "Learning outcome", "Student learning outcome", "Course outcome", "Course learning outcome"),
    *("SLO", "CLO", "PLO", "CSLO", "LO", "Program learning outcome", "Objective", "Learning objective"),
)
MOST: Final = 20
"""Outcomes that a row has in columns of their own, at most."""

NUMBERED: Final = tuple(f"{name} {number}" for number in range(1, MOST + 1) for name in NUMBERED_NAMES)
"""What columns are called of which each holds one outcome."""

SUBJECT: Final = (
    *("Subject", "Subj", "Subj.", "Subject code", "Prefix", "Course prefix", "Course subject", "Dept", "Department"),
    *("Discipline", "Rubric"),
)
NUMBER: Final = ("Num", "Number", "No.", "Nbr", "Crse", "#")
"""What the parts of a course's code are called where it stands in two columns."""

BARE: Final = ("Course", *BARE_ABROAD)
"""Headers that stand for a code where nothing else does, and else for a title."""

LABEL: Final = re.compile(r"(?:[A-Z]{1,4}LO|outcome|objective)?\s*#?\s*\d{1,3}(?:\.\d{1,2})?\.?|[A-Z]", re.IGNORECASE)
"""What numbers an outcome and says none."""

MARK: Final = re.compile(r"[IRMDPAEX✓✔√●•]{1,3}(?:\s*[,/]\s*[IRMDPAEX])*", re.IGNORECASE)
"""What a map of courses and outcomes has in its cells: how far, not what."""


@dataclass(frozen=True)
class Layout:
    """The header of each field, with what is beside it.

    Parameters
    ----------
    headers
        By field.
    further
        Columns with more outcomes of the same row, in their order.
    beside
        What columns that are not read could have held, by their headers: a field.
    maps
        Columns with marks instead of outcomes.
    """

    headers: Mapping[str, str]
    further: tuple[str, ...] = ()
    beside: Mapping[str, str] = field(default_factory=dict)
    maps: tuple[str, ...] = ()


def layout_of(heading: Heading, names: Names, cells: Mapping[str, Sequence[str]], named: Iterable[str] = ()) -> Layout:
    """Return which column below a heading holds what.

    Parameters
    ----------
    names
        Of the columns of each field, the surest first.
    cells
        What is filled below each header.
    named
        Fields whose header somebody has named; no other column counts for them.

    Example
    -------
    >>> heads = ("Subj", "Num", "Course", "Outcome 1", "Outcome 2")
    >>> fields = {"code": ("Course",), "title": ("Title",), "outcome": ("Outcomes",)}
    >>> found = layout_of(Heading("", 1, heads, frozenset(), heads), fields, {})
    >>> found.headers["subject"], found.headers["code"], found.headers["title"], found.further
    ('Subj', 'Num', 'Course', ('Outcome 2',))
    """
    chosen, there = set(named), [header for header in heading.cells if header]
    found = {field: header for field, known in names.items() if (header := _placed(known, there))}
    if "code" not in chosen:
        _place_code(found, there, free_title="title" not in chosen)
    statements = [] if "outcome" in chosen else _all_placed((*names.get("outcome", ()), *NUMBERED), there)
    maps = tuple(header for header in statements if _all_like(MARK, cells.get(header, ())))
    worded = [header for header in statements if header not in maps]
    further: tuple[str, ...] = ()
    if "outcome" not in chosen:
        further = _place_outcomes(found, worded, cells)
    taken = {*found.values(), *further, *maps}
    beside = {
        header: field
        for field, known in names.items()
        if field in found
        for header in _all_placed(known, there)
        if header not in taken
    }
    return Layout(found, further, beside, maps)


def _place_code(found: dict[str, str], there: Sequence[str], *, free_title: bool) -> None:
    """Find the code of a course in two columns, and its title beside it."""
    subject, number = _placed(SUBJECT, there), _placed(NUMBER, there)
    if subject and (number or found.get("code", BARE[0]) not in BARE):
        found["subject"] = subject
        if number and key(found.get("code", BARE[0])) in map(key, BARE):
            found["code"] = number
    bare = _placed(BARE, there)
    if free_title and bare and bare != found.get("code") and "title" not in found:
        found["title"] = bare


def _place_outcomes(
    found: dict[str, str], worded: Sequence[str], cells: Mapping[str, Sequence[str]]
) -> tuple[str, ...]:
    """Find the column of outcomes, what numbers them beside it, and further columns of the same."""
    found.pop("outcome", None)
    spoken = [header for header in worded if not _all_like(LABEL, cells.get(header, ()))] or worded
    if not spoken:
        return ()
    found["outcome"] = spoken[0]
    labels = [header for header in worded if header not in spoken]
    if labels:
        found["outcome_code"] = labels[0]
    numbered = {key(name) for name in NUMBERED}
    return tuple(header for header in spoken[1:] if key(header) in numbered) if key(spoken[0]) in numbered else ()


def _placed(names: Iterable[str], there: Sequence[str]) -> str:
    at = place(tuple(names), there)
    return "" if at is None else there[at]


def _all_placed(names: Iterable[str], there: Sequence[str]) -> list[str]:
    """Return the headers that go by one of some names, in the order of the names."""
    found = (_placed((name,), there) for name in names)
    return list(dict.fromkeys(header for header in found if header))


def _all_like(pattern: re.Pattern[str], cells: Sequence[str]) -> bool:
    return bool(cells) and all(pattern.fullmatch(cell) for cell in cells)
