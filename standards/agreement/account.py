"""The account of an agreement: its whole state in words and numbers, as commands and the service tell it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime

from ontology.frozen import Frozen
from ontology.records import Decision, Endorsement, Iri, Text
from ontology.report import sentence
from standards.agreement.categories import ungrouped
from standards.agreement.effect import by_cause, named, of_former_members
from standards.agreement.fitting import relation_word
from standards.agreement.log import ordered
from standards.agreement.replay import Idle
from standards.agreement.state import Agreement
from standards.agreement.statement import Outcome, Statement
from standards.agreement.tally import ADOPTING, Status


class PositionAccount(Frozen):
    """How an organization stands.

    Parameters
    ----------
    counts
        Whether it is on what is there now, and of a member.
    former
        Whether the organization is a member no more.
    left
        Its last day as a member, where it is none and that day is known.
    """

    organization: str
    address: str
    position: str
    change: str = ""
    reason: str = ""
    at: datetime
    counts: bool = True
    former: bool = False
    left: date | None = None


class OwnWords(Frozen):
    """What a firm says in words of its own, with the address of its voice."""

    firm: str
    address: str
    words: str


class MoveAccount(Frozen):
    """That another job or occupation asks for a statement than before, by their addresses."""

    moved_from: str
    moved_to: str


class NearAccount(Frozen):
    """A statement that comes near another without being joined, as it reads now.

    Parameters
    ----------
    likeness
        0 to 1.
    """

    address: str
    wording: str
    likeness: float


class StatementAccount(Frozen):
    """A statement as it stands.

    Parameters
    ----------
    revision
        Digest of all that counts of it: a decision names it.
    wording_seen
        Digest of its wording alone: a position names it.
    missing
        What it lacks to be agreed, in words.
    share
        Of the employment of the firms, 0 to 1, that those have who adopt it.
    into
        What it was merged into.
    near
        What comes near it and may be the same, the nearest first; what was merged or rejected is not named.
    """

    address: str
    revision: str
    wording_seen: str
    status: Status
    wording: str
    label: str = ""
    category: str = ""
    code: str = ""
    support: str = ""
    into: str = ""
    adopted_by: tuple[str, ...] = ()
    share: float | None = None
    missing: str = ""
    voices: tuple[OwnWords, ...] = ()
    positions: tuple[PositionAccount, ...] = ()
    moves: tuple[MoveAccount, ...] = ()
    near: tuple[NearAccount, ...] = ()


class DecisionAccount(Frozen):
    """What somebody decided.

    Parameters
    ----------
    named
        What the statement read before it; empty where nobody knows any more.
    code
        Which the statement has now.
    into
        What it went into, or whose voices went there, as that read before it, or its address.
    wording
        The wording that was decided.
    occupation
        What needs it so, as people call that, with its code.
    level
        0 to 7.
    importance
        1 to 5.
    relation
        ``essential`` or ``optional``.
    counts
        Whether it was not undone.
    """

    address: str
    statement: str
    named: str = ""
    code: str = ""
    decision: str
    into: str = ""
    wording: str = ""
    occupation: str = ""
    level: float | None = None
    importance: float | None = None
    relation: str = ""
    by: str
    at: datetime
    reason: str = ""
    counts: bool = True


class RequirementAccount(Frozen):
    """What an occupation needs of a statement, as a version would have it, and where that is from.

    Parameters
    ----------
    statement
        Its address.
    occupation
        As people call it, with its code.
    relation
        ``essential``, ``optional`` or ``not needed``; empty where nobody says, or where it is left out.
    importance
        1 to 5.
    level
        0 to 7.
    relation_from, importance_from, level_from
        In words: decided, stated in the working copy, as published, or of how many firms.
    few
        Which of importance and level are left out, since too few firms give one.
    otherwise
        How firms ask otherwise now than it was published; empty where the version follows them or something decided.
    """

    statement: str
    status: Status
    code: str = ""
    wording: str
    occupation: str
    occupation_address: str
    relation: str = ""
    importance: float | None = None
    level: float | None = None
    relation_from: str = ""
    importance_from: str = ""
    level_from: str = ""
    few: tuple[str, ...] = ()
    otherwise: str = ""


class AgreementAccount(Frozen):
    """The state of an agreement.

    Parameters
    ----------
    wording_seen
        Digest of all that is agreed: a ratification names it.
    rule
        The quorum in words.
    can_be_ratified
        Whether nothing stands in the way.
    published
        The version in force, where nothing was decided or said since it was published; empty otherwise.
    obstacles
        What does, with what to do about it.
    left
        Organizations that have spoken, or whose words are in it, and are no members any more.
    idle
        What was said and decided and does nothing any more, once for each cause: the positions of each organization
        that is a member no more, then decisions, with who decided what of which statement, and why it does nothing.
    requirements
        Of what is agreed and of what is open still, where they were asked for.
    """

    standard: str
    slug: str
    wording_seen: str
    rule: str
    can_be_ratified: bool
    published: str = ""
    obstacles: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    counts: dict[Status, int]
    left: tuple[str, ...] = ()
    idle: tuple[str, ...] = ()
    whole: tuple[PositionAccount, ...] = ()
    statements: tuple[StatementAccount, ...] = ()
    requirements: tuple[RequirementAccount, ...] = ()
    decisions: tuple[DecisionAccount, ...] = ()


def account(agreement: Agreement, requirements: Sequence[RequirementAccount] = ()) -> AgreementAccount:
    """Return the whole state of an agreement.

    Parameters
    ----------
    requirements
        What occupations need, to be told with it: that follows from more than the agreement.
    """
    obstacles = tuple(f"{one.value}: {sentence(one.message)} {one.remedy}" for one in agreement.obstacles())
    whole = [(one, True) for one in agreement.ratifications] + [(one, False) for one in agreement.reopened]
    return AgreementAccount(
        standard=agreement.standard,
        slug=agreement.slug,
        wording_seen=agreement.seen,
        rule=str(agreement.ballot.quorum),
        can_be_ratified=not obstacles,
        published=agreement.settled,
        obstacles=obstacles,
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
    said = [(each, True) for each in tally.positions] + [(each, False) for each in (*tally.outdated, *tally.departed)]
    adopted = [each.organization for each in tally.positions if each.taken in ADOPTING]
    voices = sorted((agreement.voice[iri] for iri in one.voices), key=lambda voice: (voice.firm, voice.iri))
    return StatementAccount(
        address=one.iri,
        revision=one.revision,
        wording_seen=one.seen,
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
        voices=tuple(
            OwnWords(firm=agreement.parties.name(voice.firm), address=voice.iri, words=voice.words.value)
            for voice in voices
        ),
        positions=tuple(_position(agreement, each, counts=counts) for each, counts in said),
        moves=tuple(MoveAccount(moved_from=move.moved_from, moved_to=move.moved_to) for move in one.moves),
        near=tuple(_near(agreement, one)),
    )


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
