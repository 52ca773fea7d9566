"""Places: the regions whose pay a page offers, as people look for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from pathways.occupations.wages import Region, find_region
from standards.sources.oews import area_kind

_HEADINGS: Final = {
    "state": "States and territories",
    "metropolitan": "Metropolitan areas",
    "nonmetropolitan": "Other areas",
}
"""By kind, in the order in which they are offered; people think of their state first."""


@dataclass(frozen=True)
class PlaceGroup:
    """Regions of one kind under their heading."""

    heading: str
    regions: tuple[Region, ...]


@dataclass(frozen=True)
class Places:
    """Regions to choose from.

    Parameters
    ----------
    default
        Whose pay is shown where none is chosen; ``None`` where no pay is loaded.
    chosen
        Name of the region that was asked for, as a field shows it; empty for the default.
    """

    default: Region | None
    groups: tuple[PlaceGroup, ...]
    chosen: str


def places(regions: tuple[Region, ...], asked: str) -> Places:
    """Return regions to choose from, the default alone, then kind by kind.

    Parameters
    ----------
    asked
        Code or name of a region, empty for the default.

    Raises
    ------
    NotFoundError
        Where the region is not there.
    """
    default, found = find_region(regions, ""), find_region(regions, asked)
    chosen = found.label if found and found is not default else ""
    return Places(default, _groups([region for region in regions if region is not default]), chosen)


def _groups(regions: Sequence[Region]) -> tuple[PlaceGroup, ...]:
    ordered = sorted(regions, key=lambda region: region.label)
    groups = (
        PlaceGroup(heading, tuple(region for region in ordered if area_kind(region.code) == kind))
        for kind, heading in _HEADINGS.items()
    )
    return tuple(group for group in groups if group.regions)
