"""The words for pay."""

from __future__ import annotations

from collections import Counter
from typing import Final

from pathways.amounts import money, percent
from pathways.records.ladder import Ladder, Rung, Wage

PAY: Final = "Pay is the median of a year ({}, {}); “most earn” leaves out the lowest and the highest tenth."


def pay(wage: Wage | None) -> str:
    """Return the median pay of a year, or that it is not known."""
    if wage is None or wage.median is None:
        return "Pay not known"
    return f"{money(wage.median)} a year"


def pay_range(wage: Wage | None) -> str:
    """Return what all but the lowest and the highest tenth earn; empty where that is unknown.

    Example
    -------
    >>> pay_range(Wage(region="Ohio", period="May 2025", source="oews", low=30000, high=60000))
    'most earn $30,000 to $60,000'
    """
    if wage is None or wage.low is None or wage.high is None:
        return ""
    return f"most earn {money(wage.low)} to {money(wage.high)}"


def pay_change(change: float | None) -> str:
    """Return how median pay changes, in words; empty where that is unknown.

    Example
    -------
    >>> pay_change(0.245), pay_change(-0.08), pay_change(0.001)
    ('pay rises by 25%', 'pay falls by 8%', 'pay stays about the same')
    """
    if change is None:
        return ""
    if abs(change) < 0.005:
        return "pay stays about the same"
    return f"pay {'rises' if change > 0 else 'falls'} by {percent(abs(change))}"


def common_wage(ladder: Ladder) -> tuple[str, str] | None:
    """Return the region and the period that most wages of a ladder are from."""
    found = Counter((rung.wage.region, rung.wage.period) for rung in ladder.rungs if rung.wage)
    return min(found, key=lambda place: (-found[place], place)) if found else None


def elsewhere(rung: Rung, ladder: Ladder) -> str:
    """Return region and period of a rung's wage where they are not the ladder's common ones."""
    if rung.wage is None or (rung.wage.region, rung.wage.period) == common_wage(ladder):
        return ""
    return f"{rung.wage.region}, {rung.wage.period}"
