"""Occupations whose pay and jobs the Bureau of Labor Statistics publishes together, under a code of their own."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from pathways.occupations.lists import rows


@cache
def _together() -> Mapping[str, Mapping[str, str]]:
    return {row["code"]: row for row in rows("published_together.csv")}


def published(code: str) -> tuple[str, ...]:
    """Return the codes that an occupation's numbers may be published for: its own, then those of wider groups.

    Where the survey cannot tell occupations of the 2018 classification from one another, it publishes them together:
    under the code of their broad occupation, or under one of its own where that has further members
    (`published_together.csv`, in the public domain).

    References
    ----------
    U.S. Bureau of Labor Statistics, Occupational Employment and Wage Statistics, technical notes for May 2025: the
    occupational structure of the estimates.

    Example
    -------
    >>> published("31-1121.00"), published("53-1043.00"), published("29-1141.00")
    (('31-1121', '31-1120'), ('53-1043', '53-1047', '53-1040'), ('29-1141', '29-1140'))
    """
    own = _together().get(code[:7])
    return tuple(dict.fromkeys((code[:7], *([own["published"]] if own else []), f"{code[:6]}0")))


def group_title(code: str) -> str:
    """Return what those are called with whom an occupation is published; empty where it is published alone.

    Example
    -------
    >>> group_title("31-1121.00"), group_title("29-1141.00")
    ('Home Health and Personal Care Aides', '')
    """
    own = _together().get(code[:7])
    return own["title"] if own else ""


def published_under(code: str) -> tuple[str, tuple[str, ...]]:
    """Return what is published under a code of the survey's own, and the codes of its members; empty for any other.

    Example
    -------
    >>> published_under("53-1047")[1][:2], published_under("29-1141")
    (('53-1042', '53-1043'), ('', ()))
    """
    members = [row for row in _together().values() if row["published"] == code]
    return (members[0]["title"], tuple(row["code"] for row in members)) if members else ("", ())
