"""Footers of sheets: totals and footnotes are skipped and named; courses that look a little like them are read."""

from collections.abc import Callable

import pytest

from ontology.report import Severity
from standards.curricula import Curriculum
from standards.curricula.footers import FOOTER, footer

Read = Callable[..., Curriculum]

ROWS = "Course,Title,Credits,Outcome\nHVAC 101,Heating,6,Weld pipes\n,,,Braze tubes\n"
NOTE = "* Courses marked with asterisk transfer to CWU"


@pytest.mark.parametrize(
    ("below", "column", "value", "kind"),
    [
        ("TOTAL CREDITS,,98-105,", "Course", "TOTAL CREDITS", "total"),
        (",TOTAL CREDITS,98-105,", "Title", "TOTAL CREDITS", "total"),
        (f"{NOTE},,,", "Course", NOTE, "footnote"),
        (f",{NOTE},,", "Title", NOTE, "footnote"),
    ],
)
def test_a_footer_is_no_course_and_is_named(read: Read, below: str, column: str, value: str, kind: str) -> None:
    curriculum = read(f"{ROWS}{below}\n")
    found = [finding for finding in curriculum.report if finding.code == FOOTER]

    assert [(course.code, len(course.teaches)) for course in curriculum.courses] == [("HVAC 101", 2)]
    assert [(f.severity, f.row, f.column, f.value) for f in found] == [(Severity.INFO, 4, column, value)]
    assert found[0].message == f"is a {kind} and no course; the row is skipped"
    assert all(finding.severity is Severity.INFO for finding in curriculum.report)


def test_several_footers_below_each_other_are_all_named(read: Read) -> None:
    curriculum = read(f"{ROWS}TOTAL CREDITS,,6,\n{NOTE},,,\n,Total hours,60,\n")

    assert [course.code for course in curriculum.courses] == ["HVAC 101"]
    assert [finding.row for finding in curriculum.report if finding.code == FOOTER] == [4, 5, 6]


def test_codes_in_two_columns_have_footers_too(read: Read) -> None:
    curriculum = read("Subject,Number,Title,Outcome\nHVAC,101,Heating,Weld pipes\nTotal,,,\n")

    assert [course.code for course in curriculum.courses] == ["HVAC 101"]
    assert [(f.row, f.value) for f in curriculum.report if f.code == FOOTER] == [(3, "Total")]


@pytest.mark.parametrize(
    "row",
    [
        "BUS 210,Total Quality Management,5,",
        "BUS 210,TOTAL CREDITS,5,",
        "BUS 210,* Courses that transfer to CWU,5,",
        "*BUS 210,Ledgers,5,",
    ],
)
def test_a_row_with_a_code_of_its_own_is_a_course(read: Read, row: str) -> None:
    curriculum = read(f"{ROWS}{row}\n")

    assert [course.code for course in curriculum.courses] == ["HVAC 101", row.partition(",")[0]]
    assert FOOTER not in [finding.code for finding in curriculum.report]


def test_a_row_with_an_outcome_is_read_whatever_its_title(read: Read) -> None:
    curriculum = read(f"{ROWS},Total credits,,Count credits\n")

    assert [outcome.statement.value for outcome in curriculum.outcomes][-1] == "Count credits"
    assert FOOTER not in [finding.code for finding in curriculum.report]


@pytest.mark.parametrize("cell", ["Totals", "Program Total", "Total credits for AAS: 92", "Subtotal 18", "Total: 92"])
def test_totals(cell: str) -> None:
    assert footer(cell) == "total"


@pytest.mark.parametrize(
    "cell", ["", "Total Station Surveying", "*Welding I", "* HVAC 131 Residential Heating", "Notes"]
)
def test_what_is_no_footer(cell: str) -> None:
    assert footer(cell) == ""
