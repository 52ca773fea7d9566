"""The order of sectors: by one number, or by the mean of their places by several.

References
----------
Workforce Innovation and Opportunity Act, section 3(23) (29 U.S.C. 3102), for what makes a sector in demand: its impact
on the regional economy, through jobs that pay enough to live on and lead further. Concentration, jobs, pay and growth
stand for it.
OECD and Joint Research Centre (2008): Handbook on Constructing Composite Indicators, 6: to add places, with equal
weights, needs no common unit, and no sector far ahead in one number outweighs the others.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from pathways.labor_market.records import Criterion

Values = Mapping[Criterion, float | None]
"""What is known of a sector by each criterion."""

TOGETHER: Final = (Criterion.CONCENTRATION, Criterion.JOBS, Criterion.PAY, Criterion.GROWTH)
"""Criteria whose places are added."""

ENOUGH: Final = 0.5
"""Share of a sector that must be published for it to be ranked."""


def places_by(sectors: Sequence[Values]) -> list[dict[Criterion, int]]:
    """Return the place of each sector by each criterion that it is known by, and by all of them.

    Example
    -------
    >>> A, B = Criterion.CONCENTRATION, Criterion.JOBS
    >>> found = places_by([{A: 1.2, B: 100}, {A: 0.8, B: 300}, {A: 1.5, B: 200}])
    >>> [(places[A], places[B], places[Criterion.ALL]) for places in found]
    [(2, 3, 3), (3, 1, 2), (1, 2, 1)]
    """
    single: dict[Criterion, list[int | None]] = {
        criterion: places([sector.get(criterion) for sector in sectors])
        for criterion in Criterion
        if criterion is not Criterion.ALL
    }
    used = [criterion for criterion in TOGETHER if any(place is not None for place in single[criterion])]
    means = [_mean([single[criterion][at] for criterion in used], len(sectors)) for at in range(len(sectors))]
    single[Criterion.ALL] = places([None if mean is None else -mean for mean in means])
    return [
        {criterion: place for criterion, found in single.items() if (place := found[at]) is not None}
        for at in range(len(sectors))
    ]


def places(values: Sequence[float | None]) -> list[int | None]:
    """Return the place of each value, that of the highest 1; equals share one, the unknown have none.

    Example
    -------
    >>> places([3.0, None, 7.0, 3.0, 1.0])
    [2, None, 1, 2, 4]
    """
    known = [value for value in values if value is not None]
    return [None if value is None else 1 + sum(other > value for other in known) for value in values]


def _mean(found: Sequence[int | None], last: int) -> float | None:
    """Return the mean of some places; what is unknown by one criterion, not by all, counts as last."""
    if all(place is None for place in found):
        return None
    return sum(last if place is None else place for place in found) / len(found)
