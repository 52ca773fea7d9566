"""The records of an account: what is told of an agreement, of its statements, positions, decisions and needs."""

from __future__ import annotations

from datetime import date, datetime

from ontology.frozen import Frozen
from standards.agreement.tally import Status


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
    positions_seen
        Digest of how all organizations stand to it: what changes a position may name it.
    moves_seen
        Digest of what moves of it; who names it lets a firm's own jobs be named. Empty where nothing moves.
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
    positions_seen: str = ""
    moves_seen: str = ""
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
    particulars
        What it says beside, in words: from where to where, whose words, which name, category and code, what it undoes.
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
    particulars: str = ""
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
    positions_seen
        Digest of how all organizations stand to the whole: what changes a ratification may name it.
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
    positions_seen: str = ""
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
