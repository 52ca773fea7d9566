"""The words in which a worker reads a standard: levels, importance, who asks."""

from __future__ import annotations

from typing import Final

from pathways.agreements.jobs import JobReading, Task, WorkersReading
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

ASKED: Final = (
    "A firm asks for a task where its published position adopts it. What a firm's own list says is not told here."
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
    """Return what is asked of the person, for instance ``You do it on your own; very important``."""
    how = level(task.level)
    told = [f"You {how}" if how else "", importance(task.importance)]
    return "; ".join(part for part in told if part)


def attested(task: Task) -> str:
    """Return what shows that somebody can do it; empty where nothing does."""
    return f"Credentials that show it: {'; '.join(task.attested_by)}" if task.attested_by else ""


def asked(task: Task, reading: WorkersReading) -> str:
    """Return which firms ask for it; empty where none has spoken."""
    if not task.adopted_by:
        return ""
    if len(task.adopted_by) == len(reading.firms) > 1:
        return f"Asked for by all {len(reading.firms)} firms"
    return f"Asked for by {listed(task.adopted_by)}"


def summary(job: JobReading) -> str:
    """Return how much a job asks for, for instance ``12 tasks, 9 of them essential``."""
    essential = sum(task.essential for task in job.tasks)
    return f"{count(len(job.tasks), 'task')}, {essential} of them essential"


def credentials(job: JobReading) -> list[str]:
    """Return which credentials a job needs, and which help."""
    told = [f"You need: {listed(job.required)}." if job.required else ""]
    told.append(f"It helps to have: {listed(job.useful)}." if job.useful else "")
    return [sentence for sentence in told if sentence]


def onward(job: JobReading) -> str:
    """Return the command that shows where a job leads."""
    return f"ladderworks ladder --from {job.code or job.address}"


def source(reading: WorkersReading) -> str:
    """Return which version this is, and under which terms."""
    terms = f", {reading.license}" if reading.license else ""
    return f"Source: {reading.title}, version {reading.version}{terms}."
