"""The words of the matrix and of the pages about an agreement; no jargon."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from pathways.agreements.marks import MARKS
from pathways.agreements.matrix import Cell, Line, Matrix, Seat
from pathways.amounts import count
from standards.agreement import Status

STATUSES: Final[Mapping[Status, str]] = {
    Status.AGREED: "agreed",
    Status.CONTESTED: "contested",
    Status.ACCEPTED: "waiting for firms",
    Status.PROPOSED: "open",
    Status.REJECTED: "rejected",
    Status.MERGED: "merged",
}
"""As a boardroom says them, in the order of the account."""

ROLES: Final[Mapping[str, str]] = {"firm": "Firms", "union": "Unions", "college": "Colleges"}

SUPPORTS: Final[Mapping[str, str]] = {
    "core": "said by every firm",
    "shared": "said by more than half of the firms",
    "emerging": "said by two or more firms, and no more than half",
    "firm-specific": "said by one firm",
    "unsaid": "said by no firm; it was in the standard before",
}

PRIVATE: Final = "For the partnership only: it shows what firms' own lists say."

BOARDROOM: Final = (
    "For the partnership only: it tells how many jobs each firm has, and how widely the lists of today say what."
)
PUBLIC: Final = "Open to all: what was agreed, and how each organization stands to it."


def day(value: date) -> str:
    """Return a day in words.

    Example
    -------
    >>> day(date(2026, 3, 9))
    'March 9, 2026'
    """
    return f"{value:%B} {value.day}, {value.year}"


def listed(names: Iterable[str]) -> str:
    """Return names as a sentence lists them.

    Example
    -------
    >>> listed(["A", "B", "C"]), listed(["A"])
    ('A, B and C', 'A')
    """
    *most, last = list(names) or [""]
    return f"{', '.join(most)} and {last}" if most else last


def stands(matrix: Matrix) -> str:
    """Return how many statements stand where, for instance ``29 of 44 statements agreed; 3 contested``."""
    whole = len(matrix.lines)
    first = f"{len(matrix.of(Status.AGREED))} of {count(whole, 'statement')} agreed"
    rest = [(len(matrix.of(status)), word) for status, word in STATUSES.items() if status is not Status.AGREED]
    merged = [f"{matrix.merged} more went into others"] if matrix.merged else []
    return "; ".join([first, *(f"{number} {word}" for number, word in rest if number), *merged])


def shared(matrix: Matrix) -> tuple[str, tuple[tuple[str, int], ...]]:
    """Return of which statements it is said how widely the firms' lists say them, and how many are said how widely.

    Those are what is agreed; before anything is, what was not rejected. The numbers add up to theirs; where it is not
    known how widely each is said, there are none.
    """
    agreed = matrix.of(Status.AGREED)
    kept = agreed or [line for line in matrix.lines if line.status is not Status.REJECTED]
    found = ((word, sum(line.support == word for line in kept)) for word in SUPPORTS)
    told = tuple((word, number) for word, number in found if number)
    return count(len(kept), "agreed statement" if agreed else "proposed statement"), told


def standing(matrix: Matrix, line: Line) -> str:
    """Return where a statement stands, for instance ``agreed: 3 of 4 firms``, and whether only as it was published."""
    word = f"{STATUSES[line.status]}{' as published' if line.as_published else ''}"
    adopters = matrix.adopters(line)
    told = adopters and line.status not in (Status.REJECTED, Status.PROPOSED)
    return f"{word}: {adopters} of {count(matrix.firms, 'firm')}" if told else word


def support(matrix: Matrix, line: Line) -> str:
    """Return how many firms' lists say a statement, for instance ``shared: in 3 of 4 lists``."""
    if line.listed_by is None:
        return line.support
    found = f"in {line.listed_by} of {count(matrix.lists, 'list')}" if line.listed_by else "in no firm's list"
    return f"{line.support}: {found}" if line.listed_by else found


def cell(seat: Seat, one: Cell) -> str:
    """Return what an organization says of a statement, in one sentence or two; empty where it is nothing."""
    found = ["its own list says it"] if one.listed else []
    if one.said:
        told = MARKS[one.said.position].says
        more = one.said.change or one.said.reason
        again = "" if one.said.counts else ", of what it read before; asked again"
        found.append(f"{told}{again}{f': {more}' if more else ''}")
    return f"{seat.name}: {'; '.join(found)}" if found else ""


def heard(matrix: Matrix, line: Line) -> str:
    """Return what a line says to those who hear it."""
    cells = [cell(seat, one) for seat, one in zip(matrix.seats, line.cells, strict=True)]
    name = f"{line.code}: {line.wording}" if line.code else line.wording
    return ". ".join([name, STATUSES[line.status].capitalize(), *filter(None, cells)])


def whole_heard(matrix: Matrix) -> str:
    """Return what the row of the whole standard says to those who hear it."""
    cells = [cell(seat, one) for seat, one in zip(matrix.seats, matrix.whole, strict=True)]
    return ". ".join(["The whole standard", *filter(None, cells)])


def ratified(matrix: Matrix) -> str:
    """Return how many unions ratify the whole as it is now, for instance ``ratified by 1 of 2 unions``."""
    unions = [cell.said for seat, cell in zip(matrix.seats, matrix.whole, strict=True) if seat.role == "union"]
    done = sum(bool(said and said.counts and said.position == "ratify") for said in unions)
    return f"ratified by {done} of {count(len(unions), 'union')}" if unions else ""


def in_words(matrix: Matrix) -> str:
    """Return which command writes the table, in which stands what a picture has no room for."""
    has, option = ("Each firm's own words, changes", "") if matrix.private else ("Changes", " --published")
    command = f"ladderworks standard agreement {matrix.slug}{option} -o {matrix.slug}.html"
    return f"{has} and reasons are in the table: {command}"


def sources(matrix: Matrix) -> str:
    """Return where a matrix comes from and how new it is."""
    last = f" Last entry: {day(matrix.last)}." if matrix.last else ""
    return f"Sources: {'; '.join(matrix.sources)}.{last}"
