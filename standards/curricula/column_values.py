"""Values of columns: what a column may hold by what stands in it, where its header does not say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

CODE_LIKE: Final = re.compile(r"[A-Z]{1,6}&?[\s\-_./]{0,2}\d{1,4}(?:\.\d{1,3})?[A-Z]{0,2}", re.IGNORECASE)
"""What looks like the code of a course, and has no verb: ``ELEC 110``, ``W-1``."""

SAID: Final = 3.0
"""Words that cells of outcomes have at least, on average."""

Cells = Mapping[str, Sequence[str]]
"""What is filled below each header."""


def is_code(cell: str) -> bool:
    """Whether a cell looks like the code of a course.

    Example
    -------
    >>> is_code("ELEC 110"), is_code("Circuits"), is_code("110")
    (True, False, False)
    """
    return CODE_LIKE.fullmatch(cell.strip()) is not None


def most(answers: Iterable[bool]) -> bool:
    """Whether more than half are true; false where there are none."""
    each: Sequence[bool] = tuple(answers)
    return sum(each) > len(each) / 2


def words(cells: Sequence[str]) -> float:
    """Return how many words cells have on average, 0 where there are none.

    Example
    -------
    >>> words(["Weld steel", "Read prints and schematics"]), words([])
    (3.0, 0.0)
    """
    return sum(len(cell.split()) for cell in cells) / len(cells) if cells else 0.0


def by_values(field: str, headers: Sequence[str], cells: Cells) -> list[str]:
    """Return which columns may hold a field by their values, the surest first; only of codes and outcomes values tell.

    Codes are letters and digits; columns with most different ones come first. Outcomes are the longest texts.

    Example
    -------
    >>> cells = {"Kurs": ["W 1", "W 2"], "Name": ["Pipes", "Plates"], "Kann": ["Weld steel pipes", "Weld thick plates"]}
    >>> by_values("code", list(cells), cells), by_values("outcome", list(cells), cells)
    (['Kurs'], ['Kann'])
    """
    if field == "code":
        coded = [header for header in headers if most(map(is_code, cells.get(header, ())))]
        return sorted(coded, key=lambda header: -len(set(cells[header])))
    if field == "outcome":
        said = [header for header in headers if words(cells.get(header, ())) >= SAID]
        return sorted(said, key=lambda header: -words(cells[header]))
    return []


def is_unlike(field: str, cells: Sequence[str]) -> bool:
    """Whether cells are not what a field holds: those of codes have digits somewhere.

    Example
    -------
    >>> is_unlike("code", ["Circuits", "Motors"]), is_unlike("code", ["Welding 1"]), is_unlike("outcome", ["Weld"])
    (True, False, False)
    """
    return field == "code" and bool(cells) and not any(letter.isdigit() for cell in cells for letter in cell)
