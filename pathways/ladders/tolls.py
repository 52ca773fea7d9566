"""What a route pays besides its steps: for pay that falls, and for going through rungs that lead little further.

A step costs the same wherever it stands; a toll depends on where one comes from, where one wants to go, and in which
region.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from pathways.occupations.preparation import Vector
from pathways.occupations.wages import TRADEOFF, Region
from pathways.relatedness.fusion import Matrix
from pathways.snapshot import Snapshot
from pathways.steps.judging import judges
from pathways.steps.leadership import SUPERVISED
from pathways.steps.traits import Mask

Places = NDArray[np.integer]

PAY_CUT = 0.8
"""Added to a step for each halving of pay, in proportion."""
GIVEN_UP = 0.3
"""Added to a step that is a trade-off, so that a way around it comes first."""
OFF_THE_WAY = 1.2
"""For a rung that is further from the goal than the start is, or further from the start than the goal is."""
SLACK = 0.03
"""Relatedness by which a rung may be further and still lie on the way: what differs by less is as far."""
ENOUGH = 0.55
"""Relatedness from which on a rung is on the way whatever else: what is this close to both is a step between them."""
AWAY = 0.3
"""For a step to a rung that is further from the goal than the one before it."""
OVERSHOOT = 0.6
"""For a rung that asks for clearly more preparation than the goal."""
MORE = 1.15
"""Preparation from which on a rung asks for clearly more than the goal, in times of the goal's."""
MORE_MONTHS = 6
"""Months of preparation by which it must be more besides."""
SPECIAL = 0.25
"""For a special form of an occupation that is neither the start's nor the goal's: its pay and its jobs are unknown, as
those that are published are of the whole occupation."""
FEW_JOBS = 0.6
"""For a rung that one in 10,000 people work in, and again for each tenth of that; nothing from one in 1,000 on."""
SCARCE = 0.4
"""The same for a rung of a ladder up from a start, where no goal asks for it."""
COMMON = 1e-3
"""Share of all who work from which on a rung has openings everywhere."""


def pay_rise(region: Region | None, starts: Sequence[int], ends: Sequence[int]) -> Matrix:
    """Return the binary logarithm of how median pay changes from row to column, 0 where unknown."""
    if region is None:
        return np.zeros((len(starts), len(ends)), dtype=np.float32)
    below, above = (np.log2(region.yearly[list(places), 1]) for places in (starts, ends))
    return np.asarray(np.nan_to_num(above[None] - below[:, None], nan=0.0))


def pay_toll(rise: Matrix) -> Matrix:
    """Return what steps pay for a change of pay.

    Parameters
    ----------
    rise
        Binary logarithm of the change.

    Example
    -------
    >>> pay_toll(np.array([0.5, 0.0, -1.0])).tolist()
    [0.0, 0.0, 1.1]
    """
    given_up = rise < np.log2(1 - TRADEOFF)
    return np.asarray(PAY_CUT * np.maximum(0, -rise) + GIVEN_UP * given_up)


def rung_tolls(snapshot: Snapshot, start: int, goal: int, region: Region | None) -> Vector:
    """Return what a way from start to goal pays for going through each occupation; nothing for the two themselves."""
    total = snapshot.preparation.total
    tolls = OFF_THE_WAY * _off_the_way(snapshot, start, goal)
    tolls = tolls + OVERSHOOT * (total > MORE * total[goal] + MORE_MONTHS) * ~_goals_crew(snapshot, start, goal)
    tolls += SPECIAL * _special(snapshot, start, goal) + FEW_JOBS * _scarcity(snapshot, region)
    tolls[[start, goal]] = 0
    return np.asarray(tolls)


def away_toll(snapshot: Snapshot, start: int, goal: int, starts: Places, ends: Places) -> Vector:
    """Return what each step pays that leads away from the goal.

    Parameters
    ----------
    start, goal
        Of the way.
    starts, ends
        Places of the two rungs of each step.
    """
    near = snapshot.steps.relatedness[:, goal].copy()
    near[goal] = 1
    away = near[ends] < np.minimum(near[starts] - SLACK, ENOUGH)
    own = _own_crew(snapshot, start, goal) | _goals_crew(snapshot, start, goal)
    return np.asarray(AWAY * (away & ~own[ends]))


def _off_the_way(snapshot: Snapshot, start: int, goal: int) -> Mask:
    """Return the occupations that do not lie between start and goal."""
    near = snapshot.steps.relatedness
    before = near[start] < min(snapshot.relatedness[start, goal] - SLACK, ENOUGH)
    after = near[:, goal] < min(near[start, goal] - SLACK, ENOUGH)
    return np.asarray((before | (after & ~_goals_crew(snapshot, start, goal))) & ~_own_crew(snapshot, start, goal))


def _own_crew(snapshot: Snapshot, start: int, goal: int) -> Mask:
    """Return those who lead the start's own crew, on a way to management or to who judges their work.

    They lead many crafts, and so look far.
    """
    ranks = snapshot.ranks
    higher = ranks[goal] > 1 or judges(str(snapshot.soc[goal]), str(snapshot.soc[start]))
    promoted = (ranks == 1) & (ranks[start] == 0) & higher
    return np.asarray(promoted & (snapshot.steps.relatedness[start] >= SUPERVISED))


def _goals_crew(snapshot: Snapshot, start: int, goal: int) -> Mask:
    """Return those whom the goal leads, where it leads the start, or the start helps in their field.

    Each is as near to leading them as the other.
    """
    led = (snapshot.ranks == 0) & (snapshot.steps.relatedness[:, goal] >= SUPERVISED)
    same_field = snapshot.soc[start][:2] == snapshot.soc[goal][:2]
    return np.asarray(led & (led[start] or same_field) & (snapshot.ranks[goal] == 1))


def _special(snapshot: Snapshot, start: int, goal: int) -> Mask:
    """Return the special forms of occupations other than those of start and goal."""
    own = np.isin(snapshot.soc, snapshot.soc[[start, goal]])
    return np.asarray(snapshot.special & ~own)


def scarcity_toll(snapshot: Snapshot, start: int, region: Region | None) -> Vector:
    """Return what the rungs of a ladder up from a start pay for having few jobs, or for their number being unknown.

    Who asks where one can go wants to see the ways that are open to many.
    """
    return np.asarray(SCARCE * _scarcity(snapshot, region) + SPECIAL * _special(snapshot, start, start))


def _scarcity(snapshot: Snapshot, region: Region | None) -> Vector:
    """Return how rare the jobs are, in powers of ten below `COMMON`; nothing where it is not known how many."""
    everyone = float(np.nansum(snapshot.employed(region))) if region else 0.0
    if region is None or not everyone:
        return np.zeros(len(snapshot.occupations), dtype=np.float32)
    fewer = np.log10(COMMON / np.maximum(region.employment / everyone, 1e-9))
    return np.asarray(np.nan_to_num(np.maximum(0, fewer), nan=0.0))
