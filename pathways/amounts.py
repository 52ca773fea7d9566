"""Amounts in words: money, shares, times and numbers of things."""

from __future__ import annotations


def money(amount: float) -> str:
    """Return an amount of dollars.

    Example
    -------
    >>> money(95219.6)
    '$95,220'
    """
    return f"${amount:,.0f}"


def percent(share: float) -> str:
    """Return a share as a whole number of percent, halves rounded up.

    Example
    -------
    >>> percent(0.125)
    '13%'
    """
    return f"{int(share * 100 + 0.5)}%"


def months(number: float) -> str:
    """Return a time of training.

    Example
    -------
    >>> months(1), months(18), months(48)
    ('1 month', '18 months', '4 years')
    """
    if number >= 24 and number % 12 == 0:
        return f"{number / 12:g} years"
    return "1 month" if number == 1 else f"{number:g} months"


def count(number: int, noun: str, plural: str = "") -> str:
    """Return a number with its noun.

    Parameters
    ----------
    plural
        Of the noun, where it is not the noun with an s.

    Example
    -------
    >>> count(1, "rung"), count(2, "rung"), count(1200, "competency", "competencies")
    ('1 rung', '2 rungs', '1,200 competencies')
    """
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {plural or f'{noun}s'}"


def ordinal(number: int) -> str:
    """Return a place in an order.

    Example
    -------
    >>> [ordinal(number) for number in (1, 2, 3, 4, 11, 22, 113)]
    ['1st', '2nd', '3rd', '4th', '11th', '22nd', '113th']
    """
    ends = {1: "st", 2: "nd", 3: "rd"}
    return f"{number}{'th' if number % 100 in {11, 12, 13} else ends.get(number % 10, 'th')}"
