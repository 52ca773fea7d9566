"""Licenses of a record: which license that occupations ask for a line names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

from pathways.occupations.counties import STATES
from pathways.occupations.licenses import licenses
from pathways.occupations.states import FIPS
from pathways.plans.asides import asides, without_asides

SHORT: Final = {
    "cna": "nursing assistant",
    "nac": "nursing assistant",
    "lpn": "practical nurse",
    "lvn": "practical nurse",
    "licensed vocational nurse": "practical nurse",
    "rn": "registered nurse",
    "cdl": "commercial driver",
    "emt": "emt",
}
"""What people write for the field of a license."""

FILLING: Final = re.compile(
    r"\b(?:state|licen[sc]ed?|licensure|certifi(?:ed|cate|cation)|credential|registration|registered(?! nurse)|"
    r"journeyman|current|active|valid|basic|class [abc]|no|of|the|a|an|or apprenticeship|exp(?:ires)?|since|issued|in|"
    r"good standing)\b"
)
"""Words of the name of a license that say nothing of its field."""

_NAMED: Final = "|".join(sorted(STATES.values(), key=len, reverse=True))
_LETTERS: Final = "|".join(letters.upper() for letters in FIPS)
_PLACE: Final = re.compile(
    rf"\b(?:(?i:state of )?(?i:{_NAMED})|(?:{_LETTERS})(?=\s+[Ss]tate\b))(?:\s+(?i:state))?\b|,\s*(?:{_LETTERS})\b"
)
"""A state by its name, or by its two letters behind a comma or before the word."""
_OFFICIAL: Final = re.compile(r"\b(?:licen[sc]|certif|registered|credential|" + "|".join(SHORT) + r")", re.I)
_REGISTRY: Final = re.compile(r"\bnational registry\b|\bnremt\b|\bassociation\b", re.I)
"""Who certifies without licensing."""


def license_in(said: str) -> str:
    """Return the license that a line names, as occupations ask for it; empty where it names none.

    Example
    -------
    >>> license_in("Washington State Nursing Assistant Certified (NAC)"), license_in("CDL Class A")
    ('state nursing assistant certification', "commercial driver's license (CDL)")
    >>> license_in("Registered Nurse, State of Ohio"), license_in("LPN, OR, 2021")
    ('registered nurse license (NCLEX-RN)', 'practical nurse license (NCLEX-PN)')
    >>> license_in("Registered Nurse, Washington Hospital"), license_in("Washington Electric Company")
    ('', '')
    >>> license_in("Certified Medical Assistant"), license_in("NREMT EMT"), license_in("Food Worker Card")
    ('', '', '')
    """
    if not _OFFICIAL.search(said) or _REGISTRY.search(said):
        return ""
    inside = (part for aside in asides(said) for part in re.split(r"[,;/]", aside))
    names = (_field(part) for part in (without_asides(said), *inside))
    fields = _fields()
    return next((fields[name] for name in names if name in fields), "")


@cache
def _fields() -> Mapping[str, str]:
    """Return the license by the words of its field; of two with one field neither, where they differ."""
    found: dict[str, set[str]] = {}
    for one in licenses().values():
        if field := _field(without_asides(one.name)):
            found.setdefault(field, set()).add(one.name)
    return {field: names.pop() for field, names in found.items() if len(names) == 1}


def _field(name: str) -> str:
    """Return the words of a name that say what a license is for, the short form spelled out."""
    plain = re.sub(r"['\u2019]s\b", "", _PLACE.sub(" ", name).casefold())
    plain = re.sub(r"[^\w\s]|\d+", " ", plain)
    words = " ".join(FILLING.sub(" ", plain).split())
    return SHORT.get(" ".join(plain.split()), SHORT.get(words, words))
