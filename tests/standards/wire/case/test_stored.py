"""Packages through the knowledge base and back: nothing is lost on the way, and the competencies can be asked for."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ontology.store import KnowledgeBase
from standards.frameworks import read_framework
from standards.imports import import_release
from standards.wire.case.stored import stored_package
from standards.wire.case.writing import write_package
from tests.standards.wire.comparing import Fate, fates, table

if TYPE_CHECKING:
    from tests.standards.wire.case.conftest import Read


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
