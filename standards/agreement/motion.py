"""Motions and stances: what somebody wants decided, and how an organization stands, as they wrote it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from ontology.records import DecisionKind, Position
from ontology.report import Finding, Severity, excerpt

KINDS: Final = {
    DecisionKind.ACCEPT: ("accept", "accepted", "yes", "y", "ok", "x"),
    DecisionKind.REJECT: ("reject", "rejected", "no", "n"),
    DecisionKind.REWORD: ("reword", "reworded", "rename", "recode"),
    DecisionKind.MERGE: ("merge", "merged", "same"),
    DecisionKind.SPLIT: ("split", "split off"),
    DecisionKind.MOVE: ("move", "moved"),
    DecisionKind.LEVEL: ("level", "set level"),
    DecisionKind.NOT_NEEDED: ("not needed", "needed no more", "unneeded"),
}
"""What people write for a decision, in any case of letters."""

POSITIONS: Final = {
    Position.ENDORSE: ("endorse", "endorses", "adopt", "adopts", "yes", "y", "x"),
    Position.ADOPT_WITH_CHANGE: ("adopt with change", "adopts with change", "change", "with change"),
    Position.ABSTAIN: ("abstain", "abstains"),
    Position.DISSENT: ("dissent", "dissents", "no", "n"),
    Position.RATIFY: ("ratify", "ratifies"),
    Position.REFUSE: ("refuse", "refuses"),
    Position.WITHDRAW: ("withdraw", "withdraws", "take back", "takes back"),
}
"""What people write for a position."""


@dataclass(frozen=True)
class Motion:
    """What somebody wants decided of a statement, as it was written.

    Parameters
    ----------
    statement
        Address, the last part of it, code, or wording; where it is empty, what was seen names it.
    revision
        The beginning of the digest of the statement as it was looked at: its wording and all else that counts of it.
    seen
        The wording that was seen.
    voices
        Firms or addresses of voices, with ``|`` between them.
    row
        As a spreadsheet shows it; ``None`` where it is of no file.
    """

    statement: str
    decision: str
    revision: str = ""
    seen: str = ""
    into: str = ""
    voices: str = ""
    wording: str = ""
    label: str = ""
    category: str = ""
    code: str = ""
    occupation: str = ""
    level: str = ""
    importance: str = ""
    relation: str = ""
    moved_from: str = ""
    moved_to: str = ""
    reason: str = ""
    file: str = ""
    row: int | None = None

    def finding(self, code: str, column: str, message: str, remedy: str, value: str = "") -> Finding:
        """Return what is wrong with it, as an error at its place."""
        return _finding(self, code, column, message, remedy, value or self.statement or self.seen)


@dataclass(frozen=True)
class Stance:
    """How an organization stands to a statement, or to the whole standard, as it was written.

    Parameters
    ----------
    organization
        Name, slug or address.
    statement
        As in a `Motion`; ``standard`` for the whole.
    wording_seen
        The beginning of the digest of the wording that was read; for the whole, of all that was agreed then.
    change
        What it adopts instead.
    by
        Name of the person who speaks, where it is another than who keeps the position.
    positions_seen
        The beginning of the digest of how all organizations stood to it when the table was written, see `History.seen`;
        empty where nobody says.
    moves_seen
        The beginning of the digest of what moves of the statement as the organization had it in view, see `moves_seen`;
        empty where nobody says.
    column
        The header of the column of the organization, where it has one.
    """

    organization: str
    statement: str
    position: str
    wording_seen: str = ""
    seen: str = ""
    change: str = ""
    reason: str = ""
    file: str = ""
    row: int | None = None
    by: str = ""
    positions_seen: str = ""
    moves_seen: str = ""
    column: str = ""

    def finding(self, code: str, column: str, message: str, remedy: str, value: str = "") -> Finding:
        """Return what is wrong with it, as an error at its place."""
        return _finding(self, code, column, message, remedy, value or self.statement or self.seen)


def _finding(of: Motion | Stance, code: str, column: str, message: str, remedy: str, value: str) -> Finding:
    named = of.seen or of.statement
    return Finding(
        code=code,
        severity=Severity.ERROR,
        file=of.file,
        row=of.row,
        column=column,
        node="" if named in ("", value) else excerpt(named),
        value=value,
        message=message,
        remedy=remedy,
    )


def kind_of(text: str) -> DecisionKind | None:
    """Return what is meant by the word for a decision, nothing where it is not known.

    Example
    -------
    >>> kind_of(" Split off").word, kind_of("perhaps")
    ('split', None)
    """
    return next((kind for kind, words in KINDS.items() if _plain(text) in words), None)


def position_of(text: str) -> Position | None:
    """Return what is meant by the word for a position, nothing where it is not known.

    Example
    -------
    >>> position_of("Adopt  with change.").word
    'adopt with change'
    """
    return next((position for position, words in POSITIONS.items() if _plain(text) in words), None)


def cell_of(position: str, more: str) -> str:
    """Return a position as one cell says it, with the change or the reason.

    Example
    -------
    >>> cell_of("dissent", "We have no ropes"), cell_of("endorse", "")
    ('dissent: We have no ropes', 'endorse')
    """
    return f"{position}: {more}" if more else position


def _plain(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(".!")


def parts(text: str) -> Iterator[str]:
    """Yield what stands between the strokes of a cell."""
    yield from (part.strip() for part in text.split("|") if part.strip())
