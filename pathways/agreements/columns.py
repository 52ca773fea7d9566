"""The columns of a matrix: who has a seat, and what each says of something."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from ontology.records import Endorsement, Iri, Organization, Role
from pathways.agreements.marks import MARKS
from pathways.agreements.matrix import Cell, Said, Seat
from pathways.agreements.wording import listed
from pathways.amounts import count

ROLES: Final = (Role.FIRM, Role.UNION, Role.COLLEGE)
"""In the order of their columns; an organization with several stands with the first."""


def seats_of(speaking: Iterable[Organization], names: Mapping[Iri, str]) -> tuple[Seat, ...]:
    """Return the columns: firms, then unions, then colleges, each by name."""
    found = []
    for one in speaking:
        role = next(role for role in ROLES if one.is_a(role))
        seat = Seat(address=one.iri, name=names[one.iri], role=role.name.lower(), employees=one.employees)
        found.append((ROLES.index(role), seat.name, one.iri, seat))
    return tuple(seat for *_, seat in sorted(found, key=lambda one: one[:3]))


def about(seats: Sequence[Seat]) -> str:
    """Return what a standard is, and how many of each kind take part; who agrees to what is told of each statement."""
    roles = [(role.name.lower(), sum(seat.role == role.name.lower() for seat in seats)) for role in ROLES]
    seated = listed(count(number, role) for role, number in roles if number) or "nobody yet"
    what = "What people in these jobs must be able to do, so that all train and hire to the same"
    return f"{what}. Taking part: {seated}."


def cells_of(
    seats: Iterable[Seat], said: Mapping[Iri, Said | None], words: Mapping[Iri, tuple[str, ...]] | None = None
) -> tuple[Cell, ...]:
    """Return a row: of each seat what it said, and the words of its own list where those may be seen."""
    own = words or {}
    return tuple(
        Cell(listed=seat.address in own, words=own.get(seat.address, ()), said=said.get(seat.address)) for seat in seats
    )


def said_of(one: Endorsement, *, counts: bool = True) -> Said | None:
    """Return a position; nothing where it was taken back."""
    if one.taken.word not in MARKS:
        return None
    change = one.wording.value if one.wording else ""
    return Said(position=one.taken.word, change=change, reason=one.reason or "", day=one.at.date(), counts=counts)
