"""Definitions come with what stands below them, by their hierarchy codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from api.ims.provider import Provider
from ontology.store import KnowledgeBase
from standards.imports import import_release
from tests.api.ims.conftest import Json
from tests.standards.wire.case.conftest import item, package, resource, uuid

CODES = {10: "1", 11: "1.2", 12: "1.20", 13: "1.2.3", 14: "1.2-a", 15: "2", 16: ""}
"""Hierarchy codes of concepts, by their numbers."""


@pytest.fixture(params=["CFConcepts", "CFSubjects", "CFItemTypes"])
def kind(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


@pytest.mark.parametrize(
    ("asked", "found"),
    [(10, [10, 11, 14, 13, 12]), (11, [11, 14, 13]), (12, [12]), (13, [13]), (15, [15]), (16, [16])],
)
def test_the_one_that_is_asked_for_is_first(kind: str, asked: int, found: list[int], tmp_path: Path) -> None:
    listed = [resource(kind, n, title=str(n), description="", hierarchyCode=code) for n, code in CODES.items()]
    said: Json = package(item(2), CFDefinitions={kind: listed})
    (tmp_path / "package.json").write_text(json.dumps(said))
    with KnowledgeBase.in_memory() as base:
        import_release(base, "case", [tmp_path / "package.json"])
        answer = json.loads(Provider(base).with_below(kind, uuid(asked)))
    assert [one["identifier"] for one in answer[kind]] == [uuid(number) for number in found]
