"""Reading a record: each part of it held against the competencies, occupations and offers that are known.

What no name explains goes through the matching engine.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from pathways.plans.claims import Claim, HeldJob, Holdings
from pathways.plans.collecting import Collecting
from pathways.plans.held_badges import collect_badge
from pathways.plans.known import Known
from pathways.plans.meanings import collect_meanings
from pathways.plans.person import Job, Person
from pathways.plans.text_reading import collect_text
from pathways.plans.work import Work


def holdings(
    person: Person,
    known: Known,
    today: date | None = None,
    start: int | None = None,
    work: Callable[[], Work | None] = lambda: None,
    *,
    stands_there: bool = False,
) -> Holdings:
    """Return what a record comes to.

    Parameters
    ----------
    today
        Day by which credentials lapse; the present one where ``None``.
    start
        Place of the occupation that the person says to stand in: where no job of the record is it already, a title
        that several share means this one.
    work
        Returns what lines that no name explains are held against besides; called where there are any.
    stands_there
        Whether the start is a job of the person also where the record does not name it.
    """
    day = today or date.today()
    found = _named_in(person, Collecting(known, day))
    if start is not None and not found.works_as(start):
        found = _named_in(person, Collecting(known, day, start))
        if stands_there and not found.works_as(start):
            found = _named_in(_standing_at(person, known, start), Collecting(known, day, start))
    collect_meanings(found, work)
    return found.holdings()


def _named_in(person: Person, found: Collecting) -> Collecting:
    """Return what names explain in a record, and what is left to be asked."""
    for job in person.jobs:
        found.job(job)
    for held in person.credentials:
        found.credential(held)
    for number, badge in enumerate(person.badges, 1):
        collect_badge(found, badge, number)
    for skill in person.skills:
        if not found.named(skill.name, skill.level, skill.row):
            found.ask(skill.name, skill.row)
    collect_text(found, person.text)
    return found


def _standing_at(person: Person, known: Known, start: int) -> Person:
    """Return a record with the job that the question starts from before all others."""
    label = str(known.occupations[start].label)
    name = label if known.occupations.meant(label) == (start,) else known.occupations[start].code
    return person.model_copy(update={"jobs": (Job(name=name), *person.jobs)})


def jobs_of(person: Person, known: Known, today: date | None = None) -> tuple[HeldJob, ...]:
    """Return the jobs that a record names; a fraction of the work of `holdings`, which asks the matching engine."""
    return tuple(_named_in(person, Collecting(known, today or date.today())).worked)


def worked_in(known: Known, places: Iterable[int]) -> Iterator[Claim]:
    """Yield what some occupations typically ask for, as claims of who works there."""
    for place in places:
        yield from known.asked(place)
