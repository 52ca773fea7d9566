"""Computing a snapshot from a knowledge base: what its releases say, how related all are, what each step costs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import numpy as np

from ontology.records import Release
from ontology.shown import shown_releases
from ontology.store import KnowledgeBase
from pathways.arrays import Floats
from pathways.bridges import read_offers
from pathways.occupations.answers import read_answers
from pathways.occupations.catalog import Occupations
from pathways.occupations.credentials import read_credentials
from pathways.occupations.facts import read_occupations
from pathways.occupations.jobs import read_jobs
from pathways.occupations.observations import read_regions
from pathways.occupations.pay_table import PayTable
from pathways.occupations.preparation import preparation_of
from pathways.occupations.requirements import Requirements, gaps, read_requirements
from pathways.occupations.schooling import SchoolingTable
from pathways.occupations.sectors import read_sectors
from pathways.occupations.teaching import Teaching, read_teaching
from pathways.occupations.wages import NATION, Region
from pathways.records.ladder import Source
from pathways.relatedness.beside import beside
from pathways.relatedness.fusion import Matrix
from pathways.relatedness.network import enough, network
from pathways.relatedness.opinions import TITLE_VIEWS, fused, opinion_of, own
from pathways.relatedness.sides import sides_of
from pathways.relatedness.views import read_writings, views
from pathways.snapshot import Snapshot
from pathways.steps.costs import steps
from pathways.steps.programs import read_programs
from pathways.steps.shared import Shared

DRAFT: Final = ", a draft not in force"
"""Stands behind the title of a standard of which there is a working copy alone: something else may be agreed on."""


def compute_snapshot(base: KnowledgeBase) -> Snapshot:
    """Compute a snapshot of the newest releases."""
    occupations = read_occupations(base)
    requirements = read_requirements(base, occupations)
    answers = read_answers(base, occupations)
    preparation = preparation_of(answers, occupations)
    writings, regions = read_writings(base, occupations), read_regions(base, occupations)
    seen = (opinion_of(view) for view in views(writings, requirements))
    opinions = (*seen, *(replace(opinion_of(view), counted=False) for view in beside(base, occupations)))
    related = fused(opinions, len(occupations))
    work = fused([opinion for opinion in opinions if opinion.name not in TITLE_VIEWS], len(occupations))
    gap = most_specific(requirements, len(occupations))
    programs = read_programs(base, occupations)
    shared = Shared.of(requirements, programs)
    likely = None
    if enough(writings) and not own(opinions):
        likely = network().likelihoods(sides_of(base, occupations, writings, requirements, answers, regions))
    snapshot = Snapshot(
        identifiers=base.identifiers,
        occupations=occupations,
        requirements=requirements,
        preparation=preparation,
        schooling=SchoolingTable.of(answers, len(occupations)),
        pay=PayTable.of(regions),
        sectors=read_sectors(base, occupations),
        credentials=read_credentials(base, occupations),
        teaching=Teaching(),
        sources=(),
        opinions=opinions,
        relatedness=related,
        likely=likely,
        gaps=gap,
        programs=programs,
        steps=steps(occupations, preparation, related, work, gap, shared, own_pay(occupations, regions)),
    )
    return credited(snapshot, base)


def credited(snapshot: Snapshot, base: KnowledgeBase) -> Snapshot:
    """Return a snapshot with what any release may say: whom to name, and where its competencies are taught."""
    rated = (iri for rating in snapshot.requirements for iri in rating.competencies)
    offers, jobs = read_offers(base, snapshot.occupations), read_jobs(base, snapshot.occupations)
    return replace(snapshot, teaching=read_teaching(base, rated), offers=offers, jobs=jobs, sources=_sources(base))


def own_pay(occupations: Occupations, regions: Sequence[Region]) -> Floats:
    """Return the nation's median by occupation; NaN where none is known that is its own, and not a group's."""
    found = np.full(len(occupations), np.nan, dtype=np.float32)
    for region in (region for region in regions if region.code == NATION):
        special = np.array([not occupation.code.endswith(".00") for occupation in occupations], dtype=bool)
        found = np.where(region.grouped | special, np.nan, region.yearly[:, 1])
    return np.asarray(found, np.float32)


def most_specific(requirements: Sequence[Requirements], size: int) -> Matrix:
    """Return the gap of every step by the ratings of the fewest occupations that know both ends."""
    combined = np.full((size, size), np.nan, dtype=np.float32)
    for rating in sorted(requirements, key=lambda r: -int(r.rated.sum())):
        found = gaps(rating)
        combined = np.where(np.isnan(found), combined, found)
    return combined


def _sources(base: KnowledgeBase) -> tuple[Source, ...]:
    """Return the newest releases, and behind them the versions in force of standards that are worked on.

    What a version says of its sources in the words of its working copy is said once.
    """
    shown = shown_releases(base.releases())
    first: dict[tuple[str, str], Release] = {}
    return tuple(
        Source(
            name=release.name,
            title=f"{release.title}{DRAFT if release.stands and release in shown and not release.fixed else ''}",
            attribution=said if first.setdefault((release.source, said), release) is release else "",
        )
        for release in dict.fromkeys((*base.current(), *shown))
        for said in [release.attribution.value if release.attribution else ""]
    )
