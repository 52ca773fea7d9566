"""The labor market of a region: one area, or several that do not overlap, beside the nation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

import numpy as np

from ontology.errors import InputError, NotFoundError
from pathways.labor_market.lacking import UnloadedError
from pathways.ladders.wording import place_name
from pathways.occupations.states import area_code
from pathways.occupations.wages import NATION, Region, choose_region
from pathways.snapshot import Snapshot

STATE: Final = "00000"
"""How the code of a state ends."""


@dataclass(frozen=True)
class Market:
    """Areas whose jobs are counted together.

    Parameters
    ----------
    nation
        ``None`` where its jobs are not loaded.
    notes
        What stands in for a place that was named, and what was named twice.
    """

    areas: tuple[Region, ...]
    nation: Region | None
    notes: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """Return the names of the areas as a sentence calls them."""
        *others, last = (place_name(area.label) for area in self.areas)
        return f"{'; '.join(others)} and {last}" if others else last

    @property
    def jobs(self) -> float | None:
        """Return the number of all jobs in the region; ``None`` where an area does not publish it."""
        return _sum([area.jobs_of_all for area in self.areas])

    @property
    def median_pay(self) -> float | None:
        """Return the median pay of all jobs, of several areas the mean of theirs, weighted by jobs."""
        if len(self.areas) == 1:
            return self.areas[0].median_of_all
        total = _sum([_product(area.median_of_all, area.jobs_of_all) for area in self.areas])
        return total / self.jobs if total is not None and self.jobs else None


def _sum(numbers: Sequence[float | None]) -> float | None:
    known = [number for number in numbers if number is not None]
    return sum(known) if len(known) == len(numbers) else None


def _product(one: float | None, other: float | None) -> float | None:
    return None if one is None or other is None else one * other


def market_of(snapshot: Snapshot, names: Sequence[str]) -> Market:
    """Return the market of the region that some names mean, each as `choose_region` understands it.

    Raises
    ------
    UnloadedError
        Where no jobs are loaded at all.
    NotFoundError
        Where an area is unknown, or none of them publishes any jobs.
    InputError
        Where one area lies in another: its jobs would count twice.
    """
    if not snapshot.regions:
        message = "no jobs and no pay are loaded"
        raise UnloadedError(message, "oews")
    areas, notes = _chosen(snapshot.regions, names)
    for one, other in combinations(areas, 2):
        _refuse_overlap(one, other)
    silent = [area for area in areas if np.isnan(area.employment).all()]
    if len(silent) == len(areas):
        message = f"no jobs are published of {_names(areas)}; name another region, or import a release that has them"
        raise NotFoundError(message)
    notes += [f"No jobs are published of {area.label}: it adds nothing." for area in silent]
    return Market(tuple(areas), snapshot.regions_by_code.get(NATION), tuple(notes))


def _chosen(regions: tuple[Region, ...], names: Sequence[str]) -> tuple[list[Region], list[str]]:
    """Return the areas, each once and in the order of their names, and what must be said of the choice."""
    areas: dict[str, Region] = {}
    notes: list[str] = []
    for name in names:
        region, note = choose_region(regions, name)
        if region is None:
            message = "name a region whose jobs are loaded: no pay is loaded of the nation"
            raise NotFoundError(message)
        if region.code in areas:
            note = f"{note} {region.label} is named more than once, and counts once.".strip()
        areas.setdefault(region.code, region)
        notes += [note] if note else []
    return list(areas.values()), notes


def _refuse_overlap(one: Region, other: Region) -> None:
    """Refuse two areas of which one lies in the other.

    Raises
    ------
    InputError
        With both names.
    """
    for wide, narrow in ((one, other), (other, one)):
        if wide.code == NATION or (wide.code.endswith(STATE) and wide.code in _states(narrow)):
            message = (
                f"{narrow.label} lies, at least in part, in {place_name(wide.label)}: its jobs would count twice. "
                "Name one of the two, or areas side by side"
            )
            raise InputError(message)


def _states(area: Region) -> set[str]:
    """Return the codes of the states that an area lies in: by its name, or by its code outside of cities.

    Example
    -------
    >>> none = np.zeros(0, dtype=np.float32)
    >>> sorted(_states(Region("0038900", "Portland-Vancouver-Hillsboro, OR-WA", "", "", none, none, none == 0)))
    ['4100000', '5300000']
    >>> _states(Region("5300001", "Western Washington nonmetropolitan area", "", "", none, none, none == 0))
    {'5300000'}
    """
    if not area.code.startswith("00"):
        return {f"{area.code[:2]}{STATE}"}
    return set(_named(area.label))


def _named(label: str) -> Iterator[str]:
    """Yield the codes of the states behind the comma of a name."""
    for letters in label.rpartition(", ")[2].split("-"):
        code = area_code(letters)
        if code.endswith(STATE):
            yield code


def _names(areas: Sequence[Region]) -> str:
    return ", ".join(area.label for area in areas)
