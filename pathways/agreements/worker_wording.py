"""The words in which a worker reads a standard: levels, importance, who asks."""

from __future__ import annotations

from typing import Final

from pathways.agreements.jobs import Duty, JobReading, Moved, Task, WorkersReading
from pathways.agreements.wording import listed
from pathways.amounts import count

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

AGREED: Final = (
    "A firm has agreed to a task where its published position adopts it, whether it has such a job or not. What a "
    "firm's own list says is not told here."
)


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


def must(task: Task) -> str:
    """Return what is asked of the person, for instance ``You do it on your own; very important``.

    How important something is that is only good to have would read as if it were not: nothing is said of it.
    """
    how, weight = level(task.level), importance(task.importance) if task.essential else ""
    told = "; ".join(filter(None, [f"You {how}" if how else "", weight]))
    return f"{told[:1].upper()}{told[1:]}"


def attested(task: Task) -> str:
    """Return what shows that somebody can do it; empty where nothing does."""
    return f"Credentials that show it: {'; '.join(task.attested_by)}" if task.attested_by else ""


def agreed(task: Task, reading: WorkersReading) -> str:
    """Return which firms have agreed to it, whether they have such jobs or not; empty where none has spoken."""
    if not task.adopted_by:
        return ""
    if len(task.adopted_by) == len(reading.firms) > 1:
        return f"Agreed by all {len(reading.firms)} firms"
    return f"Agreed by {listed(task.adopted_by)}"


def summary(job: JobReading) -> str:
    """Return how much a job asks for, for instance ``12 tasks, 9 of them essential``."""
    essential = sum(task.essential for task in job.tasks)
    tasks = count(len(job.tasks), "task")
    if essential < len(job.tasks):
        return f"{tasks}, {essential} of them essential"
    return f"{tasks}, all essential" if essential > 1 else f"{tasks}, essential"


def credentials(job: JobReading) -> list[str]:
    """Return which credentials a job needs, and which help."""
    told = [f"You need: {listed(job.required)}." if job.required else ""]
    told.append(f"It helps to have: {listed(job.useful)}." if job.useful else "")
    return [sentence for sentence in told if sentence]


def onward(job: JobReading) -> str:
    """Return the command that shows where a job leads."""
    return f"ladderworks ladder --from {job.code or job.address}"


def duty(one: Duty) -> str:
    """Return what is done, and whether it is critical."""
    return f"{one.statement} (critical)" if one.critical else one.statement


def moved(one: Moved) -> str:
    """Return what came to a job or went from it.

    Example
    -------
    >>> moved(Moved(wording="Splice ropes", went_to="Sailors"))
    'Splice ropes: goes from here to Sailors'
    >>> moved(Moved(wording="Splice ropes", firm="Tug Co", former_job="Deckhand", new_job="Mate"))
    'Splice ropes: at Tug Co, from Deckhand to Mate'
    """
    told = [f"at {one.firm}, from {one.former_job} to {one.new_job}"] if one.firm else []
    told += [f"comes here from {one.came_from}"] if one.came_from else []
    told += [f"goes from here to {one.went_to}"] if one.went_to else []
    return f"{one.wording}: {'; '.join(told)}"


def source(reading: WorkersReading) -> str:
    """Return which version this is, and under which terms."""
    terms = f", {reading.license}" if reading.license else ""
    return f"Source: {reading.title}, version {reading.version}{terms}."
