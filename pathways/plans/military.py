"""Military jobs: lines of a record that name one, of which no release says what it asks for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from pathways.ladders.unrated import CIVILIAN_JOBS
from pathways.occupations.catalog import MILITARY_GROUP

MILITARY: Final = (
    "a military job, and nothing here rates those. Write the civilian job beside it whose work it was, such as "
    f"'Job: Operating Engineers', or name that with from; {CIVILIAN_JOBS}"
)

_SERVICE: Final = re.compile(
    r"\b(?:U\.?\s?S\.?|United States|American) (?:Army|Navy|Air Force|Marine Corps|Marines|Coast Guard|Space Force)\b"
    r"|\b(?:Army|Air|Air Force|Navy|Marine Corps) (?:National Guard|Reserves?)\b|\b(?:US(?:A|N|AF|MC|CG|SF))\b"
    r"|\bNational Guard\b|\bMarine Corps\b"
)
_CODE: Final = re.compile(
    r"^\W*(?:(?:MOS|AFSC|NEC)\b.{0,3}[0-9][0-9A-Z]{2,4}|[0-9]{2}[A-Z](?:[0-9]{1,2})?|[0-9][A-Z][0-9]X?[0-9])\b"
)
"""A code such as 12B or 68W20 of the Army or 2A5X1 of the Air Force; one of digits alone must be called a code."""


def is_military(said: str) -> bool:
    """Return whether a line begins with the code of a military job, or names the service where the job was.

    Example
    -------
    >>> [is_military(said) for said in ("12B Combat Engineer, 2017 - 2023", "68W20", "Cook, US Army, 2019", "MOS 0311")]
    [True, True, True, True]
    >>> [is_military(said) for said in ("Salvation Army, clerk", "3D modeling", "42 kV switches", "Mechanic, 2019")]
    [False, False, False, False]
    """
    return bool(_CODE.match(said) or _SERVICE.search(said))


def only_military(codes: Iterable[str]) -> bool:
    """Return whether all occupations that a title may mean are military, given their codes.

    Example
    -------
    >>> only_military(["55-3015.00"]), only_military(["55-3015.00", "47-2061.00"]), only_military([])
    (True, False, False)
    """
    found = list(codes)
    return bool(found) and all(code.startswith(MILITARY_GROUP) for code in found)
