"""Pay of many jobs together, from what is published of each occupation."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr

from pathways.labor_market.jobs import Cells
from pathways.labor_market.records import Spread
from pathways.occupations.wages import Region

Numbers = NDArray[np.float64]

TENTH: Final = 1.2815515655446004
"""Standard deviations from the middle of a normal distribution beyond which a tenth of it lies."""

LEAST: Final = 1e-6
"""Standard deviation, in logarithms of pay, of jobs that are all paid the same."""

BEYOND: Final = 8
"""Standard deviations within which all pay lies."""

HALVINGS: Final = 50
"""Of the range in which a percentile is looked for: far below a cent."""

SHARES: Final = (0.1, 0.5, 0.9)


def spread_of(cells: Cells, areas: Sequence[Region]) -> Spread | None:
    """Return the pay of the jobs of some cells together; ``None`` where it is known of none."""
    yearly = np.array(
        [areas[area].yearly[place] for area, place in zip(cells.areas, cells.occupations, strict=True)], dtype=float
    ).reshape(-1, 3)
    jobs = np.where(cells.known, cells.jobs, 0)
    usable = is_usable(yearly) & (jobs > 0)
    if not usable.any():
        return None
    low, median, high = percentiles(jobs[usable], yearly[usable], SHARES)
    known = min(1.0, float(jobs[usable].sum()) / cells.total)
    return Spread(low=low, median=median, high=high, known=known)


def is_usable(yearly: Numbers) -> NDArray[np.bool_]:
    """Return of which occupations enough is published: the median, and the 10th or the 90th percentile.

    Example
    -------
    >>> is_usable(np.array([[30e3, 40e3, np.nan], [np.nan, 40e3, np.nan], [30e3, np.nan, np.nan]])).tolist()
    [True, False, False]
    """
    low, median, high = yearly.T
    return np.asarray(~np.isnan(median) & ~(np.isnan(low) & np.isnan(high)))


def percentiles(jobs: Numbers, yearly: Numbers, shares: Sequence[float]) -> list[float]:
    """Return the pay that some shares of all jobs together stay below.

    Each occupation's logarithm of pay is taken to be two halves of normal distributions that meet at its median, the
    lower as wide as its 10th percentile says and the upper as its 90th, so that all three are met; where one of them is
    not published, both halves are as wide as the other says. The distributions are added, each weighted by its jobs.

    Parameters
    ----------
    jobs
        Of each occupation; shape (occupations,), above 0.
    yearly
        10th, 50th and 90th percentile; shape (occupations, 3); as `is_usable` asks.
    shares
        0 to 1, both excluded.

    References
    ----------
    Wallis, K. F. (2014): The two-piece normal, binormal, or double Gaussian distribution. Statistical Science 29(1),
    106-112.

    Example
    -------
    Of one occupation, its own percentiles; of two alike but for their level, what lies between:

    >>> one = np.array([[30e3, 40e3, 60e3]])
    >>> [round(pay) for pay in percentiles(np.array([7.0]), one, (0.1, 0.5, 0.9))]
    [30000, 40000, 60000]
    >>> two = np.array([[20e3, 40e3, 80e3], [40e3, 80e3, 160e3]])
    >>> [round(pay) for pay in percentiles(np.array([5.0, 5.0]), two, (0.5,))]
    [56569]
    """
    middle, low, high = _halves(yearly)
    weights = jobs / jobs.sum()

    def below(pay: float) -> float:
        away = pay - middle
        return float((weights * ndtr(away / np.where(away < 0, low, high))).sum())

    bounds = float((middle - BEYOND * low).min()), float((middle + BEYOND * high).max())
    return [float(np.exp(_crossing(below, share, *bounds))) for share in shares]


def _halves(yearly: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """Return the logarithm of the median, and the standard deviations below and above it."""
    tenth, middle, ninth = np.log(yearly.T)
    low, high = (middle - tenth) / TENTH, (ninth - middle) / TENTH
    low, high = np.where(np.isnan(low), high, low), np.where(np.isnan(high), low, high)
    return middle, np.maximum(low, LEAST), np.maximum(high, LEAST)


def _crossing(below: Callable[[float], float], share: float, low: float, high: float) -> float:
    """Return where a function that rises reaches a share."""
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if below(middle) < share else (low, middle)
    return (low + high) / 2
