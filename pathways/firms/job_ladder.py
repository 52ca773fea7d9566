"""The ladder of a firm's own jobs: its jobs are the rungs, and what is known of their occupations makes the steps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np

from ontology.errors import NotFoundError
from ontology.identifiers import slug
from ontology.records import Iri, Text
from pathways.amounts import count
from pathways.firms.outside import outside
from pathways.ladders.building import sector
from pathways.occupations.catalog import OccupationEntry, Occupations
from pathways.occupations.jobs import FirmJob
from pathways.occupations.pay_table import PayTable
from pathways.occupations.sectors import Sector, find_sector
from pathways.occupations.wages import Region
from pathways.records.ladder import Ladder, Reference, Rung
from pathways.snapshot import Snapshot
from standards.matching.titles import nearest

OWN_PAY = "jobs of"
"""How the place of pay begins that is a firm's own."""
NAMED = 2
"""Jobs that the title of a rung names before it counts them."""


def firms(snapshot: Snapshot) -> dict[str, str]:
    """Return the names of the firms whose jobs are known, by the end of their addresses."""
    return {_local(job.firm): job.firm_label for job in snapshot.jobs}


def knows_firm(snapshot: Snapshot, name: str) -> bool:
    """Return whether the jobs of a firm are known, by its slug or name."""
    return bool(_jobs_of(snapshot, name))


def firm_ladder(
    snapshot: Snapshot, firm: str, sector_name: str = "", region: str = "", *, enough: float | None = None
) -> Ladder:
    """Return the ladder of a firm's own jobs.

    Parameters
    ----------
    firm
        Its slug or its name.
    sector_name
        Of the partnership whose region is taken where none is named.
    region, enough
        As of `pathways.ladders.building.sector`.

    Raises
    ------
    NotFoundError
        Where the firm, the sector or the region is unknown.
    """
    seen = seen_by_firm(snapshot, firm, sector_name)
    own, jobs = seen.sectors[0], seen.jobs
    standing = _standing(jobs)
    paid = region if seen.pay is snapshot.pay else seen.regions[0].code
    drawn = sector(seen, own.slug, paid, enough=enough)
    asked = {"firm": _local(jobs[0].firm), "sector": sector_name and own.slug, "region": region or own.region}
    rungs = tuple(_with_jobs(rung, standing[snapshot.occupations.by_iri[rung.occupation]]) for rung in drawn.rungs)
    return drawn.model_copy(
        update={
            "iri": Iri(snapshot.identifiers.service("ladders", {key: said for key, said in asked.items() if said})),
            "rungs": rungs,
            "description": _description(drawn, rungs),
            "notes": (
                *_said(jobs, standing, snapshot),
                *outside(snapshot, drawn, sector_name, region),
                *drawn.notes,
            ),
        }
    )


def seen_by_firm(snapshot: Snapshot, firm: str, sector_name: str = "") -> Snapshot:
    """Return a snapshot as a firm sees it: its jobs alone, their titles, and its own pay where it names any.

    Parameters and errors as of `firm_ladder`.
    """
    jobs = _jobs_of(snapshot, firm)
    if not jobs:
        raise NotFoundError(_unknown(snapshot, firm))
    own = _own_sector(snapshot, jobs, sector_name)
    titled = replace(snapshot, occupations=_in_titles(snapshot, _standing(jobs)), sectors=(own,), jobs=tuple(jobs))
    paying = own_pay(jobs, len(snapshot.occupations))
    return replace(titled, pay=PayTable.of([paying])) if paying else titled


def own_pay(jobs: Sequence[FirmJob], size: int) -> Region | None:
    """Return what a firm itself pays, as a region of its own; ``None`` where it says so of no job.

    Parameters
    ----------
    size
        Number of occupations.

    Example
    -------
    Two jobs of one occupation, for $60,000 and $80,000:

    >>> jobs = [FirmJob(Iri("http://x/1"), Text(value="A"), "http://x/f", "Firm", (0,), pay=pay) for pay in (6e4, 8e4)]
    >>> found = own_pay(jobs, 2)
    >>> found.yearly.tolist()
    [[nan, 70000.0, nan], [nan, nan, nan]]
    """
    paid: dict[int, list[float]] = {}
    for job in jobs:
        for place in job.places if job.pay is not None else ():
            paid.setdefault(place, []).append(float(job.pay or 0))
    if not paid:
        return None
    yearly = np.full((size, 3), np.nan, dtype=np.float32)
    for place, amounts in paid.items():
        yearly[place, 1] = np.median(amounts)
    return Region(
        code=_local(jobs[0].firm),
        label=f"{OWN_PAY} {jobs[0].firm_label}",
        period=jobs[0].version,
        source=jobs[0].source,
        yearly=yearly,
        employment=np.full(size, np.nan, dtype=np.float32),
        grouped=np.zeros(size, dtype=bool),
    )


def _own_sector(snapshot: Snapshot, jobs: Sequence[FirmJob], sector_name: str) -> Sector:
    """Return the occupations of a firm's jobs as a sector, with what a partnership declares of them."""
    members = tuple(sorted({place for job in jobs for place in job.places}))
    label = f"jobs of {jobs[0].firm_label}"
    if sector_name:
        across = find_sector(snapshot.sectors, sector_name)
        return replace(across, label=label, members=members)
    panels = (sector for sector in snapshot.sectors if sector.declared and {*sector.members} & {*members})
    own = Sector(_local(jobs[0].firm), label, members)
    return next((replace(own, declared=True, region=panel.region) for panel in panels), own)


def _standing(jobs: Sequence[FirmJob]) -> dict[int, list[FirmJob]]:
    """Return the jobs by the place of the occupation that they are coded to."""
    standing: dict[int, list[FirmJob]] = {}
    for job in jobs:
        for place in job.places:
            standing.setdefault(place, []).append(job)
    return standing


def _in_titles(snapshot: Snapshot, standing: Mapping[int, Sequence[FirmJob]]) -> Occupations:
    """Return the occupations, each that jobs stand on called by their titles."""
    return Occupations(
        tuple(
            _called(entry, standing[place]) if place in standing else entry
            for place, entry in enumerate(snapshot.occupations)
        )
    )


def _called(entry: OccupationEntry, jobs: Sequence[FirmJob]) -> OccupationEntry:
    titles = [job.label.value for job in jobs]
    more = f" and {count(len(titles) - NAMED, 'more job')}" if len(titles) > NAMED else ""
    coded = f"Coded to {entry.label} ({entry.code})."
    said = {
        "label": Text(value=f"{' / '.join(titles[:NAMED])}{more}", language=jobs[0].label.language),
        "description": " ".join(filter(None, (coded, entry.description))),
    }
    return entry.model_copy(update=said)


def _with_jobs(rung: Rung, jobs: Sequence[FirmJob]) -> Rung:
    return rung.model_copy(update={"jobs": tuple(Reference(iri=job.iri, label=job.label) for job in jobs)})


def _description(drawn: Ladder, rungs: Sequence[Rung]) -> str:
    """Return how many jobs, rungs and steps there are, and whose pay is shown."""
    jobs = {job.iri for rung in rungs for job in rung.jobs}
    counts = f"{count(len(jobs), 'job')} on {count(len(rungs), 'rung')} and {count(len(drawn.steps), 'step')}"
    paid = next((rung.wage for rung in rungs if rung.wage), None)
    if paid is None:
        return f"{counts}."
    if paid.region.startswith(OWN_PAY):
        return f"{counts}. Pay: the firm's own, as its list says."
    return f"{counts}. Pay: not the firm's own, but {paid.region}, {paid.period}."


def _said(jobs: Sequence[FirmJob], standing: Mapping[int, Sequence[FirmJob]], snapshot: Snapshot) -> Iterator[str]:
    """Yield which jobs share a rung, and which stand on none."""
    for place, on in sorted(standing.items()):
        if len(on) > 1:
            occupation = snapshot.occupations[place]
            titles = ", ".join(job.label.value for job in on)
            yield f"{len(on)} jobs share one rung, all coded to {occupation.label} ({occupation.code}): {titles}."
    if uncoded := [job.label.value for job in jobs if not job.places and not job.strange]:
        verb = "has" if len(uncoded) == 1 else "have"
        yield f"{count(len(uncoded), 'job')} {verb} no code of an occupation and no rung: {', '.join(uncoded)}."
    for job in jobs:
        if job.strange:
            yield f"{job.label} is coded to {', '.join(job.strange)}, which is no known occupation."


def _jobs_of(snapshot: Snapshot, name: str) -> list[FirmJob]:
    wanted = slug(name)
    return [job for job in snapshot.jobs if wanted in (_local(job.firm), slug(job.firm_label))]


def _unknown(snapshot: Snapshot, name: str) -> str:
    known = firms(snapshot)
    by_label = {label: local for local, label in known.items()}
    near = [by_label[label] for label in nearest(name, list(by_label))] or sorted(known)
    return f"no jobs are known of a firm called {name!r}; there are those of {', '.join(near) or 'none'}"


def _local(address: str) -> str:
    """Return the end of an address."""
    return address.rpartition("/")[2]
