"""Planning: from a person's record to the shortest set of courses and credentials toward a goal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from pathways.ladders.building import between
from pathways.plans.barriers import barriers, dear
from pathways.plans.choice import Choice
from pathways.plans.desk import PlanDesk
from pathways.plans.ends import beginning
from pathways.plans.notes import method, notes
from pathways.plans.offers import Offer, offers_by_iri
from pathways.plans.person import Person
from pathways.plans.plan import Plan
from pathways.plans.reading import holdings
from pathways.plans.shares import program_shares
from pathways.plans.stacks import stacked_credentials
from pathways.plans.timetable import Timetable
from pathways.plans.totals import totals
from pathways.plans.way import PlannedWay


def plan(
    desk: PlanDesk,
    person: Person,
    start: int,
    goal: int,
    region: str = "",
    offers: Sequence[Offer] = (),
    today: date | None = None,
) -> Plan:
    """Return the plan from what a person has to a goal.

    Parameters
    ----------
    start, goal
        Places in the snapshot of the desk. The start is a job that the person holds, whether the record says so or not.
    region
        Whose pay the ladder shows.
    offers
        Besides those of the knowledge base; of two with one address these count.
    today
        Day by which credentials lapse; the present one where ``None``.

    Raises
    ------
    NotFoundError
        Where the region is unknown.
    """
    ladder = between(desk.snapshot, start, goal, region)
    known, catalog = desk.known(desk.rating(start, goal))
    if offers:
        merged = offers_by_iri((*offers, *catalog.offers.values()))
        known, catalog = replace(known, offers=merged), replace(catalog, offers=merged)
    route = [desk.snapshot.occupations.by_iri[rung] for rung in ladder.routes[0][1:]] if ladder.routes else []
    held = holdings(
        person, known, today, start, lambda: desk.work((goal, *reversed(route))), stands_there=start != goal
    )
    return _written(Choice(PlannedWay(desk.snapshot, ladder, known, held, start, goal), catalog))


def _written(choice: Choice) -> Plan:
    """Return a choice as a plan."""
    way, timetable, programs = choice.way, Timetable(choice), program_shares(choice)
    wanted = len(choice.covering.wanted)
    return Plan(
        title=f"Plan: {way.ladder.title[0].lower()}{way.ladder.title[1:]}",
        start=way.reference(way.start),
        next=way.reference(way.places[0] if way.places else way.goal),
        goal=way.reference(way.goal),
        begins=beginning(way.held, way.reference(way.start)),
        reachable=way.reachable,
        holdings=way.held,
        stages=timetable.stages,
        to_goal=way.to_goal,
        terms=timetable.terms,
        totals=totals([part for term in timetable.terms for part in term.parts]),
        covered=(wanted, wanted - len(choice.untaught)),
        untaught=choice.untaught,
        dear=dear(choice),
        credentials=stacked_credentials(choice),
        programs=programs,
        obstacles=barriers(choice),
        shortest=choice.cover.exact,
        method=method(choice.cover),
        notes=tuple(notes(choice, programs)),
        ladder=way.ladder,
    )
