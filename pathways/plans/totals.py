"""Totals: what the parts of a plan amount to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from pathways.bridges.apprenticeships import YEAR_OF_HOURS
from pathways.plans.plan import Part, Totals

MONTH_HOURS: Final = YEAR_OF_HOURS / 12
"""Hours of a month at full time: 2,000 a year, by which registered apprenticeships are counted as well."""


def totals(parts: Sequence[Part]) -> Totals:
    """Return what some parts amount to; what does not say is counted.

    Example
    -------
    >>> from pathways.plans.offers import OfferKind
    >>> totals([Part(iri="http://x/a", name="A", kind=OfferKind.COURSE, credits=5, hours=150, cost=600),
    ...         Part(iri="http://x/b", name="B", kind=OfferKind.CREDENTIAL)])
    Totals(parts=2, credits=5.0, hours=150.0, months=0.9, cost=600.0, unknown_hours=1, unknown_cost=1)
    """
    costs = [part.cost for part in parts if part.cost is not None]
    hours = sum(part.hours or 0.0 for part in parts)
    return Totals(
        parts=len(parts),
        credits=sum(part.credits or 0.0 for part in parts),
        hours=hours,
        months=round(hours / MONTH_HOURS, 1),
        cost=sum(costs) if costs else None,
        unknown_hours=sum(part.hours is None for part in parts),
        unknown_cost=len(parts) - len(costs),
    )
