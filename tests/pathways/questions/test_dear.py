from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from pathways.ladders.climbs import MOST_COST
from pathways.questions.dear import MUCH, WORDS, cost_parts, dear
from pathways.questions.field import Field
from pathways.questions.why import why
from pathways.snapshot import Snapshot
from pathways.steps.costs import Part


def test_the_parts_of_a_cost_add_up_to_it(plants: Snapshot) -> None:
    sound = np.argwhere(np.isfinite(plants.steps.cost))

    assert len(sound) > 10
    for start, end in sound.tolist():
        total = sum(cost_parts(plants, start, end).values())
        assert total == pytest.approx(float(plants.steps.cost[start, end]), rel=1e-5)


def test_every_part_has_words_but_that_of_every_step() -> None:
    assert {*WORDS} == {*Part} - {Part.EVERY_STEP}


def dearer(plants: Snapshot, start: int, end: int) -> Snapshot:
    """Return the small world with a step of which all is new, so that it costs more than is drawn."""
    gaps, costs = plants.gaps.copy(), plants.steps.cost.copy()
    gaps[start, end], costs[start, end] = 1.0, MOST_COST + 0.1
    return replace(plants, gaps=gaps, steps=replace(plants.steps, cost=costs))


def test_a_step_that_is_not_drawn_says_what_makes_it_dear(plants: Snapshot) -> None:
    start, end = plants.find("Plant Helpers"), plants.find("Plant Operators")
    world = dearer(plants, start, end)
    found = why(Field.of(world), start, end)

    assert cost_parts(world, start, end)[Part.LEARNING] >= MUCH
    assert found.sound
    assert found.summary.startswith("Possible, but dear. Plant Operators are a step from Plant Helpers")
    assert "100% of it is new" in found.dear
    assert found.dear in found.summary
    assert dear(plants, start, end, None) == ""
