"""The apprenticeships of a partnership: every hour and wage step of them, or every reason why not."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology.errors import RefusedError
from ontology.identifiers import Identifiers
from ontology.namespaces import LW
from ontology.records import Apprenticeship, EntryCondition, Release, WageStep
from ontology.report import Finding, Severity
from ontology.store import KnowledgeBase
from ontology.triples import from_graph
from standards.imports import import_release
from standards.sources.partnership import read_partnership
from standards.sources.partnership.wage_schedules import schedule_rules

BASE = "http://localhost:8000/id"
FILE = "apprenticeships.csv"


@pytest.fixture(scope="module")
def loaded(project: Path) -> Iterator[tuple[KnowledgeBase, Release]]:
    with KnowledgeBase.in_memory() as base:
        yield base, import_release(base, "partnership", [project / "examples/power-generation"]).release


@pytest.fixture
def folder(project: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(project / "examples/power-generation", tmp_path / "panel"))


def refused(folder: Path) -> list[Finding]:
    with pytest.raises(RefusedError) as error:
        read_partnership([folder], Identifiers())
    return error.value.report.of(Severity.ERROR)


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_an_apprenticeship_comes_back_whole(loaded: tuple[KnowledgeBase, Release]) -> None:
    base, release = loaded
    graph = base.graph(release)
    found = from_graph(graph, Apprenticeship, f"{BASE}/apprenticeship/powerhouse-mechanic")
    steps = [from_graph(graph, WageStep, iri) for iri in found.wage_steps]

    assert (found.job_hours, found.instruction_hours, found.months) == (8000, 576, 48)
    assert (found.registered, found.agency) == (True, "Washington State Apprenticeship and Training Council")
    assert found.sponsor == "Inland Power Plant Operators and Mechanics Local 9418 (fictional)"
    assert found.offered_by == f"{BASE}/organization/plant-mechanics-9418"
    assert found.occupations == (f"{BASE}/onet/49-9041.00",)
    assert found.awards == (f"{BASE}/credential/wa-apprenticeship-completion",)
    assert f"{BASE}/power-generation/PG-MEC-01" in found.teaches
    assert {step.position: step.percent for step in steps} == dict(enumerate((60, 65, 70, 75, 80, 85, 90, 95), 1))
    assert "one year of algebra" in str(from_graph(graph, EntryCondition, str(found.entry)).description)


def test_all_are_kept_and_a_program_that_is_not_registered_says_so(loaded: tuple[KnowledgeBase, Release]) -> None:
    base, release = loaded
    found = dict(base.pairs(release, LW.registered))

    assert len(found) == 5
    assert found.pop(f"{BASE}/apprenticeship/wind-technician-trainee") == "false"
    assert set(found.values()) == {"true"}


@pytest.mark.parametrize(
    ("old", "new", "code", "column", "value"),
    [
        ("60 | 65", "65 | 60", "falling-wage", "wage_steps", "65 | 60 | 70 | 75 | 80 | 85 | 90 | 95"),
        ("90 | 95", "90 | 105", "out-of-bounds", "wage_steps", "60 | 65 | 70 | 75 | 80 | 85 | 90 | 105"),
        ("60 | 65", "0 | 65", "out-of-bounds", "wage_steps", "0 | 65 | 70 | 75 | 80 | 85 | 90 | 95"),
        ("60 | 65", "half | 65", "malformed-value", "wage_steps", "half | 65 | 70 | 75 | 80 | 85 | 90 | 95"),
        (",8000,576,", ",four years,576,", "malformed-value", "on_the_job_hours", "four years"),
        (",8000,576,", ",8000,some,", "malformed-value", "related_instruction_hours", "some"),
        (",8000,576,", ",80000,576,", "out-of-bounds", "on_the_job_hours", "80000"),
        (",49-9041.00,", ",49-9042.00,", "unknown-code", "occupation", "49-9042.00"),
        (",49-9041.00,", ",mechanics,", "malformed-value", "occupation", "mechanics"),
        ("wa-apprenticeship-completion", "wa-diploma", "unknown-code", "credential", "wa-diploma"),
        ("PG-SAF-01 | PG-SAF-02", "PG-SAF-01 | PG-XXX-02", "unknown-code", "teaches", "PG-XXX-02"),
        (",yes,", ",maybe,", "unknown-value", "registered", "maybe"),
        ("powerhouse-mechanic,", "plant-electrician,", "duplicate-key", "id", "plant-electrician"),
        ("powerhouse-mechanic,", "Powerhouse Mechanic,", "malformed-value", "id", "Powerhouse Mechanic"),
    ],
)
def test_a_bad_cell_is_named_with_its_row(folder: Path, old: str, new: str, code: str, column: str, value: str) -> None:
    edit(folder / FILE, old, new)

    (finding,) = refused(folder)

    assert (finding.file, finding.column, finding.code) == (FILE, column, code)
    assert finding.row == (3 if code == "duplicate-key" else 2)
    assert finding.value.startswith(value)
    assert finding.remedy


def test_a_bad_row_can_be_left_out(folder: Path) -> None:
    edit(folder / FILE, "60 | 65", "65 | 60")

    delivery = read_partnership([folder], Identifiers(), skip_bad_rows=True)

    assert [(f.file, f.row, f.code) for f in delivery.report.of(Severity.WARNING) if f.file == FILE] == [
        (FILE, 2, "falling-wage")
    ]
    assert [(file.rows, file.kept) for file in delivery.files if file.name == FILE] == [(5, 4)]


def test_who_is_registered_with_nobody_is_asked_with_whom(folder: Path) -> None:
    edit(folder / FILE, "Washington State Apprenticeship and Training Council", "")

    report = read_partnership([folder], Identifiers()).report

    assert [(f.row, f.column) for f in report.of(Severity.WARNING) if f.file == FILE] == [(2, "agency")]


def test_a_credential_without_a_file_of_credentials_is_an_error(folder: Path) -> None:
    edit(folder / "partnership.toml", 'credentials = "credentials.csv"\n', "")

    assert {(f.column, f.code) for f in refused(folder)} == {("credential", "unknown-code")}


def test_a_partnership_needs_no_apprenticeships(folder: Path) -> None:
    edit(folder / "partnership.toml", 'apprenticeships = "apprenticeships.csv"\n', "")
    (folder / FILE).unlink()

    assert not read_partnership([folder], Identifiers()).report.of(Severity.WARNING)


@given(st.lists(st.integers(-20, 130), min_size=1, max_size=9))
def test_a_schedule_is_sound_just_where_it_never_falls_and_stays_within_1_and_100(percents: list[int]) -> None:
    frame = pl.DataFrame({"wage": [" | ".join(map(str, percents))]})
    broken = [rule.code for rule in schedule_rules("wage") if frame.select(rule.bad.fill_null(value=False)).item()]

    sound = percents == sorted(percents) and all(1 <= percent <= 100 for percent in percents)
    assert (not broken) == sound
    assert len(broken) <= 1
