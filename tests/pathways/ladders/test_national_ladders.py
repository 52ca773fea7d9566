"""Ladders of the real O*NET, as a career adviser would read them."""

from __future__ import annotations

from itertools import pairwise
from random import Random

import numpy as np
import pytest

from pathways.diagrams import to_svg
from pathways.ladders import wording
from pathways.ladders.building import between, onward, sector
from pathways.ladders.tolls import SLACK
from pathways.ladders.transitions import transition
from pathways.ladders.wording import needs
from pathways.occupations.leading import rank_of
from pathways.records.ladder import Direction, Ladder
from pathways.snapshot import Snapshot
from pathways.steps.heights import least_kept, rated


def ladder(onet: Snapshot, start: str, goal: str) -> Ladder:
    return between(onet, onet.find(start), onet.find(goal))


def codes(found: Ladder) -> list[list[str]]:
    return [[found.rung(iri).code for iri in way] for way in found.routes]


@pytest.mark.parametrize(
    ("start", "goal", "expected"),
    [
        ("31-1131.00", "29-1141.00", ["31-1131.00", "29-2061.00", "29-1141.00"]),
        ("51-9161.00", "17-2141.00", ["51-9161.00", "51-9162.00", "17-3013.00", "17-2141.00"]),
        ("47-2061.00", "11-9021.00", ["47-2061.00", "47-2031.00", "47-1011.00", "11-9021.00"]),
        ("51-2092.00", "11-3051.00", ["51-2092.00", "51-1011.00", "11-3051.00"]),
        ("39-9011.00", "25-2021.00", ["39-9011.00", "25-2011.00", "25-2021.00"]),
        ("29-1141.00", "29-1151.00", ["29-1141.00", "29-1141.03", "29-1151.00"]),
        ("47-2061.00", "47-1011.00", ["47-2061.00", "47-2073.00", "47-1011.00"]),
        ("47-3014.00", "47-1011.00", ["47-3014.00", "47-2141.00", "47-1011.00"]),
        ("33-3051.00", "33-1012.00", ["33-3051.00", "33-3021.00", "33-1012.00"]),
        ("49-9081.00", "11-9199.09", ["49-9081.00", "49-1011.00", "11-9199.09"]),
    ],
    ids=[
        "nurse",
        "mechanical-engineer",
        "construction-manager",
        "production-manager",
        "teacher",
        "nurse-anesthetist",
        "operating-engineer",
        "painter",
        "detective",
        "wind-operations",
    ],
)
def test_a_textbook_ladder_is_among_the_routes(onet: Snapshot, start: str, goal: str, expected: list[str]) -> None:
    assert expected in codes(ladder(onet, start, goal))


@pytest.mark.parametrize(
    ("start", "goal"),
    [("31-1131.00", "29-1141.00"), ("51-9161.00", "17-2141.00"), ("47-2061.00", "11-9021.00")],
    ids=["nurse", "mechanical-engineer", "construction-manager"],
)
def test_no_step_breaks_the_rules(onet: Snapshot, start: str, goal: str) -> None:
    found = ladder(onet, start, goal)
    for step in found.steps:
        lower, upper = found.rung(step.start), found.rung(step.end)
        assert 0 <= upper.zone - lower.zone <= 1 or step.direction is Direction.BRIDGE
        assert step.gains
        assert step.evidence
        assert step.gap is not None
    ways = codes(found)
    assert ways
    assert all(len(set(way)) == len(way) <= 6 for way in ways)


def test_no_one_becomes_a_nurse_by_skill_alone(onet: Snapshot) -> None:
    into = [s for s in ladder(onet, "31-1131.00", "29-1141.00").steps if s.end.endswith("29-1141.00")]
    assert into
    assert all(s.direction is Direction.BRIDGE and "NCLEX-RN" in s.preparation.license for s in into)


def test_a_rung_says_what_those_asked_said_and_its_license(onet: Snapshot) -> None:
    aide, *_, nurse = ladder(onet, "31-1131.00", "29-1141.00").rungs
    assert (aide.education, aide.license) == (
        "a high school diploma to some college",
        "state nursing assistant certification",
    )
    assert nurse.education == "an associate's degree to a bachelor's degree"
    assert {"an associate's degree", "a bachelor's degree"} <= {answer.education for answer in nurse.schooling}


def test_no_specialist_nurse_comes_before_the_registered_nurse(onet: Snapshot) -> None:
    ways = codes(ladder(onet, "31-1131.00", "29-1141.01"))
    assert {way[-1] for way in ways} == {"29-1141.01"}
    assert all("29-1141.00" in way for way in ways)


def test_no_one_becomes_an_engineer_of_security_for_having_guarded(onet: Snapshot) -> None:
    """Guards once led straight to information security: their titles share a word."""
    for start in ("33-9032.00", "33-9093.00"):
        assert np.isinf(onet.steps.cost[onet.find(start), onet.find("15-1299.05")])


def test_years_of_school_alone_forbid_nothing(onet: Snapshot) -> None:
    """Paralegals become lawyers; opticians, who have no bachelor's degree, begin anew to become optometrists."""
    cost = onet.steps.cost
    assert np.isfinite(cost[onet.find("23-2011.00"), onet.find("23-1011.00")])
    assert np.isinf(cost[onet.find("29-2081.00"), onet.find("29-1041.00")])


def test_helping_in_one_trade_leads_to_no_helping_in_another(onet: Snapshot) -> None:
    ways = codes(ladder(onet, "47-3012.00", "47-1011.00"))
    assert ["47-3012.00", "47-2031.00", "47-1011.00"] in ways
    assert not {code for way in ways for code in way[1:] if code.startswith("47-301")}


def test_electricians_helpers_become_electricians_first(onet: Snapshot) -> None:
    ways = codes(ladder(onet, "47-3013.00", "47-4011.00"))
    assert ways
    assert all("47-4021.00" not in way for way in ways), "elevator installers are no step to building inspectors"


def test_no_route_leads_and_then_follows(onet: Snapshot) -> None:
    pairs = [("43-4051.00", "11-2022.00"), ("53-7062.00", "11-3071.00"), ("37-2012.00", "11-9081.00")]
    ways = [way for pair in pairs for way in codes(ladder(onet, *pair))]
    assert len(ways) >= len(pairs)
    ranks = [[rank_of(code) for code in way] for way in ways]
    assert ranks == [sorted(way) for way in ranks]


def test_a_second_way_leads_through_no_odd_occupation(onet: Snapshot) -> None:
    """Ways once led salespeople through spa management, and construction laborers through solar installation."""
    ways = codes(ladder(onet, "41-2031.00", "11-2022.00")) + codes(ladder(onet, "47-2061.00", "11-9021.00"))
    assert len(ways) > 2
    assert not {code for way in ways for code in way} & {"11-9179.02", "47-2231.00"}


def test_no_rung_of_a_route_is_further_from_the_goal_than_the_start(onet: Snapshot) -> None:
    for start, goal in (("31-9092.00", "29-1141.00"), ("43-4051.00", "13-1071.00"), ("51-9161.00", "17-2141.00")):
        a, b = onet.find(start), onet.find(goal)
        between_ = [onet.find(code) for way in codes(ladder(onet, start, goal)) for code in way[1:-1]]
        assert between_
        assert min(onet.steps.relatedness[place, b] for place in between_) >= onet.steps.relatedness[a, b] - SLACK


def test_a_degree_that_the_upper_rung_names_is_a_bridge(onet: Snapshot) -> None:
    for start, end in (("17-3013.00", "17-2141.00"), ("17-3024.01", "17-2199.05")):
        step = transition(onet, onet.find(start), onet.find(end))
        assert (step.direction, step.preparation.education) == (Direction.BRIDGE, "a bachelor's degree")


def test_a_step_up_leads_up(onet: Snapshot) -> None:
    found = onward(onet, onet.find("31-1131.00"))
    order = [rung.occupation for rung in found.rungs]
    assert found.steps
    assert all(order.index(a) < order.index(b) for a, b in ((s.start, s.end) for s in found.steps))


def test_a_career_cluster_has_a_ladder(onet: Snapshot) -> None:
    found = sector(onet, "manufacturing-career-cluster")
    assert any(rung.entry for rung in found.rungs)
    assert len(found.steps) >= len(found.rungs) / 2
    zones = [rung.zone for rung in found.rungs]
    assert len(set(zones)) > 2
    assert zones == sorted(zones)


def test_the_picture_shows_every_rung(onet: Snapshot) -> None:
    found = ladder(onet, "31-1131.00", "29-1141.00")
    drawn = to_svg(found)
    assert all(rung.code in drawn for rung in found.rungs)


@pytest.mark.parametrize(
    ("start", "goal", "expected"),
    [
        ("33-9032.00", "33-1012.00", ["33-9032.00", "33-3051.00", "33-1012.00"]),
        ("33-3051.00", "33-1012.00", ["33-3051.00", "33-1012.00"]),
        ("47-2031.00", "47-1011.00", ["47-2031.00", "47-1011.00"]),
        ("35-2014.00", "11-9051.00", ["35-2014.00", "35-1012.00", "11-9051.00"]),
    ],
    ids=["security-guard", "police-officer", "carpenter", "cook"],
)
def test_a_crew_is_led_from_its_own_ranks(onet: Snapshot, start: str, goal: str, expected: list[str]) -> None:
    assert codes(ladder(onet, start, goal))[0] == expected


def test_no_ladder_leads_down(onet: Snapshot) -> None:
    found = ladder(onet, "29-1141.00", "31-1131.00")
    assert found.steps == ()
    assert {rung.code for rung in found.rungs} == {"29-1141.00", "31-1131.00"}
    assert "no ladder leads up to them" in found.notes[0]
    assert wording.summary(found).startswith("2 occupations and no step between them.")


def test_no_ladder_leads_up_from_a_licensed_special_form_to_its_base(onet: Snapshot) -> None:
    """Acute care nurses once became exercise physiologists to be registered nurses."""
    found = ladder(onet, "29-1141.01", "29-1141.00")
    assert found.steps == ()
    assert {rung.code for rung in found.rungs} == {"29-1141.01", "29-1141.00"}
    assert "special form of" in found.notes[0]


def test_a_special_form_without_a_license_leads_back_to_its_base(onet: Snapshot) -> None:
    """Coordinators of clinical research become managers of it, logistics analysts logisticians."""
    for start, goal in (("11-9121.01", "11-9121.00"), ("13-1081.02", "13-1081.00")):
        assert codes(ladder(onet, start, goal))[0] == [start, goal]


def test_gambling_dealers_may_lead_their_own(onet: Snapshot) -> None:
    found = onward(onet, onet.find("39-3011.00"))
    assert "39-1013.00" in {rung.code for rung in found.rungs}


def test_a_specialty_in_a_lower_zone_is_a_sideways_move(onet: Snapshot) -> None:
    nurse, acute = onet.find("29-1141.00"), onet.find("29-1141.01")
    assert onet.occupations[acute].zone < onet.occupations[nurse].zone
    assert transition(onet, nurse, acute).direction is Direction.LATERAL


def test_the_median_answer_names_the_degree(onet: Snapshot) -> None:
    technologist, engineer = onet.find("17-3027.00"), onet.find("17-2141.00")
    assert onet.schooling.said(technologist)[0].education == "a bachelor's degree"
    assert onet.education(technologist) != "a bachelor's degree"
    step = transition(onet, technologist, engineer)
    assert step.direction is Direction.BRIDGE
    assert needs(step) == ("usually a bachelor's degree",)


def test_along_no_route_does_a_zone_fall_or_is_clearly_less_preparation_asked_for(onet: Snapshot) -> None:
    ways = [way for start, goal in random_pairs(onet, 150) for way in known_ways(onet, start, goal)]
    assert len(ways) > 100
    least, known = least_kept(onet.preparation.total, onet.zones), rated(onet.gaps)
    for way in ways:
        assert all(onet.occupations[place].zone for place in way[1:-1])
        assert all(no_fall(onet, a, b) for a, b in pairwise(way))
        compared = [place for place in way if known[place] and known[way[0]]]
        doing = [place for place in compared if rank(onet, place) <= rank(onet, way[0])]
        assert all(onet.preparation.total[place] >= least[way[0]] for place in doing)


def random_pairs(onet: Snapshot, count: int) -> list[tuple[int, int]]:
    """Return pairs of occupations of known job zone, the same in every run."""
    known = [place for place, occupation in enumerate(onet.occupations) if occupation.zone]
    chance = Random(7)
    return [(chance.choice(known), chance.choice(known)) for _ in range(count)]


def known_ways(onet: Snapshot, start: int, goal: int) -> list[list[int]]:
    found = between(onet, start, goal)
    assert wording.summary(found).count(" then ") == len(found.routes[0]) - 1
    return [[onet.find(iri) for iri in way] for way in found.routes]


def rank(onet: Snapshot, place: int) -> int:
    return rank_of(onet.occupations[place].code)


def no_fall(onet: Snapshot, start: int, end: int) -> bool:
    """Return whether no zone falls, but for a promotion that asks for no clearly less, or for a special form."""
    before, after = onet.occupations[start], onet.occupations[end]
    kept = onet.preparation.total[end] >= least_kept(onet.preparation.total, onet.zones)[start]
    enough = kept or not rated(onet.gaps)[[start, end]].all()
    promoted = rank(onet, end) > rank(onet, start) and enough
    special = before.code[:7] == after.code[:7] and not after.code.endswith(".00")
    return after.zone >= before.zone or special or (promoted and after.zone == before.zone - 1)


def test_the_text_names_the_rungs_in_the_order_of_the_best_route(onet: Snapshot) -> None:
    found = ladder(onet, "35-2014.00", "11-9051.00")
    labels = [str(found.rung(iri).label) for iri in found.routes[0]]
    assert [rung.occupation for rung in found.rungs if rung.main] != list(found.routes[0])
    assert f"Main route: {', then '.join(labels)}." in wording.summary(found)
    assert f"from {labels[0]} to {labels[-1]}" in found.description


def test_no_profession_leads_to_another_at_its_level(onet: Snapshot) -> None:
    found = sector(onet, "health-science-career-cluster")
    steps = {(found.rung(step.start).code, found.rung(step.end).code) for step in found.steps}
    assert steps
    assert ("29-1122.00", "29-1127.00") not in steps
    assert not {end for start, end in steps if start == "29-2034.00"} & {"29-2012.00"}


def test_who_leads_from_a_lower_zone_is_explained(onet: Snapshot) -> None:
    found = onward(onet, onet.find("37-2011.00"))
    (note,) = [note for note in found.notes if "stand below" in note]
    assert note.startswith("First-Line Supervisors of Housekeeping and Janitorial Workers lead, and yet stand below")
