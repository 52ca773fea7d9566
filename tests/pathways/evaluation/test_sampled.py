from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from pathways.evaluation.sampled import ZONES_UP, drawn_by_chance, sampled
from pathways.occupations.sectors import Sector, SectorKind
from pathways.snapshot import Snapshot


@pytest.fixture
def world(plants: Snapshot) -> Snapshot:
    """Return the small world as one career cluster."""
    everyone = tuple(range(len(plants.occupations)))
    return replace(plants, sectors=(Sector("all", "All", everyone, kind=SectorKind.CLUSTER),))


def test_a_seed_draws_the_same_ladders_and_another_draws_others(world: Snapshot) -> None:
    assert drawn_by_chance(world, 1, each=3) == drawn_by_chance(world, 1, each=3)
    assert len({str(drawn_by_chance(world, seed, each=3)) for seed in range(8)}) > 1


def test_a_goal_is_higher_than_its_start_and_not_by_much(world: Snapshot) -> None:
    pairs, alone = drawn_by_chance(world, 2)
    assert pairs
    assert alone
    rise = [world.zones[goal] - world.zones[start] for start, goal in pairs]
    assert 0 < min(rise) <= max(rise) <= ZONES_UP
    assert all(1 <= world.zones[place] <= 3 for place in (*alone, *(start for start, _ in pairs)))


def test_every_step_is_one_that_may_be_taken(world: Snapshot) -> None:
    steps = list(sampled(world, 3, None))
    assert any(step.main for step in steps)
    assert {step.ladder[0] for step in steps} == {"P", "S"}
    assert all(np.isfinite(world.steps.cost[step.start, step.end]) for step in steps)
