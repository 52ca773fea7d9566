from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from pathways.ladders.best_ways import (
    FINER,
    JOINED,
    JOINT,
    WAYS,
    _finer,
    _joined,
    best_ways,
    different,
)
from pathways.ladders.search import Search, cost, reachable, tolled
from pathways.ladders.sound import FAR, FARTHER, is_far, is_set_back, keeps_its_trade, sound_roads
from pathways.occupations.catalog import Occupations
from pathways.occupations.preparation import Preparation
from pathways.occupations.wages import find_region
from pathways.snapshot import Snapshot


def test_routes_differ_and_the_cheapest_comes_first(plants: Snapshot) -> None:
    start, goal = plants.find("Plant Helpers"), plants.find("Plant Managers")
    ways = best_ways(plants, start, goal)
    roads = tolled(plants, start, goal, None)
    assert 1 <= len(ways) <= WAYS + WAYS // FINER + WAYS // JOINED
    assert len(set(ways)) == len(ways)
    assert [cost(roads, way) for way in ways] == sorted(cost(roads, way) for way in ways)


def test_cost_adds_up_the_steps(plants: Snapshot) -> None:
    way = best_ways(plants, plants.find("Plant Helpers"), plants.find("Plant Managers"))[0]
    assert len(way) > 2
    assert cost(plants.roads, way) == pytest.approx(sum(plants.steps.cost[a, b] for a, b in pairwise(way)), rel=1e-5)


def test_a_way_around_lower_pay_comes_first(plants: Snapshot) -> None:
    start, goal = plants.find("Plant Helpers"), plants.find("Plant Managers")
    nation = find_region(plants.regions, "")
    assert nation is not None
    through = best_ways(plants, start, goal, nation)[0][1]
    poor = nation.yearly.copy()
    poor[through, 1] = 10_000
    assert through not in best_ways(plants, start, goal, replace(nation, yearly=poor))[0]


def world(plants: Snapshot, prices: dict[tuple[int, int], float]) -> Snapshot:
    """Return the small world with only these roads, where everyone is equally close to everyone, and equally high."""
    cost_ = np.full_like(plants.steps.cost, np.inf)
    for (a, b), price in prices.items():
        cost_[a, b] = price
    none = np.zeros(8, dtype=np.float32)
    return replace(
        plants,
        occupations=Occupations(tuple(entry.model_copy(update={"zone": 0}) for entry in plants.occupations)),
        preparation=Preparation(none, none, none, none),
        relatedness=np.full_like(cost_, 0.5),
        steps=replace(plants.steps, relatedness=np.full_like(cost_, 0.5), cost=cost_, support=np.full_like(cost_, 0.5)),
    )


@pytest.mark.parametrize(
    ("second", "offered"),
    [
        ({(0, 2): 1.1, (2, 7): 1.2}, True),
        ({(0, 2): 1.8, (2, 7): 1.8}, True),
        ({(0, 2): 1.9, (2, 7): 1.9}, False),  # dearer by more than a large step
        ({(0, 2): 0.1, (2, 7): 2.5}, False),  # one step steeper than any of the best way
        ({(0, 2): 0.55, (2, 3): 0.55, (3, 4): 0.55, (4, 7): 0.55}, True),
        ({(0, 2): 0.45, (2, 3): 0.45, (3, 4): 0.45, (4, 5): 0.45, (5, 7): 0.45}, False),  # three steps longer
    ],
    ids=["as good", "dearer", "dear", "steep", "longer", "far longer"],
)
def test_a_second_way_is_offered_where_one_might_choose_it(
    plants: Snapshot, second: dict[tuple[int, int], float], offered: bool
) -> None:
    found = world(plants, {(0, 1): 1.0, (1, 7): 1.0} | second)
    assert best_ways(found, 0, 7)[0] == (0, 1, 7)
    assert len(best_ways(found, 0, 7)) == 1 + offered


def test_a_step_that_two_smaller_ones_make_is_taken_in_two_besides(plants: Snapshot) -> None:
    found = world(plants, {(0, 1): 0.5, (1, 7): 1.0, (1, 2): 0.6, (2, 7): 0.7})
    assert best_ways(found, 0, 7) == [(0, 1, 7), (0, 1, 2, 7)]


@pytest.mark.parametrize(
    "halves",
    [{(1, 2): 0.2, (2, 7): 0.97}, {(1, 2): 0.8, (2, 7): 0.8}],
    ids=["one as large as the whole", "dear together"],
)
def test_a_step_is_not_halved_for_nothing(plants: Snapshot, halves: dict[tuple[int, int], float]) -> None:
    through = {(0, 1): 0.5, (1, 7): 1.0, (0, 3): 0.1, (3, 4): 0.1, (4, 1): 0.1}
    found = world(plants, through | halves)
    search = Search.between(tolled(found, 0, 7, None), 0, 7)
    assert _finer(found, search, [(0, 1, 7)]) == []


def test_at_most_so_many_ways_and_each_through_a_rung_of_its_own(plants: Snapshot) -> None:
    found = world(plants, {pair: 1.0 for via in range(1, 7) for pair in ((0, via), (via, 7))})
    ways = best_ways(found, 0, 7, most=4)
    assert len(ways) == 4
    assert len({way[1] for way in ways}) == 4


def test_rungs_of_two_ways_are_joined_where_that_is_no_detour(plants: Snapshot) -> None:
    apart = {(0, 1): 0.5, (1, 7): 1.0, (0, 2): 1.0, (2, 7): 0.5}
    joined = world(plants, apart | {(1, 2): 0.3})
    assert (0, 1, 2, 7) in best_ways(joined, 0, 7)
    dear = world(plants, apart | {(1, 2): 2.0})
    assert (0, 1, 2, 7) not in best_ways(dear, 0, 7)


def test_rungs_are_joined_in_one_direction_by_a_small_step(plants: Snapshot) -> None:
    apart = {(0, 1): 0.5, (1, 7): 1.0, (0, 2): 1.0, (2, 7): 0.5}
    found = world(plants, apart | {(1, 2): 0.3, (2, 1): 0.3})
    search = Search.between(tolled(found, 0, 7, None), 0, 7)
    assert _joined(search, [(0, 1, 7), (0, 2, 7)]) == [(0, 1, 2, 7)]
    large = world(plants, apart | {(1, 2): JOINT + 0.1})
    assert _joined(Search.between(tolled(large, 0, 7, None), 0, 7), [(0, 1, 7), (0, 2, 7)]) == []


def test_joining_brings_no_rung_that_is_not_drawn(plants: Snapshot) -> None:
    found = world(plants, {(0, 1): 0.5, (1, 7): 1.0, (0, 2): 1.0, (2, 7): 0.5, (1, 3): 0.2, (3, 2): 0.2})
    search = Search.between(tolled(found, 0, 7, None), 0, 7)
    assert _joined(search, [(0, 1, 7), (0, 2, 7)]) == []


def test_of_two_ways_as_good_the_one_unlike_those_before_comes_first(plants: Snapshot) -> None:
    found = world(plants, {(0, 1): 0.9, (1, 7): 0.9} | {pair: 1.0 for via in (2, 3) for pair in ((0, via), (via, 7))})
    related = np.zeros_like(found.relatedness)
    related[1, 2] = related[2, 1] = 0.9
    search = Search.between(tolled(found, 0, 7, None), 0, 7)
    assert different(replace(found, relatedness=related), search, WAYS) == [(0, 1, 7), (0, 3, 7), (0, 2, 7)]


def test_no_way_leads_down(plants: Snapshot) -> None:
    assert best_ways(plants, plants.find("Plant Managers"), plants.find("Plant Helpers")) == []


def test_asking_twice_leaves_the_roads_as_they_were(plants: Snapshot) -> None:
    before = plants.roads.data.copy()
    best_ways(plants, plants.find("Plant Helpers"), plants.find("Plant Managers"))
    np.testing.assert_array_equal(plants.roads.data, before)


def test_reachable_counts_from_the_start(plants: Snapshot) -> None:
    start = plants.find("Plant Operators")
    assert reachable(plants, start)[start] == 0


def test_no_way_begins_by_stepping_back_for_nothing(plants: Snapshot) -> None:
    helpers, operators, mechanics = (
        plants.find(title) for title in ("Plant Helpers", "Plant Operators", "Plant Mechanics")
    )
    less = np.zeros_like(plants.steps.asks_less)
    less[helpers, operators] = True
    world = replace(plants, steps=replace(plants.steps, asks_less=less))
    assert is_set_back(world, helpers, operators, mechanics)
    assert not is_set_back(world, helpers, mechanics, operators)


def test_a_further_way_goes_around_a_step_that_begins_anew(plants: Snapshot) -> None:
    found = world(plants, {(0, 7): 1.0, (0, 2): 0.5, (0, 1): 0.6, (1, 2): 0.6, (2, 7): 0.9})
    anew = np.zeros_like(found.steps.another_degree)
    anew[0, 2] = True
    again = replace(found, steps=replace(found.steps, another_apprenticeship=anew))
    assert (0, 1, 2, 7) in best_ways(again, 0, 7)
    search = Search.between(tolled(again, 0, 7, None), 0, 7)
    assert search.way(2) == (0, 2, 7)
    assert search.over(sound_roads(again, search)).way(2) == (0, 1, 2, 7)


def test_nobody_begins_anew_where_the_best_way_does_not(plants: Snapshot) -> None:
    found = world(plants, {(0, 1): 1.0, (1, 7): 1.0, (0, 2): 1.1, (2, 7): 1.1})
    anew = np.zeros_like(found.steps.another_degree)
    anew[0, 2] = True
    again = replace(found, steps=replace(found.steps, another_apprenticeship=anew))
    assert best_ways(again, 0, 7) == [(0, 1, 7)]
    anew[0, 1] = True
    assert best_ways(again, 0, 7) == [(0, 1, 7), (0, 2, 7)]
    search = Search.between(tolled(again, 0, 7, None), 0, 7)
    assert keeps_its_trade(again, search, (0, 2, 7))


def test_rungs_are_no_more_than_can_be_read(plants: Snapshot, monkeypatch: pytest.MonkeyPatch) -> None:
    ends = {(0, 1): 1.0, (1, 7): 1.0}
    found = world(plants, ends | {(0, 2): 0.55, (2, 3): 0.55, (3, 7): 1.1, (0, 4): 1.2, (4, 7): 1.2})
    assert best_ways(found, 0, 7)[1:] == [(0, 2, 3, 7), (0, 4, 7)]
    monkeypatch.setattr("pathways.ladders.best_ways.WAYS", 2)
    assert best_ways(found, 0, 7, most=2) == [(0, 1, 7), (0, 4, 7)]  # the other would bring two rungs more


@pytest.mark.parametrize(
    ("price", "higher", "supported", "far"),
    [
        (FAR - 0.1, 0, 0.4, False),
        (FAR + 0.1, 2, 0.5, False),
        (FAR + 0.1, 1, 0.5, True),  # not high enough
        (FAR + 0.1, 2, 0.4, True),  # not sure enough
        (FARTHER + 0.1, 3, 0.6, True),
        (np.inf, 3, 0.6, True),
    ],
)
def test_a_goal_high_above_may_be_farther(
    plants: Snapshot, price: float, higher: int, supported: float, far: bool
) -> None:
    found = world(plants, {(0, 7): price})
    entries = [entry.model_copy(update={"zone": 2}) for entry in found.occupations]
    entries[7] = entries[7].model_copy(update={"zone": 2 + higher - int(plants.ranks[7] - plants.ranks[0])})
    steps = replace(found.steps, support=np.full_like(found.steps.support, supported))
    high = replace(found, occupations=Occupations(tuple(entries)), steps=steps)
    search = Search.between(tolled(found, 0, 7, None), 0, 7)
    assert is_far(high, search) is far
