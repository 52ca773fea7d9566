"""The hearing: what organizations say, held one after the other against what they were shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Final
from uuid import uuid4

from ontology.identifiers import Identifiers
from ontology.records import Endorsement, Iri, Organization, Position, Text
from ontology.report import Finding, Report
from standards.agreement.history import content
from standards.agreement.motion import POSITIONS, Stance, position_of
from standards.agreement.moves import moves_seen
from standards.agreement.naming import find, meant
from standards.agreement.overtaken import overtaken
from standards.agreement.parties import SPEAKING
from standards.agreement.seen import is_beginning, unread, unread_whole
from standards.agreement.signature import Signature
from standards.agreement.state import Agreement
from standards.agreement.statement import Outcome, Statement
from standards.agreement.told import called
from standards.headers import nearest
from standards.membership import REJOINED, former

WHOLE: Final = "standard"
"""What is written for the statement where a position is on the whole."""

WHOLE_STATEMENT: Final = "The whole standard as it is agreed"
"""What a sheet has for its wording."""

ON_WHOLE: Final = (Position.RATIFY, Position.REFUSE, Position.WITHDRAW)
ON_STATEMENT: Final = (
    Position.ENDORSE,
    Position.ADOPT_WITH_CHANGE,
    Position.ABSTAIN,
    Position.DISSENT,
    Position.WITHDRAW,
)


def judge_stances(
    agreement: Agreement, stances: Iterable[Stance], signature: Signature, identifiers: Identifiers
) -> tuple[list[Endorsement], Report]:
    """Return the positions that stances come to, and all that is wrong with any of them."""
    hearing = Hearing(agreement, identifiers, signature)
    report = Report()
    for stance in stances:
        report.extend(hearing.take(stance))
    return hearing.endorsements(), report


class Hearing:
    """Takes stances one after the other; of an organization only one on each thing."""

    def __init__(self, agreement: Agreement, identifiers: Identifiers, signature: Signature) -> None:
        self.agreement = agreement
        self.said: dict[tuple[Iri, Iri], Endorsement] = {}
        self._identifiers = identifiers
        self._signature = signature
        self._at = agreement.log.after(signature.at)

    def take(self, stance: Stance) -> Iterator[Finding]:
        """Take a stance, or yield why it cannot be taken."""
        member = self.agreement.parties.find(stance.organization)
        whole = is_on_whole(self.agreement, stance)
        subject = None if whole else find(self.agreement, stance.statement or stance.seen)
        wrong = list(_wrong(self.agreement, stance, member, subject))
        yield from wrong
        if wrong or member is None:
            return
        if late := overtaken(self.agreement, subject, stance, member.iri):
            yield late
            return
        about = subject.iri if subject else self.agreement.standard
        if (about, member.iri) in self.said:
            message = "the organization takes two positions on it"
            yield stance.finding("two-positions", "position", message, "Leave one of them", stance.organization)
        else:
            self.said[about, member.iri] = self._endorsement(stance, member.iri, subject)

    def endorsements(self) -> list[Endorsement]:
        """Return what was taken and does not stand already; what is on the whole is on what all of it leaves."""
        whole = self.agreement.standard
        said = tuple(one for one in self.said.values() if one.subject != whole)
        log = replace(self.agreement.log, endorsements=(*self.agreement.log.endorsements, *said))
        seen = replace(self.agreement, log=log).seen if len(said) < len(self.said) else self.agreement.seen
        taken = (one.model_copy(update={"seen": seen}) if one.subject == whole else one for one in self.said.values())
        return [one for one in taken if not self._stands(one)]

    def _stands(self, one: Endorsement) -> bool:
        """Return whether it is what its organization said last."""
        newest = self.agreement.history(one.subject).newest.get(one.organization)
        more = newest is not None and one.moves_seen not in (None, newest.moves_seen)
        return newest is not None and content(newest) == content(one) and not more

    def _endorsement(self, stance: Stance, member: Iri, subject: Statement | None) -> Endorsement:
        return Endorsement(
            iri=Iri(self._identifiers.mint(self.agreement.slug, "position", uuid4().hex)),
            standard=self.agreement.standard,
            organization=member,
            position=Iri(position_of(stance.position) or ""),
            subject=subject.iri if subject else self.agreement.standard,
            seen=subject.seen if subject else self.agreement.seen,
            moves_seen=_in_view(subject, stance) if subject else None,
            wording=Text(value=stance.change, language=subject.wording.language) if subject and stance.change else None,
            reason=stance.reason or None,
            by=" ".join(stance.by.split()) or self._signature.name,
            decider=self._signature.decider(self._identifiers, self.agreement, member),
            at=self._at + timedelta(microseconds=len(self.said)),
        )


def _in_view(subject: Statement, stance: Stance) -> str | None:
    """Return the digest of what moves of a statement, where the stance says that it was in view as it is now."""
    moves = moves_seen(subject)
    return moves if is_beginning(stance.moves_seen, moves) else None


def is_on_whole(agreement: Agreement, stance: Stance) -> bool:
    """Return whether a stance is on the whole standard."""
    named = (stance.statement or stance.seen).casefold()
    return named in (WHOLE, WHOLE_STATEMENT.casefold(), agreement.slug, agreement.standard.casefold())


def _no_party(agreement: Agreement, stance: Stance) -> Finding:
    """Return that an organization takes no position, with those who do and which of them may be meant."""
    speaking = agreement.parties.speaking
    near = nearest(stance.organization, [str(one.label) for one in speaking])
    meant = f"Is {near} meant? " if near else ""
    there = ", ".join(agreement.parties.headed(one.iri) for one in speaking) or "nobody"
    message = "it takes no position here: firms, unions and colleges that are members do"
    return stance.finding("no-party", "organization", message, f"{meant}Name one of: {there}", stance.organization)


def _wrong(
    agreement: Agreement, stance: Stance, member: Organization | None, subject: Statement | None
) -> Iterator[Finding]:
    """Yield what is wrong with a stance."""
    position = position_of(stance.position)
    gone = agreement.parties.former(stance.organization)
    if gone:
        message = f"{former(gone.left)}: it takes no position, and what it said before does not count"
        yield stance.finding(
            "former-member", "organization", message, f"Leave the row out; {REJOINED}", stance.organization
        )
    elif several := agreement.parties.namesakes(stance.organization):
        names = ", ".join(agreement.parties.headed(one.iri) for one in several)
        message = "several members have this name"
        yield stance.finding("several-so-called", "organization", message, f"Name one of: {names}", stance.organization)
    elif member is None or not member.is_a(*SPEAKING):
        yield _no_party(agreement, stance)
    if position is None:
        words = ", ".join(names[0] for names in POSITIONS.values())
        yield stance.finding("unknown-position", "position", "no such position", f"One of: {words}", stance.position)
        return
    whole = is_on_whole(agreement, stance)
    if subject is None and not whole:
        remedy = meant(agreement, stance.statement or stance.seen)
        remedy = remedy or f"Take the address from the state that was written last, or write {WHOLE} for the whole"
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
        other = (
            "; to speak of one statement, name it in a column `address` or `statement`" if fitting == ON_WHOLE else ""
        )
        yield stance.finding("unfitting-position", "position", message, f"One of: {words}{other}", stance.position)
    if position in (Position.DISSENT, Position.REFUSE) and not stance.reason:
        message = "it is not said why, and dissent is published with its reason"
        yield stance.finding("no-reason", "reason", message, "Write why", stance.organization)
    if position is Position.ADOPT_WITH_CHANGE and not stance.change:
        message = "it is not said with what change"
        yield stance.finding("no-change", "change", message, "Write the wording that it adopts", stance.organization)


def _outdated(agreement: Agreement, stance: Stance, subject: Statement | None) -> Iterator[Finding]:
    """Yield that a stance is on something else than is there now."""
    if subject and subject.outcome in (Outcome.MERGED, Outcome.REJECTED):
        into = agreement.statements.get(subject.into) if subject.into else None
        message = f"{called(subject)} was {subject.outcome}{f' into {called(into)}' if into else ''}"
        yield stance.finding("closed-statement", "address", message, "Leave the row out, or have that undone first")
        return
    wrong = unread(agreement, subject, stance) if subject else unread_whole(agreement, stance)
    if wrong:
        yield wrong
