"""Periods: from a month or a day to a month or a day, both included."""

from __future__ import annotations

from calendar import monthrange
from contextlib import suppress
from datetime import date
from typing import Final

DAYS_OF_MONTH: Final = 30.4375
"""Days of a month, on average."""


def is_day(text: str) -> bool:
    """Return whether there is such a month or day.

    Example
    -------
    >>> is_day("2025-02"), is_day("2025-02-29")
    (True, False)
    """
    with suppress(ValueError):
        return first_day(text) is not None
    return False


def first_day(text: str) -> date:
    """Return a day, or the first one of a month.

    Example
    -------
    >>> first_day("2025-02"), first_day("2025-02-11")
    (datetime.date(2025, 2, 1), datetime.date(2025, 2, 11))
    """
    return date.fromisoformat(text if text.count("-") > 1 else f"{text}-01")


def last_day(text: str) -> date:
    """Return a day, or the last one of a month.

    Example
    -------
    >>> last_day("2024-02"), last_day("2025-02-11")
    (datetime.date(2024, 2, 29), datetime.date(2025, 2, 11))
    """
    first = first_day(text)
    return first if text.count("-") > 1 else first.replace(day=monthrange(first.year, first.month)[1])


def months(start: date, end: date) -> int:
    """Return how long a period is, in months, to the nearest.

    Example
    -------
    >>> months(date(2025, 1, 1), date(2025, 12, 31)), months(date(2025, 4, 1), date(2025, 6, 30))
    (12, 3)
    """
    return round(((end - start).days + 1) / DAYS_OF_MONTH)


def said(start: date, end: date) -> str:
    """Return a period as people read it: a year, a month, months or days.

    Example
    -------
    >>> said(date(2025, 1, 1), date(2025, 12, 31)), said(date(2024, 7, 1), date(2025, 6, 30))
    ('2025', '2024-07 to 2025-06')
    >>> said(date(2025, 3, 1), date(2025, 3, 31)), said(date(2025, 3, 4), date(2025, 5, 2))
    ('2025-03', '2025-03-04 to 2025-05-02')
    """
    whole = start.day == 1 and end == last_day(f"{end:%Y-%m}")
    if whole and (start.month, end.month, start.year) == (1, 12, end.year):
        return f"{start.year:04}"
    if not whole:
        return f"{start} to {end}"
    first, last = f"{start:%Y-%m}", f"{end:%Y-%m}"
    return first if first == last else f"{first} to {last}"
