"""The ends of a plan: where somebody stands, and where the next rung is, where the question does not say."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from math import isnan
from typing import Final

from ontology.errors import InputError, NotFoundError
from ontology.report import excerpt
from pathways.ladders.building import onward
from pathways.plans.balance import balance
from pathways.plans.claims import Claim, HeldJob, Holdings
from pathways.plans.desk import PlanDesk
from pathways.plans.known import Known
from pathways.plans.military import MILITARY, is_military
from pathways.plans.person import Job, Person
from pathways.plans.reading import holdings, jobs_of
from pathways.records.step import Direction, Reference
from standards.markup import lines_of

MUCH_NEARER: Final = 0.2
"""Gap to the goal, 0 to 1, by which an earlier job must be nearer than the last one for a plan to begin with it."""

NAMED: Final = 4
"""Other occupations with the same title that are named."""


class NoStartError(InputError):
    """Nobody says where a plan begins; where titles are found, those say who were asked."""


class NoRungError(NotFoundError):
    """Nothing higher is close, so nobody knows where a plan without a goal leads."""


def start_of(desk: PlanDesk, person: Person, goal: int, today: date | None = None) -> int:
    """Return the job of a record that a plan begins with.

    That is the present or the last one, of several the one from which the least is missing to the goal. An earlier
    job goes before it only where it is nearer by more than `MUCH_NEARER`.

    Raises
    ------
    NoStartError
        Where the record names no job that is known.
    """
    rating = desk.rating(goal, goal)
    known, _ = desk.known(rating)
    worked = jobs_of(person, known, today)
    if not worked:
        message = (
            "it is not said where you stand: no line of the record is a job title that is known here. "
            "Choose an occupation and name it with from, or write a line such as 'Job: Electricians' into the record"
        )
        said = next(
            (line for line in (*(job.name for job in person.jobs), *lines_of(person.text)) if is_military(line)), ""
        )
        if said:
            message = f"{message}. “{excerpt(said.strip(), 80)}” is {MILITARY}"
        raise NoStartError(message)

    def gap(job: HeldJob) -> float:
        found = float(desk.snapshot.gaps[desk.snapshot.occupations.by_iri[job.occupation.iri], goal])
        return 1.0 if isnan(found) else found

    last, nearest = min(latest(worked), key=gap), min(worked, key=gap)
    begin = nearest if gap(last) - gap(nearest) > MUCH_NEARER else last
    return desk.snapshot.occupations.by_iri[begin.occupation.iri]


def latest(worked: Sequence[HeldJob]) -> list[HeldJob]:
    """Return the present jobs, or where none is said to be, those that ended last and those that name no year.

    Example
    -------
    >>> from ontology.records import Text
    >>> job = Reference(iri="http://x/a", label=Text(value="A"))
    >>> jobs = [HeldJob(said="a", occupation=job, year=2021), HeldJob(said="b", occupation=job, year=2019),
    ...     HeldJob(said="c", occupation=job)]
    >>> [found.said for found in latest(jobs)]
    ['a', 'c']
    """
    if present := [job for job in worked if job.present]:
        return present
    last = max((job.year for job in worked if job.year), default=None)
    return [job for job in worked if job.year in (None, last)]


def beginning(held: Holdings, start: Reference) -> str:
    """Return in a sentence which line of a record a plan begins with, and what else its title may mean.

    Empty where the record speaks of no such job, or calls it as it is called here.
    """
    found = next((job for job in reversed(latest(held.worked)) if job.occupation.iri == start.iri), None)
    found = found or next((job for job in held.worked if job.occupation.iri == start.iri), None)
    if found is None or (found.row is None and found.said in (start.label.value, str(start.label))):
        return ""
    now = ", your job today" if found.present else ""
    line = f" (line {found.row}{now})" if found.row else f" ({now[2:]})" if now else ""
    said = f"It begins with “{found.said}”{line}, read as {start.label}."
    if not found.others:
        return said
    names = [str(other.label) for other in found.others[:NAMED]]
    more = f" and {len(found.others) - NAMED} more" if len(found.others) > NAMED else ""
    better = "if that fits better" if len(names) == 1 else "if one of them fits better"
    return f"{said} The title is also one of {'; '.join(names)}{more}: {better}, name it with from."


def next_rung(desk: PlanDesk, person: Person, start: int, region: str = "", today: date | None = None) -> int:
    """Return the rung above a start to which the person misses the least.

    Raises
    ------
    NoRungError
        Where nothing higher is close.
    NotFoundError
        Where the region is unknown.
    """
    occupations = desk.snapshot.occupations
    here = occupations[start]
    steps = [s for s in onward(desk.snapshot, start, region).steps if s.start == here.iri]
    upward = [step for step in steps if step.direction is not Direction.LATERAL] or steps
    if not upward:
        message = (
            f"nothing higher is close to {here.label}: choose an occupation that is further off, and name it with to"
        )
        raise NoRungError(message)
    own = person.model_copy(update={"jobs": (Job(name=here.code), *person.jobs)})
    claims: dict[str, Sequence[Claim]] = {}

    def missing(end: int) -> tuple[float, int]:
        known, _ = desk.known(desk.rating(start, end))
        name = known.rating.name if known.rating else ""
        if name not in claims:
            claims[name] = holdings(own, known, today, start).claims
        return _missing(known, claims[name], end)

    return min((occupations.by_iri[step.end] for step in upward), key=missing)


def _missing(known: Known, claims: Sequence[Claim], end: int) -> tuple[float, int]:
    """Return the gap from what a record claims to an occupation; what nobody rates comes last."""
    entry = known.occupations[end]
    job = Reference(iri=entry.iri, label=entry.label)
    found = balance(job, known.rating, end, claims, known.usual, known.general)
    return (2.0 if found.gap is None else found.gap), end
