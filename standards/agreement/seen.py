"""What somebody had seen of a statement before they decided on it, held against what it is now."""

from __future__ import annotations

from typing import Final

from ontology.records import Decision
from ontology.report import Finding
from standards.agreement.motion import Motion, Stance
from standards.agreement.state import Agreement
from standards.agreement.statement import Statement

CONFLICT: Final = "changed-meanwhile"
"""Code of the finding that somebody else was faster."""

SHOWN: Final = 12
"""Characters of a digest that people are shown."""

LEAST: Final = 8
"""Characters of a digest that are enough to know it by."""


def short(digest: str) -> str:
    """Return a digest as people are shown it."""
    return digest[:SHOWN]


def unseen(agreement: Agreement, one: Statement, motion: Motion) -> Finding | None:
    """Return that a motion rests on something else than what the statement is now; ``None`` where it does not."""
    if motion.revision:
        return None if _is(motion.revision, one.revision) else _conflict(agreement, one, motion, motion.revision)
    if motion.seen and not agreement.log.of(one.iri):
        return None if motion.seen == one.wording.value else _conflict(agreement, one, motion, motion.seen)
    return _blind(agreement, motion, one)


def unread(agreement: Agreement, one: Statement, stance: Stance) -> Finding | None:
    """Return that a stance is on another wording than the statement has now; ``None`` where it is not."""
    if stance.revision:
        return None if _is(stance.revision, one.seen) else _conflict(agreement, one, stance, stance.revision)
    if stance.seen:
        return None if stance.seen == one.wording.value else _conflict(agreement, one, stance, stance.seen)
    return _blind(agreement, stance)


def unread_whole(agreement: Agreement, stance: Stance) -> Finding | None:
    """Return that a stance on the whole is on other statements than are agreed now; ``None`` where it is not."""
    if not stance.revision:
        return _blind(agreement, stance)
    if _is(stance.revision, agreement.seen):
        return None
    message = f"what is agreed is not what it was: it is now revision {short(agreement.seen)}"
    remedy = f"Look at it as it is now, and take the position anew: {_anew(agreement)}"
    return stance.finding(CONFLICT, "revision", message, remedy, stance.revision)


def _is(given: str, digest: str) -> bool:
    return len(given) >= LEAST and digest.startswith(given.casefold())


def _blind(agreement: Agreement, of: Motion | Stance, one: Statement | None = None) -> Finding:
    message = "it is not said which revision of it was seen, so nobody can tell whether it is still that"
    remedy = f"Write the state anew and fill that in: {_anew(agreement)}"
    if one and of.seen:
        message = f"{_who(agreement, one)}, and since then its wording alone does not say what was seen of it"
        remedy += f"; or, where “{one.wording}” is what you mean, write {one.code or one.iri} into `address` and "
        remedy += f"{short(one.revision)} into `revision`"
    return of.finding("no-revision", "revision", message, remedy)


def _conflict(agreement: Agreement, one: Statement, of: Motion | Stance, given: str) -> Finding:
    message = f"it is not what it was when it was looked at: {_who(agreement, one)}; it reads now “{one.wording}”, "
    message += f"{one.outcome}, revision {short(one.seen if isinstance(of, Stance) else one.revision)}"
    remedy = f"Look at it as it is now, and decide anew: {_anew(agreement)}"
    return of.finding(CONFLICT, "revision", message, remedy, given)


def _anew(agreement: Agreement) -> str:
    return f"`ladderworks standard agreement {agreement.slug} -o FILE.xlsx`"


def _who(agreement: Agreement, one: Statement) -> str:
    """Return who changed a statement last, what and when."""
    last = next(reversed(agreement.log.of(one.iri)), None)
    return _told(last) if last else "the proposal was made anew"


def _told(decision: Decision) -> str:
    return f"{decision.by} decided “{decision.decided.word}” on {decision.at:%Y-%m-%d at %H:%M} UTC"
