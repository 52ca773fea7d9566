"""Asking: reading from a knowledge base what jobs and firms ask for of a framework."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from ontology.namespaces import CETERMS, ESCO, LW, ORG, SKOS
from ontology.records import Iri, Release, RequirementType
from ontology.store import KnowledgeBase
from pathways.coverage.demand import Ask, AskingJob, Demand, Listing, ListingFirm, Want, most_wanted_first
from pathways.coverage.named_jobs import JobNames, of_named_jobs
from pathways.coverage.namesakes import kinds_of_namesakes
from pathways.coverage.target import Target
from pathways.occupations.catalog import OccupationEntry, Occupations
from pathways.occupations.facts import read_occupations
from pathways.occupations.jobs import read_jobs
from pathways.occupations.licenses import license_of
from pathways.occupations.sectors import find_sector, read_sectors
from standards.firm_lists import firm_lists
from standards.frameworks import framework_release
from standards.matching import UNMATCHED, Entry

IMPORTANT: Final = 3.0
"""Importance from which an occupation asks for a competency that its source calls neither essential nor optional."""

NEEDS: Final = (
    f"SELECT ?work ?competency ?importance ?relation {{ ?need <{LW.occupation}> ?work ; <{LW.competency}> ?competency "
    f"OPTIONAL {{ ?need <{LW.importance}> ?importance }} OPTIONAL {{ ?need <{LW.requirementType}> ?relation }} }}"
)
ESSENTIAL: Final = f"SELECT ?work ?competency {{ ?work <{ESCO.relatedEssentialSkill}> ?competency }}"
OPTIONAL: Final = f"SELECT ?work ?competency {{ ?work <{ESCO.relatedOptionalSkill}> ?competency }}"
JOBS: Final = (
    f"SELECT ?job ?label ?firm ?name ?skill ?words {{ ?job a <{CETERMS.Job}> ; <{SKOS.prefLabel}> ?label ; "
    f"<{CETERMS.offeredBy}> ?firm ; <{CETERMS.skillEmbodied}> ?skill . ?skill <{SKOS.prefLabel}> ?words "
    f"OPTIONAL {{ ?firm <{SKOS.prefLabel}> ?name }} }}"
)
PANELS: Final = f"SELECT ?label {{ ?panel a <{ORG.OrganizationalCollaboration}> ; <{SKOS.prefLabel}> ?label }}"


@dataclass(frozen=True)
class _FirmSkill:
    """A firm asks for a skill of its own list in one of its jobs."""

    job: str
    title: str
    firm: str
    name: str
    skill: str
    words: str


def read_demand(base: KnowledgeBase, target: Target, sector: str = "", jobs: Sequence[str] = ()) -> Demand | None:
    """Return what jobs and firms ask for of a framework; ``None`` where the knowledge base says nothing of it.

    Parameters
    ----------
    sector
        Slug or label of a partnership or a career cluster whose occupations ask; without it those that the
        framework's own release rates, if it is a partnership's, or the jobs of the firm whose list it is.
    jobs
        Codes or titles of those of these jobs that alone count; of a framework that is nobody's, of any occupations.

    Raises
    ------
    NotFoundError
        Where there is no such sector or job.
    """
    if target.own:
        return None
    if not jobs:
        return _of_all(base, target, sector)
    occupations = read_occupations(base)
    names = JobNames(occupations, read_jobs(base, occupations))
    named = () if _asked(base, target, sector) else [names.one(name) for name in jobs]
    demand = _of_all(base, target, sector, occupations, named)
    return of_named_jobs(demand, jobs, names) if demand else None


def partnership_of(base: KnowledgeBase, target: Target) -> str:
    """Return the slug of the partnership that a framework is of, or that has it from a firm; empty where there is none.

    Of a list that several have, the first.
    """
    release = next((one for one in base.releases() if one.iri == target.release), None)
    if release and any(base.rows(f"{PANELS} LIMIT 1", [release.iri])):
        return release.source
    having = sorted(release.part_of) if release else []
    return next((address.rpartition("/")[2] for address in having), "")


def _asked(base: KnowledgeBase, target: Target, sector: str) -> bool:
    """Whether some jobs ask for a framework although none is named."""
    return bool(sector or partnership_of(base, target)) or any(base.rows(f"{JOBS} LIMIT 1", [target.release]))


def _of_all(
    base: KnowledgeBase,
    target: Target,
    sector: str,
    occupations: Occupations | None = None,
    named: Sequence[OccupationEntry] = (),
) -> Demand | None:
    """Return what all jobs of a sector, a partnership or a firm ask for.

    Parameters
    ----------
    occupations
        All that are known, where they were read already.
    named
        Those of them that ask where no sector, partnership or firm does.
    """
    release = framework_release(base, target.name)
    entries = {entry.iri: entry for entry in target.index.entries}
    panels = [label for (label,) in base.rows(PANELS, [release.iri])]
    skills = [_FirmSkill(*row) for row in base.rows(JOBS, _with_jobs(base, release))]
    if not (sector or panels or skills or named):
        return None
    if not sector and any(skill.skill in entries for skill in skills):
        return _of_firm(target, skills, entries)
    label, members = ("", named) if named else _members(base, occupations or read_occupations(base), sector, panels)
    asked, jobs = _rated(base, release, entries, members)
    firms, listings = _listed(skills, target)
    kinds = kinds_of_namesakes(entries.values())
    found = _demand(
        label or target.label,
        jobs,
        firms,
        [_want(entry, kinds.get(iri, ""), asked.get(iri, ()), listings.get(iri, ())) for iri, entry in entries.items()],
    )
    return found.model_copy(update={"sector": sector}) if found else None


def _with_jobs(base: KnowledgeBase, release: Release) -> list[str]:
    """Return the graphs with the jobs of firms: of a partnership, the lists of its firms."""
    return [one.iri for one in firm_lists(base, release.source)] or [release.iri]


def _of_firm(target: Target, skills: Iterable[_FirmSkill], entries: Mapping[Iri, Entry]) -> Demand | None:
    """Return what a firm's jobs ask for, where the framework is the firm's own list; such lists rate nothing."""
    asked: dict[str, list[Ask]] = {}
    jobs: dict[str, AskingJob] = {}
    for skill in skills:
        if skill.skill in entries:
            jobs[skill.job] = AskingJob(iri=Iri(skill.job), label=skill.title)
            asked.setdefault(skill.skill, []).append(Ask(job=Iri(skill.job)))
    return _demand(target.label, jobs, (), [_want(entries[Iri(iri)], "", asks, ()) for iri, asks in asked.items()])


def _demand(
    label: str, jobs: Mapping[str, AskingJob], firms: tuple[ListingFirm, ...], wants: Iterable[Want]
) -> Demand | None:
    wanted = most_wanted_first(want for want in wants if want.asks or want.listings)
    ordered = sorted(jobs.values(), key=lambda job: (job.zone, job.label, job.iri))
    return Demand(label=label, jobs=tuple(ordered), firms=firms, wants=wanted) if wanted else None


def _members(
    base: KnowledgeBase, occupations: Occupations, sector: str, panels: Sequence[str]
) -> tuple[str, Sequence[OccupationEntry]]:
    """Return who asks: the occupations of a sector, else all that are known."""
    if not sector:
        return next(iter(panels), ""), list(occupations)
    found = find_sector(read_sectors(base, occupations), sector)
    return found.label, [occupations[place] for place in found.members]


def _rated(
    base: KnowledgeBase, release: Release, entries: Mapping[Iri, Entry], members: Iterable[OccupationEntry]
) -> tuple[dict[str, list[Ask]], dict[str, AskingJob]]:
    """Return what occupations ask for as a release rates them, and these occupations."""
    known = {str(iri): entry for entry in members for iri in (*entry.matches, entry.iri)}
    found: dict[str, dict[str, Ask]] = {}
    jobs: dict[str, AskingJob] = {}
    for work, competency, importance, essential in _needs(base, release):
        if work in known and competency in entries:
            job = _job(known[work])
            jobs[job.iri] = job
            ask = Ask(job=job.iri, importance=importance, essential=essential)
            found.setdefault(competency, {}).setdefault(job.iri, ask)
    return {competency: list(asks.values()) for competency, asks in found.items()}, jobs


def _needs(base: KnowledgeBase, release: Release) -> Iterator[tuple[str, str, float | None, bool]]:
    """Yield occupation, competency, importance, and whether it is essential."""
    for work, competency, importance, relation in base.rows(NEEDS, [release.iri]):
        rated = float(importance) if importance else None
        if relation or (rated is not None and rated >= IMPORTANT):
            yield work, competency, rated, relation != RequirementType.OPTIONAL
    for query, essential in ((ESSENTIAL, True), (OPTIONAL, False)):
        for work, competency in base.rows(query, [release.iri]):
            yield work, competency, None, essential


def _job(entry: OccupationEntry) -> AskingJob:
    return AskingJob(
        iri=entry.iri,
        code=entry.code,
        label=entry.label.value,
        zone=entry.zone,
        entry=entry.entry,
        education=entry.education,
        license=entry.license or license_of(entry.code),
    )


def _listed(skills: Iterable[_FirmSkill], target: Target) -> tuple[tuple[ListingFirm, ...], dict[str, list[Listing]]]:
    """Return the firms with lists of their own words, and what these may mean in the framework, best first."""
    said = sorted({(skill.firm, skill.name, skill.words) for skill in skills})
    names = {firm: name or firm for firm, name, _ in said}
    found: dict[str, list[Listing]] = {}
    for (firm, _, words), suggestions in zip(said, target.index.match([s for _, _, s in said], top=1), strict=True):
        for best in suggestions[:1]:
            if best.confidence >= UNMATCHED:
                listing = Listing(firm=Iri(firm), statement=words, confidence=best.confidence)
                found.setdefault(best.iri, []).append(listing)
    for listings in found.values():
        listings.sort(key=lambda listing: (-listing.confidence, listing.firm, listing.statement))
    return tuple(ListingFirm(iri=Iri(iri), label=name) for iri, name in names.items()), found


def _want(entry: Entry, kind: str, asks: Iterable[Ask], listings: Iterable[Listing]) -> Want:
    return Want(
        competency=entry.iri,
        code=entry.code,
        label=entry.label,
        kind=kind,
        group=entry.group,
        asks=tuple(sorted(asks, key=lambda ask: (-ask.weight, ask.job))),
        listings=tuple(listings),
    )
