"""The field of a program, and the jobs that programs of this field prepare for, as a crosswalk says."""

from __future__ import annotations

from ontology.records import Iri
from ontology.store import KnowledgeBase
from pathways.coverage.demand import Demand
from pathways.relatedness.sides.linked import PROGRAMS, SOC


def prepares_for(base: KnowledgeBase, cip: str, demand: Demand | None) -> tuple[Iri, ...]:
    """Return those of the jobs that ask which programs of a field prepare for; none where that is not known.

    Parameters
    ----------
    cip
        Code of the field, as ``15.1703``; empty where it is not known.
    """
    if not cip or demand is None:
        return ()
    pairs = (pair for release in base.current() for pair in base.rows(PROGRAMS, [release.iri]))
    works = {_name(work) for program, work in pairs if _name(program) == cip}
    return tuple(job.iri for job in demand.jobs if job.code[:SOC] in works)


def _name(iri: str) -> str:
    return iri.rpartition("/")[2]
