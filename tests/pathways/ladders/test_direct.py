"""Where every way that is drawn has rungs between, the ladder says that one step leads there, too, and by what."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from pathways.ladders.notes import also_directly
from pathways.ladders.sound import SUPPORTED
from pathways.snapshot import Snapshot


@pytest.fixture
def ends(plants: Snapshot) -> tuple[int, int, int]:
    """Return operators, senior operators and nurses, who need a license."""
    names = ("Plant Operators", "Senior Plant Operators", "Plant Nurses")
    return plants.find(names[0]), plants.find(names[1]), plants.find(names[2])


def stepping(plants: Snapshot, start: int, goal: int, support: float, cost: float) -> Snapshot:
    """Return the small world with one step changed."""
    supports, costs = plants.steps.support.copy(), plants.steps.cost.copy()
    supports[start, goal], costs[start, goal] = support, cost
    return replace(plants, steps=replace(plants.steps, support=supports, cost=costs))


def test_a_license_opens_a_direct_way(plants: Snapshot, ends: tuple[int, int, int]) -> None:
    start, between, goal = ends
    world = stepping(plants, start, goal, SUPPORTED, 1.2)

    (note,) = also_directly(world, start, goal, [(start, between, goal)])

    assert note.startswith("Also directly, with no rung between: by ")
    assert "registered nurse license" in note


def test_nothing_is_said_of_a_way_that_is_drawn_or_that_nothing_opens(
    plants: Snapshot, ends: tuple[int, int, int]
) -> None:
    start, between, goal = ends
    world = stepping(plants, start, goal, SUPPORTED, 1.2)

    assert also_directly(world, start, goal, [(start, between, goal), (start, goal)]) == []
    assert also_directly(world, start, between, [(start, goal, between)]) == []
    assert also_directly(world, start, goal, [(start, between)]) == []


@pytest.mark.parametrize(("support", "cost"), [(SUPPORTED - 0.01, 1.2), (SUPPORTED, np.inf)])
def test_no_step_is_made_of_one_that_must_not_be_taken(
    plants: Snapshot, ends: tuple[int, int, int], support: float, cost: float
) -> None:
    start, between, goal = ends

    assert also_directly(stepping(plants, start, goal, support, cost), start, goal, [(start, between, goal)]) == []
