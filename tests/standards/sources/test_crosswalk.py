"""The ESCO-O*NET crosswalk: the type of match is said of ESCO's concept."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ontology.errors import InputError, MissingFileError, RefusedError
from ontology.identifiers import Identifiers
from ontology.namespaces import ESCO_DATA
from standards.sources.crosswalk import read_crosswalk

if TYPE_CHECKING:
    from tests.standards.sources.conftest import Arrival, Importer

Needs = Callable[[Path], Path]

GRILL_COOK = str(ESCO_DATA["occupation/c1"])
MADE = (
    "\ufeffMapping project name,ESCO-O*NET Crosswalk,,,,,\n"
    "Mapping project version,1,,,,,\n"
    ",,,,,,\n"
    "O*NET Id,O*NET Title,O*NET Description,"
    "ESCO or ISCO URI,ESCO or ISCO Title,ESCO or ISCO Description,Type of Match\n"
    f'35-2014.00,"Cooks, Restaurant",Cook.,{GRILL_COOK},grill cook,"Grill.\n\nOver a fire.",broadMatch\n'
    f'35-2011.00,"Cooks, Fast Food",Cook.,{ESCO_DATA["isco/C9411"]},Teachersâ\u20ac\u2122 food,Fry.,exactISCO\n'
)


@pytest.fixture
def made(tmp_path: Path) -> Path:
    (tmp_path / "crosswalk.csv").write_text(MADE, encoding="utf-8")
    return tmp_path


def test_the_broader_one_is_the_onet_occupation(made: Path, arrive: Importer) -> None:
    arrived = arrive("crosswalk", made)
    cook = arrived.base.identifiers.mint("onet", "35-2014.00")

    assert arrived.count(f"<{GRILL_COOK}> skos:broadMatch <{cook}>") == 1
    mapping = (
        f"?m a owl:Axiom; owl:annotatedSource <{GRILL_COOK}>; owl:annotatedProperty skos:broadMatch; "
        f"owl:annotatedTarget <{cook}>; sssom:mapping_justification semapv:ManualMappingCuration; "
        'sssom:subject_label "grill cook"; sssom:object_label "Cooks, Restaurant"'
    )
    assert arrived.count(mapping) == 1


def test_an_exact_isco_match_is_an_exact_match_with_the_group(made: Path, arrive: Importer) -> None:
    arrived = arrive("crosswalk", made)

    assert arrived.rows("SELECT ?s { ?s skos:exactMatch ?o }") == [(str(ESCO_DATA["isco/C9411"]),)]
    (finding,) = arrived.findings("encoding")
    assert finding.message.startswith("1 titles")
    assert arrived.count('?m sssom:subject_label "Teachers\u2019 food"') == 1


@pytest.mark.parametrize(
    ("old", "new", "code", "row"),
    [
        (GRILL_COOK, "grill", "malformed-value", 5),
        ("35-2014.00", "35-2014", "malformed-value", 5),
        ("broadMatch", "kindaMatch", "unknown-value", 5),
        ("exactISCO\n", f"exactISCO\n35-2014.00,Twice,,{GRILL_COOK},grill cook,,closeMatch\n", "duplicate-key", 7),
        ("Type of Match", "Match", "missing-header", 4),
    ],
)
def test_bad_rows_are_refused_by_name(made: Path, old: str, new: str, code: str, row: int) -> None:
    (made / "crosswalk.csv").write_text(MADE.replace(old, new), encoding="utf-8")

    with pytest.raises(RefusedError) as refused:
        read_crosswalk([made], Identifiers())

    errors = [finding for finding in refused.value.report if finding.severity == "error"]
    assert [(finding.code, finding.row) for finding in errors] == [(code, row)]


def test_without_the_file_its_page_is_named(tmp_path: Path) -> None:
    (tmp_path / "other.csv").write_text("a\n1\n")

    with pytest.raises(MissingFileError, match=r"download .* from https://esco\.ec\.europa\.eu"):
        read_crosswalk([tmp_path], Identifiers())


def test_a_file_without_a_version_must_be_named(made: Path) -> None:
    (made / "crosswalk.csv").write_text(MADE.replace("Mapping project version", "Version"), encoding="utf-8")

    with pytest.raises(InputError, match="--release"):
        read_crosswalk([made], Identifiers())


# --- The official file --------------------------------------------------------


@pytest.fixture(scope="module")
def official(data: Path, needs: Needs, arrive: Importer) -> Arrival:
    return arrive("crosswalk", needs(data / "crosswalks/esco_onet"))


@pytest.mark.parametrize(
    ("predicate", "number"),
    [("exactMatch", 498 + 43), ("closeMatch", 1432), ("broadMatch", 2053), ("narrowMatch", 227)],
)
def test_matches_are_as_many_as_rows(official: Arrival, predicate: str, number: int) -> None:
    assert official.count(f"?s skos:{predicate} ?o") == number
    assert official.count(f"?m a owl:Axiom; owl:annotatedProperty skos:{predicate}") == number


def test_every_row_is_in_the_graph(official: Arrival) -> None:
    (file,) = official.files.values()

    assert official.imported.release.version == "1"
    assert (file.rows, file.kept) == (4253, 4253)
    assert official.count("?m a owl:Axiom") == 4253
