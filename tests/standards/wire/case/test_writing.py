"""Packages out: strictly as the official schema has them, from whatever they were made."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft201909Validator
from jsonschema.protocols import Validator

from ontology.records import Competency, Framework, Iri, Moment, Text
from ontology.store import KnowledgeBase
from standards.imports import import_release
from standards.wire.case.meeting import Owner, packaged
from standards.wire.case.stored import stored_package
from standards.wire.case.writing import write_package
from standards.wire.uuids import uuid_of
from tests.standards.wire.case.conftest import WHEN, item, package

if TYPE_CHECKING:
    from standards.wire.uuids import uuid_of
from tests.standards.wire.case.conftest import Read


@pytest.fixture
def schema(data: Path, needs: Callable[[Path], Path]) -> Validator:
    """The official schema of a package."""
    path = needs(data / "wire/case/schemas/case-1.1-cfpackage.schema.json")
    return Draft201909Validator(json.loads(path.read_bytes()))


@pytest.fixture(scope="module")
def example(project: Path) -> dict[str, object]:
    """The example's draft standard as a package."""
    with KnowledgeBase.in_memory() as base:
        import_release(base, "partnership", [project / "examples/power-generation"])
        return write_package(stored_package(base, "power-generation"))


def test_the_schema_finds_what_is_wrong(schema: Validator, read: Read) -> None:
    right = write_package(read(package(item(2)))[0])
    assert schema.is_valid(right)
    assert not schema.is_valid(right | {"CFItems": [{"fullStatement": "Weld"}]})


def test_what_other_servers_wrote_is_written_as_the_schema_says(
    packages: list[Path], schema: Validator, read: Read
) -> None:
    for path in packages:
        written = write_package(read(path.read_bytes())[0])
        assert [error.message for error in schema.iter_errors(written)] == [], path.name
    assert len(packages) == 10


def test_a_standard_of_ones_own_is_written_as_the_schema_says(example: dict[str, object], schema: Validator) -> None:
    assert [error.message for error in schema.iter_errors(example)] == []


def test_a_standard_of_ones_own_is_read_again_without_a_finding(example: dict[str, object], read: Read) -> None:
    found, report = read(example)

    assert list(report) == []
    assert write_package(found) == example
    assert (len(found.items), len(found.associations)) == (74, 74)
    by_code = {one.coding_scheme: one for one in found.items}
    assert str(by_code["PG-COM-01"].abbreviated_statement) == "Clear Work Communication"


def test_further_names_are_carried_in_an_extension() -> None:
    names = (Text(value="Weld"), Text(value="Soldar", language="es"))
    framework = Framework(iri=Iri("http://x/f"), label=Text(value="Welding"))
    competency = Competency(iri=Iri("http://x/1"), label=Text(value="Weld pipes"), alt_labels=names)
    written = write_package(packaged(framework, [competency], Owner("Mill College", Moment(WHEN))))

    (found,) = written["CFItems"]
    assert found["alternativeLabel"] == "Weld"
    assert found["extensions"] == {"skos:altLabel": [{"@value": "Soldar", "@language": "es"}]}


def test_the_identifier_of_what_has_none_follows_from_its_address() -> None:
    # uuid5 of RFC 4122: SHA-1 of the namespace for addresses and the address.
    assert uuid_of("http://www.example.com/") == "fcde3c85-2270-590f-9e7c-ee003d65e0e2"


def test_the_same_package_is_written_the_same_however_it_was_ordered(read: Read) -> None:
    one, two = item(2), item(3, "Grind")
    assert write_package(read(package(one, two))[0]) == write_package(read(package(two, one))[0])
