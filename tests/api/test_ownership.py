from pathlib import Path

import pytest

from api.ownership import CollisionError, check_owners


def test_another_owner_of_a_package_stops_the_command_with_both_names() -> None:
    with pytest.raises(
        CollisionError, match=r"'pathways' belongs to two distributions here, 'ladderworks' and 'paths'"
    ):
        check_owners({"api": ["ladderworks"], "pathways": ["ladderworks", "paths"]})


def test_an_editable_installation_owns_no_package() -> None:
    check_owners({"numpy": ["numpy"]})


def test_this_environment_has_no_collision() -> None:
    check_owners()


@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("RECORD", "bin/paths,,\npathways/__init__.py,sha256=0,9\n"),
        ("RECORD", "pathways.py,,\n"),
        ("top_level.txt", "paths\npathways\n"),
    ],
)
def test_another_owner_is_found_among_what_is_installed(
    file: str, content: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "paths-1.0.dist-info"
    folder.mkdir()
    (folder / "METADATA").write_text("Metadata-Version: 2.1\nName: paths\nVersion: 1.0\n")
    (folder / file).write_text(content)
    monkeypatch.syspath_prepend(tmp_path)

    with pytest.raises(CollisionError, match="'ladderworks' and 'paths'"):
        check_owners()


def test_a_package_of_another_name_is_no_collision(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "paths-1.0.dist-info"
    folder.mkdir()
    (folder / "METADATA").write_text("Metadata-Version: 2.1\nName: paths\nVersion: 1.0\n")
    (folder / "RECORD").write_text("pathways_other/__init__.py,,\npaths/api/__init__.py,,\npathways.pyc,,\n")
    monkeypatch.syspath_prepend(tmp_path)

    check_owners()
