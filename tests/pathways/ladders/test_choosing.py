"""Which occupations of a large sector are drawn."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from pathways.ladders.building import sector
from pathways.ladders.choosing import chosen, employed, set_apart
from pathways.ladders.climbs import sector_steps
from pathways.occupations.sectors import Sector
from pathways.occupations.wages import Region, find_region
from pathways.snapshot import Snapshot


@pytest.fixture
def nation(plants: Snapshot) -> Region:
    """Return the nation, in which the more people work in an occupation the later it stands."""
    region = find_region(plants.regions, "")
    assert region is not None
    return replace(region, employment=np.arange(1, len(plants.occupations) + 1, dtype=np.float32) * 1000)


def everyone(snapshot: Snapshot) -> Sector:
    return Sector("all", "All", tuple(range(len(snapshot.occupations))))


def test_a_small_sector_is_drawn_whole(plants: Snapshot) -> None:
    whole = everyone(plants)
    assert chosen(plants, whole, None) == [p for p in whole.members if plants.occupations[p].zone]


@pytest.mark.parametrize("most", [2, 3, 4])
def test_of_more_no_rung_stands_apart(plants: Snapshot, nation: Region, most: int) -> None:
    picked = chosen(plants, everyone(plants), nation, most)
    met = {end for pair in sector_steps(plants, picked, nation) for end in pair}
    assert 2 <= len(picked) <= most
    assert met == {*picked}


def test_more_people_bring_an_occupation_in(plants: Snapshot, nation: Region) -> None:
    whole, operators = everyone(plants), plants.find("Plant Operators")
    many = nation.employment.copy()
    many[operators] = 1e9
    assert operators in chosen(plants, whole, replace(nation, employment=many), 3)


def test_who_has_no_step_is_set_apart(plants: Snapshot) -> None:
    bakers = plants.find("Bakers")
    assert set_apart(plants, [bakers], None) == [bakers]


def test_without_a_region_nobody_is_counted(plants: Snapshot, nation: Region) -> None:
    assert not employed(plants, None).any()
    assert employed(plants, nation).tolist() == nation.employment.tolist()


def test_a_ladder_names_what_it_does_not_draw(plants: Snapshot) -> None:
    whole = sector(plants, "plants")
    part = sector(plants, "plants", most=3)
    assert not whole.further
    assert "rungs=3" in part.iri
    assert len(part.rungs) + len(part.further) == len(whole.rungs)
    assert any("not drawn" in note for note in part.notes)
    assert {aside.label.value for aside in part.further} == {r.label.value for r in whole.rungs} - {
        r.label.value for r in part.rungs
    }
