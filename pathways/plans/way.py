"""The way of a plan: the rungs between a start and a goal, and what each asks that nobody brings by then."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from pathways.occupations.requirements import Requirements
from pathways.plans.balance import Balance, balance
from pathways.plans.claims import Claim, Holdings
from pathways.plans.known import Known
from pathways.plans.reading import worked_in
from pathways.records.ladder import Ladder
from pathways.records.step import Reference
from pathways.snapshot import Snapshot


@dataclass(frozen=True)
class Way:
    """The rungs of the best route of a ladder, the start aside.

    Parameters
    ----------
    known
        What the record was held against.
    held
        What the person has.
    start, goal
        Places in the snapshot.
    """

    snapshot: Snapshot
    ladder: Ladder
    known: Known
    held: Holdings
    start: int
    goal: int

    @property
    def rating(self) -> Requirements | None:
        """Return what the rungs are rated by; ``None`` where nothing rates the goal."""
        return self.known.rating

    @cached_property
    def reachable(self) -> bool:
        """Return whether a way of sound steps leads to the goal."""
        goal = self.snapshot.occupations[self.goal].iri
        return bool(self.ladder.routes) and self.ladder.routes[0][-1] == goal

    @cached_property
    def places(self) -> tuple[int, ...]:
        """Return the places of the rungs, the start aside."""
        route = self.ladder.routes[0][1:] if self.ladder.routes else ()
        return tuple(self.snapshot.occupations.by_iri[rung] for rung in route)

    @cached_property
    def balances(self) -> tuple[Balance, ...]:
        """Return of each rung what neither the person nor an earlier rung brings."""
        found, claims = list[Balance](), list[Claim](self.held.claims)
        for place in self.places:
            found.append(self._balance(place, claims))
            claims += worked_in(self.known, [place])
        return tuple(found)

    @cached_property
    def to_goal(self) -> Balance:
        """Return what the person as of today brings to the goal."""
        if self.places[:1] == (self.goal,):
            return self.balances[0]
        return self._balance(self.goal, self.held.claims)

    def _balance(self, place: int, claims: Sequence[Claim]) -> Balance:
        return balance(self.reference(place), self.rating, place, claims, self.known.usual, self.known.general)

    def reference(self, place: int) -> Reference:
        """Return an occupation by its place, as it is referred to."""
        occupation = self.snapshot.occupations[place]
        return Reference(iri=occupation.iri, label=occupation.label)
