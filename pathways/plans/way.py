"""The way of a plan: the rungs between a start and a goal, and what each asks that nobody brings by then."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np

from pathways.ladders.unrated import CLOSE, is_unrated
from pathways.occupations.requirements import Requirements
from pathways.plans.balance import Balance, balance
from pathways.plans.claims import Claim, Holdings
from pathways.plans.known import Known
from pathways.plans.reading import worked_in
from pathways.records.ladder import Ladder
from pathways.records.step import Reference
from pathways.snapshot import Snapshot

SCHOOL_MONTHS: Final = 6
"""Months of school beyond the rung before from which on a step asks for schooling."""


@dataclass(frozen=True)
class PlannedWay:
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
        found, claims, before = list[Balance](), list[Claim](self.held.claims), self.start
        for place in self.places:
            found.append(self._balance(place, claims, before))
            claims += worked_in(self.known, [place])
            before = place
        return tuple(found)

    @cached_property
    def to_goal(self) -> Balance:
        """Return what the person as of today brings to the goal."""
        if self.places[:1] == (self.goal,):
            return self.balances[0]
        return self._balance(self.goal, self.held.claims, self.start)

    def _balance(self, place: int, claims: Sequence[Claim], before: int) -> Balance:
        """Return what claims bring to a rung; where nothing rates the rung before it, how much is not known."""
        found = balance(self.reference(place), self.rating, place, claims, self.known.usual, self.known.general)
        found = found.model_copy(update={"school": self.school(before, place)})
        if self.rating is None or self.rating.rated[before]:
            return found
        return found.model_copy(update={"gap": None, "unrated": self.reference(before)})

    def school(self, before: int, place: int) -> str:
        """Return the schooling or the license that a rung asks for beyond the one before; empty where none."""
        snapshot = self.snapshot
        months = snapshot.preparation.degree
        license_ = snapshot.license(place)
        more = bool(months[place] - months[before] >= SCHOOL_MONTHS)
        licensed = bool(license_) and license_ not in (snapshot.license(before), *self.held.licensed)
        asked = (snapshot.education(place) if more or licensed else "", license_ if licensed else "")
        return "; ".join(filter(None, asked))

    @cached_property
    def rated_instead(self) -> Reference | None:
        """Return the rated occupation nearest to a start that nothing rates; ``None`` where it is, or none is near."""
        rating = self.rating
        if rating is None or rating.rated[self.start] or not rating.rated.any():
            return None
        near = np.nan_to_num(self.snapshot.relatedness[self.start].astype(np.float64), nan=-1.0)
        near = np.where(rating.rated, near, -1.0)
        best, least = int(near.argmax()), CLOSE if is_unrated(self.snapshot, self.start) else 0
        return self.reference(best) if near[best] > least else None

    def reference(self, place: int) -> Reference:
        """Return an occupation by its place, as it is referred to."""
        occupation = self.snapshot.occupations[place]
        return Reference(iri=occupation.iri, label=occupation.label)
