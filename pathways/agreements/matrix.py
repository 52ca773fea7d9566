"""The agreement matrix before any format: statement by organization, for its owners or for the world.

What the owners see says whose own list has a statement, in the firm's own words. What the world sees is built from a
published version, in which neither is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Final

from ontology.frozen import Frozen
from ontology.records import Endorsement, Iri, Organization, Position, Role, Support
from pathways.agreements.marks import MARKS
from pathways.agreements.names import plain_names
from pathways.agreements.published import PublishedStandard
from pathways.amounts import count
from standards.agreement import Agreement, Statement, StatementAccount, Status, account

ROLES: Final = (Role.FIRM, Role.UNION, Role.COLLEGE)
"""In the order of their columns; an organization with several stands with the first."""

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
    about
        What the standard is, in a sentence.
    rule
        The quorum in words; empty where all may read it.
    whole
        How each seat stands to the whole standard.
    last
        Day of the last entry.
    merged
        How many proposed statements went into others and have no line.
    lists
        How many firms' own lists the statements come from.
    """

    slug: str
    title: str
    private: bool
    about: str = ""
    rule: str = ""
    seats: tuple[Seat, ...]
    whole: tuple[Cell, ...]
    lines: tuple[Line, ...]
    last: date | None = None
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


# --- For the owners ---------------------------------------------------------------------


def owners_matrix(agreement: Agreement, title: str) -> Matrix:
    """Return the whole matrix, with what firms' own lists say: for the partnership only.

    Parameters
    ----------
    title
        What the standard is called.
    """
    told = account(agreement)
    names, notes = plain_names(agreement.parties.speaking)
    seats = _seats(agreement.parties.speaking, names)
    kept = [one for one in told.statements if one.status is not Status.MERGED]
    positions = agreement.positions.get(agreement.standard, ())
    days = {one.at.date() for one in agreement.log.decisions} | {one.at.date() for one in agreement.log.endorsements}
    return Matrix(
        slug=agreement.slug,
        title=title,
        private=True,
        about=_about(seats),
        rule=told.rule,
        seats=seats,
        whole=_cells(seats, {one.organization: _said(one, counts=one.seen == agreement.seen) for one in positions}),
        lines=_ordered(_owned(agreement, one, seats) for one in kept),
        last=max(days, default=None),
        merged=len(told.statements) - len(kept),
        lists=len({voice.firm for voice in agreement.voices}),
        sources=tuple(_log_sources(agreement)),
        notes=notes,
    )


def _log_sources(agreement: Agreement) -> Iterator[str]:
    decisions, positions = len(agreement.log.decisions), len(agreement.log.endorsements)
    yield f"the proposal for {agreement.slug}: {count(len(agreement.candidates), 'statement')} of the firms' own lists"
    yield f"the log of the agreement: {count(decisions, 'decision')}, {count(positions, 'position')}"


def _owned(agreement: Agreement, one: StatementAccount, seats: Sequence[Seat]) -> Line:
    """Return the line of a statement, with firms' own words."""
    statement, tally = agreement.statements[Iri(one.address)], agreement.tallies[Iri(one.address)]
    said = {each.organization: _said(each, counts=False) for each in tally.outdated}
    said |= {each.organization: _said(each) for each in tally.positions}
    words = _own_words(agreement, statement)
    return Line(
        address=one.address,
        wording=one.wording,
        category=one.category or UNNAMED,
        code=one.code,
        status=one.status,
        support=one.support,
        listed_by=len(words),
        missing=one.missing,
        cells=_cells(seats, said, words),
    )


def _own_words(agreement: Agreement, statement: Statement) -> dict[Iri, tuple[str, ...]]:
    """Return what each firm's own list says of a statement, by the firm's address."""
    found: dict[Iri, set[str]] = {}
    for iri in statement.voices:
        voice = agreement.voice[iri]
        found.setdefault(voice.firm, set()).add(voice.words.value)
    return {firm: tuple(sorted(words)) for firm, words in found.items()}


# --- For the world ----------------------------------------------------------------------


def published_matrix(standard: PublishedStandard) -> Matrix:
    """Return the matrix that anybody may read: what was agreed and published, and the named positions on it."""
    speaking = [one for one in standard.members if one.is_a(*ROLES)]
    names, notes = plain_names(speaking)
    seats = _seats(speaking, names)
    by_subject: dict[Iri, dict[Iri, Said | None]] = {}
    for one in standard.positions:
        by_subject.setdefault(one.subject, {})[one.organization] = _said(one)
    lines = [
        Line(
            address=item.iri,
            wording=str(item.statement or item.label),
            category=str(item.category) if item.category else UNNAMED,
            code=item.notation or "",
            status=Status.AGREED,
            support=Support(item.support).word if item.support else "",
            cells=_cells(seats, by_subject.get(item.iri, {})),
        )
        for item in standard.items
    ]
    return Matrix(
        slug=standard.release.source,
        title=standard.title,
        private=False,
        about=_about(seats),
        seats=seats,
        whole=_cells(seats, by_subject.get(standard.framework.iri, {})),
        lines=_ordered(lines),
        last=standard.last.date() if standard.last else None,
        sources=(f"{standard.release.title}, as it was published",),
        notes=notes,
    )


# --- For both ---------------------------------------------------------------------------


def _seats(speaking: Iterable[Organization], names: Mapping[Iri, str]) -> tuple[Seat, ...]:
    """Return the columns: firms, then unions, then colleges, each by name."""
    found = []
    for one in speaking:
        role = next(role for role in ROLES if one.is_a(role))
        seat = Seat(address=one.iri, name=names[one.iri], role=role.name.lower(), employees=one.employees)
        found.append((ROLES.index(role), seat.name, one.iri, seat))
    return tuple(seat for *_, seat in sorted(found, key=lambda one: one[:3]))


def _about(seats: Sequence[Seat]) -> str:
    """Return what a standard is and whose."""
    roles = [(role.name.lower(), sum(seat.role == role.name.lower() for seat in seats)) for role in ROLES]
    *most, last = [count(number, role) for role, number in roles if number] or ["nobody yet"]
    whose = f"{', '.join(most)} and {last}" if most else last
    return f"What people in these jobs must be able to do, agreed by {whose}, so that all train and hire to the same."


def _cells(
    seats: Iterable[Seat], said: Mapping[Iri, Said | None], words: Mapping[Iri, tuple[str, ...]] | None = None
) -> tuple[Cell, ...]:
    own = words or {}
    return tuple(
        Cell(listed=seat.address in own, words=own.get(seat.address, ()), said=said.get(seat.address)) for seat in seats
    )


def _said(one: Endorsement, *, counts: bool = True) -> Said | None:
    """Return a position; nothing where it was taken back."""
    if one.taken.word not in MARKS:
        return None
    change = one.wording.value if one.wording else ""
    return Said(position=one.taken.word, change=change, reason=one.reason or "", day=one.at.date(), counts=counts)


def _ordered(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Return lines by category, those first in which something is accepted; in each, what was rejected last."""
    known = list(lines)
    taken = {line.category for line in known if line.status in ACCEPTED}

    def place(line: Line) -> tuple[bool, bool, str, bool, bool, str, str, str]:
        kind = (line.category not in taken, line.category == UNNAMED, line.category)
        return (*kind, line.status is Status.REJECTED, not line.code, line.code, line.wording, line.address)

    return tuple(sorted(known, key=place))
