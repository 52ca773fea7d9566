"""How well each firm asks for its own statements: level and importance in its jobs, in words, for its partnership."""

from __future__ import annotations

from collections import defaultdict

from ontology.records import Iri, JobRequirement
from standards.agreement.requirements import Work


def own_needs(work: Work, statement: Iri) -> str:
    """Return in which jobs a firm gives a level or an importance to a statement of its own list, and which.

    Jobs of the same numbers stand together; empty where the list says none.

    Example
    -------
    >>> from ontology.records import Job, JobRequirement, Text
    >>> firm, ropes = Iri("http://x/tug-co"), Iri("http://x/ropes")
    >>> jobs = [Job(iri=f"http://x/{n}", label=Text(value=n), offered_by=firm) for n in ("Deckhand", "Mate")]
    >>> needs = [JobRequirement(iri=f"{one.iri}/1", job=one.iri, skill=ropes, level=3) for one in jobs]
    >>> own_needs(Work(tuple(jobs), tuple(needs)), ropes)
    'level 3: Deckhand, Mate'
    """
    found: dict[str, list[str]] = defaultdict(list)
    jobs = [work.job[iri] for iri in work.asking.get(statement, ()) if iri in work.job]
    for job in sorted(jobs, key=lambda one: (one.label.value, one.iri)):
        said = work.said.get((job.iri, statement))
        if said and (told := _numbers(said)):
            found[told].append(job.label.value)
    return "; ".join(f"{told}: {', '.join(titles)}" for told, titles in found.items())


def _numbers(said: JobRequirement) -> str:
    level = "" if said.level is None else f"level {said.level:g}{f' ({said.grade})' if said.grade else ''}"
    importance = "" if said.importance is None else f"importance {said.importance:g}"
    return ", ".join(filter(None, (level, importance)))
