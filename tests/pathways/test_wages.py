from __future__ import annotations

import pytest

from ontology.errors import NotFoundError
from pathways.snapshot import Snapshot
from pathways.transitions import wage_change
from pathways.wages import find_region


def test_pay_is_that_of_the_six_digit_occupation(plants: Snapshot) -> None:
    region = find_region(plants.regions, "")
    assert region is not None
    wage = region.wage(plants.find("Plant Operators"))
    assert wage is not None
    assert (wage.median, wage.low, wage.high) == (40_000, 28_000, 60_000)
    assert (wage.region, wage.period, wage.source) == ("National", "May 2025", "oews@May 2025")


def test_pay_that_is_not_published_is_none(plants: Snapshot) -> None:
    region = find_region(plants.regions, "National")
    assert region is not None
    assert region.wage(plants.find("Bakers")) is None
    assert wage_change(region, plants.find("Plant Operators"), plants.find("Bakers")) is None


def test_wage_change_is_a_fraction_of_the_lower_rung(plants: Snapshot) -> None:
    region = find_region(plants.regions, "0000000")
    assert wage_change(region, plants.find("Plant Operators"), plants.find("Senior Plant Operators")) == 0.25


def test_an_unknown_region_is_said(plants: Snapshot) -> None:
    with pytest.raises(NotFoundError, match="Atlantis"):
        find_region(plants.regions, "Atlantis")


def test_without_any_pay_there_is_no_region() -> None:
    assert find_region((), "") is None
