"""Employment Projections: what is expected of each occupation, from both of the publisher's tables.

The numbers here are made up; the headers are those of the publisher. The real table is not among the outside data.
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
import pytest

from ontology.errors import InputError, MissingFileError, RefusedError, UnreadableError
from ontology.identifiers import Identifiers
from ontology.records import EmploymentProjection, Region
from ontology.triples import from_graph
from standards.sources.projections import read_projections

if TYPE_CHECKING:
    from tests.standards.sources.conftest import Importer

OFFICIAL = (
    "2024 National Employment Matrix title",
    "2024 National Employment Matrix code",
    "Occupation type",
    "Employment, 2024",
    "Employment, 2034",
    "Employment distribution, percent, 2024",
    "Employment distribution, percent, 2034",
    "Employment change, numeric, 2024\N{EN DASH}34",
    "Employment change, percent, 2024\N{EN DASH}34",
    "Percent self employed, 2024",
    "Occupational openings, 2024\N{EN DASH}34 annual average",
    "Median annual wage, dollars, 2024[1]",
    "Typical education needed for entry",
    "Work experience in a related occupation",
    "Typical on-the-job training needed to attain competency in the occupation",
)
QUERIED = (
    "Occupation Title",
    "Occupation Code",
    "Employment 2024",
    "Employment 2034",
    "Employment Change, 2024-2034",
    "Employment Percent Change, 2024-2034",
    "Occupational Openings, 2024-2034 Annual Average",
    "Median Annual Wage 2024",
    "Typical Entry-Level Education",
    "Education Code",
    "Work Experience in a Related Occupation",
    "Workex Code",
    "Typical on-the-job Training",
    "trCode",
)
DASH = "\N{EM DASH}"
Row = tuple[str, ...]


def line(code: str, first: str, last: str, change: str, openings: str, title: str = "Made up") -> Row:
    return (title, code, "Line item", first, last, "0.1", "0.1", "1.0", change, "0.4", openings, DASH, DASH, DASH, DASH)


TOTAL = line("00-0000", "170,000.0", "175,100.0", "3.0", "19,000.5", "Total, all occupations")
WIND = line("49-9081", "10.0", "15.0", "50.0", "2.3", "Wind turbine service technicians")
FADING = line("43-9022", "40.0", "24.0", "-40.0", DASH)
NOTES: tuple[Row, ...] = (("Footnotes:",), ("[1] Made up.",), ("Source: nobody.",))


def book(folder: Path, *rows: Row, sheet: str = "Table 1.2") -> Path:
    """Write a workbook as the publisher does: a page of contents, then a title above the headers."""
    made = openpyxl.Workbook()
    assert made.active is not None
    made.active.append(["Table of contents"])
    table = made.create_sheet(sheet)
    table.append(["Table 1.2 Occupational projections, made up (Employment in thousands)"])
    for row in (OFFICIAL, *rows):
        table.append(list(row))
    made.save(folder / "occupation.xlsx")
    return folder


def text(folder: Path, *rows: Row, headers: Row = OFFICIAL, name: str = "projections.csv") -> Path:
    with (folder / name).open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([headers, *rows])
    return folder


def test_a_row_becomes_the_projection_of_an_occupation(tmp_path: Path, arrive: Importer) -> None:
    arrived = arrive("projections", book(tmp_path, TOTAL, WIND, FADING, *NOTES))
    mint, graph = arrived.base.identifiers.mint, arrived.base.graph(arrived.imported.release)

    wind = from_graph(graph, EmploymentProjection, mint("projections", "2024-34", "0000000", "49-9081"))
    fading = from_graph(graph, EmploymentProjection, mint("projections", "2024-34", "0000000", "43-9022"))

    assert arrived.imported.release.version == "2024-34"
    assert (wind.occupation, wind.period) == (mint("soc", "49-9081"), "2024-34")
    assert (wind.employment, wind.projected_employment, wind.employment_change) == (10_000, 15_000, 50)
    assert wind.annual_openings == 2_300
    assert (fading.employment_change, fading.annual_openings) == (-40, None)
    assert from_graph(graph, Region, wind.region).kind == "national"
    assert arrived.count("?s a lw:EmploymentProjection") == 3
    assert [finding.row for finding in arrived.findings("footnotes")] == [6]
    assert {finding.severity for finding in arrived.imported.report} == {"info"}


def test_the_table_of_the_query_page_says_the_same(tmp_path: Path) -> None:
    cells = ("Wind turbine service technicians", '="49-9081"', "10.0", "15.0", "5.0", "50.0", "2.3")
    rest = ("62,580", "Postsecondary nondegree award", "5", "None", "3", "Long-term on-the-job training", "2")
    (tmp_path / "one").mkdir()
    (tmp_path / "other").mkdir()

    queried = read_projections([text(tmp_path / "one", (*cells, *rest), headers=QUERIED)], Identifiers())
    official = read_projections([book(tmp_path / "other", WIND)], Identifiers())

    assert b"".join(queried.triples) == b"".join(official.triples)
    assert queried.release.version == official.release.version == "2024-34"
    assert [finding for finding in queried.report if finding.severity != "info"] == []


def test_text_with_the_headers_of_the_workbook_is_read(tmp_path: Path) -> None:
    notes = tuple((*note, *[""] * (len(OFFICIAL) - 1)) for note in NOTES)

    delivery = read_projections([text(tmp_path, TOTAL, WIND, *notes)], Identifiers())

    assert b"".join(delivery.triples).count(b"#EmploymentProjection>") == 2


@pytest.mark.parametrize(
    ("bad", "code"),
    [
        (WIND, "duplicate-key"),
        (line("49-908", "1.0", "1.0", "0.0", "0.1"), "malformed-value"),
        (line("49-9082", "many", "1.0", "0.0", "0.1"), "malformed-value"),
        (line("49-9082", "-1.0", "1.0", "0.0", "0.1"), "out-of-bounds"),
        (line("49-9082", "1.0", "1.0", "0.0", "-0.1"), "out-of-bounds"),
        (line("", "1.0", "1.0", "0.0", "0.1"), "empty-cell"),
        (line("49-9082", "1.0", "1.0", "0.0", "0.1", title=""), "empty-cell"),
    ],
)
def test_bad_rows_are_refused_by_name(tmp_path: Path, bad: Row, code: str) -> None:
    with pytest.raises(RefusedError) as refused:
        read_projections([book(tmp_path, WIND, bad, FADING)], Identifiers())

    errors = [finding for finding in refused.value.report if finding.severity == "error"]
    assert [(finding.code, finding.row) for finding in errors] == [(code, 4)]


def test_all_bad_rows_are_named_and_the_others_read_where_they_may_be_skipped(tmp_path: Path) -> None:
    rows = (line("49-908", "1.0", "1.0", "0.0", "0.1"), WIND, line("49-9082", "many", "1.0", "0.0", "0.1"))

    delivery = read_projections([book(tmp_path, *rows)], Identifiers(), skip_bad_rows=True)

    assert [finding.row for finding in delivery.report if finding.severity == "warning"] == [3, 5]
    assert b"".join(delivery.triples).count(b"#EmploymentProjection>") == 1


@pytest.mark.parametrize(
    ("change", "said"),
    [
        # From 2.0 to 3.0 thousand is 50%; both may be off by 0.05, so that the change may by 5.1.
        ("45.1", []),
        ("44.0", ["44.0"]),
    ],
)
def test_a_change_that_is_not_that_of_its_row_is_said(tmp_path: Path, change: str, said: list[str]) -> None:
    delivery = read_projections([book(tmp_path, line("49-9082", "2.0", "3.0", change, "0.1"))], Identifiers())

    assert [finding.value for finding in delivery.report if finding.code == "unlike-numbers"] == said


def test_what_is_not_there_is_said_with_the_page(tmp_path: Path) -> None:
    (tmp_path / "readme.txt").write_text("nothing")
    with pytest.raises(MissingFileError, match=r"https://www\.bls\.gov/emp"):
        read_projections([tmp_path], Identifiers())
    book(tmp_path, WIND, sheet="Table 1.3")
    with pytest.raises(UnreadableError, match=r"'Employment, 2024'.*https://www\.bls\.gov/emp"):
        read_projections([tmp_path], Identifiers())


def test_of_several_tables_one_must_be_named(tmp_path: Path) -> None:
    text(book(tmp_path, WIND), WIND)
    with pytest.raises(InputError, match=r"occupation\.xlsx, projections\.csv"):
        read_projections([tmp_path], Identifiers())
