"""Frameworks in OpenSALT's spreadsheets: the workbook and the table of items say the same framework."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from jsonschema import Draft201909Validator

from ontology.errors import RefusedError
from ontology.identifiers import Identifiers
from ontology.report import Report, Severity
from standards.archives import ArchivedFile
from standards.wire.case.package import Package
from standards.wire.case.reading import read_package
from standards.wire.case.writing import write_package
from standards.wire.uuids import uuid_of

COMMON_CORE = "650f0210-885d-11e7-9dec-34a3dbda4b5a"


@pytest.fixture
def sample(data: Path, needs: Callable[[Path], Path]) -> Callable[[str], Package]:
    """What reads a spreadsheet of the Common Core as a package; nothing in it is worth a finding."""

    def run(name: str) -> Package:
        path = needs(data / "wire/case/packages" / name)
        package, report = read_package(ArchivedFile(name, "", path.read_bytes), Identifiers())
        assert {one.code for one in report} <= {"blank"}
        return package

    return run


def table(text: str) -> tuple[Package, Report]:
    return read_package(ArchivedFile("welding.csv", "", text.encode), Identifiers())


def parents(package: Package) -> dict[str, str]:
    """Return the identifiers of what stands above each item; that of the document is empty."""
    identified = {one.iri: one.identifier for one in package.items}
    return {identified[one.origin]: identified.get(one.destination, "") for one in package.associations}


def test_a_workbook_is_read_as_a_package(sample: Callable[[str], Package], data: Path) -> None:
    package = sample("ccsso_ela.xlsx")
    by_code = {item.coding_scheme: item for item in package.items}
    first = by_code["L.1.4"]

    assert (package.document.identifier, package.document.creator) == (COMMON_CORE, "CCSSO")
    assert (len(package.items), len(package.associations)) == (1189, 1189)
    assert (first.education_levels, str(first.item_type), first.language) == (("01",), "Standard", "en")
    schema = json.loads((data / "wire/case/schemas/case-1.1-cfpackage.schema.json").read_bytes())
    assert Draft201909Validator(schema).is_valid(write_package(package))


def test_smart_levels_say_the_hierarchy_that_the_associations_say(sample: Callable[[str], Package]) -> None:
    workbook, items = sample("ccsso_ela.xlsx"), sample("ccsso_ela_item.csv")

    assert parents(items) == parents(workbook)
    assert sum(not above for above in parents(items).values()) == 12
    places = {one.sequence for one in items.associations}
    assert {1, 2, 3} <= places
    assert {one.iri for one in items.items} == {one.iri for one in workbook.items}


def test_a_table_of_ones_own_needs_statements_and_moments() -> None:
    package, report = table(
        "Human Coding Scheme,Full Statement,Is Child Of,Last Change Date Time\n"
        "W,Weld,,2026-01-31 09:00:00\n"
        "W.1,Weld pipes,W,2026-01-31 09:00:00\n"
    )
    assert [(one.code, one.column) for one in report] == [("blank", "creator")]
    weld, pipes = package.items
    assert parents(package) == {weld.identifier: "", pipes.identifier: weld.identifier}
    assert package.document.title.value == "welding"


def test_findings_name_row_and_column() -> None:
    with pytest.raises(RefusedError) as refused:
        table("identifier,fullStatement,lastChangeDateTime\n,Weld,2026-01-31 09:00:00\n,,2026-01-31 09:00:00\n")
    (missing,) = (one for one in refused.value.report if one.code == "missing")
    assert (missing.row, missing.column, missing.path) == (3, "fullStatement", "")


def test_a_table_without_statements_is_refused() -> None:
    with pytest.raises(RefusedError, match="no column is called fullStatement"):
        table("Skill,Level\nWeld,3\n")


def refused(text: str) -> list[tuple[str, int | None, str]]:
    with pytest.raises(RefusedError) as error:
        table(text)
    return [(one.code, one.row, one.column) for one in error.value.report.of(Severity.ERROR)]


MOMENT = "2026-01-31T09:00:00Z"


def test_an_address_of_its_own_is_kept() -> None:
    one, other = "https://mine.example.org/1", "00000000-0000-4000-8000-000000000002"
    package, _ = table(
        f"URI,identifier,fullStatement,isChildOf,lastChangeDateTime\n{one},,Weld,,{MOMENT}\n"
        f"https://mine.example.org/2,{other},Weld pipes,{one},{MOMENT}\nlocal:{other[:-1]}3,,Cut,,{MOMENT}\n"
    )
    assert {item.iri: item.identifier for item in package.items[:2]} == {
        one: uuid_of(one),
        "https://mine.example.org/2": other,
    }
    assert package.items[2].iri.startswith("http://localhost:8000/id/case/")
    above: dict[str, str] = {end.origin: end.destination for end in package.associations}
    assert above["https://mine.example.org/2"] == one
    assert above[one] == package.document.iri


def test_cells_without_a_header_and_two_columns_of_one_meaning_are_refused() -> None:
    assert refused(f"fullStatement,lastChangeDateTime\nWeld, braze,{MOMENT}\n")[0] == ("extra-cell", 2, "")
    assert refused(f"fullStatement,Full Statement,lastChangeDateTime\nWeld,Braze,{MOMENT}\n") == [
        ("column-twice", 1, "Full Statement")
    ]
    rows = "".join(f"Weld {number},{MOMENT}\n" for number in range(80))
    assert refused(f"fullStatement,lastChangeDateTime\n{rows}Weld,{MOMENT},more\n") == [("extra-cell", 82, "")]


def test_cells_that_are_empty_need_no_header() -> None:
    package, _ = table(f"fullStatement,lastChangeDateTime,,\nWeld,{MOMENT},,\n")
    assert len(package.items) == 1
