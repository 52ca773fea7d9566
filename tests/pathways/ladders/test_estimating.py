"""Pay and jobs by which rungs are chosen where a region publishes none."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from pathways.ladders.climbs import climbing
from pathways.ladders.estimating import estimated, unpublished
from pathways.ladders.further import jobs_estimated
from pathways.occupations.pay_table import PayTable
from pathways.occupations.wages import Region, find_region
from pathways.snapshot import Snapshot


def regions_of(plants: Snapshot) -> tuple[Region, Region]:
    """Return a nation that publishes all, and a city that pays twice as much and leaves the first occupation out."""
    found = find_region(plants.regions, "")
    assert found is not None
    size = len(plants.occupations)
    pay = np.repeat(np.arange(1, size + 1, dtype=np.float32)[:, None] * 10_000, 3, axis=1)
    plain = np.zeros(size, dtype=bool)
    nation = replace(found, code="0000000", yearly=pay, employment=pay[:, 1] * 10, grouped=plain)
    left_out = np.arange(size) == 0
    city = Region(
        "0000001",
        "Toledo, OH",
        "May 2025",
        "oews",
        np.where(left_out[:, None], np.nan, pay * 2),
        np.where(left_out, np.nan, pay[:, 1]),
        plain,
    )
    return nation, city


@pytest.fixture
def there(plants: Snapshot) -> tuple[Snapshot, Region]:
    nation, city = regions_of(plants)
    return replace(plants, pay=PayTable.of((nation, city))), city


def test_what_is_not_published_is_the_nations_at_the_level_of_the_region(there: tuple[Snapshot, Region]) -> None:
    snapshot, city = there
    filled = estimated(snapshot, city)
    assert filled is not None
    assert filled.yearly[0].tolist() == pytest.approx([20_000] * 3)
    assert filled.employment[0] == pytest.approx(10_000)
    assert filled.yearly[1:].tolist() == city.yearly[1:].tolist()


def test_without_a_region_nothing_is_estimated(plants: Snapshot) -> None:
    assert estimated(plants, None) is None
    assert not unpublished(plants, [0], None)


def test_it_is_told_whose_jobs_are_estimated(there: tuple[Snapshot, Region]) -> None:
    snapshot, city = there
    assert unpublished(snapshot, [0, 1], city) == [0]
    (note,) = jobs_estimated(snapshot, [0, 1], city)
    assert note.startswith(f"Toledo, OH publishes no number of jobs of {snapshot.occupations[0].label}:")


def test_unknown_pay_makes_no_step_cheaper_than_the_estimate(there: tuple[Snapshot, Region]) -> None:
    snapshot, city = there
    everyone = range(len(snapshot.occupations))
    into = climbing(snapshot, everyone, [0], estimated(snapshot, city))
    assert (into >= climbing(snapshot, everyone, [0], city)).all()
