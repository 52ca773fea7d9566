"""The tasks of a partnership: every one with its occupations and its function, or every reason why not."""

import shutil
from pathlib import Path

import pytest

from ontology.errors import RefusedError
from ontology.identifiers import Identifiers
from ontology.records import Competency, Iri, WorkFunction, WorkTask
from ontology.report import Finding, Severity
from ontology.store import KnowledgeBase
from standards.imports import import_release
from standards.sources.partnership import read_partnership

BASE = "http://localhost:8000/id"
FILE = "tasks.csv"
HOLE_WATCH = Iri(f"{BASE}/power-generation/task/T-01")
SAFETY = Iri(f"{BASE}/power-generation/function/safety-and-compliance")


@pytest.fixture
def folder(project: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(project / "examples/power-generation", tmp_path / "panel"))


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def refused(folder: Path) -> list[Finding]:
    with pytest.raises(RefusedError) as error:
        read_partnership([folder], Identifiers())
    return error.value.report.of(Severity.ERROR)


def test_a_task_comes_back_whole_and_its_function_has_the_competencies_of_the_category(project: Path) -> None:
    with KnowledgeBase.in_memory() as base:
        release = import_release(base, "partnership", [project / "examples/power-generation"]).release
        task = next(one for one in base.records(release, WorkTask) if one.iri == HOLE_WATCH)
        functions = {one.iri: one for one in base.records(release, WorkFunction)}
        safety = [str(one.category) == "Safety and Compliance" for one in base.records(release, Competency)]

    assert str(task.label).startswith("Stand hole watch at a confined space")
    assert task.occupations == (Iri(f"{BASE}/onet/47-2061.00"), Iri(f"{BASE}/onet/51-9198.00"))
    assert task.competencies == tuple(Iri(f"{BASE}/power-generation/{code}") for code in ("PG-SAF-04", "PG-SAF-08"))
    assert (task.notation, task.critical, task.functions) == ("T-01", True, (SAFETY,))
    assert task.source is not None
    assert str(functions[SAFETY].label) == "Safety and Compliance"
    assert len(functions[SAFETY].competencies) == sum(safety)


@pytest.mark.parametrize(
    ("old", "new", "code", "column", "value"),
    [
        ("47-2061.00 | 51-9198.00", "47-2061.00 | 51-9999.00", "unknown-code", "occupations", "51-9999.00"),
        ("PG-SAF-04 | PG-SAF-08", "PG-SAF-04 | PG-XXX-08", "unknown-code", "competencies", "PG-XXX-08"),
        ("Safety and Compliance", "Safety first", "unknown-code", "function", "Safety first"),
        (",yes,", ",perhaps,", "unknown-value", "critical", "perhaps"),
        ("T-01,", "T-02,", "duplicate-key", "id", "T-02"),
    ],
)
def test_a_bad_cell_is_named_with_its_row(folder: Path, old: str, new: str, code: str, column: str, value: str) -> None:
    edit(folder / FILE, old, new)
    (finding,) = refused(folder)

    assert (finding.file, finding.column, finding.code, finding.value) == (FILE, column, code, value)
    assert finding.row == (3 if code == "duplicate-key" else 2)


def test_a_task_of_which_nobody_says_whether_it_is_critical_is_neither(folder: Path) -> None:
    edit(folder / FILE, ",yes,", ",,")
    with KnowledgeBase.in_memory() as base:
        release = import_release(base, "partnership", [folder]).release
        found = {one.iri: one.critical for one in base.records(release, WorkTask)}

    assert found[HOLE_WATCH] is None


def test_a_partnership_needs_no_tasks(folder: Path) -> None:
    edit(folder / "partnership.toml", 'tasks = "tasks.csv"\n', "")
    (folder / FILE).unlink()

    assert not read_partnership([folder], Identifiers()).report.of(Severity.WARNING)
