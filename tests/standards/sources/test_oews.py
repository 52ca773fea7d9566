"""OEWS: pay with its region and period, and nothing where nothing is published."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
import pytest

from ontology.errors import InputError, MissingFileError, RefusedError, UnreadableError
from ontology.identifiers import Identifiers
from ontology.records import Region, WageObservation
from ontology.triples import from_graph
from standards.sources.oews import NUMBERS, read_oews

if TYPE_CHECKING:
    from tests.standards.sources.conftest import Arrival, Importer

Needs = Callable[[Path], Path]

HEADER = (
    "area_code,area_name,naics,industry,soc_code,occupation,"
    + ",".join(f'"{column.header}"' for column in NUMBERS)
    + "\n"
)
INDUSTRY = "Cross-Industry, Private, Federal, State, and Local"


def row(area: str, name: str, soc: str, *numbers: str, naics: str = "000000") -> str:
    cells = [area, f'"{name}"', naics, f'"{INDUSTRY}"', soc, "Wind Turbine Service Technicians"]
    return ",".join([*cells, *numbers, *[""] * (len(NUMBERS) - len(numbers))]) + "\n"


NATION = row("0000000", "National", "49-9081", "11300", "9.1", "30.50", "63440")


def write(folder: Path, *rows: str, name: str = "oews_may2025_made.csv") -> Path:
    (folder / name).write_text(HEADER + "".join(rows), encoding="utf-8")
    return folder


def test_a_row_becomes_an_observation_of_an_occupation_in_a_region(tmp_path: Path, arrive: Importer) -> None:
    arrived = arrive("oews", write(tmp_path, NATION), version="May 1999")
    mint = arrived.base.identifiers.mint
    graph = arrived.base.graph(arrived.imported.release)

    observation = from_graph(graph, WageObservation, mint("oews", "may-1999", "0000000", "000000", "49-9081"))

    assert observation.occupation == mint("soc", "49-9081")
    assert (observation.period, observation.industry) == ("May 1999", None)
    assert (observation.employment, observation.hourly_mean, observation.annual_mean) == (11300, 30.5, 63440)
    assert observation.annual_median is None
    assert from_graph(graph, Region, observation.region).kind == "national"


def test_commas_between_thousands_are_read(tmp_path: Path, arrive: Importer) -> None:
    cells = ('"1,011,300"', "9.1", "30.50", '"63,440"')
    arrived = arrive("oews", write(tmp_path, row("0000000", "National", "49-9081", *cells)), version="May 1999")
    iri = arrived.base.identifiers.mint("oews", "may-1999", "0000000", "000000", "49-9081")
    observation = from_graph(arrived.base.graph(arrived.imported.release), WageObservation, iri)

    assert (observation.employment, observation.annual_mean) == (1_011_300, 63_440)


@pytest.mark.parametrize("cell", ["63,44", "6344,000", "63.440,00", ",440"])
def test_other_commas_are_errors(tmp_path: Path, cell: str) -> None:
    write(tmp_path, row("0000000", "National", "49-9081", "", "", "", f'"{cell}"'))
    with pytest.raises(RefusedError, match="is not a number"):
        read_oews([tmp_path], Identifiers(), "May 1999")


@pytest.mark.parametrize(
    ("code", "kind"),
    [("0000000", "national"), ("5300000", "state"), ("0042660", "metropolitan"), ("5300001", "nonmetropolitan")],
)
def test_the_code_of_an_area_tells_its_kind(tmp_path: Path, code: str, kind: str) -> None:
    delivery = read_oews([write(tmp_path, row(code, "Somewhere", "49-9081"))], Identifiers())

    triples = b"".join(delivery.triples)
    assert f'regionKind> "{kind}"'.encode() in triples
    assert f"/terms#region> <{Identifiers().mint('region', code)}>".encode() in triples


@pytest.mark.parametrize("unpublished", ["*", "**", "#", "-", ""])
def test_what_is_not_published_is_counted_and_not_guessed(tmp_path: Path, unpublished: str) -> None:
    delivery = read_oews([write(tmp_path, NATION.replace("30.50", unpublished))], Identifiers())

    said = {finding.column: finding.message for finding in delivery.report if finding.code == "not-published"}
    assert said["Hourly mean wage"].startswith("1 values are not published")
    assert "Employment" not in said
    assert b"hourlyMean" not in b"".join(delivery.triples)


def test_an_industry_is_part_of_the_address(tmp_path: Path) -> None:
    rows = [NATION, row("0000000", "National", "49-9081", "400", naics="221100")]

    triples = b"".join(read_oews([write(tmp_path, *rows)], Identifiers()).triples)

    assert triples.count(b"#WageObservation>") == 2
    assert triples.count(b'/terms#industry> "221100"') == 1


@pytest.mark.parametrize(
    ("bad", "code"),
    [
        (NATION, "duplicate-key"),
        (row("nation", "National", "49-9082"), "malformed-value"),
        (row("0000000", "National", "49-908"), "malformed-value"),
        (row("0000000", "National", "49-9082", "many"), "malformed-value"),
        (row("0000000", "National", "49-9082", "-5"), "out-of-bounds"),
        ("0000000,National\n", "short-row"),
    ],
)
def test_bad_rows_are_refused_by_name(tmp_path: Path, bad: str, code: str) -> None:
    with pytest.raises(RefusedError) as refused:
        read_oews([write(tmp_path, NATION, bad)], Identifiers())

    errors = [finding for finding in refused.value.report if finding.severity == "error"]
    assert [(finding.code, finding.row) for finding in errors] == [(code, 3)]


def test_what_is_missing_is_said(tmp_path: Path) -> None:
    lacks = read_oews([write(tmp_path, NATION)], Identifiers()).release.lacks

    assert [sentence.split(",")[0] for sentence in lacks] == [
        "Without the state file",
        "Without the metropolitan file",
    ]


def test_the_period_is_the_manifests_or_the_names_or_must_be_given(tmp_path: Path) -> None:
    write(tmp_path, NATION)
    assert read_oews([tmp_path], Identifiers()).release.version == "May 2025"
    (tmp_path / "manifest.json").write_text(json.dumps({"release": {"description": "May 2031"}}))
    assert read_oews([tmp_path], Identifiers()).release.version == "May 2031"
    (tmp_path / "manifest.json").write_text("{")
    with pytest.raises(UnreadableError, match="--release"):
        read_oews([tmp_path], Identifiers())
    (tmp_path / "manifest.json").unlink()
    (tmp_path / "oews_may2025_made.csv").rename(tmp_path / "wages.csv")
    with pytest.raises(InputError, match="--release"):
        read_oews([tmp_path], Identifiers())


def test_a_compressed_file_that_breaks_off_is_refused(tmp_path: Path) -> None:
    packed = gzip.compress((HEADER + NATION).encode())
    (tmp_path / "oews_may2025_made.csv.gz").write_bytes(packed[:-9])

    with pytest.raises(UnreadableError, match=r"oews_may2025_made\.csv\.gz"):
        read_oews([tmp_path], Identifiers())


def test_without_a_file_the_page_is_named(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text("{}")

    with pytest.raises(MissingFileError, match=r"https://www\.bls\.gov/oes"):
        read_oews([tmp_path], Identifiers())


@pytest.mark.parametrize(
    ("area", "code"),
    [("99", "0000000"), ("1", "0100000"), ("10180", "0010180"), ("100001", "0100001")],
)
def test_the_publishers_spreadsheets_say_the_same(tmp_path: Path, area: str, code: str) -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.append(["AREA", "AREA_TITLE", "AREA_TYPE", "NAICS", "OCC_CODE", "OCC_TITLE", "TOT_EMP", "A_MEDIAN"])
    book.active.append([area, "Somewhere", "1", "000000", "49-9081", "Technicians", 11300, "#"])
    book.save(tmp_path / "state_M2031_dl.xlsx")
    book.save(tmp_path / "file_descriptions.xlsx")

    delivery = read_oews([tmp_path], Identifiers())
    triples = b"".join(delivery.triples).decode()

    assert delivery.release.version == "May 2031"
    assert f"/id/oews/may-2031/{code}/000000/49-9081>" in triples
    assert '#employment> "11300"^^' in triples
    assert "annualMedian" not in triples
    assert not [finding for finding in delivery.report if finding.severity == "warning"]


# --- The official release: the nation and the states ------------------------


@pytest.fixture(scope="module")
def official(data: Path, needs: Needs, arrive: Importer) -> Arrival:
    names = ("manifest.json", "oews_may2025_national_cross_industry.csv", "oews_may2025_state.csv")
    return arrive("oews", *(needs(data / "wages" / name) for name in names))


def test_every_row_is_in_the_graph(official: Arrival) -> None:
    kept = sum(file.kept for file in official.files.values())

    assert official.imported.release.version == "May 2025"
    assert kept == sum(file.rows for file in official.files.values()) == 1104 + 37408
    assert official.count("?s a lw:WageObservation; lw:occupation ?o; lw:region ?r; dcterms:temporal ?p") == kept
    assert official.count('?s a lw:Region; lw:regionKind "state"') == 54


def test_values_and_gaps_are_as_many_as_cells(official: Arrival) -> None:
    gaps = {
        (finding.file, finding.column): int(finding.message.split()[0].replace(",", ""))
        for finding in official.findings("not-published")
    }

    assert gaps["oews_may2025_state.csv", "Annual median wage"] == 717
    assert official.count("?s lw:annualMedian ?w") == 1104 + 37408 - 717 - 7
