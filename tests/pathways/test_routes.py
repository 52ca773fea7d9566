from __future__ import annotations

import numpy as np
import pytest

from pathways.routes import MOST_ROUTES, cost, reachable, routes
from pathways.snapshot import Snapshot


def test_routes_differ_and_the_cheapest_comes_first(plants: Snapshot) -> None:
    ways = routes(plants, plants.find("Plant Helpers"), plants.find("Plant Managers"))
    assert 1 <= len(ways) <= MOST_ROUTES
    assert len(set(ways)) == len(ways)
    assert [cost(plants, way) for way in ways] == sorted(cost(plants, way) for way in ways)


def test_cost_adds_up_the_steps(plants: Snapshot) -> None:
    way = routes(plants, plants.find("Plant Helpers"), plants.find("Plant Managers"))[0]
    singly = sum(cost(plants, way[at : at + 2]) for at in range(len(way) - 1))
    assert cost(plants, way) == pytest.approx(singly)


def test_no_way_leads_down(plants: Snapshot) -> None:
    assert routes(plants, plants.find("Plant Managers"), plants.find("Plant Helpers")) == []


def test_asking_twice_leaves_the_roads_as_they_were(plants: Snapshot) -> None:
    before = plants.roads.data.copy()
    routes(plants, plants.find("Plant Helpers"), plants.find("Plant Managers"))
    np.testing.assert_array_equal(plants.roads.data, before)


def test_reachable_counts_from_the_start(plants: Snapshot) -> None:
    start = plants.find("Plant Operators")
    assert reachable(plants, start)[start] == 0
