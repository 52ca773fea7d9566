"""Of what a trace is asked for, by the words of a command or a request."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from api.queries.ladders import LadderQuery
from api.queries.plans import Desks, PlanQuery
from api.queries.questions import QuestionQuery, Wage
from api.queries.routes import RouteQuery
from ontology.errors import InputError
from ontology.store import KnowledgeBase
from pathways.firms import seen_by_firm
from pathways.ladders.best_ways import WAYS
from pathways.ladders.climbs import MOST_RUNGS
from pathways.occupations.marks import UNTOLD, Told
from pathways.occupations.sectors import Sector, find_sector
from pathways.plans import Offer
from pathways.questions.field import Field, region_of
from pathways.questions.pays import onward_field
from pathways.questions.records import Answer
from pathways.scopes import Scopes
from pathways.snapshot import Snapshot
from pathways.traces.ground import Ground
from pathways.traces.records import Traced
from pathways.traces.traces import (
    narrowed,
    trace_answer,
    trace_ladder,
    trace_plan,
    trace_routes,
    trace_rung,
    trace_step,
)
from standards.citations.shelf import Shelf


class Subject(StrEnum):
    """What is traced."""

    RUNG = "rung"
    STEP = "step"
    LADDER = "ladder"
    ROUTES = "routes"
    PLAN = "plan"
    LEADS_TO = "leads-to"
    DOORS = "doors"
    BREAKS = "breaks"
    PAYS = "pays"
    TAUGHT = "taught"


QUESTIONS: Final = (Subject.LEADS_TO, Subject.DOORS, Subject.BREAKS, Subject.PAYS, Subject.TAUGHT)


@dataclass(frozen=True)
class TraceQuery:
    """What is traced, in the words that draw it or ask for it.

    Parameters
    ----------
    of
        A `Subject`; where empty, what the other words make: a rung, a step, or the ladder of a sector or a firm.
    occupation
        Code, address or title of a rung, or the goal of ``leads-to``.
    start, goal
        Of a step, a ladder, ways or a question.
    sector, firm, region
        As of the ladder.
    within, move, offers
        As of ways.
    ways, rungs, enough, bars
        As of the ladder.
    wage
        As of ``pays``.
    skills, level
        As of ``taught``.
    find
        Only the figures that show this text, with those that they take; all where it is empty.
    """

    of: str = ""
    occupation: str = ""
    start: str = ""
    goal: str = ""
    sector: str = ""
    firm: str = ""
    region: str = ""
    within: int = 0
    move: str = ""
    wage: Wage | None = None
    skills: tuple[str, ...] = ()
    level: float | None = None
    find: str = ""
    ways: int = WAYS
    rungs: int = MOST_RUNGS
    enough: float = 0
    bars: Told = UNTOLD
    offers: tuple[Offer, ...] = ()

    @property
    def subject(self) -> Subject:
        """Return what is traced.

        Raises
        ------
        InputError
            Where the words make nothing that can be.

        Example
        -------
        >>> TraceQuery(occupation="29-1141.00").subject.value, TraceQuery(sector="health-science").subject.value
        ('rung', 'ladder')
        """
        if self.of:
            known = [subject.value for subject in Subject]
            if self.of not in known:
                message = f"{self.of!r} cannot be traced; there are {', '.join(known)}"
                raise InputError(message)
            return Subject(self.of)
        if self.occupation and not (self.start or self.goal):
            return Subject.RUNG
        if self.start and self.goal and not self.occupation:
            return Subject.STEP
        if (self.sector or self.firm) and not (self.occupation or self.start or self.goal):
            return Subject.LADDER
        message = (
            "name one occupation, or a step by --from and --to, or the ladder of a sector or a firm; of anything else "
            f"say what it is (of): {', '.join(subject.value for subject in Subject)}"
        )
        raise InputError(message)

    def answer(self, base: KnowledgeBase, scopes: Scopes, shelf: Shelf) -> Traced:
        """Return the trace.

        Raises
        ------
        InputError
            Where the words do not make what is to be traced.
        NotFoundError
            Where an occupation, a sector, a firm or a region is unknown, or no figure shows what is to be found.
        """
        found = self._answer(base, scopes, shelf)
        return narrowed(found, self.find) if self.find else found

    def _answer(self, base: KnowledgeBase, scopes: Scopes, shelf: Shelf) -> Traced:
        subject = self.subject
        if subject is Subject.PLAN:
            message = "a plan is traced with the record that it is made of: give it (--have, or POST to plans/trace)"
            raise InputError(message)
        snapshot = self._scope(scopes)
        ground = Ground(base, snapshot, shelf)
        region, notes = self._region(scopes)
        if subject in (Subject.RUNG, Subject.STEP):
            found = self._part(ground, subject, region or self._own(snapshot))
        elif subject in QUESTIONS:
            return self._question(ground, scopes, subject)
        elif subject is Subject.ROUTES:
            ways = RouteQuery(self.start, self.goal, region, self.within, self.move, offers=self.offers)
            found = trace_routes(ground, ways.answer(scopes))
        else:
            where = (self.sector, self.start, self.goal, region, self.firm)
            drawn = LadderQuery(*where, ways=self.ways, rungs=self.rungs, enough=self.enough, bars=self.bars)
            found = trace_ladder(ground, drawn.answer(scopes))
        return found.model_copy(update={"notes": (*notes, *found.notes)})

    def _part(self, ground: Ground, subject: Subject, region: str) -> Traced:
        """Return the trace of a rung or of a step."""
        names = [self.occupation] if subject is Subject.RUNG else [self.start, self.goal]
        if not all(names):
            message = f"a {subject} is named by {'one occupation' if subject is Subject.RUNG else '--from and --to'}"
            raise InputError(message)
        first, *others = (ground.snapshot.find(name) for name in names)
        return trace_step(ground, first, others[0], region) if others else trace_rung(ground, first, region)

    def _question(self, ground: Ground, scopes: Scopes, subject: Subject) -> Traced:
        """Return the trace of the answer to a reverse question."""
        asked = QuestionQuery(self.sector, self.region)
        answer: Answer
        if subject is Subject.LEADS_TO:
            answer = asked.leads_to(scopes, self.occupation or self.goal)
        elif subject is Subject.PAYS:
            answer = asked.pays(scopes, self.wage or Wage(), self.start)
        elif subject is Subject.TAUGHT:
            answer = asked.taught(scopes, list(self.skills), self.level)
        else:
            answer = asked.doors(scopes) if subject is Subject.DOORS else asked.breaks(scopes)
        found = self._sector(ground.snapshot)
        field = Field.of(ground.snapshot, found.slug if found else "", self.region)
        if subject is Subject.PAYS and self.start and not found:
            field = onward_field(field, ground.snapshot.find(self.start))
        return trace_answer(ground, answer, field)

    def _scope(self, scopes: Scopes) -> Snapshot:
        """Return the snapshot that what is traced is computed from."""
        seen = self._across(scopes)
        return seen_by_firm(seen, self.firm, self.sector) if self.firm else seen

    def _across(self, scopes: Scopes) -> Snapshot:
        """Return the snapshot across firms."""
        if self.sector or self.firm:
            return LadderQuery(sector=self.sector, firm=self.firm).scope(scopes)
        return scopes.of_occupations(*(name for name in (self.occupation, self.start, self.goal) if name))

    def _sector(self, snapshot: Snapshot) -> Sector | None:
        if self.firm:
            return snapshot.sectors[0]
        return find_sector(snapshot.sectors, self.sector) if self.sector else None

    def _region(self, scopes: Scopes) -> tuple[str, tuple[str, ...]]:
        """Return the code of the region that is named, and whether it stands in for a county; empty where none is."""
        if not self.region:
            return "", ()
        region, notes = region_of(self._across(scopes), None, self.region)
        return region.code if region else "", notes

    def _own(self, snapshot: Snapshot) -> str:
        """Return the code of the sector's own region where its pay is known, or of a firm's own pay."""
        found = self._sector(snapshot)
        region, _ = region_of(snapshot, found, "")
        return region.code if region else ""


def trace_of_plan(query: PlanQuery, base: KnowledgeBase, scopes: Scopes, desks: Desks, shelf: Shelf) -> Traced:
    """Return the trace of a plan; errors as of `PlanQuery.answer`."""
    found = query.answer(scopes, desks)
    snapshot = scopes.of_occupations(*(name for name in (query.start, query.goal) if name))
    return trace_plan(Ground(base, snapshot, shelf), found)
