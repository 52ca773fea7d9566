from __future__ import annotations

import numpy as np

from pathways.ladders.transitions import evidence
from pathways.relatedness.opinions import fused
from pathways.snapshot import Snapshot


def test_a_view_without_any_data_is_left_out(plants: Snapshot) -> None:
    names = [opinion.name for opinion in plants.opinions]
    assert "requirements of onet@1" in names
    assert "titles" in names
    assert "tasks" not in names


def test_every_view_says_where_it_comes_from(plants: Snapshot) -> None:
    held = {source.name for source in plants.sources}
    assert {name for opinion in plants.opinions for name in opinion.source.split(", ")} <= held


def test_what_a_view_does_not_know_it_does_not_rank(plants: Snapshot) -> None:
    seen = next(opinion for opinion in plants.opinions if opinion.name == "descriptions")
    assert seen.known.all()
    start, end = plants.find("Plant Operators"), plants.find("Bakers")
    assert {e.view for e in evidence(plants, start, end)} == {opinion.name for opinion in plants.opinions}


def test_without_views_nothing_is_related() -> None:
    assert not np.any(fused([], 3))
