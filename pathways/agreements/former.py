"""Former members: what they said of a standard while they were members, told as said then and not counted."""

from __future__ import annotations

from collections.abc import Iterator

from ontology.records import Position
from pathways.agreements.wording import day
from standards.agreement import AgreementAccount, PositionAccount, StatementAccount
from standards.code_order import code_order


def former_dissent(statement: StatementAccount, one: PositionAccount) -> str:
    """Return who dissented from what and why, with the last day on which it was a member, where that is known."""
    until = f"a member until {day(one.left)}" if one.left else "a member then"
    what = statement.code or f"“{statement.wording}”"
    return f"{one.organization}, {until}, dissented from {what}: {one.reason} (not counted)"


def former_dissents(told: AgreementAccount) -> Iterator[str]:
    """Yield the dissents of former members from what is not closed, by the codes of the statements."""
    for statement in sorted(told.statements, key=lambda one: code_order(one.code)):
        for one in statement.positions if not statement.status.closed else ():
            if one.former and one.position == Position.DISSENT.word:
                yield former_dissent(statement, one)
