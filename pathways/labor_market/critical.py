"""The critical occupations of a sector: those that it hangs on, that pay, and that take long to replace.

An occupation is critical where all of this holds:

- it is among the largest of the sector that hold the first half of its jobs, or at least a quarter more common here
  than in the nation;
- its median pay is above that of all who work in the region;
- it asks for more than a year of preparation (job zone 3 and above);
- where projections are loaded, it is not projected to shrink.

Each that is, says why in words. One whose pay or job zone is not known is not judged, and counted.

References
----------
Workforce Innovation and Opportunity Act, section 3(23) (29 U.S.C. 3102): an in-demand occupation has "a number of
positions (including positions that lead to economic self-sufficiency and opportunities for advancement) in an industry
sector so as to have a significant impact on the State, regional, or local economy".
Bergman, E. M. and Feser, E. J. (1999): Industrial and Regional Clusters: Concepts and Comparative Applications, for a
location quotient of 1.25 as the usual sign of specialization.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy as np

from ontology.records import Text
from pathways.amounts import count, money
from pathways.labor_market.jobs import Cells
from pathways.labor_market.market import Market
from pathways.labor_market.outlook import Outlook, growth_of
from pathways.labor_market.preparation import zones_of
from pathways.labor_market.records import CriticalOccupation, Growth
from pathways.labor_market.spread import spread_of
from pathways.occupations.together import group_title
from pathways.snapshot import Snapshot

HALF: Final = 0.5
"""Share of the jobs of a sector that its largest occupations hold together."""
CONCENTRATED: Final = 1.25
LONG: Final = 3
"""The first job zone that asks for more than a year."""

PREPARATION: Final = {3: "one to two years", 4: "two to four years", 5: "four years and more"}
"""Specific vocational preparation by job zone: 6 and above, 7 and above, 8 and above."""


class Judged(NamedTuple):
    """What came of judging the occupations of a sector.

    Parameters
    ----------
    unjudged
        Occupations of which not enough is known.
    """

    critical: tuple[CriticalOccupation, ...]
    unjudged: int


@dataclass(frozen=True)
class Judge:
    """What occupations are judged by."""

    snapshot: Snapshot
    market: Market
    zones: dict[str, int]
    outlook: Outlook | None

    def judge(self, cells: Cells) -> Judged:
        """Return the critical occupations of a sector, those with the most jobs first."""
        units = [unit for unit in cells.split() if unit.total]
        large = largest([unit.total for unit in units])
        found = [self._judged(unit, at in large) for at, unit in enumerate(units)]
        critical = [one for one in found if isinstance(one, CriticalOccupation)]
        return Judged(tuple(sorted(critical, key=lambda one: (-one.jobs, one.code))), found.count(None))

    def _judged(self, unit: Cells, large: bool) -> CriticalOccupation | bool | None:
        """Return an occupation if it is critical, ``False`` if not, ``None`` if that cannot be told."""
        zone, growth = int(zones_of(unit, self.zones)[0]), growth_of(unit, self.outlook)
        common = (unit.quotient or 0) >= CONCENTRATED
        if not (large or common) or (growth and growth.percent < 0):
            return False
        pay, middle = spread_of(unit, self.market.areas), self.market.median_pay
        if not zone or pay is None or middle is None:
            return None
        if zone < LONG or pay.median <= middle:
            return False
        why = (
            *_weight(unit, large=large, common=common),
            f"pays {money(pay.median)} at the median, {money(middle)} being that of all work in {self.market.label}",
            f"takes {PREPARATION[zone]} of preparation (job zone {zone})",
            *_growth(growth, self.outlook),
        )
        return self._critical(unit, pay.median, zone, growth, why)

    def _critical(
        self, unit: Cells, pay: float, zone: int, growth: Growth | None, why: tuple[str, ...]
    ) -> CriticalOccupation:
        place = self._named(unit)
        return CriticalOccupation(
            occupation=self.snapshot.occupations[place].iri,
            code=str(unit.codes[0]),
            label=self._label(unit, place),
            jobs=unit.total,
            location_quotient=unit.quotient,
            pay=pay,
            zone=zone,
            growth_percent=growth.percent if growth else None,
            openings=growth.openings if growth else None,
            why=why,
        )

    def _named(self, unit: Cells) -> int:
        """Return the place of the occupation that gives a unit its name: that of the SOC, of which others are forms."""
        first = int(unit.occupations[0])
        places = np.flatnonzero(self.snapshot.soc == self.snapshot.soc[first])
        return int(places[0])

    def _label(self, unit: Cells, place: int) -> Text:
        occupation = self.snapshot.occupations[place]
        together = unit.codes[0] != self.snapshot.soc[place] and group_title(occupation.code)
        return Text(value=together) if together else occupation.label


def largest(jobs: Sequence[float]) -> set[int]:
    """Return the places of the largest numbers that make up half of all: as few as reach it.

    Example
    -------
    >>> largest([10, 50, 30, 10]), largest([30, 30, 40]) == {0, 2}, largest([])
    ({1}, True, set())
    """
    found: set[int] = set()
    reached, half = 0.0, HALF * sum(jobs)
    for at in sorted(range(len(jobs)), key=lambda at: (-jobs[at], at)):
        if reached >= half:
            break
        found.add(at)
        reached += jobs[at]
    return found


def _weight(unit: Cells, *, large: bool, common: bool) -> Iterator[str]:
    if large:
        yield f"one of the largest, with {count(round(unit.total), 'job')}"
    if common and unit.quotient is not None:
        yield f"{unit.quotient:.1f} times as common as in the nation"


def _growth(growth: Growth | None, outlook: Outlook | None) -> Iterator[str]:
    if growth is None or outlook is None:
        return
    of_all = "" if outlook.of_all is None else f", all work by {100 * outlook.of_all:.1f}%"
    yield f"the nation's jobs in it are projected to grow by {growth.percent:.1f}% in {outlook.period}{of_all}"
