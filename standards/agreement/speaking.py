"""Speaking: positions of organizations judged against what they were shown, and kept, all of them or none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final
from uuid import uuid4

from ontology.identifiers import Identifiers
from ontology.records import Endorsement, Iri, Organization, Position, Text
from ontology.report import Finding, Report
from ontology.store import KnowledgeBase
from standards.agreement.deciding import refuse
from standards.agreement.motion import POSITIONS, Stance, position_of
from standards.agreement.parties import SPEAKING
from standards.agreement.reading import read_agreement
from standards.agreement.seen import find, unread, unread_whole
from standards.agreement.signature import Signature
from standards.agreement.state import Agreement
from standards.agreement.statement import Outcome, Statement
from standards.agreement.storage import append

WHOLE: Final = "standard"
"""What is written for the statement where a position is on the whole."""

ON_WHOLE: Final = (Position.RATIFY, Position.REFUSE, Position.WITHDRAW)
ON_STATEMENT: Final = (
    Position.ENDORSE,
    Position.ADOPT_WITH_CHANGE,
    Position.ABSTAIN,
    Position.DISSENT,
    Position.WITHDRAW,
)


@dataclass(frozen=True)
class Spoken:
    """What was stored, and what it leaves."""

    endorsements: tuple[Endorsement, ...]
    agreement: Agreement


def speak(base: KnowledgeBase, slug: str, stances: Sequence[Stance], signature: Signature) -> Spoken:
    """Store how organizations stand to a proposal, all of it or nothing.

    Raises
    ------
    ConflictError
        Where a wording has changed since it was looked at, with all that is wrong.
    RefusedError
        Where something else is wrong, with all that is.
    NotFoundError
        Where nothing is proposed for the standard.
    """
    before = read_agreement(base, slug)
    said, report = judge_stances(before, stances, signature, base.identifiers)
    refuse(report)
    append(base, slug, said)
    log = replace(before.log, endorsements=(*before.log.endorsements, *said))
    return Spoken(tuple(said), replace(before, log=log))


def judge_stances(
    agreement: Agreement, stances: Iterable[Stance], signature: Signature, identifiers: Identifiers
) -> tuple[list[Endorsement], Report]:
    """Return the positions that stances come to, and all that is wrong with any of them."""
    said: dict[tuple[Iri, Iri], Endorsement] = {}
    report = Report()
    at = agreement.log.after(signature.at)
    for number, stance in enumerate(stances):
        member = agreement.parties.find(stance.organization)
        subject = None if _is_whole(agreement, stance) else find(agreement, stance.statement or stance.seen)
        wrong = list(_wrong(agreement, stance, member, subject))
        report.extend(wrong)
        if wrong or member is None:
            continue
        about = subject.iri if subject else agreement.standard
        if (about, member.iri) in said:
            message = "the organization takes two positions on it"
            report.add(stance.finding("two-positions", "position", message, "Leave one of them", stance.organization))
            continue
        minted = Iri(identifiers.mint(agreement.slug, "position", uuid4().hex))
        said[about, member.iri] = Endorsement(
            iri=minted,
            standard=agreement.standard,
            organization=member.iri,
            position=Iri(position_of(stance.position) or ""),
            subject=about,
            seen=subject.seen if subject else agreement.seen,
            wording=Text(value=stance.change, language=subject.wording.language) if subject and stance.change else None,
            reason=stance.reason or None,
            by=signature.name,
            at=at + timedelta(microseconds=number),
        )
    return list(said.values()), report


def _is_whole(agreement: Agreement, stance: Stance) -> bool:
    return stance.statement.casefold() in (WHOLE, agreement.slug, agreement.standard.casefold())


def _wrong(
    agreement: Agreement, stance: Stance, member: Organization | None, subject: Statement | None
) -> Iterator[Finding]:
    """Yield what is wrong with a stance."""
    position = position_of(stance.position)
    if member is None or not member.is_a(*SPEAKING):
        there = ", ".join(str(one.label) for one in agreement.parties.speaking) or "nobody"
        message = "it takes no position here: firms, unions and colleges that are members do"
        yield stance.finding("no-party", "organization", message, f"Name one of: {there}", stance.organization)
    if position is None:
        words = ", ".join(names[0] for names in POSITIONS.values())
        yield stance.finding("unknown-position", "position", "no such position", f"One of: {words}", stance.position)
        return
    whole = _is_whole(agreement, stance)
    if subject is None and not whole:
        remedy = f"Take the address from the state that was written last, or write {WHOLE} for the whole"
        yield stance.finding("unknown-statement", "address", "there is no such statement in the proposal", remedy)
        return
    yield from _unfitting(stance, position, ON_WHOLE if whole else ON_STATEMENT)
    if position is not Position.WITHDRAW:
        yield from _outdated(agreement, stance, subject)


def _unfitting(stance: Stance, position: Position, fitting: Sequence[Position]) -> Iterator[Finding]:
    """Yield that a position is not taken on such a thing, or lacks what belongs to it."""
    if position not in fitting:
        words = ", ".join(one.word for one in fitting)
        message = f"nobody can {position.word} {'a whole standard' if fitting == ON_WHOLE else 'one statement'}"
        yield stance.finding("unfitting-position", "position", message, f"One of: {words}", stance.position)
    if position in (Position.DISSENT, Position.REFUSE) and not stance.reason:
        message = "it is not said why, and dissent is published with its reason"
        yield stance.finding("no-reason", "reason", message, "Write why", stance.organization)
    if position is Position.ADOPT_WITH_CHANGE and not stance.change:
        message = "it is not said with what change"
        yield stance.finding("no-change", "change", message, "Write the wording that it adopts", stance.organization)


def _outdated(agreement: Agreement, stance: Stance, subject: Statement | None) -> Iterator[Finding]:
    """Yield that a stance is on something else than is there now."""
    if subject and subject.outcome in (Outcome.MERGED, Outcome.REJECTED):
        message = f"it was {subject.outcome}{f' into {subject.into}' if subject.into else ''}"
        yield stance.finding("closed-statement", "address", message, "Leave the row out, or have that undone first")
        return
    wrong = unread(agreement, subject, stance) if subject else unread_whole(agreement, stance)
    if wrong:
        yield wrong
