from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

import pathways.cache
from ontology.store import KnowledgeBase
from pathways.cache import read_snapshot, snapshot_of, write_snapshot
from pathways.ladders import onward
from pathways.snapshot import Snapshot


def test_a_snapshot_comes_back_as_it_was(plants: Snapshot, tmp_path: Path) -> None:
    write_snapshot(plants, tmp_path)
    again = read_snapshot(tmp_path)
    assert again.occupations == plants.occupations
    np.testing.assert_array_equal(again.steps.cost, plants.steps.cost)
    place = plants.find("Plant Operators")
    assert onward(again, place) == onward(plants, place)


def test_a_kept_snapshot_is_not_computed_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with KnowledgeBase.in_memory() as base:
        first = snapshot_of(base, tmp_path)
        monkeypatch.setattr(Snapshot, "compute", None)
        assert snapshot_of(base, tmp_path).occupations == first.occupations


def test_new_code_drops_the_old_snapshot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with KnowledgeBase.in_memory() as base:
        snapshot_of(base, tmp_path)
        monkeypatch.setattr(pathways.cache, "_code", lambda: "changed")
        snapshot_of(base, tmp_path)
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize("broken", ["snapshot.json", "array"])
def test_a_broken_snapshot_is_computed_again(plant_base: KnowledgeBase, tmp_path: Path, broken: str) -> None:
    first = snapshot_of(plant_base, tmp_path)
    files = list(tmp_path.rglob(broken if broken != "array" else "*.npy"))
    assert files
    for file in files:
        file.write_bytes(file.read_bytes()[:20])
    again = snapshot_of(plant_base, tmp_path)
    assert again.occupations == first.occupations
    np.testing.assert_array_equal(again.steps.cost, first.steps.cost)
    assert snapshot_of(plant_base, tmp_path).occupations == first.occupations


def test_a_folder_that_cannot_be_made_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with KnowledgeBase.in_memory() as base:
        assert len(snapshot_of(base, tmp_path / "file").occupations) == 0
