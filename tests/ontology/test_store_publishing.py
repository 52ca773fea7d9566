"""What is published never changes, and who moved it on is kept."""

from pathlib import Path

import pytest

from ontology.errors import InputError, WriteError
from ontology.records import Iri, PublicationStatus
from ontology.store import KnowledgeBase
from tests.ontology.stored import Full, base, change, concept, file, folder, labels, lines, release, standing

__all__ = ["base", "folder"]
"""Fixtures of others."""


def test_a_published_version_never_changes_whoever_tries(base: KnowledgeBase) -> None:
    for status in (PublicationStatus.PUBLISHED, PublicationStatus.WITHDRAWN):
        stored = base.replace(standing(status.word, status), [], lines("agreed"))

        with pytest.raises(InputError, match=f"power@{status.word}: what is published cannot be replaced"):
            base.replace(release(status.word, "power"), [], lines("other"))
        with pytest.raises(InputError, match=f"power@{status.word}: what is published cannot be amended"):
            base.amend(stored, [concept(1)])
        with pytest.raises(InputError, match=r"cannot be removed.*standard withdraw"):
            base.remove([stored])

        assert labels(base, f"power@{status.word}") == ["agreed"]


def test_the_working_copy_is_current_and_without_one_the_version_in_force(base: KnowledgeBase) -> None:
    base.replace(standing("1.0", PublicationStatus.PUBLISHED), [], lines("one"))
    base.replace(standing("2.0", PublicationStatus.WITHDRAWN), [], lines("two"))
    assert [one.name for one in base.current()] == ["power@1.0"]

    base.replace(standing("draft", PublicationStatus.DRAFT), [], lines("draft"))
    assert base.release("power").name == "power@draft"
    assert base.release("power@2.0").name == "power@2.0"


def test_who_moved_a_standard_on_is_kept_and_its_graph_stays(base: KnowledgeBase) -> None:
    stored = base.replace(standing("draft", PublicationStatus.DRAFT), [file("a.txt")], lines("one"))

    moved = base.move(stored, change(PublicationStatus.RATIFIED, day=2))
    base.move(moved, change(PublicationStatus.REVIEW, day=1))

    found = base.release("power")
    assert found.stands is PublicationStatus.REVIEW
    assert found == stored.model_copy(update={"status": Iri(PublicationStatus.REVIEW)})
    assert labels(base, "power") == ["one"]
    assert [one.moved_to for one in base.changes("http://localhost:8000/id/framework/power")] == [
        PublicationStatus.REVIEW,
        PublicationStatus.RATIFIED,
    ]
    assert base.changes("http://localhost:8000/id/framework/other") == []


def test_what_cannot_be_written_moves_nothing_on(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with KnowledgeBase.open(folder, write=True) as base:
        stored = base.release("onet")
        monkeypatch.setattr(base, "_store", Full(base._store))
        with pytest.raises(WriteError, match="could not be written"):
            base.move(stored, change(PublicationStatus.REVIEW))
        assert base.release("onet").stands is None
