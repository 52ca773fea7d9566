"""An index as a file."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from ontology.errors import UnreadableError
from standards.matching import Entry, Index, load_index, save_index, saved

MakeEntry = Callable[..., Entry]


def test_a_saved_index_finds_the_same(index: Index, tmp_path: Path) -> None:
    statements = ["weld", "lock and tag", "dial indicators"]
    save_index(index, tmp_path / "index.npz")
    save_index(index, tmp_path / "again.npz")

    assert load_index(tmp_path / "index.npz").match(statements) == index.match(statements)
    assert (tmp_path / "index.npz").read_bytes() == (tmp_path / "again.npz").read_bytes()
    assert [path.name for path in sorted(tmp_path.iterdir())] == ["again.npz", "index.npz"]


def test_a_broken_saved_index_is_named(index: Index, tmp_path: Path) -> None:
    path = tmp_path / "index.npz"
    save_index(index, path)
    path.write_bytes(path.read_bytes()[:-100])

    with pytest.raises(UnreadableError, match=r"index\.npz"):
        load_index(path)
    with pytest.raises(UnreadableError):
        load_index(tmp_path / "none.npz")


def test_an_empty_framework_is_saved_too(tmp_path: Path) -> None:
    save_index(Index.of([]), tmp_path / "index.npz")

    assert load_index(tmp_path / "index.npz").match(["weld"]) == [()]


def test_labels_in_any_letters_come_back(entry: MakeEntry, tmp_path: Path) -> None:
    index = Index.of([entry("1", "溶接 “Schweißen”\n\x00"), entry("2", "…")])
    save_index(index, tmp_path / "index.npz")
    again = load_index(tmp_path / "index.npz")

    assert again.entries == index.entries
    assert again.labels.texts == index.labels.texts


def test_a_file_of_another_form_is_refused(index: Index, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as older:
        older.setattr(saved, "FORM", saved.FORM - 1)
        save_index(index, tmp_path / "index.npz")

    with pytest.raises(UnreadableError, match=rf"it has form {saved.FORM - 1}, not {saved.FORM}.*delete it"):
        load_index(tmp_path / "index.npz")


@pytest.mark.parametrize("missing", ["axes", "order", "entries", "words.data", "phrases.starts", "form"])
def test_a_file_that_lacks_something_is_refused(index: Index, tmp_path: Path, missing: str) -> None:
    path = tmp_path / "index.npz"
    save_index(index, path)
    with np.load(path) as stored:
        others = {name: stored[name] for name in stored.files if name != missing}
    np.savez(path, **others)

    with pytest.raises(UnreadableError, match=missing):
        load_index(path)
