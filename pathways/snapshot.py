"""Everything the engine computes with, in memory: a knowledge base as arrays."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from ontology.identifiers import Identifiers
from pathways.arrays import Flags, Floats
from pathways.bridges import Offers
from pathways.occupations.catalog import Occupations
from pathways.occupations.credentials import CredentialUse
from pathways.occupations.jobs import FirmJob
from pathways.occupations.leading import rank_of
from pathways.occupations.licenses import license_field, license_of
from pathways.occupations.pay_table import PayTable
from pathways.occupations.preparation import Preparation, education_words
from pathways.occupations.regional import Regional
from pathways.occupations.requirements import Requirements
from pathways.occupations.schooling import SchoolingTable
from pathways.occupations.sectors import Sector
from pathways.occupations.teaching import Teaching
from pathways.occupations.together import published
from pathways.occupations.wages import NATION, Region
from pathways.occupations.zones import Zones, zones_left, zones_of
from pathways.records.ladder import Source
from pathways.relatedness.fusion import Matrix
from pathways.relatedness.opinions import Opinion
from pathways.steps.costs import Steps
from pathways.steps.programs import Programs
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
