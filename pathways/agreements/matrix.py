"""The agreement matrix before any format: statement by organization, for its owners or for the world.

What the owners see says whose own list has a statement, in the firm's own words. What the world sees is built from a
published version, in which neither is.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import groupby
from typing import Final

from ontology.frozen import Frozen
from ontology.records import Iri, Position
from standards.agreement import Status
from standards.code_order import CodeOrder, code_order

ADOPTING: Final = (Position.ENDORSE.word, Position.ADOPT_WITH_CHANGE.word)

ACCEPTED: Final = (Status.AGREED, Status.ACCEPTED, Status.CONTESTED)
"""Statements that are meant to be in the standard."""

UNNAMED: Final = "No category"


class Seat(Frozen):
    """A column: an organization.

    Parameters
    ----------
    role
        ``firm``, ``union`` or ``college``.
    employees
        Jobs that it has in the region, where it is known.
    """

    address: Iri
    name: str
    role: str
    employees: int | None = None


class Said(Frozen):
    """The position of an organization.

    Parameters
    ----------
    counts
        Whether it is on what is there now.
    """

    position: str
    change: str = ""
    reason: str = ""
    day: date
    counts: bool = True


class Cell(Frozen):
    """What an organization says of a statement.

    Parameters
    ----------
    listed
        Whether its own list says it; never where all may read it.
    words
        Those of its own list; never where all may read it.
    """

    listed: bool = False
    words: tuple[str, ...] = ()
    said: Said | None = None


class Line(Frozen):
    """A row: a statement, with a cell for each seat.

    Parameters
    ----------
    support
        ``core``, ``shared``, ``emerging``, ``firm-specific`` or ``unsaid``; empty where it is not known.
    as_published
        Whether it is agreed because it was published as it reads, and would not be by the rule alone.
    listed_by
        How many firms' own lists say it; ``None`` where all may read it.
    missing
        What it lacks to be agreed, in words.
    """

    address: str
    wording: str
    category: str
    code: str = ""
    status: Status
    as_published: bool = False
    support: str = ""
    listed_by: int | None = None
    missing: str = ""
    cells: tuple[Cell, ...]


class Matrix(Frozen):
    """The state of an agreement, statement by organization.

    Parameters
    ----------
    private
        Whether firms' own lists show in it.
    stage
        Which version or copy it shows and how that stands, in a sentence; empty where that is not known.
    about
        What the standard is, and how many take part.
    rule
        What it takes that something is agreed, in words; empty where nothing was agreed on by it.
    kept
        What a version keeps of those before it, in words; empty in a first version.
    whole
        How each seat stands to the whole standard.
    last
        Day of the last entry.
    unions_asked
        How many unions must ratify the whole, while it is worked on.
    merged
        How many proposed statements went into others and have no line.
    lists
        How many firms' own lists the statements come from.
    """

    slug: str
    title: str
    private: bool
    stage: str = ""
    about: str = ""
    rule: str = ""
    kept: str = ""
    seats: tuple[Seat, ...]
    whole: tuple[Cell, ...]
    lines: tuple[Line, ...]
    last: date | None = None
    unions_asked: int = 0
    merged: int = 0
    lists: int = 0
    sources: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def groups(self) -> list[tuple[str, list[Line]]]:
        """The lines by category."""
        return [(name, list(lines)) for name, lines in groupby(self.lines, key=lambda line: line.category)]

    @property
    def firms(self) -> int:
        """How many firms there are."""
        return sum(seat.role == "firm" for seat in self.seats)

    def adopters(self, line: Line) -> int:
        """Return how many firms adopt a statement as it reads now, also with a change."""
        cells = zip(self.seats, line.cells, strict=True)
        taken = [cell.said.position for seat, cell in cells if seat.role == "firm" and cell.said and cell.said.counts]
        return sum(position in ADOPTING for position in taken)

    def of(self, *statuses: Status) -> list[Line]:
        """Return the lines that stand so."""
        return [line for line in self.lines if line.status in statuses]


def in_order(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Return lines by category, those first in which something is accepted; in each, what was rejected last."""
    known = list(lines)
    taken = {line.category for line in known if line.status in ACCEPTED}

    def place(line: Line) -> tuple[bool, bool, str, bool, CodeOrder, str, str]:
        kind = (line.category not in taken, line.category == UNNAMED, line.category)
        return (*kind, line.status is Status.REJECTED, code_order(line.code), line.wording, line.address)

    return tuple(sorted(known, key=place))
