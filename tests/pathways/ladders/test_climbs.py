"""Which steps lead up, by the ladders that come of it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from pathways.ladders.climbs import LED_RELATED, MOST_COST, START_RELATED, onward_steps
from pathways.occupations.catalog import Occupations
from pathways.occupations.wages import Region, find_region
from pathways.snapshot import Snapshot


def nation(snapshot: Snapshot) -> Region:
    """Return the nation, in which a million people work in each occupation."""
    region = find_region(snapshot.regions, "")
    assert region is not None
    return replace(region, employment=np.full(len(snapshot.occupations), 1e6, dtype=np.float32))


def world(plants: Snapshot, related: float = 0.9, cost: float = 0.5) -> Snapshot:
    """Return the small world with all occupations as related, and steps as dear, as said, none to less preparation."""
    shape = plants.relatedness.shape
    near, dear = (np.full(shape, value, dtype=np.float32) for value in (related, cost))
    never = np.zeros(shape, dtype=bool)
    steps = replace(plants.steps, relatedness=near, cost=dear, asks_less=never)
    return replace(plants, steps=replace(steps, another_degree=never, another_apprenticeship=never))


def ends(snapshot: Snapshot, start: int, region: Region | None = None) -> set[int]:
    return {b for a, b in onward_steps(snapshot, start, region) if a == start}


@pytest.fixture
def professions(plants: Snapshot) -> tuple[Snapshot, int, int]:
    """Return a world where nurses and mechanics study for years, and mechanics more, with the places of the two."""
    nurses, mechanics = plants.find("Plant Nurses"), plants.find("Plant Mechanics")
    degree, experience = (np.zeros(len(plants.occupations), dtype=np.float32) for _ in range(2))
    degree[[nurses, mechanics]] = 48
    experience[mechanics] = 120
    entries = [
        entry.model_copy(update={"zone": 4}) if place in (nurses, mechanics) else entry
        for place, entry in enumerate(plants.occupations)
    ]
    preparation = replace(plants.preparation, degree=degree, experience=experience)
    return replace(world(plants), occupations=Occupations(tuple(entries)), preparation=preparation), nurses, mechanics


def test_from_a_licensed_profession_no_step_leads_to_another(professions: tuple[Snapshot, int, int]) -> None:
    snapshot, nurses, mechanics = professions

    assert mechanics not in ends(snapshot, nurses)


def test_without_the_degree_the_same_step_leads_up(professions: tuple[Snapshot, int, int]) -> None:
    snapshot, nurses, mechanics = professions
    snapshot.preparation.degree[nurses] = 0

    assert mechanics in ends(snapshot, nurses)


def test_a_higher_zone_is_up_from_a_licensed_profession_too(professions: tuple[Snapshot, int, int]) -> None:
    snapshot, nurses, mechanics = professions
    entries = [
        entry.model_copy(update={"zone": 5}) if place == mechanics else entry
        for place, entry in enumerate(snapshot.occupations)
    ]

    assert mechanics in ends(replace(snapshot, occupations=Occupations(tuple(entries))), nurses)


def test_a_later_rung_has_to_do_with_the_start_or_leads_those_below(plants: Snapshot) -> None:
    helpers, seniors, mechanics, supervisors = (
        plants.find(title)
        for title in ("Plant Helpers", "Senior Plant Operators", "Plant Mechanics", "Supervisors of Plant Operators")
    )
    snapshot = world(plants, cost=np.inf)
    near, cost = snapshot.steps.relatedness, snapshot.steps.cost
    cost[helpers, mechanics] = cost[helpers, seniors] = cost[mechanics, supervisors] = 0.5
    near[helpers, [seniors, supervisors]] = START_RELATED - 0.01

    assert set(onward_steps(snapshot, helpers, None)) == {(helpers, mechanics), (mechanics, supervisors)}
    near[mechanics, supervisors] = LED_RELATED - 0.01
    assert set(onward_steps(snapshot, helpers, None)) == {(helpers, mechanics)}


def test_to_lead_ones_own_crew_is_a_step_however_few_do(plants: Snapshot) -> None:
    operators, supervisors, managers = (
        plants.find(title) for title in ("Plant Operators", "Supervisors of Plant Operators", "Plant Managers")
    )
    snapshot = world(plants, cost=np.inf)
    snapshot.steps.cost[operators, [supervisors, managers]] = MOST_COST - 0.1
    region = nation(snapshot)
    assert ends(snapshot, operators, region) == {supervisors, managers}

    region.employment[[supervisors, managers]] = 100
    assert ends(snapshot, operators, region) == {supervisors}


def test_a_step_on_which_pay_falls_must_be_the_shorter(plants: Snapshot) -> None:
    operators, mechanics = plants.find("Plant Operators"), plants.find("Plant Mechanics")
    snapshot = world(plants, cost=np.inf)
    snapshot.steps.cost[operators, mechanics] = MOST_COST - 0.1
    region = nation(snapshot)
    assert ends(snapshot, operators, region) == {mechanics}

    yearly = region.yearly.copy()
    yearly[mechanics, 1] = 0.8 * yearly[operators, 1]
    assert ends(snapshot, operators, replace(region, yearly=yearly)) == set()
