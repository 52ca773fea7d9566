"""A program or a skill list on its own."""

from pathlib import Path

import pytest

from ontology.errors import InputError, RefusedError
from ontology.namespaces import CETERMS
from ontology.store import KnowledgeBase
from standards.frameworks import frameworks, read_framework
from standards.imports import import_release


def test_a_program_is_a_release_of_its_own(project: Path) -> None:
    path = project / "examples/power-generation/colleges/basin-rim-instrumentation.csv"
    with KnowledgeBase.in_memory() as base:
        release = import_release(base, "program", [path]).release
        courses = list(base.rows(f"SELECT ?c {{ ?c a <{CETERMS.Course}> }}", [release.iri]))

    assert (release.source, release.version, len(courses)) == ("basin-rim-instrumentation", "1", 9)


def test_a_program_without_its_college_says_what_stands_in(project: Path, tmp_path: Path) -> None:
    path = tmp_path / "welding.csv"
    with KnowledgeBase.in_memory() as base:
        path.write_text("Course,Outcomes\nW 1,Weld pipes\n", encoding="utf-8")
        (finding,) = import_release(base, "program", [path]).report
        path.write_text("College,Course,Outcomes\nCascade River College,W 1,Weld pipes\n,,Braze\n", encoding="utf-8")
        done = import_release(base, "program", [path])
        query = "SELECT ?c ?name { ?p a ceterms:LearningProgram; ceterms:offeredBy ?c. ?c skos:prefLabel ?name }"
        rows = list(base.rows(query, [done.release.iri]))

    assert (finding.severity, finding.code, finding.value) == ("unknown", "unnamed-college", "welding")
    assert finding.remedy == "Add a column College with its name"
    assert len(done.report) == 0
    assert rows == [(base.identifiers.mint("organization", "cascade-river-college"), "Cascade River College")]


def test_a_list_is_a_framework_of_its_own(project: Path) -> None:
    path = project / "examples/power-generation/firms/tamarack-pud.xlsx"
    with KnowledgeBase.in_memory() as base:
        import_release(base, "sheet", [path], version="2026")

        assert frameworks(base) == ["tamarack-pud"]
        assert len(read_framework(base, "tamarack-pud@2026")) == 46


def test_refuses_a_bad_cell_and_more_than_one_file(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("Job,Level,Skill\nHelper,9,Weld\n", encoding="utf-8")
    with KnowledgeBase.in_memory() as base:
        with pytest.raises(RefusedError):
            import_release(base, "sheet", [tmp_path / "a.csv"])
        (tmp_path / "b.csv").write_text("x\n", encoding="utf-8")
        with pytest.raises(InputError, match="2 files"):
            import_release(base, "sheet", [tmp_path])
        assert base.releases() == []
