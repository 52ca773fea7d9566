"""Jobs that more than one of the sectors counts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from pathways.labor_market.jobs import Cells
from pathways.labor_market.records import Overlap
from pathways.occupations.sector import Sector

Parts = dict[tuple[int, str], float]
"""Jobs by area and code."""

LEAST: Final = 0.01
"""Share of the jobs of a sector from which on an overlap is told."""


def parts_of(cells: Cells) -> Parts:
    """Return the jobs of the cells that have a number."""
    known = cells.chosen(cells.known)
    return dict(zip(zip(known.areas.tolist(), known.codes.tolist(), strict=True), known.jobs.tolist(), strict=True))


def overlaps(at: int, sectors: Sequence[Sector], parts: Sequence[Parts]) -> tuple[tuple[Overlap, ...], float]:
    """Return which other sectors count jobs of one, most first, and the share of its jobs that any of them counts.

    Parameters
    ----------
    at
        Place of the sector.
    parts
        The jobs of each sector.

    Example
    -------
    >>> health, care = Sector("health", "Health", (0, 1)), Sector("care", "Care", (1, 2))
    >>> found, share = overlaps(0, [health, care], [{(0, "a"): 60, (0, "b"): 40}, {(0, "b"): 40, (0, "c"): 10}])
    >>> [(one.sector, one.jobs, one.share) for one in found], share
    ([('care', 40.0, 0.4)], 0.4)
    """
    own = parts[at]
    total = sum(own.values())
    shared = {other: own.keys() & part.keys() for other, part in enumerate(parts) if other != at}
    jobs = {other: sum(sorted(own[part] for part in both)) for other, both in shared.items()}
    told = [other for other in jobs if total and jobs[other] >= LEAST * total]
    any_of = set[tuple[int, str]]().union(*shared.values())
    found = (
        Overlap(sector=sectors[o].slug, label=sectors[o].label, jobs=jobs[o], share=min(1.0, jobs[o] / total))
        for o in sorted(told, key=lambda o: (-jobs[o], o))
    )
    return tuple(found), min(1.0, sum(sorted(own[part] for part in any_of)) / total) if total else 0.0
