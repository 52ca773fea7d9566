"""Pay by region, as arrays over occupations."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from ontology.errors import NotFoundError
from ontology.namespaces import DCTERMS, LW, SKOS
from ontology.records import Release
from ontology.store import KnowledgeBase
from pathways.arrays import Flags, Floats
from pathways.occupations.catalog import Occupations
from pathways.occupations.states import area_code
from pathways.records.rung import Wage
from standards.matching.titles import nearest

NATION = "0000000"
"""OEWS code of the whole country."""

TRADEOFF = 0.1
"""Fall of pay beyond which it is a trade-off. Two OEWS estimates of one true wage, each with a relative standard error
of 3.6%, differ by up to a tenth by chance; seven in ten metropolitan estimates are at least as exact as that."""

COUNTY: Final = re.compile(r"(?P<name>.+?)\s+(?:county|parish|borough)(?:\s*,\s*(?P<state>.+))?")
"""What a county is called, in small letters."""

NUMBERS = (LW.annual10, LW.annualMedian, LW.annual90, LW.employment)


@dataclass(frozen=True)
class Region:
    """A place and its pay.

    Parameters
    ----------
    yearly
        US dollars, 10th, 50th and 90th percentile by occupation; shape (occupations, 3); NaN where unknown.
    employment
        People employed, by occupation; NaN where unknown.
    grouped
        Whether an occupation's numbers are those of the broader group that it is published with.
    """

    code: str
    label: str
    period: str
    source: str
    yearly: Floats
    employment: Floats
    grouped: Flags

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
    """Return a region by code, name or postal abbreviation; the nation without any.

    ``None`` where no region is named and neither the nation's pay nor a single region's is loaded: no place among
    many stands for all.

    Raises
    ------
    NotFoundError
        Where a named region is not there, with the nearest names.
    """
    wanted = (name or NATION).casefold()
    for region in regions:
        if region.code == area_code(wanted) or wanted in (region.code.casefold(), region.label.casefold()):
            return region
    if not name:
        return regions[0] if len(regions) == 1 else None
    # A state whose pay is not loaded is no part of another's name: "wa" stands in Iowa.
    near = [region for region in regions if area_code(wanted) == wanted and wanted in region.label.casefold()]
    if len(near) == 1:
        return near[0]
    labels = [region.label for region in near or _of_county(regions, wanted)]
    labels = labels or nearest(name, [region.label for region in regions])
    hint = f"nearest: {', '.join(labels[:5])}" if labels else f"pay is loaded of {_some(regions)}"
    message = f"no pay is known for the region {name!r}; {hint}"
    raise NotFoundError(message)


def _of_county(regions: Sequence[Region], name: str) -> list[Region]:
    """Return the areas called like a county, and its state: no pay is published of counties themselves."""
    county = COUNTY.fullmatch(name)
    if county is None:
        return []
    alike = [region for region in regions if county["name"] in _cities(region.label)]
    state = county["state"] or ""
    of_state = (state, area_code(state))
    return [*alike, *(r for r in regions if state and (r.label.casefold() in of_state or r.code in of_state))]


def _cities(label: str) -> list[str]:
    """Return the cities that an area is called after.

    Example
    -------
    >>> _cities("Seattle-Tacoma-Bellevue, WA")
    ['seattle', 'tacoma', 'bellevue']
    """
    return label.casefold().partition(",")[0].split("-")


def _some(regions: Sequence[Region]) -> str:
    """Return the names of a few regions, and how many more there are."""
    names = ", ".join(region.label for region in regions[:5]) or "no region"
    return f"{names} and {len(regions) - 5:,} more" if len(regions) > 5 else names


def _of_release(base: KnowledgeBase, release: Release, occupations: Occupations) -> list[Region]:
    observed = _observed(base, release)
    if not observed:
        return []
    labels, codes = dict(base.pairs(release, SKOS.prefLabel)), dict(base.pairs(release, SKOS.notation))
    period = next((value for _, value in base.pairs(release, DCTERMS.temporal)), release.version)
    works = [[base.identifiers.mint("soc", code) for code in published(o.code)] for o in occupations]
    return [
        Region(
            codes.get(place, place),
            labels.get(place, place),
            period,
            _said_by(base, release),
            *_by_occupation(by_work, works),
        )
        for place, by_work in observed.items()
    ]


def _said_by(base: KnowledgeBase, release: Release) -> str:
    """Return who says what is paid: as the observations of a release do, most often, else the release."""
    said = Counter(source for _, source in base.pairs(release, DCTERMS.source))
    return min(said, key=lambda source: (-said[source], source), default=f"{release.source}@{release.version}")


def published(code: str) -> tuple[str, str]:
    """Return the codes that an occupation's numbers may be published for, its own before its broader group's.

    Example
    -------
    >>> published("31-1121.00")
    ('31-1121', '31-1120')
    """
    return code[:7], f"{code[:6]}0"


def _by_occupation(
    by_work: Mapping[str, tuple[float, ...]], works: Sequence[Sequence[str]]
) -> tuple[Floats, Floats, Flags]:
    """Return yearly pay, employment, and whether they are a group's, by occupation."""
    unknown = (np.nan,) * len(NUMBERS)
    rows = [next((by_work[code] for code in codes if code in by_work), unknown) for codes in works]
    numbers = np.array(rows, dtype=np.float32).reshape(-1, len(NUMBERS))
    grouped = [codes[0] not in by_work and codes[1] in by_work for codes in works]
    return numbers[:, :3], numbers[:, 3], np.array(grouped, dtype=bool)


def _observed(base: KnowledgeBase, release: Release) -> dict[str, dict[str, tuple[float, ...]]]:
    """Return `NUMBERS` by region and occupation."""
    places = dict(base.pairs(release, LW.region))
    if not places:
        return {}
    works = dict(base.pairs(release, LW.occupation))
    numbers = [dict(base.pairs(release, number)) for number in NUMBERS]
    observed: dict[str, dict[str, tuple[float, ...]]] = {}
    for observation, place in places.items():
        if observation in works:
            values = tuple(float(number.get(observation) or np.nan) for number in numbers)
            observed.setdefault(place, {})[works[observation]] = values
    return observed
