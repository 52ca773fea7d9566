"""Ladders drawn by chance, to be read step by step as a career adviser would read them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from random import Random

from pathways.ladders.climbs import onward_steps
from pathways.ladders.goal import ways_to_goal
from pathways.occupations.sectors import SectorKind
from pathways.occupations.wages import Region
from pathways.snapshot import Snapshot

EACH = 50
"""Ladders between two occupations, and as many up from one."""
HIGHEST_START = 3
"""Job zone up to which a ladder begins."""
ZONES_UP = 2
"""Job zones by which a goal is higher at most."""


@dataclass(frozen=True)
class SampledStep:
    """One step of a sampled ladder.

    Parameters
    ----------
    ladder
        ``P1`` and so on between two occupations, ``S1`` and so on up from one.
    start, end
        Places in the snapshot.
    main
        Whether it is on the best way.
    """

    ladder: str
    start: int
    end: int
    main: bool


def sampled(snapshot: Snapshot, seed: int, region: Region | None, each: int = EACH) -> Iterator[SampledStep]:
    """Yield every step of ladders that are drawn by chance, the same for the same seed.

    Parameters
    ----------
    each
        Ladders between two occupations, and as many up from one; fewer where there are not so many.
    """
    pairs, alone = drawn_by_chance(snapshot, seed, each)
    for number, (start, goal) in enumerate(pairs, start=1):
        ways = ways_to_goal(snapshot, start, goal, region)
        best = set(pairwise(ways[0]))
        for step in dict.fromkeys(step for way in ways for step in pairwise(way)):
            yield SampledStep(f"P{number}", *step, step in best)
    for number, start in enumerate(alone, start=1):
        yield from (SampledStep(f"S{number}", *step, main=False) for step in onward_steps(snapshot, start, region))


def drawn_by_chance(snapshot: Snapshot, seed: int, each: int = EACH) -> tuple[list[tuple[int, int]], list[int]]:
    """Return pairs of a start and a goal one or two job zones above it in the same career cluster, and starts alone."""
    zone = snapshot.zones
    starts = [place for place in range(len(zone)) if 1 <= zone[place] <= HIGHEST_START]
    clusters = [sector.members for sector in snapshot.sectors if sector.kind is SectorKind.CLUSTER]
    goals = {
        start: sorted(
            {b for members in clusters if start in members for b in members if 0 < zone[b] - zone[start] <= ZONES_UP}
        )
        for start in starts
    }
    chance = Random(seed)
    reachable = [start for start in starts if goals[start]]
    pairs = [(start, chance.choice(goals[start])) for start in chance.sample(reachable, min(each, len(reachable)))]
    return pairs, chance.sample(starts, min(each, len(starts)))
