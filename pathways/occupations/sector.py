"""A set of occupations across which a ladder can be drawn."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class SectorKind(StrEnum):
    """Who groups the occupations of a sector, in the order in which sectors are listed."""

    PARTNERSHIP = "partnership"
    CLUSTER = "career cluster"
    PATHWAY = "career pathway"
    GROUP = "occupation group"
    FIELD = "field of study"


@dataclass(frozen=True)
class Sector:
    """A sector partnership's occupations, or those of a career cluster, an occupation group or a field of study.

    Parameters
    ----------
    members
        Places of the occupations, in their order.
    declared
        Whether a partnership says which are its entry rungs.
    within
        Label of the wider sector that it is a part of: the career cluster of a pathway, the major group of a minor
        one. Empty for all others.
    region
        Code of the region that a partnership is of; empty where it names none.
    inferred
        Places of the members that the list of the sector does not name itself.
    listed
        Month and year of the list, where it is older than the occupations; empty where it is not.
    """

    slug: str
    label: str
    members: tuple[int, ...]
    declared: bool = False
    within: str = ""
    region: str = ""
    kind: SectorKind = SectorKind.CLUSTER
    inferred: tuple[int, ...] = ()
    listed: str = ""
