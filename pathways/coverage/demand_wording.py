"""The words for what is asked for: by how many jobs, how important it is, in which order it stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from ontology.records import printed
from pathways.amounts import count
from pathways.coverage.demand import AskingJob, Demand, Want
from pathways.coverage.wording import and_more

WEIGHED: Final = (
    "how many jobs ask and how important it is to them (each job adds its importance minus 1, or 1 where it gives none)"
)
"""What `Want.weight` is."""

LACKS_MOST: Final = "The area that lacks most stands first; within an area, what is asked for most."
"""In which order areas stand, and what is missing of them."""

MANY_ASK: Final = "In bold: what at least half of the jobs ask for."

JOBS: Final = 3
"""Named jobs that a sentence names."""

ALIKE: Final = "All are asked for alike; sorted by name."


def job_words(job: AskingJob) -> str:
    """Return a job with its code, where it has one; where a firm's title named it, that with its own behind.

    Example
    -------
    >>> job = AskingJob(iri="http://x/1", code="47-2061.00", label="Construction Laborers")
    >>> job_words(job), job_words(job.model_copy(update={"called": "Outage Laborer"}))
    ('Construction Laborers (47-2061.00)', 'Outage Laborer (Construction Laborers, 47-2061.00)')
    """
    label = printed(job.label)
    known = ", ".join(filter(None, (label if job.called else "", job.code)))
    first = printed(job.called) or label
    return f"{first} ({known})" if known else first


def askers(demand: Demand) -> str:
    """Return who asks, with the verb: ``the 18 jobs of the panel ask``; of named jobs also which."""
    number, label = len(demand.jobs), demand.label
    if demand.among is None:
        return f"the {count(number, 'job')} of {label} ask" if number > 1 else f"{label} asks"
    few = f"{number:,} of the {count(demand.among, 'job')}" if number < demand.among else f"{count(number, 'job')}"
    named = and_more([printed(job.label) for job in demand.jobs], JOBS)
    return f"{few} of {label}, {named}, {'asks' if number == 1 else 'ask'}"


def importance_words(importance: float | None) -> str:
    """Return an importance on its scale, empty where it is not rated.

    Example
    -------
    >>> importance_words(4.0934), importance_words(None)
    ('4.1 of 5', '')
    """
    return "" if importance is None else f"{importance:.1f} of 5"


def asked_by(want: Want, demand: Demand) -> str:
    """Return who asks for a competency: ``15 of 18 jobs``; a firm's list may name what no job does.

    Empty where there is one job, which then asks for all.
    """
    if want.asks and len(demand.jobs) == 1:
        return ""
    if want.asks:
        return f"{len(want.asks)} of {count(len(demand.jobs), 'job')}"
    return f"{len(want.firms)} of {count(len(demand.firms), 'firm')}"


def many_ask(want: Want, demand: Demand) -> bool:
    """Return whether at least half of several jobs ask for a competency."""
    return len(demand.jobs) > 1 and 2 * len(want.asks) >= len(demand.jobs)


def order_words(wants: Sequence[Want], demand: Demand) -> str:
    """Return by what competencies are sorted that stand in the order of `most_wanted_first`; empty for a single one.

    What they all have alike sorts nothing, and is not named.
    """
    if len(wants) < 2:
        return ""
    keys = (
        _weighed(wants, demand),
        "how many firms may list it" if _differ(len(w.firms) for w in wants) else "",
    )
    named = ", then ".join(filter(None, keys))
    return f"Sorted by {named}, then by name." if named else ALIKE


def _weighed(wants: Sequence[Want], demand: Demand) -> str:
    """Return what the weight of competencies says; empty where all weigh the same."""
    if not _differ(want.weight for want in wants):
        return ""
    if len(demand.jobs) == 1:
        return "how important it is to the job"
    return WEIGHED if any(want.importance is not None for want in wants) else "how many jobs ask"


def _differ(values: Iterable[float]) -> bool:
    return len(set(values)) > 1


def asking_jobs(want: Want, demand: Demand, most: int) -> str:
    """Return the jobs to which a competency matters most, and how many more there are."""
    names = [printed(demand.by_job[ask.job].label) for ask in want.asks]
    return and_more(names, most)
