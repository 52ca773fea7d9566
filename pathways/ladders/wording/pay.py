"""The words for pay."""

from __future__ import annotations

from collections import Counter
from typing import Final

from pathways.amounts import money, percent
from pathways.records.ladder import Ladder, Rung, Step, Wage

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


def pay_change(step: Step) -> str:
    """Return how median pay changes, in words, and where, if not in the ladder's region; empty where that is unknown.

    Example
    -------
    >>> step = {"start": "http://x/1", "end": "http://x/2", "direction": "advance", "relatedness": 1}
    >>> [pay_change(Step(**step, wage_change=change)) for change in (0.245, -0.08, 0.001)]
    ['pay rises by 25%', 'pay falls by 8%', 'pay stays about the same']
    >>> pay_change(Step(**step, wage_change=0.245, wage_region="National"))
    'pay rises by 25% in the United States'
    """
    change = step.wage_change
    if change is None:
        return ""
    words = f"{'rises' if change > 0 else 'falls'} by {percent(abs(change))}"
    return f"pay {'stays about the same' if abs(change) < 0.005 else words}{in_place(step.wage_region)}"


def in_place(region: str) -> str:
    """Return where something holds, with a space before; empty where no region is named."""
    return f" in {place_name(region)}" if region else ""


def place_name(region: str) -> str:
    """Return a region as a sentence calls it.

    Example
    -------
    >>> place_name("National"), place_name("Washington")
    ('the United States', 'Washington')
    """
    return "the United States" if region == "National" else region


def stood_in(wage: Wage | None) -> str:
    """Return whose pay a wage is where it stands in for that of a region that publishes none; empty for others.

    Example
    -------
    >>> city = "Longview-Kelso, WA"
    >>> stood_in(Wage(region="National", period="May 2025", source="oews", median=50_000, instead_of=city))
    'pay of the United States; not published for Longview-Kelso, WA'
    """
    if wage is None or not wage.instead_of:
        return ""
    return f"pay of {place_name(wage.region)}; not published for {wage.instead_of}"


def common_wage(ladder: Ladder) -> tuple[str, str] | None:
    """Return the region and the period that most wages of a ladder are from; its own, where any is."""
    paid = [rung.wage for rung in ladder.rungs if rung.wage]
    own = [wage for wage in paid if not wage.instead_of]
    found = Counter((wage.region, wage.period) for wage in own or paid)
    return min(found, key=lambda place: (-found[place], place)) if found else None


def elsewhere(rung: Rung, ladder: Ladder) -> str:
    """Return region and period of a rung's wage where they are not the ladder's common ones."""
    if stood := stood_in(rung.wage):
        return stood
    if rung.wage is None or (rung.wage.region, rung.wage.period) == common_wage(ladder):
        return ""
    return f"{rung.wage.region}, {rung.wage.period}"
