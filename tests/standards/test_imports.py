"""Importing: every source has its reader, and what is stored says which files it came from."""

from pathlib import Path

import pytest

from ontology.errors import NotFoundError
from ontology.store import KnowledgeBase
from standards.imports import SOURCES, import_release, reader_of

OCCUPATIONS = "O*NET-SOC Code\tTitle\tDescription\n11-1011.00\t{title}\tx\n"


def release(folder: Path, title: str = "Chiefs") -> Path:
    folder.mkdir()
    (folder / "Occupation Data.txt").write_text(OCCUPATIONS.format(title=title))
    (folder / "Job Zones.txt").write_text("O*NET-SOC Code\tJob Zone\n11-1011.00\t5\n")
    return folder


@pytest.mark.parametrize("source", SOURCES)
def test_every_source_has_a_reader(source: str) -> None:
    assert callable(reader_of(source))


def test_an_unknown_source_is_answered_with_those_there_are() -> None:
    with KnowledgeBase.in_memory() as base, pytest.raises(NotFoundError, match=r"no source 'x'; there are onet, esco"):
        import_release(base, "x", [])


def test_the_same_files_are_read_once_and_changed_ones_again(tmp_path: Path) -> None:
    first, changed = release(tmp_path / "db_29_3"), release(tmp_path / "new_29_3", "Heads")
    with KnowledgeBase.in_memory() as base:
        assert not import_release(base, "onet", [first]).again
        assert import_release(base, "onet", [first]).again
        assert not import_release(base, "onet", [first], version="29.4").again
        assert not import_release(base, "onet", [changed]).again
        assert [r.version for r in base.releases()] == ["29.3", "29.4"]


def test_releases_with_a_file_in_common_describe_it_each(tmp_path: Path) -> None:
    old, new = release(tmp_path / "db_29_2"), release(tmp_path / "db_29_3", "Heads")
    with KnowledgeBase.in_memory() as base:
        stored = [import_release(base, "onet", [path]).release for path in (old, new)]
        zones = [base.files(found)[0] for found in stored]

    assert [(file.name, file.rows, file.kept) for file in zones] == [("Job Zones.txt", 1, 1)] * 2
    assert zones[0].sha256 == zones[1].sha256
    assert zones[0].iri != zones[1].iri
