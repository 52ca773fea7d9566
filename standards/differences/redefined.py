"""Which competencies another job or occupation asks for in a newer version, as its redefinitions of jobs say."""

from __future__ import annotations

from collections.abc import Iterator

from ontology.records import Iri, JobRedefinition, Release, Text
from ontology.store import KnowledgeBase
from standards.differences.need import JobChange
from standards.differences.shown import Shown


def job_changes(base: KnowledgeBase, older: Release, newer: Release, shown: Shown) -> Iterator[JobChange]:
    """Yield what moved since the older version, by competency; what had moved by then is no news."""
    known = {one.iri for one in base.records(older, JobRedefinition)}
    new = [one for one in base.records(newer, JobRedefinition) if one.iri not in known]
    shown.read(part for one in new for part in (one.competency, one.moved_from, one.moved_to, one.firm) if part)
    for one in sorted(new, key=lambda each: (each.competency, each.iri)):
        yield JobChange(
            competency=shown.thing(one.competency),
            before=_place(one.former_job, one.firm, one.moved_from, shown),
            after=_place(one.new_job, one.firm, one.moved_to, shown),
        )


def _place(job: Text | None, firm: Iri | None, occupation: Iri | None, shown: Shown) -> str:
    """Return what a job is called and whose it is, or else the occupation."""
    if job and firm:
        return f"{job} ({shown.thing(firm).label})"
    return shown.thing(occupation).label if occupation else ""
