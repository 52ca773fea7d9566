"""Replay: the statements as the decisions leave them, computed from the proposal and the log."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final, TypeVar

from ontology.records import Candidate, Decision, DecisionKind, Iri, Voice
from standards.agreement.log import counting
from standards.agreement.statement import JobMove, Need, Outcome, Statement
from standards.agreement.told import called, work_code

Statements = Mapping[Iri, Statement]
"""By address."""

NO_WORDS: Final = "no firm's words that are in it are named"
"""Why a decision does nothing that parts a statement by words which are not in it, or in none any more."""

Said = TypeVar("Said", Need, JobMove)


class UnfitError(ValueError):
    """A decision cannot be applied to what there is.

    Parameters
    ----------
    remedy
        What to do instead.
    """

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.remedy = remedy


@dataclass(frozen=True)
class Idle:
    """A decision that counts and does nothing, because what it rests on is not there any more."""

    decision: Decision
    why: str


@dataclass(frozen=True)
class Replayed:
    """The statements after all decisions.

    Parameters
    ----------
    idle
        Decisions that could not be applied, in their order.
    """

    statements: Statements
    idle: tuple[Idle, ...] = ()


def proposed(candidates: Iterable[Candidate], voices: Iterable[Voice]) -> Statements:
    """Return the statements as they were proposed, by address."""
    said: dict[Iri, set[Iri]] = {}
    for voice in voices:
        said.setdefault(voice.candidate, set()).add(voice.iri)
    found = (_proposed(one, frozenset(said.get(one.iri, ()))) for one in candidates)
    return {one.iri: one for one in sorted(found, key=lambda one: one.iri)}


def _proposed(candidate: Candidate, voices: frozenset[Iri]) -> Statement:
    return Statement(
        iri=candidate.iri,
        proposed=candidate.statement,
        wording=candidate.statement,
        voices=voices,
        category=candidate.category,
        stands_for=candidate.stands_for,
    )


def replay(before: Statements, decisions: Iterable[Decision]) -> Replayed:
    """Return what the decisions that count make of the statements; those that do not fit any more are told.

    Parameters
    ----------
    before
        As `proposed` gives them. What was split off before they were proposed is among them, with the voices that have
        come to it since.
    """
    counted = counting(decisions)
    split = [one.into for one in counted if one.decided is DecisionKind.SPLIT and one.into]
    later = {iri: before[iri] for iri in split if iri in before}
    statements = {iri: one for iri, one in before.items() if iri not in later}
    idle = []
    for decision in counted:
        try:
            there = later.pop(decision.into, None) if decision.into else None
            statements.update(_split_before(statements, decision, there) if there else changes(statements, decision))
        except UnfitError as unfit:
            idle.append(Idle(decision, str(unfit)))
    return Replayed(statements, tuple(idle))


def changes(statements: Statements, decision: Decision) -> Statements:
    """Return the statements that are otherwise after one decision more, by address.

    Raises
    ------
    UnfitError
        Where it does not fit to what there is.
    """
    one = statements.get(decision.candidate)
    if one is None:
        message = "there is no such statement in the proposal any more"
        raise UnfitError(message, "Write the state anew, and decide on a statement that is in it")
    if one.outcome is Outcome.MERGED:
        message = f"it was merged into {_into(statements, one)}"
        raise UnfitError(message, "Decide on that one, or undo the merger")
    return APPLY[decision.decided](statements, one, decision)


def _into(statements: Statements, gone: Statement) -> str:
    """Return what the statement is called that another was merged into."""
    into = statements.get(gone.into) if gone.into else None
    return called(into) if into else "one that is there no more"


def _accept(_: Statements, one: Statement, decision: Decision) -> Statements:
    return {one.iri: replace(_called(one, decision), outcome=Outcome.ACCEPTED)}


def _reject(_: Statements, one: Statement, __: Decision) -> Statements:
    return {one.iri: replace(one, outcome=Outcome.REJECTED)}


def _reword(_: Statements, one: Statement, decision: Decision) -> Statements:
    if _called(one, decision) == one:
        message = "the new wording, label, category or code is not given, or is the one that it has"
        raise UnfitError(message, "Write what it is to be called into the column of it")
    return {one.iri: _called(one, decision)}


def _called(one: Statement, decision: Decision) -> Statement:
    """Return a statement as a decision words, labels, groups and codes it."""
    return replace(
        one,
        wording=decision.wording or one.wording,
        label=decision.label or one.label,
        category=decision.category or one.category,
        code=decision.code or one.code,
    )


def _merge(statements: Statements, one: Statement, decision: Decision) -> Statements:
    into = _target(statements, one, decision)
    gone = replace(one, outcome=Outcome.MERGED, into=into.iri, voices=frozenset())
    return {one.iri: gone, into.iri: _joined(into, one)}


def _joined(into: Statement, gone: Statement) -> Statement:
    """Return a statement with the voices of one that went into it, and what was decided of that.

    What was decided of the statement itself comes first; that nobody needs the other one says nothing of this one.
    """
    brought = {occupation: need for occupation, need in gone.needed.items() if need.needed}
    own = {occupation: need.over(brought.get(occupation)) for occupation, need in into.needed.items()}
    return replace(
        into,
        voices=into.voices | gone.voices,
        needs=_in_order({**brought, **own}),
        moves=_in_order({**gone.moved, **into.moved}),
    )


def _in_order(said: Mapping[Iri, Said]) -> tuple[Said, ...]:
    """Return what was decided in the order of the addresses that it is of."""
    return tuple(one for _, one in sorted(said.items()))


def _target(statements: Statements, one: Statement, decision: Decision) -> Statement:
    """Return the other statement that a decision names."""
    into = statements.get(decision.into) if decision.into else None
    if into is None or into == one:
        message = "the other statement is not named, or is not another one of the proposal"
        raise UnfitError(message, "Write its address into the column of it")
    if into.outcome is Outcome.MERGED:
        message = f"the other statement, {called(into)}, was itself merged into {_into(statements, into)}"
        raise UnfitError(message, "Name that one")
    if into.outcome is Outcome.REJECTED:
        message = f"the other statement, {called(into)}, was rejected, and what goes into it would be lost"
        raise UnfitError(message, "Accept that one first, or name another")
    return into


def _split(statements: Statements, one: Statement, decision: Decision) -> Statements:
    voices = _voices(statements, one, decision)
    if voices == one.voices:
        message = "these are all its voices, so that nothing would be left"
        raise UnfitError(message, "Reword it instead, or leave at least one voice with it")
    if decision.into is None or decision.into in statements:
        message = "the new statement has no address, or there is one with its address already"
        raise UnfitError(message, "Leave the column of the other statement empty: the new one gets an address")
    wording = decision.wording or one.wording
    new = Statement(
        iri=decision.into,
        proposed=wording,
        wording=wording,
        voices=voices,
        label=decision.label,
        category=decision.category or one.category,
        code=decision.code,
        split_from=one.iri,
    )
    return {one.iri: replace(one, voices=one.voices - voices), new.iri: new}


def _split_before(statements: Statements, decision: Decision, there: Statement) -> Statements:
    """Return what a split does to a statement that a later round found voices for: it has these and those named."""
    one = statements.get(decision.candidate)
    voices = one.voices.intersection(decision.voices) if one else frozenset()
    new = replace(
        there,
        voices=there.voices | voices,
        label=decision.label,
        category=decision.category or (one.category if one else there.category),
        code=decision.code,
        split_from=decision.candidate,
    )
    left = {one.iri: replace(one, voices=one.voices - voices)} if one else {}
    return {**left, new.iri: new}


def _voices(statements: Statements, one: Statement, decision: Decision) -> frozenset[Iri]:
    """Return the voices that a decision takes from a statement; what no statement has any more is passed over."""
    voices = one.voices.intersection(decision.voices)
    if strange := _held(statements, frozenset(decision.voices) - voices):
        message = f"{len(strange)} of these voices are in another statement"
        raise UnfitError(message, "Name voices of this statement only")
    if not voices:
        raise UnfitError(NO_WORDS, "Name the voices that are to go, or the firms whose they are")
    return voices


def _held(statements: Statements, voices: frozenset[Iri]) -> frozenset[Iri]:
    """Return which of some voices any statement has; that of none are asked about is the rule."""
    found = (each.voices & voices for each in statements.values()) if voices else ()
    return frozenset().union(*found)


def _move(statements: Statements, one: Statement, decision: Decision) -> Statements:
    if decision.into:
        into, voices = _target(statements, one, decision), _voices(statements, one, decision)
        if voices == one.voices:
            message = "these are all its voices, so that nothing would be left"
            raise UnfitError(message, "Merge it into the other statement instead")
        left = replace(one, voices=one.voices - voices)
        return {one.iri: left, into.iri: replace(into, voices=into.voices | voices)}
    if decision.moved_from and decision.moved_to and decision.moved_from != decision.moved_to:
        move = JobMove(decision.moved_from, decision.moved_to)
        return {one.iri: replace(one, moves=_moves(one, move))}
    if decision.category and decision.category != one.category:
        return {one.iri: replace(one, category=decision.category)}
    message = "it is not said where it moves to"
    raise UnfitError(message, "Name another statement with voices, another category, or the two occupations or jobs")


def _moves(one: Statement, move: JobMove) -> tuple[JobMove, ...]:
    """Return where a statement moves to with one move more."""
    before = one.moved.get(move.moved_from, move)
    if before != move:
        message = f"it moves from {work_code(move.moved_from)} to {work_code(before.moved_to)} already"
        raise UnfitError(message, "Undo that decision first, or leave this one out")
    return _in_order({**one.moved, move.moved_from: move})


def _level(_: Statements, one: Statement, decision: Decision) -> Statements:
    if decision.occupation is None or (decision.level, decision.importance, decision.relation) == (None, None, None):
        message = "the occupation is not named, or neither level, importance nor relation is given"
        raise UnfitError(message, "Write the occupation's code, and what it needs")
    need = Need(decision.occupation, decision.level, decision.importance, decision.relation)
    needs = {**one.needed, need.occupation: need.over(one.needed.get(need.occupation))}
    return {one.iri: replace(one, needs=_in_order(needs))}


def _not_needed(_: Statements, one: Statement, decision: Decision) -> Statements:
    if decision.occupation is None:
        message = "the occupation is not named that does not need it"
        raise UnfitError(message, "Write the occupation's code")
    needs = {**one.needed, decision.occupation: Need(decision.occupation, needed=False)}
    return {one.iri: replace(one, needs=_in_order(needs))}


APPLY: Final[Mapping[DecisionKind, Callable[[Statements, Statement, Decision], Statements]]] = {
    DecisionKind.ACCEPT: _accept,
    DecisionKind.REJECT: _reject,
    DecisionKind.REWORD: _reword,
    DecisionKind.MERGE: _merge,
    DecisionKind.SPLIT: _split,
    DecisionKind.MOVE: _move,
    DecisionKind.LEVEL: _level,
    DecisionKind.NOT_NEEDED: _not_needed,
}
"""What each kind does to the statements: those that are otherwise afterwards."""
