"""The ends of a plan: where somebody stands, and where the next rung is, where the question does not say."""

from __future__ import annotations

from datetime import date

from ontology.errors import InputError, NotFoundError
from pathways.ladders.building import onward
from pathways.plans.balance import balance
from pathways.plans.desk import PlanDesk
from pathways.plans.person import Job, Person
from pathways.plans.reading import holdings
from pathways.records.step import Direction, Reference


def start_of(desk: PlanDesk, person: Person, goal: int, today: date | None = None) -> int:
    """Return the job of a record from which the least is missing to a goal.

    Raises
    ------
    InputError
        Where the record names no job that is known.
    """
    rating = desk.rating(goal, goal)
    known, _ = desk.known(rating)
    jobs = [desk.snapshot.occupations.by_iri[job.iri] for job in holdings(person, known, today).jobs]
    if not jobs:
        message = (
            "it is not said where you stand: the record names no job that is known here. "
            "Give from, an occupation, or write a line such as 'Job: Electricians' into the record"
        )
        raise InputError(message)
    gaps = desk.snapshot.gaps
    return min(jobs, key=lambda job: float("inf") if gaps[job, goal] != gaps[job, goal] else float(gaps[job, goal]))


def next_rung(desk: PlanDesk, person: Person, start: int, region: str = "", today: date | None = None) -> int:
    """Return the rung above a start to which the person misses the least.

    Raises
    ------
    NotFoundError
        Where nothing higher is close, or the region is unknown.
    """
    occupations = desk.snapshot.occupations
    here = occupations[start]
    steps = [s for s in onward(desk.snapshot, start, region).steps if s.start == here.iri]
    upward = [step for step in steps if step.direction is not Direction.LATERAL] or steps
    if not upward:
        message = f"nothing higher is close to {here.label}; name a goal"
        raise NotFoundError(message)
    own = person.model_copy(update={"jobs": (Job(name=here.code), *person.jobs)})
    return min(
        (occupations.by_iri[step.end] for step in upward), key=lambda end: _missing(desk, own, start, end, today)
    )


def _missing(desk: PlanDesk, person: Person, start: int, end: int, today: date | None) -> tuple[float, int]:
    """Return the gap from a record to an occupation; what nobody rates comes last."""
    rating = desk.rating(start, end)
    known, _ = desk.known(rating)
    entry = desk.snapshot.occupations[end]
    found = balance(
        Reference(iri=entry.iri, label=entry.label), rating, end, holdings(person, known, today).claims, known.usual
    )
    return (2.0 if found.gap is None else found.gap), end
