"""SOC: groups and occupations stand where the rows put them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
import pytest

from ontology.errors import InputError, MissingFileError, RefusedError
from ontology.identifiers import Identifiers
from standards.sources.soc import read_soc

if TYPE_CHECKING:
    from tests.standards.sources.conftest import Importer

Needs = Callable[[Path], Path]
Rows = list[tuple[str | None, ...]]

DEFINITIONS: Rows = [
    ("U.S. Bureau of Labor Statistics", None, None, None),
    ("SOC Group", "SOC Code", "SOC Title", "SOC Definition"),
    ("Major", "49-0000", "Installation, Maintenance, and Repair Occupations", None),
    ("Minor", "49-9000", "Other Installation, Maintenance, and Repair Occupations", None),
    ("Broad", "49-9080", "Wind Turbine Service Technicians", None),
    ("Detailed", "49-9081", "Wind Turbine Service Technicians", "Inspect, diagnose, adjust, or repair wind turbines."),
]
STRUCTURE: Rows = [
    ("November 2017", None, None, None, None),
    ("Major Group", "Minor Group", "Broad Group", "Detailed Occupation", None),
    ("49-0000", None, None, None, "Installation, Maintenance, and Repair Occupations"),
    (None, "49-9000", None, None, "Other Installation, Maintenance, and Repair Occupations"),
    (None, None, "49-9080", None, "Wind Turbine Service Technicians"),
    (None, None, None, "49-9081", "Wind Turbine Service Technicians"),
]


def write(path: Path, rows: Rows) -> Path:
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


@pytest.mark.parametrize(
    ("name", "rows"), [("soc_2018_definitions.xlsx", DEFINITIONS), ("soc_structure_2018.xlsx", STRUCTURE)]
)
def test_either_file_gives_the_whole_tree(tmp_path: Path, arrive: Importer, name: str, rows: Rows) -> None:
    arrived = arrive("soc", write(tmp_path / name, rows))
    mint = arrived.base.identifiers.mint

    for low, high in (("49-9081", "49-9080"), ("49-9080", "49-9000"), ("49-9000", "49-0000")):
        assert arrived.count(f"<{mint('soc', low)}> skos:broader <{mint('soc', high)}>") == 1
    assert arrived.count("?s skos:hasTopConcept ?o") == 1
    assert arrived.count("?s a skos:Concept; skos:prefLabel ?l; skos:notation ?n") == 4
    assert bool(arrived.imported.release.lacks) == (rows is STRUCTURE)


@pytest.mark.parametrize(
    ("name", "row", "code"),
    [
        ("soc_2018_definitions.xlsx", ("Detailed", "49-9081", "Twice", None), "duplicate-key"),
        ("soc_2018_definitions.xlsx", ("Detailed", "51-1011", "Elsewhere", None), "misplaced-code"),
        ("soc_2018_definitions.xlsx", ("Tiny", "49-9082", "No level", None), "unknown-value"),
        ("soc_2018_definitions.xlsx", ("Detailed", "49-99", "No code", None), "malformed-value"),
        ("soc_structure_2018.xlsx", (None, None, None, None, "No code"), "empty-cell"),
    ],
)
def test_bad_rows_are_refused_by_name(tmp_path: Path, name: str, row: tuple[str | None, ...], code: str) -> None:
    rows = STRUCTURE if "structure" in name else DEFINITIONS
    write(tmp_path / name, [*rows, row])

    with pytest.raises(RefusedError) as refused:
        read_soc([tmp_path], Identifiers())

    (finding,) = refused.value.report
    assert (finding.code, finding.file, finding.row) == (code, name, 7)


def test_a_code_without_definition_is_kept_with_a_warning(tmp_path: Path) -> None:
    write(tmp_path / "soc_2018_definitions.xlsx", DEFINITIONS)
    write(tmp_path / "soc_structure_2018.xlsx", [*STRUCTURE, (None, None, None, "49-9082", "New Technicians")])

    delivery = read_soc([tmp_path], Identifiers())

    assert [(f.code, f.severity, f.value) for f in delivery.report] == [("unknown-code", "warning", "49-9082")]
    assert b"New Technicians" in b"".join(delivery.triples)


def test_without_either_file_both_are_named(tmp_path: Path) -> None:
    (tmp_path / "readme.txt").write_text("nothing")

    with pytest.raises(MissingFileError, match=r"soc_structure_2018\.xlsx.*soc_2018_definitions\.xlsx.*download"):
        read_soc([tmp_path], Identifiers())


def test_a_release_without_a_year_must_be_named(tmp_path: Path) -> None:
    write(tmp_path / "soc_definitions.xlsx", DEFINITIONS)

    with pytest.raises(InputError, match="--release"):
        read_soc([tmp_path], Identifiers())


def test_every_row_of_the_official_files_is_in_the_graph(data: Path, needs: Needs, arrive: Importer) -> None:
    arrived = arrive("soc", needs(data / "crosswalks/soc_2018"))

    assert arrived.imported.release.version == "2018"
    assert not list(arrived.imported.report)
    assert {file.kept for file in arrived.files.values()} == {1447} == {file.rows for file in arrived.files.values()}
    assert arrived.count("?s a skos:Concept") == 1447
    assert arrived.count("?s skos:definition ?d") == 867
    assert arrived.count("?s skos:broader ?o. ?o a skos:Concept") == 1447 - 23
    # A broad occupation whose codes run on into the next ten.
    mint = arrived.base.identifiers.mint
    assert arrived.count(f"<{mint('soc', '29-1221')}> skos:broader <{mint('soc', '29-1210')}>") == 1
