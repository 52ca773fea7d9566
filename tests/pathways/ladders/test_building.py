from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from ontology.errors import NotFoundError
from pathways.ladders.building import between, onward, sector
from pathways.ladders.transitions import LONG, transition
from pathways.neighbors import related
from pathways.occupations.wages import find_region
from pathways.records.ladder import Direction, Ladder, Step, TradeOff
from pathways.snapshot import Snapshot


def titles(ladder: Ladder, way: tuple[str, ...]) -> list[str]:
    return [ladder.rung(iri).label.value for iri in way]


def test_a_ladder_leads_from_start_to_goal(plants: Snapshot) -> None:
    ladder = between(plants, plants.find("Plant Operators"), plants.find("Plant Managers"))
    best = titles(ladder, ladder.routes[0])
    assert (best[0], best[-1]) == ("Plant Operators", "Plant Managers")
    assert "Supervisors of Plant Operators" in best


def test_preparation_never_falls_along_a_route(plants: Snapshot) -> None:
    ladder = between(plants, plants.find("Plant Helpers"), plants.find("Plant Managers"))
    assert ladder.routes
    for way in ladder.routes:
        assert len(way) > 2
        zones = [ladder.rung(iri).zone for iri in way]
        assert zones == sorted(zones)
        assert all(b - a <= 1 for a, b in pairwise(zones))


def test_every_step_says_why(plants: Snapshot) -> None:
    region = find_region(plants.regions, "")
    step = transition(plants, plants.find("Plant Operators"), plants.find("Supervisors of Plant Operators"), region)
    assert step.gains[0].label.value == "lead a crew"
    assert (step.gains[0].level_from, step.gains[0].level_to, step.gains[0].source) == (0, 5, "onet@1")
    assert step.wage_change == 0.75
    assert step.evidence
    assert sum(gain.share for gain in step.gains) == pytest.approx(1, abs=0.01)


def test_a_license_makes_a_step_a_bridge(plants: Snapshot) -> None:
    step = transition(plants, plants.find("Senior Plant Operators"), plants.find("Plant Nurses"))
    assert step.direction is Direction.BRIDGE
    assert "nurse license" in step.preparation.license
    assert any("registered nurse license" in note for note in step.notes)


def paid(plants: Snapshot, lower: float, upper: float) -> Step:
    """Return the step from operators to mechanics, with other pay."""
    start, end = plants.find("Plant Operators"), plants.find("Plant Mechanics")
    (nation,) = plants.regions
    yearly = nation.yearly.copy()
    yearly[[start, end], 1] = lower, upper
    return transition(plants, start, end, replace(nation, yearly=yearly))


def test_a_fall_of_more_than_a_tenth_is_a_trade_off(plants: Snapshot) -> None:
    step = paid(plants, 50_000, 44_000)
    assert step.tradeoff == TradeOff(amount=6_000, share=0.12)
    assert "Trade-off: the median pay is 12% lower, by $6,000 a year." in step.notes


@pytest.mark.parametrize("upper", [45_000, 49_000, 50_000, 60_000])
def test_a_smaller_fall_or_a_rise_is_none(plants: Snapshot, upper: float) -> None:
    step = paid(plants, 50_000, upper)
    assert step.tradeoff is None
    assert not any("Trade-off" in note for note in step.notes)


def test_a_step_of_which_most_is_new_is_long(plants: Snapshot) -> None:
    start, end = plants.find("Plant Helpers"), plants.find("Supervisors of Plant Operators")
    assert plants.gaps[start, end] > LONG
    step = transition(plants, start, end)
    assert step.long
    assert any(note.startswith("Long step") for note in step.notes)


def test_a_license_bridges_a_long_step(plants: Snapshot) -> None:
    start, end = plants.find("Plant Helpers"), plants.find("Plant Nurses")
    assert plants.gaps[start, end] > LONG
    assert not transition(plants, start, end).long


def test_start_equals_goal_is_said(plants: Snapshot) -> None:
    place = plants.find("Bakers")
    ladder = between(plants, place, place)
    assert len(ladder.rungs) == 1
    assert "the same" in ladder.notes[0]


def test_a_goal_that_asks_for_less_is_no_way_up(plants: Snapshot) -> None:
    ladder = between(plants, plants.find("Plant Managers"), plants.find("Bakers"))
    assert ladder.steps == ()
    assert ladder.notes == ("Bakers ask for less preparation than Plant Managers: no ladder leads up to them.",)


def test_a_goal_out_of_reach_names_what_stands_between(plants: Snapshot) -> None:
    goal = plants.find("Plant Managers")
    cost = plants.steps.cost.copy()
    cost[:, goal] = np.inf
    barred = replace(plants, steps=replace(plants.steps, cost=cost))
    ladder = between(barred, plants.find("Plant Helpers"), goal)
    assert titles(ladder, ladder.routes[0])[-1] != "Plant Managers"
    assert ladder.notes[0].startswith("No way of sound steps")
    assert "nearest rung that can be reached" in ladder.notes[1]


def test_a_sector_starts_where_the_partnership_says(plants: Snapshot) -> None:
    ladder = sector(plants, "plants")
    assert [rung.label.value for rung in ladder.rungs if rung.entry] == ["Plant Helpers"]
    assert {rung.code for rung in ladder.rungs} == {
        "51-9198.00", "51-8010.00", "51-8020.00", "49-9040.00", "51-1011.00",
    }  # fmt: skip


def test_a_credential_stands_on_the_step_that_asks_for_it(plants: Snapshot) -> None:
    ladder = sector(plants, "plants")
    into = [step for step in ladder.steps if step.end.endswith("51-8020.00")]
    assert into
    assert not any(step.helpful for step in into)
    assert all([c.label.value for c in step.credentials] == ["Operator Certificate"] for step in into)


def test_a_useful_credential_is_no_condition(plants: Snapshot) -> None:
    step = transition(plants, plants.find("Plant Mechanics"), plants.find("Supervisors of Plant Operators"))
    assert [c.label.value for c in step.helpful] == ["Operator Certificate"]
    assert step.credentials == ()


def test_onward_leads_only_up(plants: Snapshot) -> None:
    ladder = onward(plants, plants.find("Plant Operators"))
    order = [rung.occupation for rung in ladder.rungs]
    assert ladder.steps
    assert all(order.index(step.start) < order.index(step.end) for step in ladder.steps)


def test_an_unknown_sector_is_said(plants: Snapshot) -> None:
    with pytest.raises(NotFoundError, match="bakeries"):
        sector(plants, "bakeries")


def test_an_unknown_region_is_said(plants: Snapshot) -> None:
    with pytest.raises(NotFoundError, match="Atlantis"):
        onward(plants, 0, "Atlantis")


def test_the_same_question_has_the_same_answer(plants: Snapshot) -> None:
    start, goal = plants.find("Plant Helpers"), plants.find("Plant Managers")
    assert between(plants, start, goal).model_dump_json() == between(plants, start, goal).model_dump_json()


def test_related_occupations_come_with_evidence(plants: Snapshot) -> None:
    found = related(plants, plants.find("Plant Operators"), top=3)
    assert [entry.rank for entry in found] == [1, 2, 3]
    assert found[0].label.value == "Senior Plant Operators"
    assert all(entry.evidence for entry in found)
