"""Which occupations of a large sector are drawn: those with many jobs, between which sound steps lead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from pathways.ladders.climbs import MOST_RUNGS, WORST_PAY, climbing, sector_steps
from pathways.ladders.estimating import estimated
from pathways.ladders.standing import is_advanced, is_entry
from pathways.ladders.tolls import pay_rise
from pathways.occupations.preparation import Vector
from pathways.occupations.sectors import Sector
from pathways.occupations.wages import Region
from pathways.snapshot import Snapshot
from pathways.steps.traits import Mask

CLOSED = 0.5
"""What the jobs of an occupation count to which no way leads from an entry of the sector."""
ENDS = 0.8
"""What they count where no step leads on from it though it is not an advanced one."""
RARE = 1.0
"""Cost of a way by an occupation with a tenth of the jobs of the one that it leads to or on from; again for a tenth."""
LEAST_ON = 0.1
"""Jobs, in times of an occupation's, below which nothing is drawn only to lead on from it."""
LOOKED_AT = 30
"""Occupations with the most jobs of those not yet picked, among which the next is looked for."""
FEWEST = 1e-3
"""Jobs below which an occupation is no rarer."""
WORTH = 0.4
"""Jobs of an occupation and of what must be drawn with it, on average, in times of the median of those picked."""
ATTEMPTS = 5
"""How often rungs that stand apart after all are exchanged for others."""


def chosen(snapshot: Snapshot, sector: Sector, region: Region | None, most: int = MOST_RUNGS) -> list[int]:
    """Return the members to draw: all, or those with the most jobs, each with a way to it and a way on.

    The first of each job zone is there, and of its managers. Who has no step to another member is not drawn, unless
    nobody has one; nor is one that only occupations with few jobs join to the others. Pay and jobs that the region
    does not publish are `estimated`; where nobody says how many jobs there are, those in the middle of the sector come
    first.
    """
    known = [place for place in sector.members if snapshot.occupations[place].zone]
    if len(known) <= most:
        return known
    region = estimated(snapshot, region)
    field = _Field.of(snapshot, known, region)
    barred: set[int] = set()
    picked: list[int] = []
    for _ in range(ATTEMPTS):
        picked = sorted(field.picked(most, barred))
        met = {end for pair in sector_steps(snapshot, [known[at] for at in picked], region) for end in pair}
        alone = {at for at in picked if known[at] not in met}
        barred |= alone
        if not alone:
            break
    picked = [at for at in picked if at not in barred] or [
        int(at) for at in np.argsort(-field.jobs, kind="stable")[:most]
    ]
    return sorted(known[at] for at in picked)


def set_apart(snapshot: Snapshot, places: Sequence[int], region: Region | None) -> list[int]:
    """Return the occupations that no sound step leads to or from within a set of them."""
    sound = np.isfinite(climbing(snapshot, places, places, region))
    joined = sound.any(axis=0) | sound.any(axis=1)
    return [place for place, known in zip(places, joined, strict=True) if not known]


def employed(snapshot: Snapshot, region: Region | None) -> Vector:
    """Return how many people work in each occupation; all 0 where no region says so.

    Of a number that is published for several occupations each has its share, as of `shares`.
    """
    if region is None:
        return np.zeros(len(snapshot.occupations), dtype=np.float32)
    published = np.where(region.grouped, snapshot.broad, snapshot.soc)
    return np.asarray(np.nan_to_num(region.employment) * shares(published, snapshot.special, snapshot.zones > 0))


def shares(
    published: Sequence[str] | np.ndarray, special: Sequence[bool] | Mask, known: Sequence[bool] | Mask
) -> Vector:
    """Return which part of a number each of those has for whom it is published.

    All of it is that of the occupation itself, and nothing that of its special forms; where only these are known of,
    or where it is a group's, it is divided evenly.

    Parameters
    ----------
    published
        Under which code the number of each occupation is published.
    special
        Whether an occupation is a special form of another.
    known
        Whether its job zone is known.

    Example
    -------
    >>> codes = ["29-1141", "29-1141", "15-1299", "15-1299", "15-1299", "31-1120", "31-1120"]
    >>> special = [False, True, False, True, True, False, False]
    >>> shares(codes, special, [True, True, False, True, True, True, True]).tolist()
    [1.0, 0.0, 0.0, 0.5, 0.5, 0.5, 0.5]
    """
    _, at = np.unique(np.asarray(published), return_inverse=True)
    there = np.asarray(known, dtype=bool)
    plain = there & ~np.asarray(special, dtype=bool)
    heard = np.where(np.bincount(at, weights=plain)[at] > 0, plain, there)
    return np.asarray(heard / np.maximum(np.bincount(at, weights=heard)[at], 1))


def reached(steps: Mask, roots: Mask) -> Mask:
    """Return where one gets from some places by any number of steps; the places are among them.

    Example
    -------
    >>> steps = np.array([[0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 0], [0, 0, 1, 0]], dtype=bool)
    >>> reached(steps, np.array([True, False, False, False])).tolist()
    [True, True, True, False]
    """
    found = np.asarray(roots, dtype=bool)
    while True:
        wider = found | steps[found].any(axis=0)
        if (wider == found).all():
            return np.asarray(found)
        found = wider


@dataclass(frozen=True)
class _Field:
    """The known members of a sector, each by where it stands among them.

    Parameters
    ----------
    costs
        Of the steps up from row to column that may be drawn; infinite where none leads.
    low, high
        Whether nothing need lead there, and whether nothing need lead on.
    """

    zones: np.ndarray
    jobs: Vector
    costs: np.ndarray
    low: Mask
    high: Mask

    @classmethod
    def of(cls, snapshot: Snapshot, places: Sequence[int], region: Region | None) -> _Field:
        places = list(places)
        low, high = (np.array([holds(snapshot, p) for p in places], dtype=bool) for holds in (is_entry, is_advanced))
        bearable = (pay_rise(region, places, places) >= WORST_PAY) | high[:, None]
        people = employed(snapshot, region)[places]
        middle = snapshot.relatedness[np.ix_(places, places)].mean(axis=1).astype(float)
        return cls(
            zones=snapshot.zones[places],
            jobs=people + middle if people.any() else middle,
            costs=np.where(bearable, climbing(snapshot, places, places, region), np.inf),
            low=low,
            high=high,
        )

    @cached_property
    def drawn(self) -> Mask:
        """Return which steps may be drawn."""
        return np.asarray(np.isfinite(self.costs))

    @cached_property
    def weight(self) -> Vector:
        """Return what an occupation counts: its jobs, fewer without a way to it or on from it, less than 0 if alone."""
        led, leads = self.drawn.any(axis=0), self.drawn.any(axis=1)
        counted = np.where(self.open, 1, CLOSED) * np.where(leads | self.high, 1, ENDS)
        return np.where(led | leads, counted * self.jobs, -1)

    @cached_property
    def open(self) -> Mask:
        """Return to which a way leads from an entry; where there is none, from the lowest job zone."""
        return reached(self.drawn, self.low if self.low.any() else self.zones == self.zones.min())

    def picked(self, most: int, barred: set[int]) -> list[int]:
        """Return up to so many occupations, but none of those barred."""
        ranked = [int(at) for at in np.argsort(-self.weight, kind="stable") if self.weight[at] >= 0]
        ranked = [at for at in ranked if at not in barred]
        picked: list[int] = []
        for at in self._firsts(ranked):
            fresh = [] if at in picked else self._with_ways(at, picked, barred)
            if not picked or len(picked) + len(fresh) <= most:
                picked += fresh[:most]
        while best := self._next([at for at in ranked if at not in picked], picked, most, barred):
            picked += best
        return picked

    def _firsts(self, ranked: Sequence[int]) -> list[int]:
        """Return the open one with the most jobs of each job zone, and of its managers."""
        lines: dict[tuple[int, bool], int] = {}
        for at in ranked:
            if self.open[at]:
                lines.setdefault((int(self.zones[at]), bool(self.high[at])), at)
        return list(lines.values())

    def _next(self, ranked: Sequence[int], picked: Sequence[int], most: int, barred: set[int]) -> list[int]:
        """Return the occupation that, with what must be drawn with it, has the most jobs for each place it takes."""
        least = WORTH * float(np.median(self.weight[list(picked)])) if picked else 0.0
        groups = [self._with_ways(at, picked, barred) for at in ranked[:LOOKED_AT]]
        fitting = [
            group
            for group in groups
            if len(picked) + len(group) <= most and (len(group) == 1 or self._mean(group) >= least)
        ]
        return max(fitting, key=self._mean, default=[])

    def _mean(self, group: Sequence[int]) -> float:
        return float(np.mean(self.weight[list(group)]))

    def _with_ways(self, at: int, picked: Sequence[int], barred: set[int]) -> list[int]:
        """Return an occupation with those by which one comes to it, or begins, and by which one goes on."""
        fresh = [at]
        on = np.where(self.jobs[None] >= LEAST_ON * self.jobs[at], self.costs, np.inf)
        for ends, costs in ((self.low, self.costs.T), (self.high, on)):
            here: int | None = at
            while here is not None and not ends[here] and not np.isfinite(costs[here, [*picked, *fresh]]).any():
                here = self._best(costs[here], self.jobs[at], barred)
                fresh += [here] if here is not None else []
        return fresh

    def _best(self, costs: Vector, jobs: float, barred: set[int]) -> int | None:
        """Return where the step leads that costs least, with what it costs to go by one that has fewer jobs."""
        fewer = np.log10(max(jobs, FEWEST) / np.maximum(self.jobs, FEWEST))
        tolled = costs + RARE * np.maximum(0, fewer)
        tolled[list(barred)] = np.inf
        best = int(np.argmin(tolled))
        return best if np.isfinite(tolled[best]) else None
