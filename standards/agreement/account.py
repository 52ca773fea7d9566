"""The account of an agreement: its whole state in words and numbers, as commands and the service tell it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ontology.records import Decision, Endorsement, Iri, Text
from ontology.report import sentence
from standards.agreement.account_records import (
    AgreementAccount,
    DecisionAccount,
    MoveAccount,
    NearAccount,
    OwnWords,
    PositionAccount,
    RequirementAccount,
    StatementAccount,
)
from standards.agreement.categories import ungrouped
from standards.agreement.effect import by_cause, named, of_former_members
from standards.agreement.fitting import relation_word
from standards.agreement.log import ordered
from standards.agreement.moves import moves_seen
from standards.agreement.obstacles import obstacles
from standards.agreement.particulars import particulars
from standards.agreement.replay import Idle
from standards.agreement.state import Agreement
from standards.agreement.statement import Outcome, Statement
from standards.agreement.tally import ADOPTING, Status, Tally


def account(agreement: Agreement, requirements: Sequence[RequirementAccount] = ()) -> AgreementAccount:
    """Return the whole state of an agreement.

    Parameters
    ----------
    requirements
        What occupations need, to be told with it: that follows from more than the agreement.
    """
    hindering = tuple(f"{one.value}: {sentence(one.message)} {one.remedy}" for one in obstacles(agreement))
    whole = [(one, True) for one in agreement.ratifications] + [(one, False) for one in agreement.reopened]
    return AgreementAccount(
        standard=agreement.standard,
        slug=agreement.slug,
        wording_seen=agreement.seen,
        positions_seen=agreement.history(agreement.standard).seen,
        rule=agreement.ballot.quorum.in_words(agreement.parties),
        can_be_ratified=not hindering,
        published=agreement.settled,
        obstacles=hindering,
        notes=(*(f"{one.message} ({one.value})" for one in agreement.findings()), *ungrouped(agreement)),
        counts={status: len(agreement.of(status)) for status in Status},
        left=tuple(agreement.parties.name(one) for one in agreement.departed),
        idle=(*of_former_members(agreement), *idle_accounts(agreement, agreement.replayed.idle)),
        whole=tuple(_position(agreement, one, counts=counts) for one, counts in whole),
        statements=tuple(statement_account(agreement, one) for one in agreement.statements.values()),
        requirements=tuple(requirements),
        decisions=tuple(_decisions(agreement)),
    )


def statement_account(agreement: Agreement, one: Statement) -> StatementAccount:
    """Return one statement as it stands."""
    tally = agreement.tallies[one.iri]
    adopted = [each.organization for each in tally.positions if each.taken in ADOPTING]
    return StatementAccount(
        address=one.iri,
        revision=one.revision,
        wording_seen=one.seen,
        positions_seen=agreement.history(one.iri).seen,
        moves_seen=moves_seen(one),
        status=tally.status,
        wording=one.wording.value,
        label=one.label.value if one.label else "",
        category=one.category.value if one.category else "",
        code=one.code or "",
        support=agreement.support(one).word,
        into=one.into or "",
        adopted_by=tuple(agreement.parties.name(each) for each in adopted),
        share=tally.share,
        missing=agreement.ballot.missing(tally) if tally.status in (Status.ACCEPTED, Status.CONTESTED) else "",
        voices=tuple(_voices(agreement, one)),
        positions=tuple(_positions(agreement, tally)),
        moves=tuple(MoveAccount(moved_from=move.moved_from, moved_to=move.moved_to) for move in one.moves),
        near=tuple(_near(agreement, one)),
    )


def _voices(agreement: Agreement, one: Statement) -> Iterator[OwnWords]:
    """Yield what firms say in words of their own, by firm."""
    for voice in sorted((agreement.voice[iri] for iri in one.voices), key=lambda voice: (voice.firm, voice.iri)):
        yield OwnWords(firm=agreement.parties.name(voice.firm), address=voice.iri, words=voice.words.value)


def _positions(agreement: Agreement, tally: Tally) -> Iterator[PositionAccount]:
    """Yield how organizations stand: those that count, then those on an earlier wording or of former members."""
    yield from (_position(agreement, each, counts=True) for each in tally.positions)
    yield from (_position(agreement, each, counts=False) for each in (*tally.outdated, *tally.departed))


def _near(agreement: Agreement, one: Statement) -> Iterator[NearAccount]:
    """Yield what comes near a statement and stands for itself still."""
    for candidate, likeness in agreement.near.get(one.iri, ()):
        other = agreement.statements.get(candidate.iri)
        if other and other.outcome not in (Outcome.MERGED, Outcome.REJECTED):
            yield NearAccount(address=other.iri, wording=other.wording.value, likeness=likeness)


def _position(agreement: Agreement, one: Endorsement, *, counts: bool) -> PositionAccount:
    return PositionAccount(
        organization=agreement.parties.name(one.organization),
        address=one.organization,
        position=one.taken.word,
        change=one.wording.value if one.wording else "",
        reason=one.reason or "",
        at=one.at,
        counts=counts,
        former=one.organization not in agreement.parties.members,
        left=agreement.parties.left(one.organization),
    )


def _decisions(agreement: Agreement) -> list[DecisionAccount]:
    """Return all decisions, the newest first."""
    return [decision_account(agreement, one) for one in reversed(ordered(agreement.log.decisions))]


def decision_account(agreement: Agreement, one: Decision) -> DecisionAccount:
    """Return what somebody decided."""
    return DecisionAccount(
        address=one.iri,
        statement=one.candidate,
        named=_reading(agreement, one, one.candidate),
        code=_code(agreement, one.candidate),
        decision=one.decided.word,
        into=(_reading(agreement, one, one.into) or one.into) if one.into else "",
        wording=one.wording.value if one.wording else "",
        particulars=particulars(agreement, one),
        occupation=agreement.occupations.get(one.occupation, one.occupation) if one.occupation else "",
        level=one.level,
        importance=one.importance,
        relation=relation_word(one.relation),
        by=one.by,
        at=one.at,
        reason=one.reason or "",
        counts=one.iri not in agreement.log.undone,
    )


def idle_accounts(agreement: Agreement, decisions: Iterable[Idle]) -> Iterator[str]:
    """Yield what was decided without effect and why, once for each cause."""
    for cause, those in by_cause(agreement, decisions).items():
        number = f"{len(those):,} decisions: " if those[1:] else ""
        yield f"{number}{named([_idle(agreement, one) for one in those])}: {cause}"


def _idle(agreement: Agreement, one: Idle) -> str:
    """Return what was decided, of which statement, by whom, and how it is named to undo it."""
    said = decision_account(agreement, one.decision)
    code = f" ({said.code})" if said.code else ""
    what = f"“{said.named}”{code}" if said.named else "a statement that is there no more"
    name = one.decision.iri.rsplit("/", 1)[-1][:8]
    return f"{said.decision} of {what}, decided by {said.by} on {said.at:%Y-%m-%d} ({name})"


def _reading(agreement: Agreement, one: Decision, statement: Iri) -> str:
    """Return what a statement read before a decision, or as one words it first; nothing where nobody knows."""
    then = agreement.wordings_then.get((one.iri, statement))
    found = then or (one.wording if statement == one.into else _split_off(agreement, statement))
    return found.value if found else ""


def _split_off(agreement: Agreement, statement: Iri) -> Text | None:
    """Return how a statement was worded when it was split off, though that may have been undone."""
    return next((one.wording for one in agreement.log.decisions if one.into == statement and one.wording), None)


def _code(agreement: Agreement, statement: Iri) -> str:
    found = agreement.statements.get(statement)
    return (found.code or "") if found else ""
