"""Everything the engine computes with, in memory, computed once from a knowledge base."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from ontology.identifiers import Identifiers
from ontology.store import KnowledgeBase
from pathways.arrays import Flags, Floats
from pathways.bridges import Offers, read_offers
from pathways.occupations.answers import read_answers
from pathways.occupations.catalog import Occupations
from pathways.occupations.credentials import CredentialUse, read_credentials
from pathways.occupations.facts import read_occupations
from pathways.occupations.jobs import FirmJob, read_jobs
from pathways.occupations.leading import rank_of
from pathways.occupations.licenses import license_field, license_of
from pathways.occupations.observations import read_regions
from pathways.occupations.pay_table import PayTable
from pathways.occupations.preparation import Preparation, education_words, preparation_of
from pathways.occupations.regional import Regional
from pathways.occupations.requirements import Requirements, gaps, read_requirements
from pathways.occupations.schooling import SchoolingTable
from pathways.occupations.sectors import Sector, read_sectors
from pathways.occupations.teaching import Teaching, read_teaching
from pathways.occupations.together import published
from pathways.occupations.wages import NATION, Region
from pathways.occupations.zones import Zones, zones_left, zones_of
from pathways.records.ladder import Source
from pathways.relatedness.beside import beside
from pathways.relatedness.fusion import Matrix
from pathways.relatedness.network import enough, network
from pathways.relatedness.opinions import TITLE_VIEWS, Opinion, fused, opinion_of, own
from pathways.relatedness.sides import sides_of
from pathways.relatedness.views import read_writings, views
from pathways.steps.costs import Steps, steps
from pathways.steps.programs import Programs, read_programs
from pathways.steps.shared import Shared
from pathways.steps.traits import takes_a_degree


@dataclass(frozen=True)
class Snapshot:
    """A knowledge base as arrays; rows and columns are occupations in the order of `occupations`.

    Parameters
    ----------
    relatedness
        0 to 1 over all views, symmetric; what ladders are computed with.
    likely
        Probability that experts list the column as related to the row, as of `Network`; ``None`` where too few
        occupations are described, or a partnership has its word.
    gaps
        0 to 1, NaN where unknown; of a partnership's standard where it rates both, else of the national ratings.
    """

    identifiers: Identifiers
    occupations: Occupations
    requirements: tuple[Requirements, ...]
    preparation: Preparation
    schooling: SchoolingTable
    pay: PayTable
    sectors: tuple[Sector, ...]
    credentials: tuple[CredentialUse, ...]
    teaching: Teaching
    sources: tuple[Source, ...]
    opinions: tuple[Opinion, ...]
    relatedness: Matrix
    likely: Matrix | None
    gaps: Matrix
    steps: Steps
    programs: Programs = field(default_factory=Programs)
    offers: Offers = field(default_factory=Offers)
    jobs: tuple[FirmJob, ...] = ()

    @classmethod
    def compute(cls, base: KnowledgeBase) -> Snapshot:
        """Compute a snapshot of the newest releases."""
        occupations = read_occupations(base)
        requirements = read_requirements(base, occupations)
        answers = read_answers(base, occupations)
        preparation = preparation_of(answers, occupations)
        writings, regions = read_writings(base, occupations), read_regions(base, occupations)
        seen = tuple(opinion_of(view) for view in views(writings, requirements))
        opinions = (*seen, *(replace(opinion_of(view), counted=False) for view in beside(base, occupations)))
        related = fused(opinions, len(occupations))
        work = fused([opinion for opinion in opinions if opinion.name not in TITLE_VIEWS], len(occupations))
        gap = most_specific(requirements, len(occupations))
        programs = read_programs(base, occupations)
        shared = Shared.of(requirements, programs)
        likely = None
        if enough(writings) and not own(opinions):
            likely = network().likelihoods(sides_of(base, occupations, writings, requirements, answers, regions))
        return cls(
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
        ).credited(base)

    def credited(self, base: KnowledgeBase) -> Snapshot:
        """Return the snapshot with what any release may say: whom to name, and where its competencies are taught."""
        rated = (iri for rating in self.requirements for iri in rating.competencies)
        offers, jobs = read_offers(base, self.occupations), read_jobs(base, self.occupations)
        return replace(self, teaching=read_teaching(base, rated), offers=offers, jobs=jobs, sources=_sources(base))

    def find(self, text: str) -> int:
        """Return the place of an occupation by code, address or title; see `Occupations.find`."""
        nation = next((region for region in self.regions if region.code == NATION), None)
        return self.occupations.find(text, nation.employment if nation else None)

    def education(self, place: int) -> str:
        """Return the education that an occupation requires: as a partnership says, else what is usual.

        Empty where nobody says: neither a partnership, nor those who do the work, nor a job zone.
        """
        said = self.occupations[place].education or self.schooling.usual(place)
        return said or education_words(self.preparation.said("degree", place))

    def license(self, place: int) -> str:
        """Return the license that an occupation asks for: as a partnership says, else as most states do."""
        occupation = self.occupations[place]
        return occupation.license or license_of(occupation.code)

    def employed(self, region: Region) -> Floats:
        """Return how many people work in a region, by published code, NaN where unknown: shared codes count once."""
        _, first = np.unique(np.where(region.grouped, self.broad, self.soc), return_index=True)
        return np.asarray(region.employment[first])

    def regional(self, region: Region | None) -> Regional:
        """Return the pay of a region, filled from the wider ones where it publishes none."""
        return Regional.of(self.regions_by_code, region, len(self.occupations))

    @property
    def nearness(self) -> Matrix:
        """Return what related occupations are ordered by: `likely`, or `relatedness` where that is unknown."""
        return self.relatedness if self.likely is None else self.likely

    @cached_property
    def regions(self) -> tuple[Region, ...]:
        """Return the regions whose pay is known, by code."""
        return self.pay.regions()

    @cached_property
    def regions_by_code(self) -> Mapping[str, Region]:
        """Return the same by their codes."""
        return {region.code: region for region in self.regions}

    @cached_property
    def zones(self) -> Zones:
        """Return the job zone of each occupation, 0 where unknown."""
        return zones_of(self.occupations)

    @cached_property
    def left(self) -> Zones:
        """Return the job zone that one leaves with each occupation, as of `zones_left`."""
        return zones_left(self.occupations)

    @cached_property
    def ranks(self) -> NDArray[np.int64]:
        """Return how much of each occupation's work is leading others, as of `rank_of`."""
        return np.array([rank_of(occupation.code) for occupation in self.occupations], dtype=np.int64)

    @cached_property
    def soc(self) -> NDArray[np.str_]:
        """Return the code of the SOC of each occupation, which its special forms share."""
        return np.array([occupation.code[:7] for occupation in self.occupations], dtype=np.str_)

    @cached_property
    def broad(self) -> NDArray[np.str_]:
        """Return the code of the broader group of each occupation, under which its pay may be published."""
        return np.array([published(occupation.code)[-1] for occupation in self.occupations], dtype=np.str_)

    @cached_property
    def license_fields(self) -> NDArray[np.str_]:
        """Return the field of the license of each occupation, as of `license_field`; empty where it asks for none."""
        licenses = [self.license(place) for place in range(len(self.occupations))]
        return np.array([license_field(license) for license in licenses], dtype=np.str_)

    @cached_property
    def studied(self) -> Flags:
        """Return which occupations ask for a license that takes a degree, as of `takes_a_degree`."""
        return np.array([takes_a_degree(occupation.code) for occupation in self.occupations], dtype=bool)

    @cached_property
    def special(self) -> Flags:
        """Return which occupations are special forms of one of the SOC."""
        return np.array([not occupation.code.endswith(".00") for occupation in self.occupations], dtype=bool)

    @cached_property
    def roads(self) -> csr_matrix:
        """Return the costs of the steps that may be taken, sparse."""
        return csr_matrix(np.where(np.isfinite(self.steps.cost), self.steps.cost, 0))

    def requirements_of(self, start: int, end: int) -> Requirements | None:
        """Return the ratings that a step is judged by: the most specific that rate both its ends."""
        rating = [r for r in self.requirements if r.rated[start] and r.rated[end]]
        return min(rating, key=lambda r: int(r.rated.sum()), default=None)


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
        own = gaps(rating)
        combined = np.where(np.isnan(own), combined, own)
    return combined


def _sources(base: KnowledgeBase) -> tuple[Source, ...]:
    return tuple(
        Source(
            name=f"{release.source}@{release.version}",
            title=release.title.value,
            attribution=release.attribution.value if release.attribution else "",
        )
        for release in base.current()
    )
