"""Which steps to draw: of a whole sector, and onward from one occupation."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from pathways.ladders.estimating import estimated
from pathways.ladders.standing import is_advanced, passable
from pathways.ladders.tolls import pay_rise, pay_toll, scarcity_toll
from pathways.occupations.preparation import Vector
from pathways.occupations.wages import Region
from pathways.snapshot import Snapshot
from pathways.steps.traits import Mask

MOST_RUNGS = 24
"""Rungs that can still be read on one diagram."""
ALTERNATIVE = 1.15
"""A second way into a rung is drawn where it costs at most this many times the first."""
SHORTCUT = 1.3
"""A step is left out where two others lead the same way at up to this many times its cost."""
NEXT = (4, 1, 1)
"""How many steps lead on from the first, second and third rung of an onward ladder."""
WORST_PAY = -0.07
"""Binary logarithm of the change of pay (a twentieth less) below which a rung had rather be a dead end."""
NEXT_RELATED = 0.35
"""Least relatedness of a step on an onward ladder."""
START_RELATED = 0.3
"""Least relatedness to its start of a rung of an onward ladder that does not lead those below it."""
LED_RELATED = 0.55
"""Least relatedness of those who lead to those below them, where they have little to do with the start."""
OWN_DEGREE = 24
"""Months of the usual schooling from which on an occupation rests on a degree: an associate's."""
MOST_COST = 1.4
"""Cost from which on a step is too long to be drawn as one."""


Pair = tuple[int, int]


def sector_steps(snapshot: Snapshot, members: Sequence[int], region: Region | None) -> list[Pair]:
    """Return the steps of a sector's ladder between its rungs.

    Each rung is entered from the occupation from which it costs least, and from a second one where that is nearly as
    good; a rung below the advanced ones, or that none leads to, gets the best step up that there is. Pay that the
    region does not publish is `estimated`.
    """
    region = estimated(snapshot, region)
    costs = climbing(snapshot, members, members, region)
    pairs = {pair for place in range(len(members)) for pair in _ways_in(costs, place)}
    bearable = np.where(pay_rise(region, members, members) >= WORST_PAY, costs, np.inf)
    led = {end for _, end in pairs}
    low = [place for place, member in enumerate(members) if place not in led or not is_advanced(snapshot, member)]
    pairs |= {pair for place in low for pair in _way_out(bearable, place, pairs)}
    kept = _without_shortcuts(pairs, costs)
    return sorted((members[a], members[b]) for a, b in kept)


def onward_steps(snapshot: Snapshot, start: int, region: Region | None) -> list[Pair]:
    """Return the best next steps from an occupation and from what they lead to, by pay and jobs as of `estimated`."""
    region = estimated(snapshot, region)
    reached = passable(snapshot, start)
    scarce = scarcity_toll(snapshot, start, region)
    pairs: list[Pair] = []
    seen, level = {start}, [start]
    for most in NEXT:
        costs = np.where(reached, _onward_costs(snapshot, start, level, scarce, region), np.inf)
        found = [
            (a, int(b), row[b])
            for a, row in zip(level, costs, strict=True)
            for b in np.argsort(row, kind="stable")[:most]
        ]
        fresh = [(a, b) for a, b, cost in found if np.isfinite(cost) and b not in seen]
        pairs += fresh
        level = list(dict.fromkeys(b for _, b in fresh))
        seen |= set(level)
    return pairs


def _onward_costs(
    snapshot: Snapshot, start: int, level: Sequence[int], scarce: Vector, region: Region | None
) -> np.ndarray:
    """Return what the steps from a level of an onward ladder cost, to every occupation; infinite for the others."""
    everyone = range(len(snapshot.occupations))
    costs = climbing(snapshot, level, everyone, region) + scarce
    leads = _leads_those_below(snapshot, level)
    too_long = _with_tolls(snapshot, level, leads, scarce, region) > MOST_COST
    return np.where(~_keeps_to_the_field(snapshot, start, level, leads) | too_long, np.inf, costs)


def onward_cost(snapshot: Snapshot, start: int, end: int, region: Region | None) -> float:
    """Return what one step costs on the ladder up from its start, where more than `MOST_COST` is not drawn."""
    region = estimated(snapshot, region)
    scarce = scarcity_toll(snapshot, start, region)
    return float(_with_tolls(snapshot, [start], _leads_those_below(snapshot, [start]), scarce, region)[0, end])


def _with_tolls(
    snapshot: Snapshot, level: Sequence[int], leads: Mask, scarce: Vector, region: Region | None
) -> np.ndarray:
    """Return what steps cost with the toll of few jobs and, where pay falls, that of pay.

    Those who lead a crew are as few as the crew is small: to lead one's own is a step up however few do.
    """
    rise = pay_rise(region, level, range(len(snapshot.occupations)))
    few = np.where(leads & (snapshot.ranks == 1), 0, scarce)
    fall = np.where(rise < WORST_PAY, pay_toll(rise), 0)
    return np.asarray(snapshot.steps.cost[level] + few + fall)


def _keeps_to_the_field(snapshot: Snapshot, start: int, level: Sequence[int], leads: Mask) -> Mask:
    """Return the steps between related occupations to one that has to do with the start, or that leads those below.

    Without it butchers lead from cooks to animal breeders.
    """
    near = snapshot.steps.relatedness
    return np.asarray((near[level] >= NEXT_RELATED) & ((near[start] >= START_RELATED)[None] | leads))


def _leads_those_below(snapshot: Snapshot, level: Sequence[int]) -> Mask:
    """Return the steps to those who lead the occupation below, or one that is close to it."""
    above = snapshot.ranks[None] > snapshot.ranks[level][:, None]
    return np.asarray(above & (snapshot.steps.relatedness[level] >= LED_RELATED))


def climbing(snapshot: Snapshot, starts: Sequence[int], ends: Sequence[int], region: Region | None) -> np.ndarray:
    """Return the costs of the steps that lead up, from row to column; infinite for all others.

    Up is to leading others; else to a higher job zone; else to what two years of preparation or two fifths more
    pay decide together. So no two steps lead up both ways. From one profession to another only the first two count.
    To begin anew, with another degree or another apprenticeship, is no step up.
    """
    starts, ends = list(starts), list(ends)  # NumPy takes a tuple for an index of several axes
    costs = snapshot.steps.cost[np.ix_(starts, ends)].astype(float)
    leads, zones, months = (
        _rise(values.astype(float), starts, ends)
        for values in (snapshot.ranks, snapshot.zones, snapshot.preparation.total)
    )
    rise = pay_rise(region, starts, ends)
    higher = np.sign(leads) * 4 + np.sign(zones) * 2 + np.sign(months / 24 + 2 * rise)
    level = (leads <= 0) & (zones <= 0)
    higher = np.where(_to_another_profession(snapshot, starts, ends) & level, 0, higher)
    anew = (snapshot.steps.another_degree | snapshot.steps.another_apprenticeship)[np.ix_(starts, ends)]
    sound = (higher > 0) & (costs <= MOST_COST) & ~anew
    return np.where(sound, costs + pay_toll(rise), np.inf)


def _to_another_profession(snapshot: Snapshot, starts: Sequence[int], ends: Sequence[int]) -> Mask:
    """Return steps from a profession, licensed by its degree, to one of another degree and not of the same license.

    Occupational therapists share the skills of speech-language pathologists, and would have to study once more.
    """
    schooled, fields = snapshot.preparation.degree >= OWN_DEGREE, snapshot.license_fields
    licensed = schooled & snapshot.studied
    return np.asarray(
        licensed[starts][:, None] & schooled[ends][None] & (fields[starts][:, None] != fields[ends][None])
    )


def _rise(values: np.ndarray, starts: Sequence[int], ends: Sequence[int]) -> np.ndarray:
    """Return how much higher each column is than each row."""
    return np.asarray(values[ends][None] - values[starts][:, None])


def _ways_in(costs: np.ndarray, place: int) -> list[Pair]:
    best = np.argsort(costs[:, place], kind="stable")[:2]
    limit = ALTERNATIVE * costs[best[0], place]
    return [(int(a), place) for a in best if np.isfinite(costs[a, place]) and costs[a, place] <= limit]


def _way_out(costs: np.ndarray, place: int, pairs: Iterable[Pair]) -> list[Pair]:
    """Return the best step up for a rung that has none yet."""
    if any(a == place for a, _ in pairs):
        return []
    best = int(np.argmin(costs[place]))
    return [(place, best)] if np.isfinite(costs[place, best]) else []


def _without_shortcuts(pairs: set[Pair], costs: np.ndarray) -> set[Pair]:
    """Drop a step where two others lead the same way at much the same cost."""

    def shortcut(a: int, c: int) -> bool:
        return any((b, c) in pairs and costs[a, b] + costs[b, c] <= SHORTCUT * costs[a, c] for x, b in pairs if x == a)

    return {(a, c) for a, c in pairs if not shortcut(a, c)}
