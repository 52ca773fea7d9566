from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from ontology.records import Iri, Text
from pathways.occupations.catalog import OccupationEntry, Occupations
from pathways.occupations.preparation import Preparation
from pathways.relatedness.fusion import Matrix
from pathways.steps import beginnings, costs, helpers, leadership, rules
from pathways.steps.costs import Steps, steps


def made(
    rows: Sequence[tuple[str, int, float, float]], related: float | Matrix = 0.8, gap: float | Matrix = 0.1
) -> tuple[Occupations, Steps]:
    """Return occupations of (code, zone, months of education, months of experience), as related as is said."""
    found = Occupations.of(
        OccupationEntry(iri=Iri(f"http://x/{code}"), code=code, label=Text(value=code), zone=zone)
        for code, zone, _, _ in rows
    )
    order = sorted(rows)
    education, experience = (np.array([row[n] for row in order], dtype=np.float32) for n in (2, 3))
    ready = Preparation(education, experience, np.zeros_like(education), education)
    closeness = np.full((len(rows), len(rows)), related, dtype=np.float32)
    np.fill_diagonal(closeness, 0)
    return found, steps(found, ready, closeness, closeness, np.zeros_like(closeness) + gap)


def cost(made_: tuple[Occupations, Steps], start: str, end: str) -> float:
    occupations, found = made_
    return float(found.cost[occupations.find(start), occupations.find(end)])


def test_cost_of_a_plain_step() -> None:
    world = made([("51-2010.00", 2, 0, 12), ("51-2020.00", 3, 12, 24)])
    # two years more in all, one of them at school; 0.2 apart; a gap of 0.1
    expected = costs.PER_STEP + costs.UNRELATED * 0.2**3 + costs.GAP * 0.1 + costs.PREPARATION * 2 + costs.EDUCATION * 1
    assert cost(world, "51-2010.00", "51-2020.00") == pytest.approx(expected, rel=1e-5)


def test_preparation_must_not_fall() -> None:
    world = made([("51-2010.00", 2, 0, 12), ("51-2020.00", 3, 12, 24)])
    assert cost(world, "51-2020.00", "51-2010.00") == np.inf


def test_two_zones_at_once_take_a_degree() -> None:
    world = made([("51-2010.00", 2, 0, 12), ("51-2020.00", 4, 12, 48), ("17-2010.00", 4, 48, 12)])
    assert cost(world, "51-2010.00", "51-2020.00") == np.inf
    assert costs.SKIPPED_ZONE < cost(world, "51-2010.00", "17-2010.00") < np.inf


def test_a_degree_leads_over_a_zone_only_where_the_work_is_close() -> None:
    rows = [("25-9043.00", 3, 12, 12), ("25-9044.00", 5, 48, 24)]
    assert cost(made(rows, related=rules.CLOSE_TO_SKIP - 0.01), "25-9043.00", "25-9044.00") == np.inf
    assert cost(made(rows, related=rules.SUPPORTED_TO_SKIP - 0.01), "25-9043.00", "25-9044.00") == np.inf
    assert cost(made(rows, related=rules.SUPPORTED_TO_SKIP), "25-9043.00", "25-9044.00") < np.inf


def test_the_unrelated_are_no_step() -> None:
    world = made([("51-2010.00", 2, 0, 12), ("51-2020.00", 3, 12, 24)], related=0.1)
    assert cost(world, "51-2010.00", "51-2020.00") == np.inf


def test_the_licensed_specialist_comes_after_the_base() -> None:
    world = made([("31-9092.00", 3, 9, 12), ("29-1141.00", 4, 36, 24), ("29-1141.03", 4, 36, 24)])
    assert cost(world, "31-9092.00", "29-1141.00") < np.inf
    assert cost(world, "31-9092.00", "29-1141.03") == np.inf
    assert cost(world, "29-1141.00", "29-1141.03") < np.inf
    assert cost(world, "29-1141.03", "29-1141.00") == np.inf


def test_only_the_seasoned_are_close_to_their_supervisor() -> None:
    rows = [("47-2061.00", 2, 0, 6.0), ("47-2031.00", 2, 0, 60.0), ("47-1011.00", 3, 0, 100.0)]
    occupations, found = made(rows, related=0.1)
    lead = occupations.find("47-1011.00")
    assert found.relatedness[occupations.find("47-2031.00"), lead] == pytest.approx(0.55 + 0.45 * 0.1)
    assert found.relatedness[occupations.find("47-2061.00"), lead] == pytest.approx(0.1)


def test_only_the_closest_supervisor_of_a_group_leads_a_craft() -> None:
    rows = [("53-7062.00", 2, 0, 20.0), ("53-1041.00", 2, 0, 20.0), ("53-1042.00", 2, 0, 20.0)]
    closeness = np.array([[0, 0.5, 0.2], [0.5, 0, 0.5], [0.2, 0.5, 0]], dtype=np.float32)
    _, found = made(rows, related=closeness)
    cargo, hands, laborer = range(3)  # in the order of their codes
    assert found.relatedness[laborer, cargo] == pytest.approx(0.2)
    assert found.relatedness[laborer, hands] == pytest.approx(0.55 + 0.45 * 0.5)


def test_nobody_manages_without_having_led_where_most_is_new() -> None:
    rows = [("17-2071.00", 4, 48, 40.0), ("11-3051.00", 4, 48, 60.0), ("51-1011.00", 4, 48, 50.0)]
    world, strange = made(rows), made(rows, gap=rules.MOST_UNLED + 0.01)
    assert cost(world, "17-2071.00", "11-3051.00") < np.inf
    assert cost(strange, "17-2071.00", "11-3051.00") == np.inf
    assert cost(strange, "51-1011.00", "11-3051.00") < np.inf


def test_leaving_a_license_behind_costs() -> None:
    world = made([("29-1051.00", 5, 96, 12), ("29-1021.00", 5, 96, 18), ("29-9999.00", 5, 96, 18)])
    extra = cost(world, "29-1051.00", "29-1021.00") - cost(world, "29-1051.00", "29-9999.00")
    assert extra >= costs.OTHER_LICENSE - costs.OTHER_PROFESSION


def test_helpers_learn_the_trade_before_they_lead_it() -> None:
    rows = [("47-3012.00", 2, 0, 60.0), ("47-2031.00", 2, 0, 60.0), ("47-1011.00", 3, 0, 100.0)]
    world = made(rows, related=0.5)
    extra = cost(world, "47-3012.00", "47-1011.00") - cost(world, "47-2031.00", "47-1011.00")
    assert extra >= leadership.OUTSIDE_SUPERVISOR


def test_a_supervisor_follows_the_trade_however_little_their_tasks_share() -> None:
    rows = [("47-2141.00", 2, 0, 60.0), ("47-1011.00", 3, 0, 100.0), ("13-1051.00", 3, 0, 100.0)]
    world = made(rows, related=rules.LEAST_RELATED_WORK / 2)
    assert cost(world, "47-2141.00", "47-1011.00") < np.inf
    assert cost(world, "47-2141.00", "13-1051.00") == np.inf


def test_the_managers_of_a_field_follow_those_who_know_it() -> None:
    rows = [("29-2035.00", 3, 24, 36.0), ("31-1131.00", 3, 0, 24.0), ("13-2011.00", 3, 24, 36.0)]
    occupations, found = made([*rows, ("11-9111.00", 4, 48, 48.0)], related=0.1)
    manager, near = occupations.find("11-9111.00"), leadership.MANAGED + (1 - leadership.MANAGED) * 0.1
    assert found.relatedness[occupations.find("29-2035.00"), manager] == pytest.approx(near)
    assert found.relatedness[occupations.find("31-1131.00"), manager] == pytest.approx(0.1), "too little preparation"
    assert found.relatedness[occupations.find("13-2011.00"), manager] == pytest.approx(0.1), "another field"


def test_who_led_a_crew_may_manage_its_field_whatever_their_preparation() -> None:
    occupations, found = made([("35-1012.00", 2, 0, 12.0), ("11-9051.00", 2, 0, 60.0)], related=0.1)
    near = leadership.MANAGED + (1 - leadership.MANAGED) * 0.1
    assert found.relatedness[occupations.find("35-1012.00"), occupations.find("11-9051.00")] == pytest.approx(near)


def test_to_lead_one_may_go_down_a_zone_but_not_to_clearly_less_preparation() -> None:
    rows = [("33-3021.00", 3, 0, 58.0), ("33-1012.00", 2, 0, 49.0)]
    assert cost(made(rows), "33-3021.00", "33-1012.00") < np.inf
    less = [("33-3021.00", 3, 0, 58.0), ("33-1012.00", 2, 0, 40.0)]
    assert cost(made(less), "33-3021.00", "33-1012.00") == np.inf


def test_of_what_nobody_rated_the_job_zone_decides() -> None:
    rows = [("15-1212.00", 4, 48, 80.0), ("15-1299.04", 4, 48, 40.0), ("15-1299.05", 4, 48, 79.0)]
    assert cost(made(rows), "15-1212.00", "15-1299.04") == np.inf
    unrated = np.full((3, 3), 0.1, dtype=np.float32)
    unrated[1, :] = unrated[:, 1] = np.nan
    assert cost(made(rows, gap=unrated), "15-1212.00", "15-1299.04") < np.inf


def test_a_skipped_zone_counts_by_the_preparation_between() -> None:
    rows = [("43-3061.00", 2, 18, 60), ("13-1023.00", 4, 42, 60)]
    world = made(rows)
    plain = costs.PER_STEP + costs.UNRELATED * 0.2**3 + costs.GAP * 0.1 + (costs.PREPARATION + costs.EDUCATION) * 2
    near = (1 - 0.8) / (1 - costs.ASSISTED)
    expected = plain + costs.OTHER_FIELD + costs.SKIPPED_ZONE * near * 24 / costs.SKIPPED_MONTHS
    assert cost(world, "43-3061.00", "13-1023.00") == pytest.approx(expected, rel=1e-5)


def test_a_doctorate_is_skipped_to_in_full_however_close_the_work() -> None:
    rows = [("29-2052.00", 3, 84 - 48, 12), ("29-1051.00", 5, beginnings.DOCTORAL, 12), ("29-1299.00", 5, 83.9, 12)]
    world = made(rows, related=0.9)
    near = (1 - 0.9) / (1 - costs.ASSISTED)
    extra = cost(world, "29-2052.00", "29-1051.00") - cost(world, "29-2052.00", "29-1299.00")
    assert extra == pytest.approx(costs.SKIPPED_ZONE * (1 - near), abs=0.01)


def test_who_leads_a_crew_skips_no_rung_to_management() -> None:
    rows = [("41-1011.00", 2, 12, 36), ("11-2022.00", 4, 12, 84), ("11-2021.00", 3, 12, 84)]
    world = made(rows)
    assert cost(world, "41-1011.00", "11-2022.00") == pytest.approx(cost(world, "41-1011.00", "11-2021.00"))


def test_laborers_begin_to_help_in_a_trade() -> None:
    occupations, found = made([("47-2061.00", 2, 0, 12), ("47-3013.00", 2, 0, 24)], related=0.1)
    laborers, helpers_ = occupations.find("47-2061.00"), occupations.find("47-3013.00")
    assert found.relatedness[laborers, helpers_] == pytest.approx(helpers.TAUGHT + (1 - helpers.TAUGHT) * 0.1)
    assert found.cost[laborers, helpers_] < np.inf
    assert found.cost[helpers_, laborers] == np.inf


@pytest.mark.parametrize(
    ("does", "helps"),
    [
        ("51-6031.00", "51-9198.00"),
        ("47-5011.00", "47-5071.00"),
        ("35-2011.00", "35-9021.00"),
        ("25-2022.00", "25-9044.00"),
    ],
    ids=["sewing", "drilling", "cooking", "teaching"],
)
def test_who_does_a_work_does_not_go_on_to_help_at_it(does: str, helps: str) -> None:
    world = made([(does, 2, 0, 12), (helps, 2, 0, 12)])
    assert cost(world, does, helps) == np.inf
    assert cost(world, helps, does) < np.inf


@pytest.mark.parametrize("other", ["47-3016.00", "47-2061.00", "49-9098.00"])
def test_helping_elsewhere_is_no_step_up(other: str) -> None:
    world = made([("47-3012.00", 1, 0, 12), (other, 2, 0, 24)])
    assert cost(world, "47-3012.00", other) == np.inf


def test_helping_in_production_is_open_to_those_who_help_elsewhere_and_costs() -> None:
    world = made([("47-3012.00", 1, 0, 12), ("51-9198.00", 2, 0, 24), ("51-9199.00", 2, 0, 24)])
    extra = cost(world, "47-3012.00", "51-9198.00") - cost(world, "47-3012.00", "51-9199.00")
    assert extra == pytest.approx(costs.OTHER_APPRENTICESHIP, rel=1e-5)


def test_a_license_that_a_degree_does_not_give_is_another_profession() -> None:
    rows = [("29-1125.00", 4, 48, 30), ("29-1123.00", 5, 96, 30), ("29-1199.00", 5, 96, 30)]
    world = made(rows)
    extra = cost(world, "29-1125.00", "29-1123.00") - cost(world, "29-1125.00", "29-1199.00")
    assert extra == pytest.approx(costs.OTHER_PROFESSION, rel=1e-5)


def test_what_costs_more_than_two_sound_steps_is_none_unless_it_is_close() -> None:
    rows = [("33-9032.00", 2, 0, 12), ("15-1299.05", 3, 24, 36)]
    for related, gap, taken in ((0.45, 0.4, True), (0.3, 0.9, False), (costs.CLOSE, 1.0, True)):
        world = made(rows, related=related, gap=gap)
        assert (cost(world, "33-9032.00", "15-1299.05") < np.inf) is taken
    assert cost(world, "33-9032.00", "15-1299.05") > costs.DEAREST
