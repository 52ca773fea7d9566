"""The log of an agreement: all that was decided and said, of which some no longer counts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property

from ontology.records import Decision, DecisionKind, Endorsement, Iri, Position


@dataclass(frozen=True)
class Log:
    """What was decided of a proposal, and how organizations stand to it; nothing is ever taken out."""

    decisions: tuple[Decision, ...] = ()
    endorsements: tuple[Endorsement, ...] = ()

    def after(self, now: datetime) -> datetime:
        """Return a time that is later than all that is in the log, and now where that is."""
        last = max([*(one.at for one in self.decisions), *(one.at for one in self.endorsements)], default=now)
        return max(now, last + timedelta(microseconds=1))

    @cached_property
    def accepted(self) -> Mapping[Iri, Iri]:
        """The statement that each decision accepts, by the decision's address, the oldest first.

        What is published says by the first of them what it came from: of all addresses of a statement that one alone
        tells nobody anything.
        """
        found = (one for one in ordered(self.decisions) if one.decided is DecisionKind.ACCEPT)
        return {one.iri: one.candidate for one in found}

    @cached_property
    def decided(self) -> Mapping[Iri, Decision]:
        """The decisions by address."""
        return {one.iri: one for one in self.decisions}

    @cached_property
    def accepting(self) -> Mapping[Iri, Iri]:
        """The decision that first accepted each statement, by the statement's address."""
        found: dict[Iri, Iri] = {}
        for decision, statement in self.accepted.items():
            found.setdefault(statement, decision)
        return found

    @cached_property
    def touching(self) -> Mapping[Iri, tuple[Decision, ...]]:
        """The decisions on a statement, or on another that went into it, the oldest first, by its address."""
        found: dict[Iri, list[Decision]] = {}
        for one in ordered(self.decisions):
            for statement in {one.candidate, one.into or one.candidate}:
                found.setdefault(statement, []).append(one)
        return {statement: tuple(decisions) for statement, decisions in found.items()}

    def of(self, statement: Iri) -> tuple[Decision, ...]:
        """Return the decisions on a statement, or on another that went into it, the oldest first."""
        return self.touching.get(statement, ())

    @cached_property
    def undone(self) -> frozenset[Iri]:
        """The decisions that no longer count."""
        return undone(self.decisions)


def ordered(decisions: Iterable[Decision]) -> list[Decision]:
    """Return decisions as they were taken; those of one moment in the order of their addresses."""
    return sorted(decisions, key=lambda one: (one.at, one.iri))


def undone(decisions: Iterable[Decision]) -> frozenset[Iri]:
    """Return the decisions that no longer count: those undone, unless what undid them was undone itself."""
    gone: set[Iri] = set()
    in_order = ordered(decisions)
    place = {one.iri: at for at, one in enumerate(in_order)}
    for one in reversed(in_order):
        if one.iri in gone or one.decided is not DecisionKind.UNDO or one.undoes is None:
            continue
        if place.get(one.undoes, len(place)) < place[one.iri]:
            gone.add(one.undoes)
    return frozenset(gone)


def counting(decisions: Iterable[Decision]) -> list[Decision]:
    """Return the decisions that make the state, in their order: all but those undone, and those that only undo."""
    known = list(decisions)
    gone = undone(known)
    return [one for one in ordered(known) if one.iri not in gone and one.decided is not DecisionKind.UNDO]


def standing_positions(endorsements: Iterable[Endorsement]) -> list[Endorsement]:
    """Return the newest position of each organization on each subject; what was taken back is none."""
    newest: dict[tuple[Iri, Iri], Endorsement] = {}
    for one in sorted(endorsements, key=lambda one: (one.at, one.iri)):
        newest[one.subject, one.organization] = one
    return [one for _, one in sorted(newest.items()) if one.taken is not Position.WITHDRAW]
