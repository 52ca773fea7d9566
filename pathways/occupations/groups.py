"""The major and minor groups of the Standard Occupational Classification of 2018, as sectors."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from ontology.identifiers import slug
from pathways.occupations.lists import rows
from pathways.occupations.sector import Sector, SectorKind

MAJOR = "0000"
"""How the code of a major group ends."""


@cache
def groups() -> dict[str, str]:
    """Return the titles of the groups by their codes, each minor one behind its major one.

    They are those of the Bureau of Labor Statistics (`soc_groups.csv`, in the public domain), without the military:
    O*NET describes none of its occupations.
    """
    return {row["code"]: row["title"] for row in rows("soc_groups.csv")}


@cache
def minor_group(code: str) -> str:
    """Return the code of the minor group of an occupation: of the groups in its major one, the last that is no higher.

    Parameters
    ----------
    code
        An O*NET-SOC or a SOC code.

    Example
    -------
    >>> minor_group("15-1252.00"), minor_group("29-1141.00"), minor_group("51-5112.00"), minor_group("99-1011.00")
    ('15-1200', '29-1000', '51-5100', '')
    """
    return max((group for group in groups() if group[:2] == code[:2] and group <= code[:7]), default="")


def read_groups(places: Mapping[str, int]) -> Iterator[Sector]:
    """Yield the groups of some occupations, of two and more each, by code.

    Parameters
    ----------
    places
        The place of each occupation by its code.
    """
    members: dict[str, set[int]] = {}
    for code, place in places.items():
        for group in {f"{code[:3]}{MAJOR}", minor_group(code)}:
            members.setdefault(group, set()).add(place)
    for group, title in groups().items():
        if len(members.get(group, ())) > 1:
            within = "" if group.endswith(MAJOR) else groups()[f"{group[:3]}{MAJOR}"]
            yield Sector(slug(title), title, tuple(sorted(members[group])), within=within, kind=SectorKind.GROUP)
