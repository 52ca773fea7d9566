"""A package whose statements are yet to come: a document alone, as servers hand it out before it is filled."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from ontology.errors import NotFoundError
from ontology.store import KnowledgeBase
from standards.frameworks import read_framework
from standards.imports import import_release
from standards.wire.exporting import WRITERS, export
from tests.standards.wire.case.conftest import DOCUMENT, package

NAME = "case-welding"


@pytest.fixture
def base(tmp_path: Path) -> Iterator[KnowledgeBase]:
    with KnowledgeBase.in_memory() as made:
        (tmp_path / "empty.json").write_text(json.dumps(package()), encoding="utf-8")
        import_release(made, "case", [tmp_path / "empty.json"])
        yield made


@pytest.mark.parametrize("form", WRITERS)
def test_it_is_written_in_every_format(base: KnowledgeBase, form: str) -> None:
    assert export(base, NAME, form)


@pytest.mark.parametrize("kind", ["case", "ctdl", "rsd"])
def test_what_is_written_is_read_as_the_same_framework(base: KnowledgeBase, tmp_path: Path, kind: str) -> None:
    path = tmp_path / "again.json"
    path.write_bytes(export(base, NAME, kind))
    with KnowledgeBase.in_memory() as other:
        release = import_release(other, kind, [path]).release
        assert (release.source, release.about) == (f"{kind}-welding", DOCUMENT["uri"])


def test_nothing_can_be_found_in_it(base: KnowledgeBase) -> None:
    with pytest.raises(NotFoundError, match="'case-welding' has no competencies, so that nothing can be found in it"):
        read_framework(base, NAME)
