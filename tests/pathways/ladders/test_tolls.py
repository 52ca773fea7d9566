from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from pathways.ladders import tolls
from pathways.ladders.tolls import away_toll, pay_toll, rung_tolls
from pathways.occupations.catalog import Occupations
from pathways.occupations.wages import Region, find_region
from pathways.snapshot import Snapshot
from pathways.steps.leadership import SUPERVISED


@pytest.fixture
def nation(plants: Snapshot) -> Region:
    """Return the nation, in which all but the bakers are known to work, each a million strong."""
    region = find_region(plants.regions, "")
    assert region is not None
    employment = np.full(len(plants.occupations), 1e6, dtype=np.float32)
    return replace(region, employment=employment)


def test_half_the_pay_costs_a_pay_cut_and_a_trade_off() -> None:
    assert pay_toll(np.array([-1.0])).tolist() == pytest.approx([tolls.PAY_CUT + tolls.GIVEN_UP])


def test_a_twentieth_less_pay_is_no_trade_off() -> None:
    toll = float(pay_toll(np.log2(np.array([0.95])))[0])
    assert 0 < toll < tolls.GIVEN_UP


def test_few_jobs_cost_by_the_power_of_ten(plants: Snapshot, nation: Region) -> None:
    start, goal = plants.find("Plant Helpers"), plants.find("Plant Managers")
    rare = plants.find("Plant Mechanics")
    nation.employment[rare] = 700  # one in 10,000 of seven million and a bit
    before = rung_tolls(plants, start, goal, None)[rare]
    assert rung_tolls(plants, start, goal, nation)[rare] - before == pytest.approx(tolls.FEW_JOBS, abs=0.001)


def test_a_rung_beside_the_way_costs(plants: Snapshot) -> None:
    start, goal = plants.find("Plant Helpers"), plants.find("Plant Managers")
    near = np.full_like(plants.steps.relatedness, 0.5)
    near[start, goal] = 0.4
    beside, between = plants.find("Bakers"), plants.find("Plant Mechanics")
    near[beside, goal] = 0.1
    found = replace(plants, relatedness=near, steps=replace(plants.steps, relatedness=near))
    paid = rung_tolls(found, start, goal, None)
    assert paid[beside] - paid[between] == pytest.approx(tolls.OFF_THE_WAY)
    assert paid[start] == paid[goal] == 0


def test_whom_the_goal_leads_beside_the_start_is_on_the_way_however_far(plants: Snapshot) -> None:
    start, goal = plants.find("Plant Operators"), plants.find("Supervisors of Plant Operators")
    trained = plants.find("Plant Mechanics")
    near = np.full_like(plants.steps.relatedness, 0.2)
    near[[start, trained], goal] = 0.8, 0.6
    training = plants.preparation.training.copy()
    training[trained] = 3 * plants.preparation.total[goal] + 100
    found = replace(
        plants,
        relatedness=np.full_like(near, 0.2),
        steps=replace(plants.steps, relatedness=near),
        preparation=replace(plants.preparation, training=training),
    )
    assert rung_tolls(found, start, goal, None)[trained] == 0
    near[trained, goal] = 0.5  # no longer led
    assert rung_tolls(found, start, goal, None)[trained] == pytest.approx(tolls.OVERSHOOT + tolls.OFF_THE_WAY)


def test_whom_the_goal_leads_is_on_the_way_of_those_who_help_in_the_field(plants: Snapshot) -> None:
    start, goal = plants.find("Plant Helpers"), plants.find("Supervisors of Plant Operators")
    trained = plants.find("Plant Mechanics")
    near = np.full_like(plants.steps.relatedness, 0.2)
    near[start, [goal, trained]], near[trained, goal] = 0.4, 0.6
    training = plants.preparation.training.copy()
    training[trained] = 3 * plants.preparation.total[goal] + 100
    found = replace(
        plants,
        relatedness=near,
        steps=replace(plants.steps, relatedness=near),
        preparation=replace(plants.preparation, training=training),
    )
    assert rung_tolls(found, start, goal, None)[trained] == 0
    soc = plants.soc.copy()
    soc[start] = "35-9021"
    found.__dict__["soc"] = soc
    assert rung_tolls(found, start, goal, None)[trained] == pytest.approx(tolls.OVERSHOOT)


def test_who_leads_the_crew_is_on_the_way_to_who_judges_its_work(plants: Snapshot) -> None:
    start, leader, goal = (
        plants.find(title) for title in ("Plant Operators", "Supervisors of Plant Operators", "Senior Plant Operators")
    )
    near = np.full_like(plants.steps.relatedness, 0.5)
    near[start, leader], near[leader, goal] = SUPERVISED, 0.1
    found = replace(plants, relatedness=near, steps=replace(plants.steps, relatedness=near))
    assert rung_tolls(found, start, goal, None)[leader] == pytest.approx(tolls.OFF_THE_WAY)
    soc = plants.soc.copy()
    soc[[start, goal]] = "47-2111", "47-4011"
    found.__dict__["soc"] = soc
    assert rung_tolls(found, start, goal, None)[leader] == 0


def test_a_step_away_from_the_goal_costs(plants: Snapshot) -> None:
    goal = plants.find("Plant Managers")
    near = plants.steps.relatedness.copy()
    a, b = plants.find("Plant Helpers"), plants.find("Plant Mechanics")
    near[[a, b], goal] = 0.6, 0.2
    found = replace(plants, steps=replace(plants.steps, relatedness=near))
    paid = away_toll(found, a, goal, np.array([a, b, b]), np.array([b, a, goal]))
    assert paid.tolist() == [tolls.AWAY, 0, 0]


def test_what_is_close_to_both_lies_between_them(plants: Snapshot) -> None:
    """Between two that are the closest of all nothing is as close: detectives between officers and their sergeants."""
    start, goal, rung = plants.find("Plant Operators"), plants.find("Senior Plant Operators"), plants.find("Bakers")
    near = np.full_like(plants.steps.relatedness, 0.95)
    near[[start, rung], [rung, goal]] = tolls.ENOUGH
    found = replace(plants, steps=replace(plants.steps, relatedness=near))
    assert rung_tolls(found, start, goal, None)[rung] == 0
    assert away_toll(found, start, goal, np.array([start]), np.array([rung])).tolist() == [0]
    near[start, rung] = tolls.ENOUGH - 0.01
    assert rung_tolls(found, start, goal, None)[rung] == pytest.approx(tolls.OFF_THE_WAY)


def test_who_leads_ones_own_crew_is_on_the_way_to_management(plants: Snapshot) -> None:
    start, goal = plants.find("Plant Operators"), plants.find("Plant Managers")
    lead = plants.find("Supervisors of Plant Operators")
    near = np.full_like(plants.steps.relatedness, 0.9)
    near[lead, goal], near[start, lead] = 0.2, SUPERVISED
    found = replace(plants, steps=replace(plants.steps, relatedness=near))
    assert rung_tolls(found, start, goal, None)[lead] == 0
    near[start, lead] = SUPERVISED - 0.01
    assert rung_tolls(found, start, goal, None)[lead] == pytest.approx(tolls.OFF_THE_WAY)


def test_people_whose_code_several_occupations_share_count_once(plants: Snapshot, nation: Region) -> None:
    helpers, operators = plants.occupations.entries[-1], plants.find("Plant Operators")
    shared = [
        entry.model_copy(update={"code": "51-8010.01"}) if entry is helpers else entry for entry in plants.occupations
    ]
    twice = replace(plants, occupations=Occupations(tuple(shared)))
    start, goal = plants.find("Plant Nurses"), plants.find("Plant Managers")
    nation.employment[operators] = nation.employment[-1] = 700
    few = rung_tolls(twice, start, goal, nation)[operators] - rung_tolls(twice, start, goal, None)[operators]
    assert few == pytest.approx(tolls.FEW_JOBS * np.log10(tolls.COMMON * (6e6 + 700) / 700))
