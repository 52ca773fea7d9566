"""Packages through the knowledge base and back: nothing is lost on the way, and the competencies can be asked for."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from ontology.identifiers import Identifiers
from ontology.store import KnowledgeBase
from standards.archives import ArchivedFile
from standards.frameworks import read_framework
from standards.imports import import_release
from standards.wire.case.reading import read_package
from standards.wire.case.stored import stored_package
from standards.wire.case.writing import write_package
from tests.standards.wire.comparing import Fate, fates, table

if TYPE_CHECKING:
    from tests.standards.wire.case.conftest import Read

Json = Any


def test_every_package_comes_out_of_the_knowledge_base_as_it_went_in(packages: list[Path], read: Read) -> None:
    for path in packages:
        with KnowledgeBase.in_memory() as base:
            source = import_release(base, "case", [path]).release.source
            stored = write_package(stored_package(base, source))
        direct = write_package(read(path.read_bytes())[0])

        found = table(fates(json.loads(json.dumps(direct)), json.loads(json.dumps(stored))))
        assert {fate for counted in found.values() for fate in counted} <= {Fate.KEPT, Fate.FORM, Fate.REORDERED}, (
            path.name
        )
        assert {at for at, counted in found.items() if Fate.FORM in counted} <= set(MOMENTS), path.name


def lists(said: Json, at: str = "") -> Iterator[tuple[str, list[str]]]:
    """Yield the lists of texts and of links within a document, with their places."""
    for name, value in said.items() if isinstance(said, dict) else enumerate(said):
        place = f"{at}/{name}"
        if isinstance(value, list) and not any(isinstance(one, dict) and "lastChangeDateTime" in one for one in value):
            yield place, list(map(json.dumps, value))
        elif isinstance(value, dict | list):
            yield from lists(value, place)


def test_the_values_of_a_field_keep_their_order_and_their_number(tmp_path: Path, packages: list[Path]) -> None:
    said = json.loads(next(path for path in packages if path.stem == "AdoptedTestFramework").read_bytes())
    values = {"subject": ["Zoology", "Art", "Art"], "educationLevel": ["10", "09", "KG"], "conceptKeywords": ["b", "a"]}
    said["CFItems"][0] |= values
    said["CFDocument"]["subject"] = ["Welding", "Art"]
    (tmp_path / "package.json").write_text(json.dumps(said), encoding="utf-8")
    for path in (tmp_path / "package.json", *packages):
        with KnowledgeBase.in_memory() as base:
            source = import_release(base, "case", [path]).release.source
            stored = write_package(stored_package(base, source))
        package, _ = read_package(ArchivedFile(path.name, "", path.read_bytes), Identifiers())
        assert dict(lists(stored)) == dict(lists(write_package(package))), path.name
        if path.parent == tmp_path:
            changed = next(one for one in stored["CFItems"] if one["uri"] == said["CFItems"][0]["uri"])
            assert {name: changed[name] for name in values} == values


MOMENTS = [
    f"{place}/lastChangeDateTime"
    for place in (
        "/CFDocument",
        "/CFItems[]",
        "/CFAssociations[]",
        *(f"/CFDefinitions/{name}[]" for name in ("CFSubjects", "CFItemTypes")),
        "/CFRubrics[]",
        "/CFRubrics[]/CFRubricCriteria[]",
        "/CFRubrics[]/CFRubricCriteria[]/CFRubricCriterionLevels[]",
    )
]
"""Moments come out as the same moments, in another spelling."""


def test_the_statements_of_a_package_are_a_framework(data: Path, packages: list[Path]) -> None:
    path = data / "wire/case/packages/Ordering.json"
    assert path in packages
    with KnowledgeBase.in_memory() as base:
        source = import_release(base, "case", [path]).release.source
        entries = read_framework(base, source)

    assert source == "case-act-holistic-framework-math"
    assert len(entries) == 28
    assert {entry.label for entry in entries} >= {"Geometry and Measurement"}


@pytest.mark.parametrize("name", ["Utf8TestFramework", "opencase_round_trip_baseline"])
def test_a_package_that_is_imported_again_changes_nothing(data: Path, packages: list[Path], name: str) -> None:
    path = data / f"wire/case/packages/{name}.json"
    assert path in packages
    with KnowledgeBase.in_memory() as base:
        first, second = (import_release(base, "case", [path]) for _ in range(2))
    assert (first.again, second.again) == (False, True)
