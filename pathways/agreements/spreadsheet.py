"""What anybody may read of an agreement as CSV: a row for each statement, a column for each organization."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from typing import Final

from ontology.records import Iri
from pathways.agreements.public_agreement import PublicAgreement, Stance
from standards.written_cells import Cell, literal

STATEMENT: Final = ("code", "category", "statement", "support", "adopted_by", "address")
"""Columns before those of the organizations."""

WHOLE: Final = "The whole standard"
"""What stands for the wording in the row of the positions on the whole."""


def to_csv(told: PublicAgreement) -> str:
    """Return the positions on the whole, then on each statement; a cell is empty where an organization said nothing."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow([*STATEMENT, *(literal(name) for name in _names(told))])
    writer.writerows([literal(cell) for cell in row] for row in _rows(told))
    return text.getvalue()


def _names(told: PublicAgreement) -> Iterator[str]:
    """Yield what the organizations are called; where two are called the same, with their addresses."""
    names = [one.name for one in told.organizations]
    for one in told.organizations:
        yield one.name if names.count(one.name) == 1 else f"{one.name} <{one.address}>"


def _rows(told: PublicAgreement) -> Iterator[list[Cell]]:
    seats = [one.address for one in told.organizations]
    yield ["", "", WHOLE, "", None, told.address, *_said(seats, told.whole)]
    for one in told.statements:
        statement: list[Cell] = [one.code, one.category, one.wording, one.support, one.adopted_by, one.address]
        yield [*statement, *_said(seats, one.positions)]


def _said(seats: Sequence[Iri], positions: Sequence[Stance]) -> Iterator[str]:
    said = {one.organization: one for one in positions}
    for seat in seats:
        yield _cell(said[seat]) if seat in said else ""


def _cell(one: Stance) -> str:
    """Return a position with what it adopts instead and why, for instance ``dissent: We have no ropes``."""
    told = "; ".join(filter(None, [one.change, one.reason]))
    return f"{one.position}: {told}" if told else one.position
