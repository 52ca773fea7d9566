"""Positions that were overtaken: what a table says of an organization that has said something else since."""

from __future__ import annotations

from typing import Final

from ontology.records import Endorsement, Iri, Position
from ontology.report import Finding
from standards.agreement.history import History, Standing, content
from standards.agreement.motion import Stance, cell_of, position_of
from standards.agreement.seen import CONFLICT, LEAST, anew, short
from standards.agreement.state import Agreement
from standards.agreement.statement import Statement

STOOD: Final = "positions_seen"
"""Column of the digest of how all organizations stood when the table was written."""

Said = tuple[Position | None, str]
"""A position, and the change or the reason, with single spaces."""


def is_shown(agreement: Agreement, subject: Statement | None, stance: Stance) -> bool:
    """Return whether a cell is as its table was written; where that is not known, whether it says what stands.

    Parameters
    ----------
    subject
        ``None`` for the whole.
    """
    history, member = _history(agreement, subject), agreement.parties.find(stance.organization)
    then = _then(history, stance)
    one = (history.newest if then is None else then).get(member.iri) if member else None
    read = stance.wording_seen.casefold() or _reads(agreement, subject)
    return one is not None and one.seen.startswith(read) and _kept(one) == _said(stance)


def overtaken(agreement: Agreement, subject: Statement | None, stance: Stance, organization: Iri) -> Finding | None:
    """Return that a stance would take the place of a position that nobody looked at who wrote it.

    A table that says nothing of what was looked at was read in before where it repeats a position that the
    organization has changed since.

    Parameters
    ----------
    subject
        ``None`` for the whole.
    """
    history, reads = _history(agreement, subject), _reads(agreement, subject)
    newest = history.newest.get(organization)
    if newest is None or _is(stance, newest, reads):
        return None
    if not stance.positions_seen:
        again = any(_is(stance, one, reads) for one in history.earlier(organization))
        return _conflict(agreement, history, stance, newest) if again else None
    then = _then(history, stance)
    looked_at = then.get(organization) if then is not None else None
    return (
        None if looked_at and content(looked_at) == content(newest) else _conflict(agreement, history, stance, newest)
    )


def _history(agreement: Agreement, subject: Statement | None) -> History:
    return agreement.history(subject.iri if subject else agreement.standard)


def _reads(agreement: Agreement, subject: Statement | None) -> str:
    """Return the digest of what a position would be on."""
    return subject.seen if subject else agreement.seen


def _then(history: History, stance: Stance) -> Standing | None:
    """Return how organizations stood when a table was written; ``None`` where it does not say, or never so."""
    return history.then(stance.positions_seen) if len(stance.positions_seen) >= LEAST else None


def _is(stance: Stance, one: Endorsement, reads: str) -> bool:
    return one.seen == reads and _kept(one) == _said(stance)


def _said(stance: Stance) -> Said:
    return position_of(stance.position), _plain(stance.change or stance.reason)


def _kept(one: Endorsement) -> Said:
    return one.taken, _plain(one.wording.value if one.wording else one.reason or "")


def _plain(text: str) -> str:
    return " ".join(text.split())


def _conflict(agreement: Agreement, history: History, stance: Stance, newest: Endorsement) -> Finding:
    """Return how the organization stands now, by whom and since when, and how a position says that it knows."""
    name, stands = agreement.parties.name(newest.organization), cell_of(newest.taken.word, _kept(newest)[1])
    when = f"{f'by {newest.by} ' if newest.by else ''}on {newest.at:%Y-%m-%d at %H:%M} UTC"
    before = "since that was looked at" if stance.positions_seen else "since it said this before"
    message = f"{name} has said “{stands}” {before}, {when}"
    remedy = (
        f"Leave it out where that is to stand; else write the sheet anew and take the position there: {anew(agreement)}"
    )
    remedy += f"; or write {short(history.seen)}, how all stand now, into the column `{STOOD}` of the row"
    value = cell_of(stance.position, stance.change or stance.reason)
    return stance.finding(CONFLICT, stance.column or "position", message, remedy, value)
