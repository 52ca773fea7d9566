"""Where every way that is drawn has rungs between, the ladder says whether one step leads there, too, or why not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pathways.ladders.notes import directly
from pathways.ladders.refusals import refusals
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

    (note,) = directly(world, start, goal, [(start, between, goal)])

    assert note.startswith("Also directly, with no rung between: by ")
    assert "registered nurse license" in note


def test_nothing_is_said_where_the_step_is_drawn_or_the_goal_is_not_reached(
    plants: Snapshot, ends: tuple[int, int, int]
) -> None:
    start, between, goal = ends
    world = stepping(plants, start, goal, SUPPORTED, 1.2)

    assert directly(world, start, goal, [(start, between, goal), (start, goal)]) == []
    assert directly(world, start, goal, [(start, between)]) == []


def test_a_step_that_must_not_be_taken_is_named_with_the_rule(plants: Snapshot) -> None:
    start, goal = plants.find("Plant Helpers"), plants.find("Plant Managers")
    between = plants.find("Plant Operators")
    (barred, *_) = refusals(plants, start, goal)

    (note,) = directly(plants, start, goal, [(start, between, goal)])

    assert note == f"Not directly: Plant Managers are no step from Plant Helpers, because {barred.words}."


@pytest.mark.parametrize(
    ("support", "why"),
    [(SUPPORTED, "one step is possible, and longer"), (SUPPORTED - 0.01, "too little speaks for one step")],
)
def test_a_step_that_nothing_opens_is_said_not_to_be_drawn(
    plants: Snapshot, ends: tuple[int, int, int], support: float, why: str
) -> None:
    start, end, between = ends
    world = stepping(plants, start, end, support, 1.2)

    (note,) = directly(world, start, end, [(start, between, end)])

    assert note.startswith(f"Not drawn directly: from Plant Operators to Senior Plant Operators {why}")


def test_who_would_begin_anew_is_told_so(plants: Snapshot, ends: tuple[int, int, int]) -> None:
    start, end, between = ends
    world = stepping(plants, start, end, SUPPORTED, 1.2)
    trade = world.steps.another_apprenticeship.copy()
    trade[start, end] = True
    anew = replace(world, steps=replace(world.steps, another_apprenticeship=trade))

    (note,) = directly(anew, start, end, [(start, between, end)])

    assert "one would begin anew" in note
