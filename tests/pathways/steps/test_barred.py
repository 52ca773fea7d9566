"""Steps that break licensure, preparation or common sense, however alike the work is rated."""

from __future__ import annotations

import numpy as np
import pytest

from ontology.records import Iri, Text
from pathways.ladders.goal import ways_to_goal
from pathways.ladders.standing import passable
from pathways.occupations.catalog import OccupationEntry, Occupations
from pathways.occupations.leading import supervises
from pathways.occupations.licenses import licenses, services
from pathways.occupations.preparation import Preparation
from pathways.snapshot import Snapshot
from pathways.steps import beginnings, judging, leadership, rules
from pathways.steps.costs import Steps, steps
from pathways.steps.crews import CREWS
from pathways.steps.leadership import FIELDS

Row = tuple[str, int, float]
"""Code, job zone, months of education."""


def made(*rows: Row, related: float = 0.8) -> tuple[Occupations, Steps]:
    """Return occupations with a year of experience each, all as related."""
    found = Occupations.of(
        OccupationEntry(iri=Iri(f"http://x/{code}"), code=code, label=Text(value=code), zone=zone)
        for code, zone, _ in rows
    )
    school = np.array([months for _, _, months in sorted(rows)], dtype=np.float32)
    ready = Preparation(school, np.full_like(school, 12), np.zeros_like(school), school)
    closeness = np.full((len(rows), len(rows)), related, dtype=np.float32)
    return found, steps(found, ready, closeness, closeness, np.full_like(closeness, 0.1))


def leads(world: tuple[Occupations, Steps], start: str, end: str) -> bool:
    occupations, found = world
    return bool(np.isfinite(found.cost[occupations.find(start), occupations.find(end)]))


def test_nobody_passes_from_trucks_to_ships() -> None:
    world = made(("53-3032.00", 2, 0), ("53-5011.00", 2, 0), ("53-5021.00", 3, 12))
    assert not leads(world, "53-3032.00", "53-5021.00")
    assert leads(world, "53-5011.00", "53-5021.00")


def test_a_license_of_one_branch_of_transport_is_none_of_another() -> None:
    world = made(
        ("53-4011.00", 2, 0), ("53-2012.00", 3, 12), ("53-4031.00", 2, 0), ("53-3052.00", 2, 0), ("53-4041.00", 2, 0)
    )
    assert not leads(world, "53-4011.00", "53-2012.00")
    assert leads(world, "53-4031.00", "53-4011.00")
    assert leads(world, "53-3052.00", "53-4041.00"), "which needs no license"


def test_a_permit_that_is_bought_is_of_no_branch() -> None:
    world = made(("53-3032.00", 2, 0), ("53-3054.00", 2, 0), ("53-3052.00", 2, 0))
    assert leads(world, "53-3032.00", "53-3054.00")
    assert leads(world, "53-3054.00", "53-3052.00")


def test_who_has_done_the_work_comes_to_judge_it_from_outside() -> None:
    world = made(("47-2131.00", 2, 0), ("47-4011.01", 3, 12), ("47-4011.00", 3, 12), ("47-5041.00", 2, 0))
    assert leads(world, "47-2131.00", "47-4011.01")
    assert not leads(world, "47-5041.00", "47-4011.01")


def test_a_special_form_asks_for_the_service_of_its_base() -> None:
    world = made(("53-5021.00", 3, 12), ("53-5021.01", 3, 12), ("53-3032.00", 3, 12))
    assert leads(world, "53-5021.00", "53-5021.01")
    assert not leads(world, "53-3032.00", "53-5021.01")


def test_the_lists_of_service_and_of_crews_name_what_there_is() -> None:
    assert {code[:7] for code in services()} <= licenses().keys() | judging.WORK.keys()
    assert all(supervises(code) for code in CREWS)
    assert all(beginnings for beginnings in (*services().values(), *CREWS.values(), *FIELDS.values()))


@pytest.mark.parametrize(("start", "end"), [("29-1171.00", "29-1081.00"), ("25-1072.00", "25-1022.00")])
def test_one_postgraduate_degree_is_not_another(start: str, end: str) -> None:
    degree = float(rules.POSTGRADUATE)
    assert not leads(made((start, 5, degree), (end, 5, degree)), start, end)
    assert leads(made((start, 5, degree - 1), (end, 5, degree)), start, end)


def test_a_far_profession_takes_a_further_degree() -> None:
    further = 48.0 + beginnings.FURTHER_DEGREE
    rows = [
        ("13-2041.00", 4, 48.0),
        ("15-2011.00", 4, further - 1),
        ("15-2051.00", 4, further),
        ("43-4011.00", 3, 47.0),
    ]
    far = made(*rows, related=rules.CLOSE_PROFESSIONS - 0.01)
    assert not leads(far, "13-2041.00", "15-2011.00")
    assert leads(far, "13-2041.00", "15-2051.00")
    assert leads(far, "43-4011.00", "15-2011.00")
    assert leads(made(*rows, related=rules.CLOSE_PROFESSIONS), "13-2041.00", "15-2011.00")


def test_who_leads_a_crew_leads_none_of_another_field() -> None:
    world = made(("51-1011.00", 3, 12), ("37-1012.00", 3, 12), ("51-9061.00", 2, 0))
    assert not leads(world, "51-1011.00", "37-1012.00")
    assert leads(world, "51-9061.00", "51-1011.00")


def test_those_who_lead_the_sworn_are_of_their_ranks() -> None:
    world = made(("33-1012.00", 3, 12), ("33-1021.00", 3, 12), ("33-2011.00", 3, 12), ("33-3051.00", 3, 12))
    assert leads(world, "33-3051.00", "33-1012.00")
    assert leads(world, "33-2011.00", "33-1021.00")
    assert not leads(world, "33-3051.00", "33-1021.00")
    assert not leads(world, "33-1021.00", "33-1012.00")


def test_no_work_leads_to_a_medical_license() -> None:
    world = made(("29-1141.00", 4, 48.0), ("29-1215.00", 5, 120.0), ("29-1211.00", 5, 120.0), ("29-1071.00", 5, 72.0))
    assert not leads(world, "29-1141.00", "29-1215.00")
    assert leads(world, "29-1141.00", "29-1071.00"), "physician assistants are no physicians"


def test_another_crew_of_the_field_costs_more_where_the_two_share_none() -> None:
    rows = [("37-1011.00", 3, 12), ("37-1012.00", 3, 12), ("35-1012.00", 3, 12), ("35-1011.00", 3, 12)]
    occupations, found = made(*rows)
    cleaning, grounds, serving, chefs = (occupations.find(code) for code, _, _ in rows)
    extra = found.cost[cleaning, grounds] - found.cost[serving, chefs]
    assert extra == pytest.approx(leadership.OUTSIDE_SUPERVISOR, rel=1e-5)


def test_a_crew_is_led_by_the_supervisor_that_the_soc_names() -> None:
    occupations, found = made(("53-4011.00", 2, 0), ("53-1041.00", 2, 0), ("53-1043.00", 2, 0), related=0.3)
    engine, cargo, vehicles = (occupations.find(code) for code in ("53-4011.00", "53-1041.00", "53-1043.00"))
    assert found.relatedness[engine, cargo] == pytest.approx(0.3)
    assert found.relatedness[engine, vehicles] == pytest.approx(0.55 + 0.45 * 0.3)


def test_managers_go_on_to_another_field_only_where_it_is_close() -> None:
    rows = [("11-9081.00", 4, 48.0), ("11-3121.00", 4, 48.0), ("11-1021.00", 4, 48.0)]
    far, close = (made(*rows, related=leadership.CLOSE_FIELDS - less) for less in (0.01, 0))
    assert not leads(far, "11-9081.00", "11-3121.00")
    assert leads(far, "11-1021.00", "11-3121.00"), "who manages in general"
    assert leads(close, "11-9081.00", "11-3121.00")


def test_no_way_manages_and_then_does_not(onet: Snapshot) -> None:
    """Clerks once became purchasing managers to be purchasing agents."""
    start, goal = onet.find("43-3061.00"), onet.find("13-1023.00")
    ways = ways_to_goal(onet, start, goal)
    assert ways[0][-1] == goal
    assert max(onet.ranks[place] for way in ways for place in way) < 2
    assert (onet.ranks[passable(onet, start)] == 2).any()


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("53-4011.00", "53-1041.00"),
        ("33-9011.00", "33-1012.00"),
        ("11-9081.00", "11-3121.00"),
        ("29-1299.01", "29-1081.00"),
        ("25-1072.00", "25-1022.00"),
        ("13-2041.00", "27-3091.00"),
    ],
    ids=["locomotives", "animals", "lodging", "naturopaths", "nursing-teachers", "interpreters"],
)
def test_steps_of_the_real_onet_that_nobody_should_take(onet: Snapshot, start: str, end: str) -> None:
    assert onet.steps.cost[onet.find(start), onet.find(end)] > 1.4
