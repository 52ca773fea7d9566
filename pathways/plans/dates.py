"""Dates of a CV: until when somebody worked, as far as a line says it."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")
_NOW: Final = re.compile(
    r"\b(?:present|now|current(?:ly)?|today|ongoing|to date)\b|\bsince\s+\S*\s*(?:19|20)\d\d", re.I
)
_OPEN: Final = re.compile(r"(?:19|20)\d\d\s*[\u2013\u2014-]\s*[)\]]?\s*$")
"""A year and a dash with nothing behind it."""
_WHEN_ALONE: Final = re.compile(
    r"^\(?(?:\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|spring|summer|fall|winter|since|present)[a-z]*\b)",
    re.I,
)


class When(NamedTuple):
    """Until when somebody worked in a job.

    Parameters
    ----------
    present
        Whether the line says that it is the job of today.
    year
        The last year that the line names; ``None`` where it names none.
    """

    present: bool
    year: int | None


def when(said: str) -> When:
    """Return until when a line of a CV says that somebody worked.

    Example
    -------
    >>> when("Maintenance Helper, North Fruit, 2021 - present"), when("Dishwasher, 2019-2021"), when("Roofer")
    (When(present=True, year=2021), When(present=False, year=2021), When(present=False, year=None))
    """
    years = [int(year) for year in _YEAR.findall(said)]
    return When(bool(_NOW.search(said) or _OPEN.search(said)), max(years, default=None))


def dated(said: str) -> bool:
    """Return whether a line says when something was, or that it still is."""
    return when(said) != When(present=False, year=None)


def only_says_when(said: str) -> bool:
    """Return whether a line begins with the years of a job, so that what the job was stands in the line above.

    Example
    -------
    >>> only_says_when("2015 - 2017"), only_says_when("June 2017 - August 2023"), only_says_when("Cook, 2015 - 2017")
    (True, True, False)
    """
    return dated(said) and bool(_WHEN_ALONE.match(said))
