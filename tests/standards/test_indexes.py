"""Indexes kept as files: made once, and anew wherever the release or the method is another."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ontology.errors import NotFoundError
from ontology.store import KnowledgeBase
from standards import indexes
from standards.imports import import_release
from standards.indexes import framework_index
from standards.matching import Index
from standards.method import digest_of, method, method_files

SKILLS = ("Weld pipes", "Read prints", "Bake bread")
Put = Callable[..., None]


@pytest.fixture
def base() -> Iterator[KnowledgeBase]:
    with KnowledgeBase.in_memory() as base:
        yield base


@pytest.fixture
def put(base: KnowledgeBase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Put:
    """What imports a firm's list; indexes of so few skills are kept as well."""
    monkeypatch.setattr(indexes, "LEAST", len(SKILLS))

    def imported(*skills: str) -> None:
        (tmp_path / "acme.csv").write_text("\n".join(["Skill", *skills]), encoding="utf-8")
        import_release(base, "sheet", [tmp_path / "acme.csv"])

    return imported


def kept(folder: Path) -> set[str]:
    return {path.name for path in folder.glob("*.npz")}


def labels(index: Index) -> list[str]:
    return sorted(entry.label for entry in index.entries)


def test_an_index_is_made_once(base: KnowledgeBase, put: Put, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(*SKILLS)
    first = framework_index(base, "acme", tmp_path / "kept")
    monkeypatch.setattr(indexes, "read_framework", lambda *_: pytest.fail("it is read again"))
    again = framework_index(base, "acme", tmp_path / "kept")

    assert len(kept(tmp_path / "kept")) == 1
    assert again.match(["weld pipe"]) == first.match(["weld pipe"])


def test_a_release_imported_anew_has_an_index_of_its_own(base: KnowledgeBase, put: Put, tmp_path: Path) -> None:
    put(*SKILLS)
    framework_index(base, "acme", tmp_path / "kept")
    put(*SKILLS[:2], "Lift loads")

    assert labels(framework_index(base, "acme", tmp_path / "kept")) == ["Lift loads", "Read prints", "Weld pipes"]
    assert len(kept(tmp_path / "kept")) == 2


def test_another_method_has_an_index_of_its_own(
    base: KnowledgeBase, put: Put, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(*SKILLS)
    framework_index(base, "acme", tmp_path / "kept")
    before = kept(tmp_path / "kept")
    monkeypatch.setattr(indexes, "method", lambda: "another")
    framework_index(base, "acme", tmp_path / "kept")

    assert before < kept(tmp_path / "kept")


def test_a_broken_file_is_made_again(base: KnowledgeBase, put: Put, tmp_path: Path) -> None:
    put(*SKILLS)
    framework_index(base, "acme", tmp_path / "kept")
    (file,) = (tmp_path / "kept").glob("*.npz")
    whole = file.read_bytes()
    file.write_bytes(whole[:100])

    assert labels(framework_index(base, "acme", tmp_path / "kept")) == sorted(SKILLS)
    assert len(file.read_bytes()) == len(whole)


def test_nothing_is_kept_of_a_small_framework_without_a_folder_or_where_none_can_be_made(
    base: KnowledgeBase, put: Put, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(*SKILLS)
    (tmp_path / "file").touch()

    assert labels(framework_index(base, "acme")) == sorted(SKILLS)
    assert labels(framework_index(base, "acme", tmp_path / "file" / "kept")) == sorted(SKILLS)
    monkeypatch.setattr(indexes, "LEAST", len(SKILLS) + 1)
    framework_index(base, "acme", tmp_path / "kept")
    assert not (tmp_path / "kept").exists()
    with pytest.raises(NotFoundError):
        framework_index(base, "acme2", tmp_path / "kept")


# --- The method ---


def test_the_method_is_of_all_code_and_data_that_match() -> None:
    names = {f"{path.parent.name}/{path.name}" for path in method_files()}

    assert {"matching/acronyms.csv", "matching/fitted.json", "matching/index.py", "corpora/statements.py"} <= names
    assert {"standards/markup.py", "standards/languages.py", "standards/frameworks.py"} <= names
    assert not any(path.suffix == ".pyc" for path in method_files())
    assert len(method()) == 64


def test_the_digest_changes_with_any_file_its_name_and_any_version(tmp_path: Path) -> None:
    table, code = tmp_path / "a.csv", tmp_path / "a.py"
    table.write_text("short,long\n")
    code.write_text("1")
    first = digest_of([table, code], {"wordllama": "1"})

    assert digest_of([table, code], {"wordllama": "1"}) == first
    others = {first, digest_of([table, code], {"wordllama": "2"}), digest_of([table], {"wordllama": "1"})}
    table.write_text("short,long\nPPE,personal\n")
    others.add(digest_of([table, code], {"wordllama": "1"}))
    others.add(digest_of([table.rename(tmp_path / "b.csv"), code], {"wordllama": "1"}))
    assert len(others) == 5
