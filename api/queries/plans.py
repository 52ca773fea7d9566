"""Which plan is asked for, by the options of a command or the body of a request."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Final

from api.queries.ladders import UnclearLadderError, region_notes
from ontology.store import KnowledgeBase
from pathways.plans import Offer, Person, Plan, PlanDesk, plan
from pathways.plans.ends import next_rung, start_of
from pathways.scopes import Scopes
from pathways.snapshot import Snapshot

DESKS: Final = 8
"""Desks that are kept: one for each snapshot that was asked of last."""


class Desks:
    """The desks that plans are made at, one a snapshot; they keep nothing of whom a plan was for.

    Parameters
    ----------
    folder
        Where the index of what O*NET says of work is kept; ``None`` keeps nothing.
    """

    def __init__(self, base: KnowledgeBase, folder: Path | None = None) -> None:
        self._base = base
        self._folder = folder
        self._made: OrderedDict[int, PlanDesk] = OrderedDict()
        self._making = Lock()

    def of(self, snapshot: Snapshot) -> PlanDesk:
        """Return the desk for a snapshot."""
        with self._making:
            if id(snapshot) not in self._made:
                self._made[id(snapshot)] = PlanDesk(self._base, snapshot, self._folder)
            self._made.move_to_end(id(snapshot))
            while len(self._made) > DESKS:
                self._made.popitem(last=False)
            return self._made[id(snapshot)]


@dataclass(frozen=True, repr=False)
class PlanQuery:
    """A record with a start, a goal, or both; its representation says nothing of the record.

    Parameters
    ----------
    start
        Code, address or title of an occupation; a job of the record where empty.
    goal
        The same; the next rung where empty.
    offers
        Courses and credentials besides those of the knowledge base.
    """

    person: Person
    start: str = ""
    goal: str = ""
    region: str = ""
    offers: Sequence[Offer] = ()

    def answer(self, scopes: Scopes, desks: Desks) -> Plan:
        """Return the plan.

        Raises
        ------
        UnclearLadderError
            Where neither start nor goal is named.
        InputError
            Where the start is not named and the record names no job.
        NotFoundError
            Where an occupation or the region is unknown.
        """
        if not (self.start or self.goal):
            message = (
                "a plan has a start, a goal or both: where you stand, name it with from; where to, name it with to"
            )
            raise UnclearLadderError(message, "Add from, where you stand, or to, where you want to get.")
        snapshot = scopes.of_occupations(*(name for name in (self.start, self.goal) if name))
        said = region_notes(snapshot, self.region)
        desk = desks.of(snapshot)
        goal = snapshot.find(self.goal) if self.goal else -1
        start = snapshot.find(self.start) if self.start else start_of(desk, self.person, goal)
        if not self.goal:
            goal = next_rung(desk, self.person, start, self.region)
        found = plan(desk, self.person, start, goal, self.region, self.offers)
        return found.model_copy(update={"notes": (*said, *found.notes)})
