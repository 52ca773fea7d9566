"""Counties and what stands for them: pay is published of areas made of counties, and of no county itself.

References
----------
Office of Management and Budget, Bulletin 23-01 (July 2023), list 1: the counties of each metropolitan area, which the
wage statistics follow from May 2024 on; names and codes: U.S. Census Bureau. Public domain. The areas outside of
cities are drawn by the states' own agencies and are not in that list.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from pathways.occupations.lists import rows
from pathways.occupations.states import FIPS, area_code

POSTAL: Final = {digits: letters.upper() for letters, digits in FIPS.items()}

KINDS: Final = {"LA": " Parish", "AK": "", "DC": "", "PR": " Municipio"}
"""What stands behind the name of a county where it is not called one; the names of independent cities say so."""

KIND: Final = re.compile(r"\s+(county|parish|borough|census area|municipality|municipio)$")

OUTSIDE: Final = re.compile(r"\d{2}000(?!00)\d{2}")
"""Code of an area outside of the cities of a state."""


@dataclass(frozen=True)
class County:
    """A county or what counts as one: a parish, a borough, an independent city.

    Parameters
    ----------
    code
        Five digits: two of the state, three of the county.
    area
        Code of the metropolitan area that it belongs to; empty where to none.
    """

    code: str
    name: str
    area: str

    @property
    def state(self) -> str:
        """Return the code of its state, as an area.

        Example
        -------
        >>> County("53005", "Benton", "0028420").state
        '5300000'
        """
        return f"{self.code[:2]}00000"

    @property
    def label(self) -> str:
        """Return its name as people write it.

        Example
        -------
        >>> [found.label for code in ("53005", "22071", "51760", "09110") for found in called(code)]
        ['Benton County, WA', 'Orleans Parish, LA', 'Richmond city, VA', 'Capitol Planning Region, CT']
        """
        postal = POSTAL[self.code[:2]]
        whole = self.name.casefold().endswith((" city", " region"))
        return f"{self.name}{'' if whole else KINDS.get(postal, ' County')}, {postal}"


@cache
def counties() -> tuple[County, ...]:
    """Return all counties by their codes."""
    return tuple(County(row["county"], row["name"], row["area"]) for row in rows("counties.csv"))


def called(text: str) -> tuple[County, ...]:
    """Return the counties that a name or a code of five digits may mean.

    Parameters
    ----------
    text
        ``Benton County, WA``, ``Benton County``, ``Benton, Washington`` or ``53005``; the name alone is no county's.

    Example
    -------
    >>> [found.code for found in called("benton county, wa")], len(called("Benton County")), called("Benton")
    (['53005'], 9, ())
    """
    wanted = text.strip().casefold()
    if re.fullmatch(r"\d{5}", wanted):
        return tuple(county for county in counties() if county.code == wanted)
    name, _, state = (part.strip() for part in wanted.partition(","))
    said = bool(KIND.search(name)) or name.endswith((" city", " planning region"))
    if not (said or state):
        return ()
    within = _state(state)
    found = _by_name().get(_plain(name), ())
    return tuple(county for county in found if within is None or county.code[:2] == within)


def areas_of(county: County, known: Collection[str]) -> Iterator[str]:
    """Yield the codes of the areas whose pay may stand for a county's, the nearest first.

    The area outside of cities counts only where its state has a single one: which of several it is, no list says.

    Parameters
    ----------
    known
        Codes of all areas whose pay is known.
    """
    if county.area:
        yield county.area
    else:
        outside = [code for code in known if OUTSIDE.fullmatch(code) and code[:2] == county.code[:2]]
        yield from outside if len(outside) == 1 else ()
    yield county.state


def nearest_areas(found: Iterable[County], known: Collection[str]) -> list[tuple[County, str]]:
    """Return counties with the code of the area that stands for each, without those for which none does."""
    pairs = ((county, next((code for code in areas_of(county, known) if code in known), "")) for county in found)
    return [(county, code) for county, code in pairs if code]


def _state(text: str) -> str | None:
    """Return the two digits of a state, by its letters or its name; ``None`` where no state is named."""
    if not text:
        return None
    code = area_code(text)
    return code[:2] if code.isdecimal() else _names().get(text, "")


def _plain(name: str) -> str:
    """Return a name as it is compared: without what kind of county it is, and "Saint" and dots spelled alike.

    Example
    -------
    >>> _plain("Saint Louis County"), _plain("St. Louis"), _plain("St. Louis city")
    ('st louis', 'st louis', 'st louis city')
    """
    words = KIND.sub("", name.casefold()).replace(".", "").replace("'", "").split()
    return " ".join("st" if word == "saint" else word for word in words)


@cache
def _by_name() -> dict[str, list[County]]:
    """Return the counties by their plain names, each list by their codes."""
    found: dict[str, list[County]] = {}
    for county in counties():
        found.setdefault(_plain(county.name), []).append(county)
    return found


@cache
def _names() -> dict[str, str]:
    """Return the two digits of each state by its name, in small letters."""
    return {name.casefold(): digits for digits, name in STATES.items()}


STATES: Final = {
    **{"01": "Alabama", "02": "Alaska", "04": "Arizona", "05": "Arkansas", "06": "California", "08": "Colorado"},
    **{"09": "Connecticut", "10": "Delaware", "11": "District of Columbia", "12": "Florida", "13": "Georgia"},
    **{"15": "Hawaii", "16": "Idaho", "17": "Illinois", "18": "Indiana", "19": "Iowa", "20": "Kansas"},
    **{"21": "Kentucky", "22": "Louisiana", "23": "Maine", "24": "Maryland", "25": "Massachusetts"},
    **{"26": "Michigan", "27": "Minnesota", "28": "Mississippi", "29": "Missouri", "30": "Montana"},
    **{"31": "Nebraska", "32": "Nevada", "33": "New Hampshire", "34": "New Jersey", "35": "New Mexico"},
    **{"36": "New York", "37": "North Carolina", "38": "North Dakota", "39": "Ohio", "40": "Oklahoma"},
    **{"41": "Oregon", "42": "Pennsylvania", "44": "Rhode Island", "45": "South Carolina", "46": "South Dakota"},
    **{"47": "Tennessee", "48": "Texas", "49": "Utah", "50": "Vermont", "51": "Virginia", "53": "Washington"},
    **{"54": "West Virginia", "55": "Wisconsin", "56": "Wyoming", "72": "Puerto Rico"},
}
"""Names of the states by the first two digits of their counties."""
