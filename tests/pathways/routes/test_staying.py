"""What a way brings beside staying where one is."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from pathways.occupations.pay_table import PayTable
from pathways.routes import compare
from pathways.routes.forms import to_markdown
from pathways.routes.rows import rows
from pathways.snapshot import Snapshot


def test_ten_years_of_each_way_stand_beside_those_of_staying(plants: Snapshot) -> None:
    start = plants.find("Plant Helpers")
    found = compare(plants, start, plants.find("Plant Managers"))

    assert found.staying
    assert found.staying.value == plants.regional(plants.regions[0]).yearly[start, 1]
    for route in found.routes:
        average = route.totals.average_pay
        assert average
        assert route.totals.against_staying == pytest.approx(10 * (average.value - found.staying.value))
    said = next(row for row in rows(found) if row.name == "If you stay instead")
    assert all("in ten years" in cell for cell in said.cells)
    assert "If you stay instead" in to_markdown(found)


def test_where_the_pay_of_the_start_is_not_known_nothing_is_said_of_staying(plants: Snapshot) -> None:
    start, goal = plants.find("Plant Helpers"), plants.find("Plant Managers")
    regions = []
    for region in plants.regions:
        yearly = region.yearly.copy()
        yearly[start] = np.nan
        regions.append(replace(region, yearly=yearly))
    found = compare(replace(plants, pay=PayTable.of(tuple(regions))), start, goal)

    assert found.staying is None
    assert all(route.totals.against_staying is None for route in found.routes)
    assert not any(row.name == "If you stay instead" for row in rows(found))
