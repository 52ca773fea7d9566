"""Jobs of firms, and the occupations that these code them to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from ontology.namespaces import CETERMS, LW, SKOS
from ontology.records import Iri, Release, Text
from ontology.store import KnowledgeBase
from pathways.occupations.catalog import Occupations


@dataclass(frozen=True)
class FirmJob:
    """A firm's own position.

    Parameters
    ----------
    firm, firm_label
        Address and name of the firm.
    places
        Of the occupations that it is coded to.
    strange
        Codes that are those of no known occupation.
    pay
        In US dollars a year, as the firm says; ``None`` where it does not.
    version, source
        Of the release that it is from, and its name.
    """

    iri: Iri
    label: Text
    firm: str
    firm_label: str
    places: tuple[int, ...] = ()
    strange: tuple[str, ...] = ()
    pay: float | None = None
    version: str = ""
    source: str = ""


def read_jobs(base: KnowledgeBase, occupations: Occupations) -> tuple[FirmJob, ...]:
    """Read the jobs of every firm, by firm and title."""
    releases = base.current()
    names = {iri: name for release in releases for iri, name in base.pairs(release, SKOS.prefLabel)}
    found = (job for release in releases for job in _of_release(base, release, occupations, names))
    return tuple(sorted(found, key=lambda job: (job.firm_label, job.label.value, job.iri)))


def _of_release(
    base: KnowledgeBase, release: Release, occupations: Occupations, names: dict[str, str]
) -> Iterator[FirmJob]:
    query = f"SELECT ?job ?firm {{ ?job a <{CETERMS.Job}> ; <{CETERMS.offeredBy}> ?firm }}"
    offered = dict(pair for pair in base.rows(query, [release.iri]) if len(pair) == 2)
    if not offered:
        return
    coded: defaultdict[str, list[str]] = defaultdict(list)
    for job, work in base.pairs(release, CETERMS.occupationType):
        coded[job].append(work)
    paid = dict(base.pairs(release, LW.annualPay))
    for job, firm in offered.items():
        works = sorted(coded[job])
        yield FirmJob(
            iri=Iri(job),
            label=Text(value=names.get(job, job)),
            firm=firm,
            firm_label=names.get(firm, firm),
            places=tuple(occupations.by_iri[work] for work in works if work in occupations.by_iri),
            strange=tuple(work.rpartition("/")[2] for work in works if work not in occupations.by_iri),
            pay=float(paid[job]) if job in paid else None,
            version=release.version,
            source=release.name,
        )
