from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise, product

import numpy as np
import pytest

from ontology.errors import NotFoundError
from pathways.diagrams.picture import picture
from pathways.formats import to_markdown
from pathways.ladders import building
from pathways.ladders.building import between, onward, sector
from pathways.ladders.standing import is_entry
from pathways.ladders.transitions import LONG, transition
from pathways.neighbors import related
from pathways.occupations.catalog import Occupations
from pathways.occupations.wages import find_region
from pathways.records.ladder import Basis, Direction, Ladder, Step, TradeOff
from pathways.routes.clock import clock_of
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


@pytest.mark.parametrize(("upper", "direction"), [(52_000, Direction.LATERAL), (53_000, Direction.ADVANCE)])
def test_where_a_job_zone_is_unknown_only_more_pay_is_a_step_up(
    plants: Snapshot, upper: float, direction: Direction
) -> None:
    end = plants.find("Plant Mechanics")
    entries = list(plants.occupations)
    entries[end] = entries[end].model_copy(update={"zone": 0})
    strange = replace(plants, occupations=Occupations(tuple(entries)))
    assert paid(strange, 50_000, upper).direction is direction
    assert transition(strange, plants.find("Plant Operators"), end).direction is Direction.LATERAL, "nor is pay known"


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
    assert ladder.notes == ("Start and goal are the same: Bakers. Name another goal, or none.",)
    told = to_markdown(ladder)
    assert told.splitlines()[2].startswith(
        "Start and goal are the same: Bakers. Name another goal, or none. One occupation,"
    )
    assert told.count("Start and goal") == 1, "not once more among what to know"


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
    assert ladder.notes[0].startswith("Plant Managers: a new start from Plant Helpers")
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


def test_nobody_begins_as_a_supervisor_unless_a_partnership_says_so(plants: Snapshot) -> None:
    place, helper = plants.find("Supervisors of Plant Operators"), plants.find("Plant Helpers")
    none = np.zeros(len(plants.occupations), np.float32)
    easy = replace(plants.preparation, education=none, experience=none, training=none)
    lower = [entry.model_copy(update={"zone": 2, "entry": False}) for entry in plants.occupations]
    alone = replace(plants, preparation=easy, occupations=Occupations(tuple(lower)), sectors=())
    assert is_entry(alone, helper)
    assert not is_entry(alone, place)
    lower[place] = lower[place].model_copy(update={"entry": True})
    assert is_entry(replace(alone, occupations=Occupations(tuple(lower))), place)


def test_an_occupation_of_unknown_preparation_says_so(plants: Snapshot) -> None:
    place = plants.find("Bakers")
    entries = list(plants.occupations)
    entries[place] = entries[place].model_copy(update={"zone": 0})
    known = np.ones((len(entries), 3), dtype=bool)
    known[place] = False
    strange = replace(
        plants, occupations=Occupations(tuple(entries)), preparation=replace(plants.preparation, known=known)
    )
    ladder = onward(strange, place)
    assert ladder.rungs[0].education == ""
    assert any("says what preparation they take: Bakers" in note for note in ladder.notes)
    step = transition(strange, plants.find("Plant Helpers"), place)
    assert (step.preparation.education, step.preparation.training_months, step.preparation.school_months) == (
        "",
        None,
        None,
    )
    assert step.basis.education is None


def test_an_unknown_goal_is_not_said_to_be_unreachable(plants: Snapshot, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no next step is drawn, but ways to a goal are, the ladder must not say that nothing is there."""
    start = plants.find("Plant Helpers")
    monkeypatch.setattr(building, "onward_steps", lambda *_: [])
    (note,) = [said for said in onward(plants, start).notes if "No next step" in said]
    assert "name where you want to get" in note
    none = np.full_like(plants.steps.cost, np.inf)
    shut = replace(plants, steps=replace(plants.steps, cost=none))
    assert "No step up from Plant Helpers was found." in onward(shut, start).notes


def test_a_lone_card_says_you_are_here(plants: Snapshot) -> None:
    ladder = onward(plants, plants.find("Plant Managers"))
    assert len(ladder.rungs) == 1
    tags = [tag.line.text for placed in picture(ladder).cards for tag in placed.card.tags]
    assert tags == ["You are here"]


def test_a_step_tells_its_months_as_routes_count_them(plants: Snapshot) -> None:
    for start, end in product(range(len(plants.occupations)), repeat=2):
        ready = transition(plants, start, end).preparation
        time = clock_of(plants, np.array([[start, end]]))
        counted = (float(time.school[0, 0]), float(time.work[0, 0]), float(time.training[0, 0]))
        assert (ready.school_months, ready.experience_months, ready.training_months) == pytest.approx(counted, abs=0.06)


def test_a_step_tells_what_is_asserted_inferred_and_computed(plants: Snapshot) -> None:
    region = find_region(plants.regions, "")
    helped = transition(plants, plants.find("Plant Operators"), plants.find("Senior Plant Operators"), region).basis
    assert (helped.gap, helped.wage, helped.credentials) == (Basis.COMPUTED, Basis.COMPUTED, Basis.ASSERTED)
    assert (helped.license, helped.education) == (None, Basis.INFERRED)  # nobody was asked, but the job zone is known
    nursing = transition(plants, plants.find("Plant Operators"), plants.find("Plant Nurses"))
    assert (nursing.basis.license, nursing.basis.wage) == (Basis.INFERRED, None)
    trained = transition(plants, plants.find("Bakers"), plants.find("Plant Helpers")).basis
    assert trained.training is Basis.ASSERTED  # the partnership says three months


def test_words_tell_why_a_step_is_drawn(plants: Snapshot) -> None:
    told = to_markdown(between(plants, plants.find("Plant Operators"), plants.find("Plant Managers")))
    assert re.search(
        r"\*\*Why this step\*\*: relatedness 0\.\d\d; support \d\.\d\d: .*; \d+ of \d+ views? (has|have) it among",
        told,
    )
    assert "Computed: gap, relatedness" in told
