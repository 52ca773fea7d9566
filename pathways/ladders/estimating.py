"""Pay and jobs by which rungs are chosen where a region publishes none: those of the wider region, at its own level."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from pathways.arrays import Floats
from pathways.occupations.wages import Region
from pathways.snapshot import Snapshot


def estimated(snapshot: Snapshot, region: Region | None) -> Region | None:
    """Return a region with an estimate of the pay and the jobs that it does not publish.

    What is unknown must make no rung cheap, and bring none in. Only the choice of rungs and of steps rests on these
    estimates; what is shown is always published. Where no wider region says either, it stays unknown.

    References
    ----------
    Ratio estimation, as of M. Ghosh and J. N. K. Rao (1994), "Small Area Estimation: An Appraisal", Statistical
    Science 9 (1): 55-76, section 3 (synthetic estimators).
    """
    if region is None:
        return None
    filled = region
    for wider in snapshot.regional(region).chain[1:]:
        filled = _filled(filled, wider, pay_level(region, wider), jobs_share(region, wider))
    return filled


def pay_level(region: Region, wider: Region) -> float:
    """Return what a region pays for each dollar of a wider one: the median over the occupations of both; else 1.

    Example
    -------
    >>> def place(medians, jobs):
    ...     yearly = np.array([[np.nan, median, np.nan] for median in medians])
    ...     return Region("", "", "", "", yearly, np.array(jobs), np.zeros(len(jobs), dtype=bool))
    >>> city, nation = place([6e4, 9e4, np.nan], [10, 30, np.nan]), place([5e4, 6e4, 4e4], [100, 100, 400])
    >>> round(pay_level(city, nation), 3), jobs_share(city, nation)
    (1.35, 0.2)
    """
    ratios = region.yearly[:, 1] / wider.yearly[:, 1]
    known = ratios[np.isfinite(ratios)]
    return float(np.median(known)) if known.size else 1.0


def jobs_share(region: Region, wider: Region) -> float:
    """Return the part of a wider region's jobs that a region has, of those published of both; else 1; as `pay_level`.

    An occupation of which only the wider one publishes is not counted.
    """
    both = ~np.isnan(region.employment) & ~np.isnan(wider.employment)
    everyone = float(wider.employment[both].sum())
    return float(region.employment[both].sum()) / everyone if everyone else 1.0


def unpublished(snapshot: Snapshot, places: Sequence[int], region: Region | None) -> list[int]:
    """Return of which occupations a region publishes no jobs, though a wider one does."""
    filled = estimated(snapshot, region)
    if region is None or filled is None:
        return []
    return [place for place in places if np.isnan(region.employment[place]) and not np.isnan(filled.employment[place])]


def _filled(region: Region, wider: Region, level: float, share: float) -> Region:
    """Return a region with what a wider one publishes where it publishes nothing itself."""
    paid, counted = np.isnan(region.yearly[:, 1]), np.isnan(region.employment)
    yearly: Floats = np.where(paid[:, None], wider.yearly * level, region.yearly)
    employment: Floats = np.where(counted, wider.employment * share, region.employment)
    return replace(
        region, yearly=yearly, employment=employment, grouped=np.where(counted, wider.grouped, region.grouped)
    )
