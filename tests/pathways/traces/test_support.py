"""The support of every step follows from the figures that its trace names as its parts."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from ontology.store import KnowledgeBase
from pathways.ladders.building import sector
from pathways.ladders.transitions import transition
from pathways.records.ladder import Ladder
from pathways.records.step import Follows
from pathways.snapshot import Snapshot
from pathways.steps.following import LEAST
from pathways.steps.shared import Shared
from pathways.traces.ground import Ground
from pathways.traces.records import Basis, Figure
from pathways.traces.support import support_figures
from standards.citations.shelf import Shelf

ROUNDED = 0.0105
"""What two figures of two decimals, and little of two with three, may be off."""

Figures = dict[str, Figure]


def explained(ground: Ground, ladder: Ladder) -> list[Figures]:
    """Return the figures of the support of each step, by name."""
    place = ground.snapshot.occupations.by_iri
    found = (support_figures(ground, step, place[step.start], place[step.end]) for step in ladder.steps)
    return [{figure.name: figure for figure in figures} for figures in found]


def number(figures: Figures, name: str, unknown: float = 0.0) -> float:
    """Return the number that a figure begins with."""
    return float(figures[name].shown.split()[0].rstrip(":")) if name in figures else unknown


def holds(figures: Figures, related: float, follows: Follows | None) -> bool:
    """Return whether support is the sum of its parts, and closeness what its rule makes of relatedness."""
    near, support = number(figures, "closeness"), figures["support"]
    assert set(support.parts) == figures.keys() - {"support"}
    assert {support.basis, figures["closeness"].basis} == {Basis.INFERRED if follows else Basis.COMPUTED}
    least = LEAST[follows] if follows else 0.0
    made = near + 0.2 * (number(figures, "knowledge in common", 0.5) - 0.5)
    made += 0.3 * (number(figures, "programs in common", 0.1) - 0.1)
    return abs(number(figures, "support") - made) < ROUNDED and abs(near - (least + (1 - least) * related)) < ROUNDED


def test_support_follows_from_its_parts_on_every_step_of_the_example(ground: Ground) -> None:
    ladder = sector(ground.snapshot, "power-generation")
    found = explained(ground, ladder)

    assert found
    for step, figures in zip(ladder.steps, found, strict=True):
        assert holds(figures, step.relatedness, step.follows), step


def test_support_follows_from_its_parts_on_every_step_of_a_national_ladder(
    whole: tuple[KnowledgeBase, Snapshot],
) -> None:
    base, snapshot = whole
    ladder = sector(snapshot, "construction-pathway")
    found = explained(Ground(base, snapshot, Shelf([])), ladder)

    assert {"knowledge in common", "programs in common"} <= set().union(*found)
    assert any(step.follows for step in ladder.steps)
    for step, figures in zip(ladder.steps, found, strict=True):
        assert holds(figures, step.relatedness, step.follows), step


@pytest.mark.parametrize(("knowledge", "programs"), [(0.8, 0.6), (0.1, np.nan)])
def test_a_rule_and_what_is_shared_are_named_each(ground: Ground, knowledge: float, programs: float) -> None:
    snapshot, size = ground.snapshot, len(ground.snapshot.occupations)
    shared = Shared(*(np.full((size, size), value, dtype=np.float32) for value in (knowledge, programs)))
    rules = np.full((size, size), [*LEAST].index(Follows.MANAGE) + 1, dtype=np.int32)
    near = np.asarray(0.35 + 0.65 * snapshot.relatedness, np.float32)
    made = replace(snapshot.steps, follows=rules, shared=shared, relatedness=near, support=near + shared.more())
    world = Ground(ground.base, replace(snapshot, steps=made), ground.shelf)
    start, end = snapshot.find("49-9098.00"), snapshot.find("17-2071.00")
    step = transition(world.snapshot, start, end)
    figures = {figure.name: figure for figure in support_figures(world, step, start, end)}

    assert holds(figures, step.relatedness, Follows.MANAGE)
    assert "go on to manage it" in figures["closeness"].shown
    assert ("programs in common unknown" in figures["support"].how) is bool(np.isnan(programs))
    assert ("less" in figures["support"].shown) is (knowledge < 0.5)
