"""CIP: programs of study, what became of withdrawn ones, and the occupations that they lead to."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ontology.errors import InputError, MissingFileError, RefusedError
from ontology.identifiers import Identifiers
from ontology.records import Concept
from ontology.triples import from_graph
from standards.sources.cip import read_cip

if TYPE_CHECKING:
    from tests.standards.sources.conftest import Arrival, Importer

Needs = Callable[[Path], Path]

CODES = (
    '"CIPFamily","CIPCode","Action","TextChange","CIPTitle","CIPDefinition","CrossReferences","Examples"\n'
    '="15",="15","No substantive changes",no,"ENGINEERING TECHNOLOGIES.","Applied engineering.","",\n'
    '="15",="15.17","New",no,"Energy Systems Technologies.","Instructional content is defined below.","",\n'
    '="15",="15.1704","New",no,"Wind Energy Technology.","A program on wind turbines.","14.4801 - Energy '
    'Systems Engineering., 15.1701 - Energy Systems.","Examples: - Wind Technician, - Turbine Technology"\n'
    '="15",="15.1705","Moved from",no,"Old Wind.","Moved from 15.1705 to 15.1704","",\n'
    '="15",="15.1799","Deleted",no,"Other Wind.","Deleted, Report under 15.17","",\n'
)
PAIRS = (
    "\ufeffCIP2020Code,CIP2020Title,SOC2018Code,SOC2018Title\n"
    "15.1704,Wind Energy Technology.,49-9081,Wind Turbine Service Technicians\n"
    "15.1799,Other Wind.,99-9999,NO MATCH\n"
    "99.9999,NO MATCH,53-7065,Stockers and Order Fillers\n"
)
PAIRS_NAME = "CIP2020_SOC2018_Crosswalk.csv"


@pytest.fixture
def made(tmp_path: Path) -> Path:
    (tmp_path / "CIPCode2020.csv").write_text(CODES, encoding="utf-8")
    (tmp_path / PAIRS_NAME).write_text(PAIRS, encoding="utf-8")
    return tmp_path


def test_programs_become_concepts(made: Path, arrive: Importer) -> None:
    arrived = arrive("cip", made)
    mint = arrived.base.identifiers.mint
    graph = arrived.base.graph(arrived.imported.release)

    wind, old, other = (from_graph(graph, Concept, mint("cip", code)) for code in ("15.1704", "15.1705", "15.1799"))

    assert wind.broader == (mint("cip", "15.17"),)
    assert wind.related == (mint("cip", "14.4801"), mint("cip", "15.1701"))
    assert [str(label) for label in wind.hidden_labels] == ["Turbine Technology", "Wind Technician"]
    assert wind.deprecated is None
    assert (old.deprecated, old.replaced_by) == (True, (mint("cip", "15.1704"),))
    assert (other.deprecated, other.replaced_by) == (True, (mint("cip", "15.17"),))
    assert wind.related_matches == (mint("soc", "49-9081"),)


def test_a_reviewed_non_match_is_a_mapping_and_no_match(made: Path, arrive: Importer) -> None:
    arrived = arrive("cip", made)

    assert arrived.count("?m a owl:Axiom; owl:annotatedProperty skos:relatedMatch") == 3
    assert arrived.count("?m owl:annotatedSource|owl:annotatedTarget sssom:NoTermFound") == 2
    assert arrived.count("?s skos:relatedMatch ?o") == 1
    assert len(arrived.findings("no-match")) == 2


@pytest.mark.parametrize(
    ("name", "old", "new", "code"),
    [
        ("CIPCode2020.csv", '="15.1705"', '="15.1704"', "duplicate-key"),
        ("CIPCode2020.csv", '="15.1705"', '="15.170"', "malformed-value"),
        ("CIPCode2020.csv", '="15.1705"', '="16.1705"', "unknown-code"),
        (PAIRS_NAME, "49-9081", "49-908", "malformed-value"),
        (PAIRS_NAME, "SOC2018Code", "Occupation", "missing-header"),
    ],
)
def test_bad_rows_are_refused_by_name(made: Path, name: str, old: str, new: str, code: str) -> None:
    text = (made / name).read_text(encoding="utf-8")
    (made / name).write_text(text.replace(old, new), encoding="utf-8")

    with pytest.raises(RefusedError) as refused:
        read_cip([made], Identifiers())

    errors = [finding for finding in refused.value.report if finding.severity == "error"]
    assert [(finding.code, finding.file) for finding in errors] == [(code, name)]


def test_a_pair_of_an_unknown_program_is_left_out_with_a_warning(made: Path) -> None:
    (made / PAIRS_NAME).write_text(PAIRS.replace("15.1704,", "15.1777,"), encoding="utf-8")

    delivery = read_cip([made], Identifiers())

    assert [f.value for f in delivery.report if f.severity == "warning"] == ["15.1777"]
    assert {file.name: file.rows - file.kept for file in delivery.files}[PAIRS_NAME] == 1


@pytest.mark.parametrize("name", ["CIPCode2020.csv", PAIRS_NAME])
def test_one_of_the_files_will_do(made: Path, name: str) -> None:
    (made / name).unlink()

    (lack,) = read_cip([made], Identifiers()).release.lacks

    assert "occupations" in lack or "definitions" in lack


def test_without_either_file_both_are_named(tmp_path: Path) -> None:
    (tmp_path / "other.csv").write_text("a\n1\n")

    with pytest.raises(MissingFileError, match=r"CIPCode2020\.csv.*CIP2020_SOC2018_Crosswalk.*download"):
        read_cip([tmp_path], Identifiers())


def test_files_of_two_releases_are_not_mixed(made: Path) -> None:
    (made / "CIPCode2020.csv").rename(made / "CIPCode2010.csv")

    with pytest.raises(InputError, match="2010, 2020"):
        read_cip([made], Identifiers())


# --- The official release ----------------------------------------------------


@pytest.fixture(scope="module")
def official(data: Path, needs: Needs, arrive: Importer) -> Arrival:
    return arrive("cip", needs(data / "crosswalks/cip_soc"))


def test_every_row_is_in_the_graph(official: Arrival) -> None:
    files = official.files

    assert official.imported.release.version == "2020"
    assert (files["CIPCode2020.csv"].rows, files["CIPCode2020.csv"].kept) == (2848, 2848)
    assert (files[PAIRS_NAME].rows, files[PAIRS_NAME].kept) == (6097, 6097)
    assert official.count("?s a skos:Concept") == 2848
    assert official.count("?s a owl:Axiom") == 6097
    assert official.count("?s skos:relatedMatch ?o") == 6097 - 194 - 180
    assert official.count("?s owl:deprecated true; dcterms:isReplacedBy ?o. ?o a skos:Concept") == 149 + 12


def test_the_spreadsheet_beside_the_text_is_passed_over(official: Arrival) -> None:
    sheet = "CIP2020_SOC2018_Crosswalk.xlsx"
    (unread,) = official.findings("not-read")

    assert (unread.file, unread.message) == (
        sheet,
        f"nothing is taken from this file: {PAIRS_NAME} holds the same table and was read instead",
    )
    assert (official.files[sheet].rows, official.files[sheet].kept) == (0, 0)


def test_the_spreadsheet_says_the_same_as_the_text(data: Path, needs: Needs) -> None:
    folder = needs(data / "crosswalks/cip_soc")

    text, sheet = (read_cip([folder / f"CIP2020_SOC2018_Crosswalk.{end}"], Identifiers()) for end in ("csv", "xlsx"))

    assert b"".join(text.triples) == b"".join(sheet.triples)
