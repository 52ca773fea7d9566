"""Lists taken in: judged together, stored together, and kept by the partnerships that have them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from api.example import import_example
from ontology.errors import InputError, RefusedError
from ontology.store import KnowledgeBase
from standards.firm_lists import firm_lists
from standards.harmonizing import read_list
from standards.harmonizing.intake import take_in, take_in_all

PLANT = "Skill\nPrepares the capital and operating budget\nWeld boiler tubes\n"


@pytest.fixture
def base() -> Iterator[KnowledgeBase]:
    with KnowledgeBase.in_memory() as opened:
        yield opened


def written(folder: Path, name: str, content: str) -> Path:
    path = folder / name
    path.write_text(content, encoding="utf-8")
    return path


def test_an_empty_list_is_refused_before_it_is_stored_and_a_good_one_comes_after(
    base: KnowledgeBase, tmp_path: Path
) -> None:
    with pytest.raises(InputError):
        take_in(base, "plant", written(tmp_path, "empty.csv", "Skill\n"))
    assert base.releases() == []
    take_in(base, "plant", written(tmp_path, "plant.csv", PLANT))
    assert len(read_list(base, "plant").sayings) == 2


def test_a_list_takes_the_place_of_quite_another_one_of_the_firm(base: KnowledgeBase, tmp_path: Path) -> None:
    take_in(base, "plant", written(tmp_path, "old.csv", "Skill\nClimb towers\nSplice fiber\n"))
    take_in(base, "plant", written(tmp_path, "new.csv", PLANT))
    assert {saying.words for saying in read_list(base, "plant").sayings} == set(PLANT.splitlines()[1:])


def test_where_one_list_is_wrong_none_is_stored_and_all_is_told(base: KnowledgeBase, tmp_path: Path) -> None:
    wrong = {name: written(tmp_path, f"{name}.csv", "Skill,SOC code\nWeld,a welder\n") for name in ("bad", "worse")}
    with pytest.raises(RefusedError) as refused:
        take_in_all(base, {"plant": written(tmp_path, "plant.csv", PLANT), **wrong})
    assert {finding.file for finding in refused.value.report} == {"bad.csv", "worse.csv"}
    assert base.releases() == []


def test_the_same_file_again_is_told_and_changes_nothing(base: KnowledgeBase, tmp_path: Path) -> None:
    path = written(tmp_path, "plant.csv", PLANT)
    take_in(base, "plant", path)
    before = base.releases()
    assert [finding.code for finding in take_in(base, "plant", path)] == ["already-imported"]
    assert base.releases() == before


def test_a_document_that_replaces_a_list_stays_with_the_partnership(data: Path) -> None:
    with KnowledgeBase.in_memory() as base:
        import_example(base)
        before = {release.source for release in firm_lists(base, "power-generation")}
        take_in(base, "tamarack-pud", data / "wire/rsd/skills-v3.json")
        assert {release.source for release in firm_lists(base, "power-generation")} == before
        assert len(read_list(base, "tamarack-pud").sayings) >= 50
