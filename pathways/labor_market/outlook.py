"""What the nation's projections say of occupations, where they are loaded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ontology.namespaces import DCTERMS, LW
from ontology.records import Release
from ontology.store import KnowledgeBase
from pathways.labor_market.jobs import Cells
from pathways.labor_market.records import Growth
from pathways.occupations.catalog import Occupations
from pathways.occupations.observations import ALL_WORK
from pathways.occupations.together import published

Numbers = NDArray[np.float64]

READER = "projections"
"""Name of the source that they come from."""


@dataclass(frozen=True)
class Outlook:
    """Projections, by occupation; NaN where unknown.

    Parameters
    ----------
    change
        Over the whole period, as a share of the jobs of its first year: 0.05 is five percent more.
    openings
        A year, for each job of the first year.
    of_all
        Change of all jobs; ``None`` where not published.
    """

    change: Numbers
    openings: Numbers
    of_all: float | None
    period: str
    source: str


def read_outlook(base: KnowledgeBase, occupations: Occupations) -> Outlook | None:
    """Read the projections that are current; ``None`` where there are none."""
    release = next((release for release in base.current() if release.source == READER), None)
    if release is None:
        return None
    change, openings = _changes(base, release)
    prefix = base.identifiers.mint("soc", "")
    codes = [[f"{prefix}{code}" for code in published(occupation.code)] for occupation in occupations]
    period = next((value for _, value in base.pairs(release, DCTERMS.temporal)), release.version)
    return Outlook(
        change=np.array([_first(change, own) for own in codes], dtype=float),
        openings=np.array([_first(openings, own) for own in codes], dtype=float),
        of_all=change.get(f"{prefix}{ALL_WORK}"),
        period=period,
        source=release.name,
    )


def _changes(base: KnowledgeBase, release: Release) -> tuple[dict[str, float], dict[str, float]]:
    """Return the change and the openings a year, as shares of the jobs of the first year, by occupation."""
    works = dict(base.pairs(release, LW.occupation))
    change = {works[one]: float(percent) / 100 for one, percent in base.pairs(release, LW.employmentChange)}
    jobs = {one: float(number) for one, number in base.pairs(release, LW.employment)}
    openings = {
        works[one]: float(number) / jobs[one] for one, number in base.pairs(release, LW.annualOpenings) if jobs.get(one)
    }
    return change, openings


def _first(numbers: Mapping[str, float], codes: list[str]) -> float:
    return next((numbers[code] for code in codes if code in numbers), np.nan)


def growth_of(cells: Cells, outlook: Outlook | None) -> Growth | None:
    """Return what is projected for the jobs of some cells together; ``None`` where nothing is known."""
    if outlook is None:
        return None
    change, openings = outlook.change[cells.occupations], outlook.openings[cells.occupations]
    known = cells.known & ~np.isnan(change)
    jobs = float(cells.jobs[known].sum())
    if not jobs:
        return None
    opened = cells.known & ~np.isnan(openings)
    return Growth(
        percent=100 * weighted(change[known], cells.jobs[known]),
        openings=float((cells.jobs * openings)[opened].sum()) if opened.any() else None,
        known=min(1.0, jobs / cells.total),
        period=outlook.period,
        source=outlook.source,
    )


def weighted(numbers: Numbers, jobs: Numbers) -> float:
    """Return the mean of some numbers, each weighted by its jobs.

    Example
    -------
    Of 300 jobs that grow by a tenth and 100 that shrink by a fifth:

    >>> round(weighted(np.array([0.1, -0.2]), np.array([300.0, 100.0])), 3)
    0.025
    """
    return float((numbers * jobs).sum() / jobs.sum())
