"""Pay by region, as arrays over occupations, and the region that a name means."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np

from ontology.errors import NotFoundError
from pathways.arrays import Flags, Floats
from pathways.occupations.counties import called, nearest_areas
from pathways.occupations.states import area_code
from pathways.records.rung import Wage
from standards.matching.titles import nearest

NATION = "0000000"
"""OEWS code of the whole country."""

TRADEOFF = 0.1
"""Fall of pay beyond which it is a trade-off. Two OEWS estimates of one true wage, each with a relative standard error
of 3.6%, differ by up to a tenth by chance; seven in ten metropolitan estimates are at least as exact as that."""


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
    median_of_all, jobs_of_all
        Median pay in US dollars a year, and number, of all who work there; ``None`` where not published.
    """

    code: str
    label: str
    period: str
    source: str
    yearly: Floats
    employment: Floats
    grouped: Flags
    median_of_all: float | None = None
    jobs_of_all: float | None = None

    @cached_property
    def known(self) -> bytes:
        """Return of which occupations the median is published, a byte for each: 1 or 0."""
        return (~np.isnan(self.yearly[:, 1])).tobytes()

    def wage(self, occupation: int) -> Wage | None:
        """Return the pay of one occupation, ``None`` where nothing is published."""
        low, median, high = (None if np.isnan(v) else float(v) for v in self.yearly[occupation])
        if low is None and median is None and high is None:
            return None
        return Wage(region=self.label, period=self.period, source=self.source, low=low, median=median, high=high)


class Choice(NamedTuple):
    """The region whose pay counts, and what must be said where it is not the one that was named.

    Parameters
    ----------
    region
        ``None`` where no region is named and no place stands for all.
    note
        Empty where the pay is that of the region that was named.
    """

    region: Region | None
    note: str = ""


def choose_region(regions: tuple[Region, ...], name: str) -> Choice:
    """Return a region by code, name or postal abbreviation; the nation without any; of a county, what stands for it.

    Pay is published of no county: that of its metropolitan area is taken, else of the only area outside of cities in
    its state, else of the state; the same where any other place is named with its state behind a comma. No region is
    returned where none is named and neither the nation's pay nor a single region's is loaded: no place among many
    stands for all.

    Raises
    ------
    NotFoundError
        Where a named region is not there, with the nearest names; where several counties have a name, with these.
    """
    wanted = (name or NATION).strip().casefold()
    for region in regions:
        if region.code == area_code(wanted) or wanted in (region.code.casefold(), region.label.casefold()):
            return Choice(region)
    if not name:
        return Choice(regions[0] if len(regions) == 1 else None)
    # A state whose pay is not loaded is no part of another's name: "wa" stands in Iowa.
    near = [region for region in regions if area_code(wanted) == wanted and wanted in region.label.casefold()]
    found = _with_city(regions, wanted) or _of_county(regions, wanted)
    if found is None and len(near) == 1:
        found = Choice(near[0])
    found = found or _of_state(regions, name)
    if found:
        return found
    labels = [region.label for region in near] or nearest(name, [region.label for region in regions])
    hint = f"nearest: {', '.join(labels[:5])}" if labels else f"pay is loaded of {_some(regions)}"
    message = f"no pay is known for the region {name!r}; {hint}"
    raise NotFoundError(message)


def find_region(regions: tuple[Region, ...], name: str) -> Region | None:
    """Return the region that `choose_region` chooses; what must be said of the choice stands there.

    Raises
    ------
    NotFoundError
        As `choose_region`.
    """
    return choose_region(regions, name).region


def _with_city(regions: Sequence[Region], name: str) -> Choice | None:
    """Return the area that is called after a city, which is named with its state."""
    city, _, state = (part.strip() for part in name.partition(","))
    alike = [
        region
        for region in regions
        if city in _cities(region.label) and state in region.label.casefold().rpartition(", ")[2].split("-")
    ]
    return Choice(alike[0]) if state and len(alike) == 1 else None


def _of_county(regions: Sequence[Region], name: str) -> Choice | None:
    """Return what stands for a county, and say so; ``None`` where the name is no county's.

    Raises
    ------
    NotFoundError
        Where several counties have the name.
    """
    by_code = {region.code: region for region in regions}
    found = nearest_areas(called(name), by_code.keys())
    if not found:
        return None
    if len({code for _, code in found}) > 1:
        some = ", ".join(f"{county.label} ({county.code})" for county, _ in found)
        message = f"several counties are called {name!r}: {some}. Name one with its state, or by its code"
        raise NotFoundError(message)
    county, code = found[0]
    return Choice(by_code[code], _stands_in(county.label, by_code[code]))


def _of_state(regions: Sequence[Region], name: str) -> Choice | None:
    """Return the state behind the last comma of a place's name, and say that it stands in."""
    state = name.rpartition(",")[2].strip().casefold()
    codes = (area_code(state), state)
    found = next((r for r in regions if r.code == codes[0] or r.label.casefold() in codes), None)
    return Choice(found, _stands_in(repr(name), found)) if found and "," in name else None


def _stands_in(name: str, region: Region) -> str:
    """Return that no pay is published of a place, and whose is shown in its stead."""
    return f"No pay is published of {name}: that of {region.label} stands in."


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
