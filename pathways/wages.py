"""Pay by region, as arrays over occupations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from ontology.errors import NotFoundError
from ontology.namespaces import DCTERMS, LW, SKOS
from ontology.records import Release
from ontology.store import KnowledgeBase
from pathways.arrays import Floats
from pathways.ladder import Wage
from pathways.occupations import Occupations

NATION = "0000000"
"""OEWS code of the whole country."""

AMOUNTS = (LW.annual10, LW.annualMedian, LW.annual90)


@dataclass(frozen=True)
class Region:
    """A place and its pay.

    Parameters
    ----------
    yearly
        US dollars, 10th, 50th and 90th percentile by occupation; shape (occupations, 3); NaN where unknown.
    """

    code: str
    label: str
    period: str
    source: str
    yearly: Floats

    def wage(self, occupation: int) -> Wage | None:
        """Return the pay of one occupation, ``None`` where nothing is published."""
        low, median, high = (None if np.isnan(v) else float(v) for v in self.yearly[occupation])
        if low is None and median is None and high is None:
            return None
        return Wage(region=self.label, period=self.period, source=self.source, low=low, median=median, high=high)


def read_regions(base: KnowledgeBase, occupations: Occupations) -> tuple[Region, ...]:
    """Read the pay of every region, by its code; where two releases speak of one, the one with more to say."""
    found: dict[str, Region] = {}
    for release in base.current():
        for region in _of_release(base, release, occupations):
            old = found.get(region.code)
            if old is None or np.isnan(old.yearly).sum() > np.isnan(region.yearly).sum():
                found[region.code] = region
    return tuple(found[code] for code in sorted(found))


def find_region(regions: tuple[Region, ...], name: str) -> Region | None:
    """Return a region by code or name; the nation where no name is given, ``None`` where nothing is loaded.

    Raises
    ------
    NotFoundError
        Where a named region is not there.
    """
    wanted = (name or NATION).casefold()
    for region in regions:
        if wanted in (region.code.casefold(), region.label.casefold()):
            return region
    if not name:
        return regions[0] if regions else None
    near = [region.label for region in regions if wanted in region.label.casefold()][:5]
    hint = f"; there are {', '.join(near)}" if near else f"; pay of {len(regions)} regions is loaded"
    message = f"no pay is known for the region {name!r}{hint}"
    raise NotFoundError(message)


def _of_release(base: KnowledgeBase, release: Release, occupations: Occupations) -> list[Region]:
    observed = _observed(base, release)
    if not observed:
        return []
    published = [base.identifiers.mint("soc", occupation.code[:7]) for occupation in occupations]
    labels, codes = dict(base.pairs(release, SKOS.prefLabel)), dict(base.pairs(release, SKOS.notation))
    period = next((value for _, value in base.pairs(release, DCTERMS.temporal)), release.version)
    return [
        Region(
            code=codes.get(place, place),
            label=labels.get(place, place),
            period=period,
            source=f"{release.source}@{release.version}",
            yearly=_yearly(by_work, published),
        )
        for place, by_work in observed.items()
    ]


def _observed(base: KnowledgeBase, release: Release) -> dict[str, dict[str, tuple[float, ...]]]:
    """Return the amounts by region and occupation."""
    places = dict(base.pairs(release, LW.region))
    if not places:
        return {}
    works = dict(base.pairs(release, LW.occupation))
    amounts = [dict(base.pairs(release, amount)) for amount in AMOUNTS]
    observed: dict[str, dict[str, tuple[float, ...]]] = {}
    for observation, place in places.items():
        if observation in works:
            values = tuple(float(amount.get(observation) or np.nan) for amount in amounts)
            observed.setdefault(place, {})[works[observation]] = values
    return observed


def _yearly(by_work: Mapping[str, tuple[float, ...]], works: Sequence[str]) -> Floats:
    unknown = (np.nan,) * len(AMOUNTS)
    rows = [by_work.get(work, unknown) for work in works]
    return np.array(rows, dtype=np.float32).reshape(-1, len(AMOUNTS))
