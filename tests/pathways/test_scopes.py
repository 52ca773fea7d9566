"""Scopes: a partnership has its word in its own ladder and in no other."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import sleep

import pytest

from ontology.errors import NotFoundError, StoreError
from ontology.store import KnowledgeBase
from pathways import scopes as scopes_module
from pathways.computing import compute_snapshot
from pathways.ladders.building import sector
from pathways.scopes import Scopes
from pathways.snapshot import Snapshot
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


def kept_in(folder: Path) -> set[str]:
    """Return the folders of the scopes that are kept."""
    return {str(text.parents[1].relative_to(folder)) for text in folder.rglob("snapshot.json")}


def test_each_scope_is_kept_on_disk_and_changes_by_itself(both: KnowledgeBase, tmp_path: Path) -> None:
    kept = tmp_path / "snapshots"
    first = list(Scopes(both, kept))
    before = {text: text.stat().st_mtime_ns for text in kept.rglob("snapshot.json")}
    again = list(Scopes(both, kept))

    assert kept_in(kept) == {"national", f"partnerships/{PANEL}"}
    assert len(first) == len(again) == 2
    assert before == {text: text.stat().st_mtime_ns for text in kept.rglob("snapshot.json")}


def test_of_a_partnership_without_occupations_nothing_is_prepared(both: KnowledgeBase, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    (folder / "firms").mkdir(parents=True)
    (folder / "partnership.toml").write_text(
        'name = "Harbor"\nslug = "harbor"\n[[organizations]]\nslug = "tug-co"\nname = "Tug Co"\nrole = "firm"\n'
        '[files.firms]\ntug-co = "firms/tug.csv"\n'
    )
    (folder / "firms/tug.csv").write_text("Job,SOC code,Skill\nElectrician,47-2111.00,Wire a panel\n")
    import_release(both, "partnership", [folder])
    Scopes(both, tmp_path / "kept").prepare()

    assert kept_in(tmp_path / "kept") == {"national", f"partnerships/{PANEL}"}


def test_a_partnership_may_be_called_national(both: KnowledgeBase, tmp_path: Path) -> None:
    """Its snapshot and the national one once threw each other away."""
    (panel,) = (release for release in both.releases() if release.source == PANEL)
    triples = list(both.graph(panel).serialize(format="nt").encode().splitlines(keepends=True))
    both.remove([panel])
    both.replace(panel.model_copy(update={"source": "national"}), [], triples)
    Scopes(both, tmp_path).prepare()
    Scopes(both, tmp_path).tidy()

    assert kept_in(tmp_path) == {"national", "partnerships/national"}
    assert Scopes(both, tmp_path).of("national") is not Scopes(both, tmp_path).national


def test_what_was_kept_of_a_partnership_goes_with_it(both: KnowledgeBase, tmp_path: Path) -> None:
    kept = tmp_path / "snapshots"
    Scopes(both, kept).prepare()
    (kept / PANEL).mkdir()  # as it was called before
    Scopes(both, kept).tidy()
    before = kept_in(kept)
    both.remove([release for release in both.releases() if release.source == PANEL])
    Scopes(both, kept).tidy()
    Scopes(both).tidy()

    assert before == {"national", f"partnerships/{PANEL}"}
    assert kept_in(kept) == {"national"}
    assert not (kept / PANEL).exists()


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return how many occupations each snapshot has that is made."""
    sizes: list[int] = []

    def make(base: KnowledgeBase, _: Path | None) -> Snapshot:
        snapshot = compute_snapshot(base)
        sizes.append(len(snapshot.occupations))
        sleep(0.05)
        return snapshot

    monkeypatch.setattr(scopes_module, "snapshot_of", make)
    return sizes


def test_the_sectors_are_read_without_a_snapshot(both: KnowledgeBase, made: list[int]) -> None:
    scopes = Scopes(both)
    (found,) = scopes.sectors

    assert made == []
    assert found in scopes.of(PANEL).sectors


def test_no_partnership_is_asked_what_the_nation_knows(both: KnowledgeBase, made: list[int]) -> None:
    scopes = Scopes(both)
    scopes.of_occupations("Registered Nurses", "47-2111.00")
    scopes.of_occupations("Astronauts")

    assert made == [len(TITLES)]


def test_two_threads_make_one_snapshot(both: KnowledgeBase, made: list[int]) -> None:
    scopes = Scopes(both)
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _: scopes.national, range(4)))

    assert made == [len(TITLES)]
    assert all(snapshot is found[0] for snapshot in found)


def test_a_part_is_only_read(both: KnowledgeBase) -> None:
    part = both.part(lambda release: release.source == "onet")

    assert [release.source for release in part.current()] == ["onet"]
    with pytest.raises(StoreError, match=r"onet 29\.3 cannot be changed in a part"):
        part.remove(part.releases())
    with pytest.raises(StoreError, match=r"onet 29\.3 cannot be changed in a part"):
        part.replace(part.releases()[0], [], [])
    part.close()
    assert [release.source for release in both.releases() if not release.part_of] == ["onet", PANEL]
