"""Narrowing: a program held against some jobs alone, as a sentence says it, and how that is asked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import log
from shlex import quote
from typing import Final

from ontology.records import printed
from pathways.amounts import count
from pathways.coverage.curriculum_map import CurriculumMap
from pathways.coverage.demand import AskingJob, Demand
from pathways.coverage.demand_wording import job_words
from pathways.coverage.wording import and_more
from standards.matching.terms import stems

NAMED: Final = 4
"""Jobs that an offer names."""

BY_FIELD: Final = "Programs of its CIP code prepare for {}: `{}` holds it against what {} for alone."

OFFER: Final = (
    "If it prepares for some of these {} only, name them: `{}` holds it against what {} for alone, and --job may be "
    "repeated."
)


def narrowed_to(demand: Demand | None) -> str:
    """Return which jobs alone something is held against, as the rest of a sentence; empty where all that ask count."""
    if demand is None or demand.among is None:
        return ""
    number, among = len(demand.jobs), demand.among
    few = f"{number:,} of {count(among, 'job')}" if number < among else count(number, "job")
    return f"only what {few} {_ask(number)} for: {'; '.join(map(job_words, demand.jobs))}"


def asked_of_named(demand: Demand | None) -> str:
    """Return whose competencies are counted where jobs are named, as *that this job asks for*; else empty."""
    if demand is None or not demand.of_named_jobs:
        return ""
    return f"that {these_ask(len(demand.jobs))} for"


def these_ask(number: int) -> str:
    """Return so many named jobs with their verb.

    Example
    -------
    >>> these_ask(1), these_ask(2)
    ('this job asks', 'these jobs ask')
    """
    return "this job asks" if number == 1 else "these jobs ask"


def may_narrow(curriculum: CurriculumMap, program: str = "PROGRAM") -> str:
    """Return how a program is held against the jobs alone that it prepares for; empty where that was done.

    Of a program that may be of another field, nobody knows which jobs those are.

    Parameters
    ----------
    program
        As the command has it.
    """
    demand = curriculum.demand
    if demand is None or demand.of_named_jobs or len(demand.jobs) < 2 or curriculum.of_other_field:
        return ""
    prepared = [demand.by_job[iri] for iri in curriculum.prepares_for[:NAMED]]
    jobs = prepared or named_like(curriculum.label, demand.jobs)
    options = [f"--job {quote(job.code or job.label)}" for job in jobs] or ["--job CODE"]
    sector = [f"--sector {quote(demand.sector)}"] if demand.sector else []
    command = " ".join(("ladderworks align", quote(program), "--to", quote(curriculum.framework), *sector, *options))
    if prepared:
        return BY_FIELD.format(_named(jobs), command, these_ask(len(jobs)))
    asking = f"{printed(jobs[0].label)} ask" if jobs else these_ask(1)
    return OFFER.format(count(len(demand.jobs), "job"), command, asking)


def named_like(program: str, jobs: Sequence[AskingJob]) -> list[AskingJob]:
    """Return the job whose title has most in common with that of a program; none where no title has anything.

    A word counts the less, the more of the titles have it; the first of equals is returned.
    """
    titles = [set(stems(job.label)) for job in jobs]
    own = set(stems(program))
    having = Counter(word for title in titles for word in title)
    shared = [sum(log(1 + len(titles) / having[word]) for word in own & title) for title in titles]
    best = max(range(len(jobs)), key=shared.__getitem__, default=None)
    return [jobs[best]] if best is not None and shared[best] else []


def _named(jobs: list[AskingJob]) -> str:
    return and_more([printed(job.label) for job in jobs], NAMED)


def _ask(number: int) -> str:
    return "asks" if number == 1 else "ask"
