"""Catalogs out of Kuali: versions, objectives without their order, and a real catalog of 187 courses."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ontology.errors import RefusedError
from ontology.report import Severity
from standards.archives import ArchivedFile
from standards.curricula import Curriculum, program_table
from standards.curricula.listing import listing

Read = Callable[..., Curriculum]


def course(**fields: Any) -> dict[str, Any]:  # noqa: ANN401 - whatever an entry may hold
    return {"clu_id": "u1", "code": "ELEC110", "title": "Circuits", "learning_objectives": ["Wire a motor"]} | fields


def statements(curriculum: Curriculum) -> list[str]:
    return [outcome.statement.value for outcome in curriculum.outcomes]


def test_an_entry_is_a_course_at_an_address_by_its_own_key(read: Read) -> None:
    curriculum = read([course(description="All about them.")], "catalog.json", college="c")

    (found,) = curriculum.courses
    assert (found.iri, found.code) == ("http://localhost:8000/id/course/c/u1", "ELEC110")
    assert (found.label.value, str(found.description)) == ("Circuits", "All about them.")
    assert (curriculum.program.label.value, statements(curriculum)) == ("catalog", ["Wire a motor"])
    assert len(curriculum.report) == 0


def test_objectives_get_their_order_and_their_lead_in_back(read: Read) -> None:
    objectives = ["2.\tthe wear", "1.\tthe rust", "Explain the causes of:"]

    curriculum = read([course(learning_objectives=objectives)], "catalog.json")

    assert statements(curriculum) == ["Explain the causes of the rust", "Explain the causes of the wear"]


def test_versions_of_a_course_are_courses_and_that_is_said(read: Read) -> None:
    curriculum = read([course(), course(clu_id="u2", learning_objectives=["Test it"])], "catalog.json")

    assert [found.code for found in curriculum.courses] == ["ELEC110", "ELEC110"]
    assert [finding.code for finding in curriculum.report] == ["several-versions"]


@pytest.mark.parametrize("objectives", [[], None, ["None"], ["."], ""])
def test_a_course_that_states_nothing_is_kept_and_said(read: Read, objectives: Any) -> None:  # noqa: ANN401
    curriculum = read([course(learning_objectives=objectives)], "catalog.json")

    assert (len(curriculum.courses), statements(curriculum)) == (1, [])
    assert "no-outcome" in [finding.code for finding in curriculum.report]


def test_a_lead_in_that_says_more_is_in_the_report(read: Read) -> None:
    curriculum = read([course(learning_objectives=["Topics of this and that include:", "- rust"])], "catalog.json")

    (finding,) = curriculum.report
    assert (finding.code, finding.severity, finding.row) == ("no-statement", Severity.INFO, 1)
    assert finding.value == "Topics of this and that include:"


@pytest.mark.parametrize("wrong", [7, {"code": " ", "title": None}, course(code="E", learning_objectives=[1])])
def test_a_wrong_entry_is_refused_or_left_out(read: Read, written: Callable[..., ArchivedFile], wrong: Any) -> None:  # noqa: ANN401
    with pytest.raises(RefusedError) as refused:
        read([course(), wrong], "catalog.json")
    (error,) = refused.value.report
    assert (error.code, error.row) == ("malformed-entry", 2)

    table = program_table(written([course(), wrong], "catalog.json"), skip_bad_rows=True)
    assert (table.kept, table.rows) == (1, 2)
    assert [finding.severity for finding in table.report] == [Severity.WARNING]


def test_the_real_catalog_is_one_program_of_187_courses(data: Path, needs: Callable[[Path], Path], read: Read) -> None:
    path = needs(data / "curricula/umd_kuali/umd_courses_with_learning_objectives.json")

    curriculum = read(path.read_bytes(), path.name)

    assert (len(curriculum.courses), len(curriculum.outcomes)) == (187, 806)
    silent = [course.code for course in curriculum.courses if not course.teaches]
    assert silent == ["MATH848", "MATH808", "MATH818", "MATH868", "MATH858"]
    assert [s for s in statements(curriculum) if s[0] in '"*-\t' or s.endswith((":", ";", ","))] == []
    assert [s for s in statements(curriculum) if listing(s).statements != (s,)] == []
    assert {outcome.statement.language for outcome in curriculum.outcomes} == {"en"}


def test_what_it_says_is_what_an_instructor_reads(data: Path, needs: Callable[[Path], Path], read: Read) -> None:
    path = needs(data / "curricula/umd_kuali/umd_courses_with_learning_objectives.json")

    curriculum = read(path.read_bytes(), path.name)

    def said(code: str) -> list[str]:
        course = next(course for course in curriculum.courses if course.code == code)
        return [outcome.statement.value for outcome in curriculum.outcomes_of(course)]

    assert said("BUMO714") == [
        "Identify the strengths and weaknesses of different conflict styles.",
        "Diagnose your own conflict style, including how to offset weaknesses.",
        "Understand fundamental differences in competitive and collaborative negotiation approaches.",
        "Gain practice in negotiating contracts and salaries.",
    ]
    assert said("BMGT705")[0] == (
        "Appreciate why cybersecurity is essential to all organizations and describe the risks associated with "
        "security gaps or lapses at the brand/reputation, operational, safety or sustainability level."
    )
    assert said("BSCI283")[4] == (
        "engage students in problem solving by creating opportunities for students to think deeply about basic biology "
        "concepts and how these relate to microbes"
    )
    assert len(said("MATH315")) == 7


def test_all_courses_of_the_real_catalog_are_kept(data: Path, needs: Callable[[Path], Path], read: Read) -> None:
    path = needs(data / "curricula/umd_kuali/umd_courses_all.json")

    curriculum = read(path.read_bytes(), path.name)

    assert len(curriculum.courses) == 1837
    assert sum(finding.code == "no-outcome" for finding in curriculum.report) == 1837 - 182
