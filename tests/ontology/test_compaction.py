"""What no release points to any more gives its space back: deleted where it is small, else by a store written anew."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import pyoxigraph as ox
import pytest

import ontology.compaction
import ontology.named_graphs
from ontology.compaction import FORMER, FRESH, STORE, compact, has_store
from ontology.errors import BusyError, WriteError
from ontology.namespaces import SKOS
from ontology.records import Iri, Release, Text
from ontology.store import KnowledgeBase

SMALL = 20


def release(source: str) -> Release:
    return Release(
        iri=Iri("http://ignored/"),
        source=source,
        version="1",
        title=Text(value=source),
        imported=datetime(2025, 1, 1, tzinfo=UTC),
        tool="test",
    )


def labeled(names: Iterable[str]) -> list[bytes]:
    return ["".join(f'<http://x/{name}> <{SKOS.prefLabel}> "{name}"@en .\n' for name in names).encode()]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A knowledge base out of which a release too large to be deleted was taken; a small one stayed."""
    monkeypatch.setattr(ontology.named_graphs, "SWEEP_SIZE", SMALL)
    with KnowledgeBase.open(tmp_path / "kb", write=True) as base:
        base.replace(release("small"), [], labeled(["a", "b", "ö"]))
        large = base.replace(release("large"), [], labeled(str(n) for n in range(2 * SMALL)))
        base.remove([large])
    return tmp_path / "kb"


def names(folder: Path) -> list[str]:
    with KnowledgeBase.open(folder) as base:
        return sorted(label for _, label in base.pairs(base.release("small"), SKOS.prefLabel))


def graphs(folder: Path) -> list[str]:
    return sorted(graph.value for graph in ox.Store.read_only(str(folder / STORE)).named_graphs())


def test_a_large_release_is_forgotten_at_once_and_its_space_given_back_later(folder: Path) -> None:
    assert len(graphs(folder)) == 2
    assert names(folder) == ["a", "b", "ö"]

    assert compact(folder)

    assert graphs(folder) == ["http://localhost:8000/graph/small/1"]
    assert names(folder) == ["a", "b", "ö"]
    assert sorted(path.name for path in folder.iterdir()) == ["lock", STORE]
    assert not compact(folder)


def test_next_to_much_that_is_kept_what_is_left_over_is_deleted(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ontology.compaction, "DEAR", 0)
    monkeypatch.setattr(ontology.compaction, "_write", None)

    assert compact(folder)
    assert graphs(folder) == ["http://localhost:8000/graph/small/1"]
    assert names(folder) == ["a", "b", "ö"]


@pytest.mark.parametrize("done", ["dumped", "moved"])
def test_who_is_killed_on_the_way_loses_nothing(folder: Path, done: str) -> None:
    (folder / FRESH).mkdir()
    (folder / FRESH / "half").write_text("written")
    if done == "moved":
        (folder / STORE).rename(folder / FORMER)

    assert names(folder) == ["a", "b", "ö"]
    assert compact(folder)
    assert names(folder) == ["a", "b", "ö"]
    assert sorted(path.name for path in folder.iterdir()) == ["lock", STORE]


def test_a_full_disk_leaves_the_store_as_it_was(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        message = "No space left on device"
        raise OSError(message)

    monkeypatch.setattr(ontology.compaction, "_copy", full)

    with pytest.raises(WriteError, match=r"still taken: No space left on device.*next import"):
        compact(folder)
    assert names(folder) == ["a", "b", "ö"]
    assert not (folder / FRESH).exists()


def test_nobody_is_disturbed_who_reads(folder: Path) -> None:
    with KnowledgeBase.open(folder), pytest.raises(BusyError):
        compact(folder)


def test_where_there_is_no_store_there_is_nothing_to_give_back(tmp_path: Path) -> None:
    assert not has_store(tmp_path)
    assert not compact(tmp_path)
