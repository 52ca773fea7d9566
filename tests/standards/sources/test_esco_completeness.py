"""ESCO's files that were cut off: nothing is wrong with any row, and yet one error says so, not one for each row."""

from __future__ import annotations

import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from ontology.errors import RefusedError
from ontology.identifiers import Identifiers
from ontology.report import Finding, Report, Severity
from standards.sources.esco import read_esco

BASE = "http://data.europa.eu/esco"
NUMBER = 40


def lines(header: str, rows: list[str]) -> str:
    return "\n".join([header, *rows]) + "\n"


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """A release of 40 occupations, 40 skills, and four relations of each occupation."""
    folder = tmp_path / "ESCO dataset - v9.9.1 - classification"
    folder.mkdir()
    skills = [f"{BASE}/skill/{n:02},knowledge,skill {n}" for n in range(NUMBER)]
    pairs = [(n, (n + m) % NUMBER) for n in range(NUMBER) for m in range(4)]
    needs = [f"{BASE}/occupation/{n:02},essential,{BASE}/skill/{m:02}" for n, m in pairs]
    occupations = [f"{BASE}/occupation/{n:02},occupation {n}" for n in range(NUMBER)]
    (folder / "skills_en.csv").write_text(lines("conceptUri,skillType,preferredLabel", skills))
    (folder / "occupations_en.csv").write_text(lines("conceptUri,preferredLabel", occupations))
    (folder / "occupationSkillRelations.csv").write_text(lines("occupationUri,relationType,skillUri", needs))
    return folder


def cut(path: Path, kept: int, rest: str = "") -> None:
    """Keep the header and some rows."""
    whole = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(whole[: kept + 1]) + rest, encoding="utf-8")


def judged(folder: Path, *, skip_bad_rows: bool = False) -> Report:
    try:
        return read_esco([folder], Identifiers(), skip_bad_rows=skip_bad_rows).report
    except RefusedError as error:
        return error.report


def grave(report: Report) -> list[Finding]:
    return [finding for finding in report if finding.severity is not Severity.INFO and finding.file]


def test_nothing_is_said_of_a_whole_release(made: Path) -> None:
    assert grave(judged(made)) == []


def test_skills_that_were_cut_off_are_one_error(made: Path) -> None:
    cut(made / "skills_en.csv", 30)

    (finding,) = grave(judged(made))

    assert (finding.code, finding.severity, finding.file) == (
        "unknown-concept",
        "error",
        "occupationSkillRelations.csv",
    )
    assert finding.message == "40 of 160 rows name a concept that is not in skills, such as these"
    assert finding.value == f"{BASE}/skill/30, {BASE}/skill/31, {BASE}/skill/32"
    assert (finding.row, finding.column) == (113, "skillUri")
    assert "download both again" in finding.remedy


def test_skills_that_were_cut_off_are_one_warning_where_bad_rows_are_skipped(made: Path) -> None:
    cut(made / "skills_en.csv", 30)

    delivery = read_esco([made], Identifiers(), skip_bad_rows=True)

    (finding,) = grave(delivery.report)
    assert finding.severity is Severity.WARNING
    assert finding.message.endswith("; they are left out")
    relations = next(file for file in delivery.files if file.name == "occupationSkillRelations.csv")
    assert (relations.rows, relations.kept) == (160, 120)


def test_a_few_unknown_concepts_are_named_one_by_one(made: Path) -> None:
    cut(made / "skills_en.csv", NUMBER - 2)

    findings = grave(judged(made))

    assert Counter((f.code, f.severity) for f in findings) == {("unknown-concept", Severity.WARNING): 8}


@pytest.mark.parametrize("skip_bad_rows", [False, True])
def test_relations_that_were_cut_off_are_noticed(made: Path, skip_bad_rows: bool) -> None:
    cut(made / "occupationSkillRelations.csv", 100)

    (finding,) = grave(judged(made, skip_bad_rows=skip_bad_rows))

    assert (finding.code, finding.file) == ("cut-short", "occupationSkillRelations.csv")
    assert finding.severity == ("warning" if skip_bad_rows else "error")
    assert finding.message.startswith("15 of 40 concepts in occupations are in none of its rows")
    assert finding.value.startswith(f"{BASE}/occupation/25, ")


def test_relations_are_not_judged_by_skills_that_break_off_within_a_row(made: Path) -> None:
    cut(made / "skills_en.csv", 20, f"{BASE}/skill/20")

    assert [(f.severity, f.code, f.file) for f in grave(judged(made))] == [
        (Severity.ERROR, "short-row", "skills_en.csv"),
        (Severity.UNKNOWN, "not-judged", "skills_en.csv"),
    ]


# --- The official release ----------------------------------------------------


@pytest.fixture
def official(data: Path, needs: Callable[[Path], Path], tmp_path: Path) -> Path:
    folder = tmp_path / "1.1.1"
    for packed in needs(data / "esco/1.1.1").glob("*.zip"):
        zipfile.ZipFile(packed).extractall(folder)
    return folder


def test_real_skills_that_were_cut_off_are_few_errors(official: Path) -> None:
    whole = (official / "skills_en.csv").read_text(encoding="utf-8")
    records = whole.split("\nKnowledgeSkillCompetence,")
    (official / "skills_en.csv").write_text("\nKnowledgeSkillCompetence,".join(records[:7000]), encoding="utf-8")

    errors = judged(official).of(Severity.ERROR)

    assert [(f.code, f.file) for f in errors] == [
        ("unknown-concept", f"{name}.csv")
        for name in ("broaderRelationsSkillPillar", "occupationSkillRelations", "skillSkillRelations")
    ]
    assert len(grave(judged(official))) < 20


def test_real_relations_that_were_cut_off_are_one_error(official: Path) -> None:
    cut(official / "occupationSkillRelations.csv", 60_000)

    (finding,) = judged(official).of(Severity.ERROR)

    assert (finding.code, finding.file) == ("cut-short", "occupationSkillRelations.csv")
