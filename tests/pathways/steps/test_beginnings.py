"""Steps on which one begins anew, and what stands for them where programs of study are known."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from ontology.records import Iri, Text
from pathways.ladders.transitions import anew, transition
from pathways.ladders.wording import needs
from pathways.occupations.catalog import OccupationEntry, Occupations
from pathways.occupations.preparation import Preparation
from pathways.records.ladder import Direction
from pathways.snapshot import Snapshot
from pathways.steps import beginnings, care, costs, helpers, judging, rules
from pathways.steps.costs import Steps, steps
from pathways.steps.programs import Programs
from pathways.steps.shared import KNOWLEDGE, PROGRAMS, Shared


def between(
    start: str, end: str, *, related: float = 0.6, degree: float = 0, training: float = 0, shared: Shared | None = None
) -> Steps:
    """Return the steps between two occupations of job zone 3 that ask for the same."""
    entries = (
        OccupationEntry(iri=Iri(f"http://x/{code}"), code=code, label=Text(value=code), zone=3) for code in (start, end)
    )
    school, taught, done = (np.full(2, months, dtype=np.float32) for months in (degree, training, 24))
    near = np.array([[0, related], [related, 0]], dtype=np.float32)
    ready = Preparation(school, done, taught, school)
    return steps(Occupations.of(entries), ready, near, near, np.full((2, 2), 0.1, dtype=np.float32), shared)


def sharing(programs: float, knowledge: float = 0.5) -> Shared:
    return Shared(np.full((2, 2), knowledge, dtype=np.float32), np.full((2, 2), programs, dtype=np.float32))


def test_engineers_of_one_discipline_are_none_of_another() -> None:
    apart = between("17-2041.00", "17-2151.00", degree=48, shared=sharing(0.0))
    assert apart.another_degree[0, 1]
    assert apart.cost[0, 1] == np.inf
    some = between("17-2041.00", "17-2151.00", degree=48, shared=sharing(0.1))
    many = between("17-2041.00", "17-2151.00", degree=48, shared=sharing(0.25))
    assert some.another_degree[0, 1]
    assert not many.another_degree[0, 1]
    nearer = costs.SHARED * PROGRAMS * 0.15
    less = costs.UNRELATED * ((0.4 - nearer) ** 3 - 0.4**3)
    assert many.cost[0, 1] - some.cost[0, 1] == pytest.approx(less - costs.NEW_SUBJECT, abs=1e-3)


def test_where_no_subject_is_asked_for_none_is_another() -> None:
    assert not between("27-1024.00", "27-4032.00", degree=48, shared=sharing(0.0)).another_degree.any()


def test_a_license_without_a_degree_asks_for_no_subject_of_its_own() -> None:
    apart = sharing(0.0)
    assert not between("13-2041.00", "13-2072.00", degree=48, shared=apart).another_degree[0, 1], "loan officers"
    assert between("13-2041.00", "21-1022.00", degree=48, shared=apart).another_degree[0, 1], "social workers"


def test_knowledge_stands_in_for_programs_that_are_unknown() -> None:
    alike, unlike = (
        between("17-2041.00", "17-2151.00", degree=48, shared=sharing(np.nan, knowledge)).another_degree[0, 1]
        for knowledge in (0.9, 0.7)
    )
    assert (alike, unlike) == (False, True)


def test_a_bachelors_degree_comes_before_a_doctors() -> None:
    found = Occupations.of(
        OccupationEntry(iri=Iri(f"http://x/{c}"), code=c, label=Text(value=c), zone=z)
        for c, z in (("23-1011.00", 5), ("23-2011.00", 3))
    )
    school, other = np.array([108, 24], dtype=np.float32), np.full(2, 12, dtype=np.float32)
    gap, taken = np.full((2, 2), 0.1, dtype=np.float32), []
    for related in (beginnings.ASSISTANTS - 0.01, beginnings.ASSISTANTS):
        near = np.array([[0, related], [related, 0]], dtype=np.float32)
        found_steps = steps(found, Preparation(school, other, other, school), near, near, gap)
        taken.append(bool(np.isfinite(found_steps.cost[1, 0])))
    assert taken == [False, True]


def test_less_speaks_for_a_step_to_what_is_not_rated() -> None:
    related = rules.LEAST_SUPPORTED_UNRATED - 0.01
    knowledge = np.array([[1, np.nan], [np.nan, 1]], dtype=np.float32)
    unrated = Shared(knowledge, np.full((2, 2), np.nan, dtype=np.float32))
    assert between("43-2011.00", "41-3041.00", related=related, shared=unrated).cost[0, 1] == np.inf
    assert between("43-2011.00", "41-3041.00", related=related + 0.02, shared=unrated).cost[0, 1] < np.inf
    assert between("43-2011.00", "41-3041.00", related=related).cost[0, 1] < np.inf, "nothing is rated"


def test_a_degree_of_which_one_knows_nothing_is_begun_from_close_work() -> None:
    entries = [("27-1014.00", 4), ("39-5091.00", 3)]
    found = Occupations.of(
        OccupationEntry(iri=Iri(f"http://x/{c}"), code=c, label=Text(value=c), zone=z) for c, z in entries
    )
    school, other = np.array([48, 9], dtype=np.float32), np.full(2, 12, dtype=np.float32)
    gap = np.full((2, 2), 0.1, dtype=np.float32)
    costs_of = {}
    for knowledge, related in ((0.39, 0.59), (0.4, 0.59), (0.39, 0.6)):
        near = np.array([[0, related], [related, 0]], dtype=np.float32)
        ready = Preparation(school, other, other, school)
        costs_of[knowledge, related] = steps(found, ready, near, near, gap, sharing(0.0, knowledge)).cost[1, 0]
    assert [np.isfinite(cost) for cost in costs_of.values()] == [False, True, True]


def test_a_trade_is_begun_anew_after_another_unless_it_is_close() -> None:
    far, close = (between("47-2031.00", "47-2152.00", related=r, training=36) for r in (0.6, beginnings.NEIGHBORING))
    assert far.another_apprenticeship[0, 1]
    assert not close.another_apprenticeship[0, 1]
    assert not between("47-2031.00", "47-2152.00", training=beginnings.SERVED - 1).another_apprenticeship.any()


def test_little_in_common_is_no_step_however_alike_the_work() -> None:
    related = rules.LEAST_SUPPORTED + 0.02
    usual, poor = (between("43-2011.00", "41-3041.00", related=related, shared=sharing(0.1, k)) for k in (0.5, 0.3))
    assert usual.cost[0, 1] < np.inf
    assert usual.support[0, 1] - poor.support[0, 1] == pytest.approx(KNOWLEDGE * 0.2, abs=1e-6)
    assert poor.cost[0, 1] == np.inf


def test_who_helps_learns_the_trade_and_no_other_and_who_has_learned_one_helps_in_none() -> None:
    learns = between("49-3023.00", "49-9098.00", related=0.2, training=helpers.LEARNED_AT_WORK)
    assert learns.relatedness[1, 0] == pytest.approx(helpers.TAUGHT + (1 - helpers.TAUGHT) * 0.2)
    assert between("49-3023.00", "49-9098.00", training=12).cost[0, 1] == np.inf


def test_who_judges_a_work_has_done_it() -> None:
    near = between("47-2031.00", "47-4011.00", related=judging.LEAST_ALIKE)
    assert near.relatedness[0, 1] == pytest.approx(judging.JUDGED + (1 - judging.JUDGED) * judging.LEAST_ALIKE)
    assert near.cost[0, 1] < np.inf
    assert between("49-3011.00", "53-6051.00", related=judging.LEAST_ALIKE - 0.02).cost[0, 1] == np.inf
    whole = between("47-2031.00", "47-4011.00", related=judging.LEAST_ALIKE - 0.02)
    assert whole.cost[0, 1] < np.inf, "a construction craft that takes as long"


def test_who_is_licensed_to_care_does_not_go_on_to_less() -> None:
    assert between("29-2061.00", "31-9092.00").cost[0, 1] == np.inf
    assert between("29-2061.00", "31-9092.00", related=care.CLOSE_WORK).cost[0, 1] < np.inf


def test_a_new_beginning_is_said_with_its_subject(plants: Snapshot) -> None:
    start, end = plants.find("Plant Helpers"), plants.find("Plant Mechanics")
    always, never = np.ones_like(plants.steps.another_degree), np.zeros_like(plants.steps.another_degree)
    groups = tuple(("14.19",) if place == end else () for place in range(len(plants.occupations)))
    degree = replace(
        plants,
        steps=replace(plants.steps, another_degree=always, another_apprenticeship=never),
        programs=Programs(groups, {"14.19": "Mechanical Engineering."}),
    )
    step = transition(degree, start, end)
    assert step.preparation.anew == "another degree (Mechanical Engineering)"
    assert step.direction is Direction.BRIDGE
    assert step.preparation.anew in needs(step)
    trade = replace(plants, steps=replace(plants.steps, another_degree=never, another_apprenticeship=always))
    assert anew(trade, start, end) == "another apprenticeship"
    assert anew(plants, start, end) == ""


@pytest.mark.parametrize(
    ("pay", "degree", "related", "barred"),
    [
        ((76_000, 66_000), (9, 48), 0.6, True),  # 13% less
        ((76_000, 69_000), (9, 48), 0.6, False),  # 9% less
        ((76_000, 66_000), (9, 48), 0.75, False),
        ((76_000, 66_000), (9, 24), 0.6, False),  # 15 months of school
        ((76_000, np.nan), (9, 48), 0.6, False),
    ],
)
def test_nobody_studies_for_years_to_be_paid_less(
    pay: tuple[float, float], degree: tuple[float, float], related: float, *, barred: bool
) -> None:
    entries = (
        OccupationEntry(iri=Iri(f"http://x/{code}"), code=code, label=Text(value=code), zone=3)
        for code in ("33-3051.00", "21-1092.00")
    )
    school, same = np.array(degree, dtype=np.float32), np.full(2, 6, dtype=np.float32)
    near = np.array([[0, related], [related, 0]], dtype=np.float32)
    gaps = np.full((2, 2), 0.1, dtype=np.float32)
    paid = np.array(pay, dtype=np.float32)
    found = steps(Occupations.of(entries), Preparation(school, same, same, school), near, near, gaps, paid=paid)

    assert bool(found.bars[0, 1] & rules.Bar.LESS_PAID) is barred
    assert not found.bars[1, 0] & rules.Bar.LESS_PAID
