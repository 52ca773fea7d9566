"""The words in which a worker reads a standard: levels, importance, who asks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ontology.records import Position, Role
from pathways.agreements.job_records import JobCompetency, JobReading, JobTask, Moved, Said, WorkersReading
from pathways.agreements.wording import listed
from pathways.amounts import count
from pathways.ladders.wording.pay import pay as paid
from pathways.ladders.wording.pay import pay_range, place_name, stood_in

LEAD: Final = (
    "Find your job: what it pays where that is known, which credentials you need, what you do in it, and what you must "
    "be able to do."
)

JOBLESS: Final = (
    "The standard asks nothing of any job yet: its partnership has agreed on statements, and is yet to say which "
    "occupations need them."
)

LEVELS: Final = (
    (1.5, "know what it is about"),
    (3.0, "do it with help"),
    (4.5, "do it on your own"),
    (6.0, "do it on your own, also when it is hard"),
)
"""Words for levels below each number of the scale from 0 to 7."""

HIGHEST: Final = "do the hardest of it, and teach others"

IMPORTANCES: Final = ((3.0, "useful"), (4.0, "important"))
"""Words for importance below each number of the scale from 1 to 5."""

SCALE: Final = (
    "Levels run from 0 to 7: below 1.5 you know what it is about, below 3 you do it with help, below 4.5 on your own, "
    "below 6 on your own also when it is hard; from 6 on you do the hardest of it and teach others. Importance runs "
    "from 1 to 5: from 3 on it is important, from 4 on very important."
)

MEDIAN: Final = (
    "Pay is the median of a year: half of those in the job earn more, half less. “Most earn” leaves out the lowest "
    "and the highest tenth."
)

AGREED: Final = (
    "A firm has agreed to a skill where its published position adopts it, whether it has such a job or not. What a "
    "firm's own list says is not told here."
)

LICENSES: Final = {
    "https://creativecommons.org/licenses/by/4.0/": "CC BY 4.0",
    "https://creativecommons.org/licenses/by-sa/4.0/": "CC BY-SA 4.0",
    "https://creativecommons.org/publicdomain/zero/1.0/": "CC0 1.0",
}
"""What licenses are called that people know by a name, by their addresses."""


def level(value: float | None) -> str:
    """Return a level in words; empty where it is not known.

    Parameters
    ----------
    value
        0 to 7.

    Example
    -------
    >>> level(1), level(3), level(6.5)
    ('know what it is about', 'do it on your own', 'do the hardest of it, and teach others')
    """
    if value is None:
        return ""
    return next((words for above, words in LEVELS if value < above), HIGHEST)


def importance(value: float | None) -> str:
    """Return how important something is; empty where it is not known.

    Parameters
    ----------
    value
        1 to 5.

    Example
    -------
    >>> importance(2.9), importance(3), importance(4)
    ('useful', 'important', 'very important')
    """
    if value is None:
        return ""
    return next((words for above, words in IMPORTANCES if value < above), "very important")


def must(one: JobCompetency) -> str:
    """Return what is asked of the person, for instance ``You do it on your own; very important``.

    How important something is that is only good to have would read as if it were not: nothing is said of it.
    """
    how, weight = level(one.level), importance(one.importance) if one.essential else ""
    told = "; ".join(filter(None, [f"You {how}" if how else "", weight]))
    return f"{told[:1].upper()}{told[1:]}"


def attested(one: JobCompetency) -> str:
    """Return what shows that somebody can do it; empty where nothing does."""
    return f"Credentials that show it: {'; '.join(one.attested_by)}" if one.attested_by else ""


def agreed(one: JobCompetency, reading: WorkersReading) -> str:
    """Return which firms have agreed to it, whether they have such jobs or not; empty where none has spoken."""
    if not one.adopted_by:
        return ""
    if one.changed_by:
        plain = [firm for firm in one.adopted_by if firm not in one.changed_by]
        changed = f"by {listed(one.changed_by)} with a change"
        return f"Agreed by {listed(plain)} as it reads, and {changed}" if plain else f"Agreed {changed}"
    if len(one.adopted_by) == len(reading.firms) > 1:
        return f"Agreed by all {len(reading.firms)} firms"
    return f"Agreed by {listed(one.adopted_by)}"


def dissents(one: JobCompetency) -> list[str]:
    """Return who dissents from it and why, a sentence each."""
    return [f"{_member(said)} dissents: {said.reason}" for said in one.dissents]


def unions(reading: WorkersReading) -> list[str]:
    """Return what the unions say of the whole, a sentence each."""
    words = {Position.RATIFY: "Ratified", Position.REFUSE: "Refused"}
    told = [(f"{words[one.position]} by {_member(one)}", one.reason) for one in reading.unions if one.position in words]
    return [": ".join(filter(None, said)) for said in told]


def _member(one: Said) -> str:
    return f"{one.organization} (union)" if one.role is Role.UNION else one.organization


def summary(job: JobReading) -> str:
    """Return how much a job asks for, for instance ``12 skills, 9 of them essential``."""
    essential = sum(one.essential for one in job.competencies)
    skills = count(len(job.competencies), "skill")
    if essential < len(job.competencies):
        return f"{skills}, {essential} of them essential"
    return f"{skills}, all essential" if essential > 1 else f"{skills}, essential"


def pay(job: JobReading) -> str:
    """Return what the job pays, where and when; empty where that is not known."""
    if job.pay is None:
        return ""
    amounts = ", ".join(filter(None, (paid(job.pay), pay_range(job.pay))))
    where = stood_in(job.pay) or place_name(job.pay.region)
    return f"Pay: {amounts} ({where}, {job.pay.period})."


def pay_notes(reading: WorkersReading) -> Iterator[str]:
    """Yield how pay is to be read and who publishes it, where any is told."""
    sources = sorted({job.pay.source for job in reading.jobs if job.pay})
    if sources:
        yield f"{MEDIAN} Source: {'; '.join(sources)}."


def credentials(job: JobReading) -> list[str]:
    """Return which credentials a job needs, and which help."""
    told = [f"You need: {listed(job.required)}." if job.required else ""]
    told.append(f"It helps to have: {listed(job.useful)}." if job.useful else "")
    return [sentence for sentence in told if sentence]


def terms(job: JobReading) -> list[str]:
    """Return what the job pays, and which credentials it takes, a sentence each."""
    return [*filter(None, [pay(job)]), *credentials(job)]


def done(one: JobTask) -> str:
    """Return what is done, and whether it is critical."""
    return f"{one.statement} (critical)" if one.critical else one.statement


def moved(one: Moved) -> str:
    """Return what came to a job or went from it.

    Example
    -------
    >>> moved(Moved(wording="Splice ropes", went_to="Sailors"))
    'Splice ropes: goes from here to Sailors'
    >>> moved(Moved(wording="Splice ropes", went_to="Sailors", both=True))
    'Splice ropes: goes on here, and also to Sailors'
    >>> moved(Moved(wording="Splice ropes", firm="Tug Co", former_job="Deckhand", new_job="Mate"))
    'Splice ropes: at Tug Co, from Deckhand to Mate'
    """
    told = [f"at {one.firm}, from {one.former_job} to {one.new_job}"] if one.firm else []
    told += [f"comes here from {one.came_from}{', where it stays too' if one.both else ''}"] if one.came_from else []
    told += [f"goes {'on here, and also' if one.both else 'from here'} to {one.went_to}"] if one.went_to else []
    return f"{one.wording}: {'; '.join(told)}"


def source(reading: WorkersReading) -> str:
    """Return which version this is, and under which terms."""
    terms = f", {LICENSES.get(reading.license, reading.license)}" if reading.license else ""
    return f"Source: {reading.title}, version {reading.version}{terms}."
