"""How much preparation the jobs of a sector ask for."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from pathways.labor_market.jobs import Cells, group_of
from pathways.labor_market.records import ZoneJobs
from pathways.occupations.catalog import Occupations

UNKNOWN = 0
"""The zone of what has none, or more than one."""


def zones_by_code(occupations: Occupations) -> dict[str, int]:
    """Return the job zone under each code that jobs are published for; 0 where it is not one.

    That of an occupation of the SOC is its own, not those of its special forms; where it has none, theirs if they all
    have the same. That of occupations that are published together is the one that they share.
    """
    own, special, together = {}, dict[str, list[int]](), dict[str, list[int]]()
    for occupation in occupations:
        if occupation.code.endswith(".00") and occupation.zone:
            own[occupation.code[:7]] = occupation.zone
        special.setdefault(occupation.code[:7], []).append(occupation.zone)
    zones = {code: own.get(code) or agreed(found) for code, found in special.items()}
    for code, zone in zones.items():
        together.setdefault(group_of(code), []).append(zone)
    return {**{code: agreed(found) for code, found in together.items()}, **zones}


def agreed(zones: Iterable[int]) -> int:
    """Return the zone that all have that have one; 0 where they differ, or none has.

    Example
    -------
    >>> agreed([4, 4, 0]), agreed([3, 4]), agreed([0])
    (4, 0, 0)
    """
    found = set(zones) - {UNKNOWN}
    return found.pop() if len(found) == 1 else UNKNOWN


def zones_of(cells: Cells, zones: dict[str, int]) -> NDArray[np.int64]:
    """Return the job zone of each cell, 0 where unknown."""
    return np.array([zones.get(code, UNKNOWN) for code in cells.codes.tolist()], dtype=np.int64)


def zone_jobs(cells: Cells, zones: dict[str, int]) -> tuple[tuple[ZoneJobs, ...], float]:
    """Return the jobs by job zone, and the share of the jobs whose zone is known."""
    found = zones_of(cells, zones)
    jobs = {zone: float(cells.jobs[cells.known & (found == zone)].sum()) for zone in range(1, 6)}
    known = sum(jobs.values())
    shares = tuple(ZoneJobs(zone=zone, jobs=number, share=number / known) for zone, number in jobs.items() if known)
    return shares, known / cells.total if cells.total else 0.0
