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

REVISION: Final = "revision"
"""Column of the digest of a statement with all that counts of it; a decision rests on that."""

SEEN: Final = "wording_seen"
"""Column of the digest of a wording alone, or of all that is agreed; a position is on that."""

OTHER: Final = {REVISION: SEEN, SEEN: REVISION}

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
        return (
            None if is_beginning(motion.revision, one.revision) else _conflict(agreement, one, motion, motion.revision)
        )
    if motion.seen and not agreement.log.of(one.iri):
        return None if motion.seen == one.wording.value else _conflict(agreement, one, motion, motion.seen)
    return _blind(agreement, motion, one)


def unread(agreement: Agreement, one: Statement, stance: Stance) -> Finding | None:
    """Return that a stance is on another wording than the statement has now; ``None`` where it is not."""
    if stance.wording_seen:
        return (
            None
            if is_beginning(stance.wording_seen, one.seen)
            else _conflict(agreement, one, stance, stance.wording_seen)
        )
    if stance.seen and not _names(stance.seen, one):
        return None if stance.seen == one.wording.value else _conflict(agreement, one, stance, stance.seen)
    return _unseen_wording(agreement, stance)


def _names(said: str, one: Statement) -> bool:
    """Return whether what is written for a wording names the statement instead."""
    return said in (one.code, one.iri, one.iri.rsplit("/", 1)[-1])


def _unseen_wording(agreement: Agreement, stance: Stance) -> Finding:
    """Return that a row names a statement and does not say which wording of it was read."""
    message = (
        "the row names the statement and not the wording that was read, so nobody can tell whether it reads so still"
    )
    remedy = f"Write that wording into the column `statement`, or the first {LEAST} characters or more of its {SEEN} "
    remedy += f"into the column `{SEEN}`; both are in the sheet Positions of {anew(agreement)}"
    return stance.finding("no-wording-seen", SEEN, message, remedy)


def unread_whole(agreement: Agreement, stance: Stance) -> Finding | None:
    """Return that a stance on the whole is on other statements than are agreed now; ``None`` where it is not."""
    if not stance.wording_seen:
        return _blind_of_whole(agreement, stance)
    if is_beginning(stance.wording_seen, agreement.seen):
        return None
    message = f"what is agreed is not what it was: its wording_seen is now {short(agreement.seen)}"
    remedy = f"Look at it as it is now, and take the position anew: {anew(agreement)}"
    return stance.finding(CONFLICT, SEEN, message, remedy, stance.wording_seen)


def is_beginning(given: str, digest: str) -> bool:
    """Return whether a text is enough of the beginning of a digest to mean it."""
    return len(given) >= LEAST and digest.startswith(given.casefold())


def _blind(agreement: Agreement, of: Motion | Stance, one: Statement | None = None) -> Finding:
    message = f"it is not said which {_column(of)} was looked at, so nobody can tell whether it is still that"
    remedy = f"Write the state anew and fill that in: {anew(agreement)}"
    if one and of.seen:
        message = f"{_who(agreement, one)}, and since then its wording alone does not say what was seen of it"
        remedy += f"; or, where “{one.wording}” is what you mean, write {one.code or one.iri} into `address` and "
        remedy += f"{short(one.revision)} into `revision`"
    return of.finding(f"no-{_column(of).replace('_', '-')}", _column(of), message, remedy)


def _blind_of_whole(agreement: Agreement, stance: Stance) -> Finding:
    blind = _blind(agreement, stance)
    remedy = f"{blind.remedy}; or say it of all such rows with `--seen`: its first characters, or `now`"
    return blind.model_copy(update={"remedy": remedy})


def _conflict(agreement: Agreement, one: Statement, of: Motion | Stance, given: str) -> Finding:
    if is_beginning(given, _digest(one, OTHER[_column(of)])):
        return _mistaken(one, of, given)
    message = f"{_changed(agreement, one, of)}; it reads now “{one.wording}”, "
    message += f"{one.outcome}, {_column(of)} {short(_digest(one, _column(of)))}"
    remedy = f"Look at it as it is now, and decide anew: {anew(agreement)}"
    return of.finding(CONFLICT, _column(of), message, remedy, given)


def _mistaken(one: Statement, of: Motion | Stance, given: str) -> Finding:
    """Return that one digest of a statement is given in the place of the other."""
    message = f"it is the {OTHER[_column(of)]} of the statement, and its {_column(of)} is asked for"
    remedy = f"Write {short(_digest(one, _column(of)))} into `{_column(of)}`"
    return of.finding("other-digest", _column(of), message, remedy, given)


def _column(of: Motion | Stance) -> str:
    """Return the column that says what was looked at: the whole statement to decide on it, its wording to adopt it."""
    return SEEN if isinstance(of, Stance) else REVISION


def _digest(one: Statement, column: str) -> str:
    return one.seen if column == SEEN else one.revision


def anew(agreement: Agreement) -> str:
    """Return the command that writes the state anew."""
    return f"`ladderworks standard agreement {agreement.slug} -o {agreement.slug}.xlsx`"


def _changed(agreement: Agreement, one: Statement, of: Motion | Stance) -> str:
    """Return who changed last what was looked at: of a statement anything, or its wording alone."""
    looked = "it is not what it was when it was looked at"
    if isinstance(of, Motion):
        return f"{looked}: {_who(agreement, one)}"
    reworded = [each for each in agreement.log.of(one.iri) if each.wording and each.wording != one.proposed]
    never = "it does not read so: the proposal was made anew since, or it never did"
    return f"{looked}: {_told(reworded[-1])}" if reworded else never


def _who(agreement: Agreement, one: Statement) -> str:
    """Return who changed a statement last, what and when."""
    last = next(reversed(agreement.log.of(one.iri)), None)
    return _told(last) if last else "the proposal was made anew"


def _told(decision: Decision) -> str:
    return f"{decision.by} decided “{decision.decided.word}” on {decision.at:%Y-%m-%d at %H:%M} UTC"
