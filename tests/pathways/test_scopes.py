"""Scopes: a partnership has its word in its own ladder and in no other."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ontology.errors import NotFoundError, StoreError
from ontology.part import Part
from ontology.store import KnowledgeBase
from pathways.ladders import sector
from pathways.scopes import Scopes
from standards.imports import import_release

TITLES = {"47-2111.00": "Electricians", "51-8013.00": "Power Plant Operators", "29-1141.00": "Registered Nurses"}
PANEL = "power-generation"


@pytest.fixture
def base(project: Path) -> Iterator[KnowledgeBase]:
    with KnowledgeBase.in_memory() as base:
        import_release(base, "partnership", [project / "examples/power-generation"])
        yield base


@pytest.fixture
def both(base: KnowledgeBase, tmp_path: Path) -> KnowledgeBase:
    """Return a knowledge base with a small national release beside the partnership."""
    folder = tmp_path / "onet"
    folder.mkdir()
    rows = [f"{code}\t{title}\tx" for code, title in TITLES.items()]
    (folder / "Occupation Data.txt").write_text("\n".join(["O*NET-SOC Code\tTitle\tDescription", *rows]) + "\n")
    import_release(base, "onet", [folder], "29.3")
    return base


def test_where_nothing_is_national_the_partnership_is_all_there_is(base: KnowledgeBase) -> None:
    scopes = Scopes(base)

    assert len(list(scopes)) == 1
    assert scopes.of(PANEL) is scopes.national
    assert len(scopes.national.occupations) == 18


def test_other_ladders_know_nothing_of_a_partnership(both: KnowledgeBase) -> None:
    national = Scopes(both).national

    assert [o.label.value for o in national.occupations] == [
        "Registered Nurses",
        "Electricians",
        "Power Plant Operators",
    ]
    assert not any(o.entry or o.license or o.education for o in national.occupations)
    assert national.requirements == ()
    assert [source.name for source in national.sources] == ["onet@29.3"]


def test_a_partnership_has_its_word_in_its_own_ladder(both: KnowledgeBase) -> None:
    scopes = Scopes(both)
    ladder = sector(scopes.of_sector(PANEL), PANEL)

    assert [found.slug for found in scopes.sectors] == [PANEL]
    assert scopes.of_sector(PANEL) is scopes.of(PANEL)
    assert len(ladder.rungs) > 10
    assert any(gain.source.startswith(PANEL) for step in ladder.steps for gain in step.gains)


def test_what_only_a_partnership_knows_is_found_there(both: KnowledgeBase) -> None:
    scopes = Scopes(both)

    assert scopes.of_occupations("Registered Nurses") is scopes.national
    assert scopes.of_occupations("11-3051.06") is scopes.of(PANEL)
    assert scopes.of_occupations("47-2111.00", "11-3051.06") is scopes.of(PANEL)
    assert scopes.of_occupations("Astronauts") is scopes.national


def test_an_unknown_sector_is_named_with_those_there_are(both: KnowledgeBase) -> None:
    with pytest.raises(NotFoundError, match=PANEL):
        Scopes(both).of_sector("fishing")


def test_each_scope_is_kept_on_disk_and_changes_by_itself(both: KnowledgeBase, tmp_path: Path) -> None:
    kept = tmp_path / "snapshots"
    first = list(Scopes(both, kept))
    names = {folder.name: {child.name for child in folder.iterdir()} for folder in kept.iterdir()}
    again = list(Scopes(both, kept))

    assert names.keys() == {"national", PANEL}
    assert len(first) == len(again) == 2
    assert names == {folder.name: {child.name for child in folder.iterdir()} for folder in kept.iterdir()}


def test_what_was_kept_of_a_partnership_goes_with_it(both: KnowledgeBase, tmp_path: Path) -> None:
    kept = tmp_path / "snapshots"
    _ = Scopes(both, kept).sectors
    Scopes(both, kept).tidy()
    before = {folder.name for folder in kept.iterdir()}
    both.remove([release for release in both.releases() if release.source == PANEL])
    Scopes(both, kept).tidy()
    Scopes(both).tidy()

    assert before == {"national", PANEL}
    assert {folder.name for folder in kept.iterdir()} == {"national"}


def test_a_part_is_only_read(both: KnowledgeBase) -> None:
    part = Part(both, lambda release: release.source == "onet")

    assert [release.source for release in part.current()] == ["onet"]
    with pytest.raises(StoreError, match=r"onet 29\.3 cannot be changed in a part"):
        part.remove(part.releases())
    with pytest.raises(StoreError, match=r"onet 29\.3 cannot be changed in a part"):
        part.replace(part.releases()[0], [], [])
    part.close()
    assert len(both.releases()) == 2
