"""Matrices of outcomes by courses: every mark is an outcome of its course, at its level, and no other is."""

from __future__ import annotations

import csv
from collections.abc import Callable
from io import BytesIO, StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from ontology.errors import RefusedError
from ontology.identifiers import Identifiers
from ontology.records import TeachingLevel
from ontology.report import Severity
from standards.archives import ArchivedFile
from standards.curricula import Curriculum, ProgramForm, read_program, recognize

Read = Callable[..., Curriculum]
FIRST, MORE, LAST = TeachingLevel.INTRODUCED, TeachingLevel.REINFORCED, TeachingLevel.MASTERED

MAP = """Industrial Maintenance Technician AAS-T  (CIP 47.0303)
No.,Program outcome,IMT 101,IMT 120,IMT 130 Motors (5 credits)
1,Read electrical prints,I,R,M
2,Align rotating shafts,,I,X
3,Work in a team,,-,
"""


def taught(curriculum: Curriculum) -> dict[tuple[str | None, str], str | None]:
    """Return the level of each outcome, by the code of its course and its words."""
    return {
        (course.code, outcome.statement.value): outcome.level
        for course in curriculum.courses
        for outcome in curriculum.outcomes_of(course)
    }


def test_a_mark_is_an_outcome_of_its_course(read: Read) -> None:
    found = read(MAP)

    assert taught(found) == {
        ("IMT 101", "Read electrical prints"): FIRST,
        ("IMT 120", "Read electrical prints"): MORE,
        ("IMT 130", "Read electrical prints"): LAST,
        ("IMT 120", "Align rotating shafts"): FIRST,
        ("IMT 130", "Align rotating shafts"): None,
    }
    assert [outcome.code for outcome in found.outcomes] == ["1", "1", "2", "1", "2"]
    program, motors = found.program, found.courses[2]
    assert (program.label.value, program.award, program.instructional_code) == (
        "Industrial Maintenance Technician",
        "AAS-T",
        "47.0303",
    )
    assert (motors.label.value, motors.credits) == ("Motors", 5)
    assert [(f.code, f.row, f.value) for f in found.report if f.severity is Severity.WARNING] == [
        ("untaught-outcome", 5, "Work in a team")
    ]


@pytest.mark.parametrize("named", [{}, {"outcome": "Program outcome"}])
@pytest.mark.parametrize("name", ["map.csv", "map"])
def test_a_matrix_is_known_by_its_header(read: Read, name: str, named: dict[str, str]) -> None:
    assert len(read(MAP, name, ProgramForm(columns=named)).outcomes) == 5


@pytest.mark.parametrize(
    ("mark", "level"),
    [
        *(("I", FIRST), ("m", LAST), ("Introduced", FIRST), ("P", MORE), ("I, R", MORE), ("I/A", FIRST)),
        *(("X", None), ("✓", None), ("A", None)),
    ],
)
def test_marks_mean_levels(read: Read, mark: str, level: str | None) -> None:
    found = read(f'Program outcome,WLD 101,WLD 102\nWeld pipes,"{mark}",x\n', "map.csv")

    assert taught(found)["WLD 101", "Weld pipes"] == level
    assert [finding.code for finding in found.report] == ["matrix"]


@pytest.mark.parametrize(
    "legend", ['"1 = Introduced, 2 = Reinforced, 3 = Mastered",,', "1,Introduced,\n2,Reinforced,\n3,Mastered,"]
)
def test_numbers_mean_what_a_legend_says(read: Read, legend: str) -> None:
    rows = "Program outcome,WLD 101,WLD 102\nWeld pipes,1,3\nRead prints,2,\n"

    found = read(f"{rows}{legend}\n", "map.csv")

    assert taught(found) == {
        ("WLD 101", "Weld pipes"): FIRST,
        ("WLD 101", "Read prints"): MORE,
        ("WLD 102", "Weld pipes"): LAST,
    }
    assert [finding.code for finding in found.report] == ["matrix"]


def test_a_mark_that_is_not_known_is_named_with_its_place_and_the_remedy(read: Read) -> None:
    found = read("Program outcome,WLD 101,WLD 102\nWeld pipes,1,I\nRead prints,1,?\n", "map.csv")

    assert taught(found)["WLD 101", "Weld pipes"] is None
    one, other = (finding for finding in found.report if finding.code == "unknown-value")
    assert (one.row, one.column, one.value) == (2, "WLD 101", "1")
    assert "here and in 1 other cell" in one.message
    assert "1 = Introduced" in one.remedy
    assert (other.row, other.column, other.value) == (3, "WLD 102", "?")


def test_an_outcome_that_looks_like_a_legend_stays(read: Read) -> None:
    found = read("Program outcome,WLD 101,WLD 102\nA: Assess hazards at work,I,\nM - Master,,R\n", "map.csv")

    assert len(found.outcomes) == 2


def test_titles_may_stand_below_the_codes_and_totals_below_the_outcomes(read: Read) -> None:
    found = read("Outcome,WLD 101,WLD 102\n,Pipe welding,Blueprint reading\nWeld pipes,I,R\nTotal,1,1\n", "map.csv")

    assert [course.label.value for course in found.courses] == ["Pipe welding", "Blueprint reading"]
    assert len(found.outcomes) == 2
    assert [finding.code for finding in found.report] == ["matrix", "footer-row"]


def test_a_column_that_is_no_course_is_named(read: Read) -> None:
    (matrix, strange) = read("Program outcome,WLD 101,WLD 102,Notes\nWeld pipes,I,R,good\n", "map.csv").report

    assert (matrix.severity, strange.severity) == (Severity.INFO, Severity.WARNING)
    assert (strange.code, strange.column, strange.row) == ("unknown-header", "Notes", 1)


def test_columns_of_courses_with_texts_are_no_matrix(read: Read) -> None:
    with pytest.raises(RefusedError, match="there is no such column"):
        read("Week,WLD 101,WLD 102\nOne more,Weld pipes with care,Read prints of pipes\n", "map.csv")


def test_words_of_a_text_are_no_matrix(written: Callable[..., ArchivedFile]) -> None:
    text = "Prerequisites are, ELEC 110, ELEC 120\nRead prints, and sketch\nBend pipe, and cut\n"

    assert recognize(written(text, "syllabus")).name == "text"


LEVELS = {"": None, "I": FIRST, "R": MORE, "M": LAST, "Introduced": FIRST, "mastered": LAST, "D": MORE}


@st.composite
def matrices(draw: st.DrawFn) -> list[list[str]]:
    """A matrix of 1 to 6 outcomes by 2 to 5 courses, with at least one mark."""
    courses = [f"IMT {100 + number}" for number in range(draw(st.integers(2, 5)))]
    marks = st.lists(st.sampled_from(sorted(LEVELS)), min_size=len(courses), max_size=len(courses))
    rows = [[f"Repair the machine of kind {at}", *draw(marks)] for at in range(draw(st.integers(1, 6)))]
    rows[0][1] = rows[0][1] or "I"
    return [["Program outcome", *courses], *rows]


@given(matrices(), st.booleans())
def test_what_is_marked_is_read_back_and_nothing_else(rows: list[list[str]], as_workbook: bool) -> None:
    header, *outcomes = rows
    name = "map.xlsx" if as_workbook else "map.csv"
    data = _workbook(rows) if as_workbook else _csv(rows)

    found = read_program(ArchivedFile(name, "", lambda: data), Identifiers())

    assert [course.code for course in found.courses] == header[1:]
    assert taught(found) == {
        (course, cells[0]): LEVELS[mark]
        for cells in outcomes
        for course, mark in zip(header[1:], cells[1:], strict=True)
        if mark
    }


def _csv(rows: list[list[str]]) -> bytes:
    text = StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue().encode()


def _workbook(rows: list[list[str]]) -> bytes:
    book, content = Workbook(), BytesIO()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append([cell or None for cell in row])
    book.save(content)
    return content.getvalue()
