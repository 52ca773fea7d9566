from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

import pathways.cache
from ontology.records import Course, Iri, Occupation, Record, Release, Text
from ontology.store import KnowledgeBase
from pathways.cache import read_snapshot, snapshot_of, write_snapshot
from pathways.ladders.building import onward
from pathways.occupations.pay_table import PayTable
from pathways.snapshot import Snapshot
from tests.pathways.conftest import wages

Add = Callable[[KnowledgeBase, str, list[Record]], Release]


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
        monkeypatch.setattr(pathways.cache, "compute_snapshot", None)
        assert snapshot_of(base, tmp_path).occupations == first.occupations


def test_what_does_not_feed_a_snapshot_does_not_drop_it(
    plant_base: KnowledgeBase, add: Add, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = snapshot_of(plant_base, tmp_path)
    monkeypatch.setattr(pathways.cache, "compute_snapshot", None)
    weld = first.requirements[0].competencies[0]
    add(plant_base, "esco", [Occupation(iri=Iri("http://x/1"), label=Text(value="welder"), notation="7212")])
    add(plant_base, "program", [Course(iri=Iri("http://x/c"), label=Text(value="Welding"), teaches=(Iri(weld),))])
    again = snapshot_of(plant_base, tmp_path)
    assert again.occupations == first.occupations
    assert weld in again.teaching.taught_by
    assert [source.name for source in again.sources] == ["esco@1", "onet@1", "program@1"]


def test_what_feeds_a_snapshot_drops_it(plant_base: KnowledgeBase, add: Add, tmp_path: Path) -> None:
    assert not snapshot_of(plant_base, tmp_path).regions
    add(plant_base, "oews", wages())
    assert snapshot_of(plant_base, tmp_path).regions


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


def test_what_is_no_snapshot_stays_in_the_folder(tmp_path: Path) -> None:
    (tmp_path / "store").mkdir()
    (tmp_path / "staging-killed").mkdir()
    with KnowledgeBase.in_memory() as base:
        snapshot_of(base, tmp_path)
    assert (tmp_path / "store").is_dir()
    assert not (tmp_path / "staging-killed").exists()


def test_a_folder_that_cannot_be_made_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with KnowledgeBase.in_memory() as base:
        assert len(snapshot_of(base, tmp_path / "file").occupations) == 0


def test_the_pay_of_many_regions_takes_three_files(plants: Snapshot, tmp_path: Path) -> None:
    nation = plants.regions[0]
    many = [replace(nation, code=str(code), yearly=nation.yearly + code) for code in range(50)]
    found = replace(plants, pay=PayTable.of(many))
    write_snapshot(plants, tmp_path)
    before = len(list(tmp_path.iterdir()))
    (tmp_path / "many").mkdir()
    write_snapshot(found, tmp_path / "many")
    assert len(list((tmp_path / "many").iterdir())) == before
    again = read_snapshot(tmp_path / "many").regions
    assert [region.code for region in again] == [region.code for region in many]
    np.testing.assert_array_equal(again[7].yearly, many[7].yearly)
    assert again[7].wage(plants.find("Bakers")) is None


def test_no_regions_come_back_as_none(plants: Snapshot, tmp_path: Path) -> None:
    write_snapshot(replace(plants, pay=PayTable.of([])), tmp_path)
    assert read_snapshot(tmp_path).regions == ()
