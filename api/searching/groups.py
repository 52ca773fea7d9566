"""Groups: codes that no occupation of its own has, and the occupations that are meant by them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from pathways.occupations.groups import groups
from pathways.occupations.together import published_under

CODE = re.compile(r"(\d\d-\d{4})(?:\.\d\d)?")
"""A code of the SOC, or one of O*NET's special forms of it."""


@dataclass(frozen=True)
class Group:
    """Occupations that a code stands for.

    Parameters
    ----------
    codes
        Theirs, as the knowledge base has them.
    said
        Why they are shown, as a sentence.
    """

    codes: tuple[str, ...]
    said: str


def group(text: str, known: Iterable[str]) -> Group | None:
    """Return the occupations that a code without one of its own stands for, ``None`` where it stands for none.

    Those whose pay is published under it; else those of the group of the SOC that it is of; else, for a form that O*NET
    does not have, the occupation and its forms.

    Parameters
    ----------
    known
        Codes of the occupations that there are.

    Example
    -------
    >>> group("53-1047", ["53-1042.00", "53-1043.00", "29-1141.00"]).codes
    ('53-1042.00', '53-1043.00')
    >>> group("29-1140", ["53-1042.00", "29-1141.00"]).codes, group("nurse", ["29-1141.00"])
    (('29-1141.00',), None)
    """
    match = CODE.fullmatch(text.strip())
    if not match:
        return None
    code, there = match[1], sorted(known)
    title, members = published_under(code)
    if found := tuple(one for one in there if one[:7] in members):
        return Group(found, f"{code} ({title}) is no occupation of its own: the pay of these is published under it.")
    beginning = re.sub(r"0+$", "", code)
    found = tuple(one for one in there if one.startswith(beginning))
    if not found:
        return None
    named = f" ({groups()[code]})" if code in groups() else ""
    what = (
        "is a group of occupations: these are of it"
        if code.endswith("0")
        else "has no form of that code: this is what it has"
    )
    return Group(found, f"{code}{named} {what}.")
