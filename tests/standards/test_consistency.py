"""Consistency: a course is one however its code is written, and only what may be a course is missed as one."""

import pytest

from ontology.identifiers import Identifiers
from standards.archives import ArchivedFile
from standards.consistency import course_slug, inconsistencies
from standards.curricula import ProgramFacts, program_table, to_curriculum


def found(text: str) -> list[tuple[str, int | None, str]]:
    table = program_table(ArchivedFile("program.csv", "", text.encode))
    return [(finding.code, finding.row, finding.value) for finding in inconsistencies(table)]


def test_a_course_is_one_however_its_code_is_written() -> None:
    rows = "Course,Title,Outcome\nBIO 101,Biology,Name cells\nBIO-101,,List cells\nbio 101,,Draw cells\n"
    table = program_table(ArchivedFile("program.csv", "", rows.encode))

    (course,) = to_curriculum(table, Identifiers(), ProgramFacts()).courses

    assert list(inconsistencies(table)) == []
    assert (course.code, len(course.teaches)) == ("BIO 101", 3)
    assert course.iri.endswith(f"/{course_slug('BIO-101')}")


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("Course,Title,Outcome\nW 1,A,Weld\nW-1,B,Braze\n", ("several-titles", 3, "B")),
        ("Course,Outcome\nW 1,Weld  pipes\nw-1,weld pipes\n", ("repeated-outcome", 3, "weld pipes")),
        ("Course,Title,Outcome\nW 1,A,Weld\nW 2,B,\nW-2,B,\n", ("no-outcome", 3, "W 2")),
    ],
)
def test_what_rows_say_of_one_course(text: str, finding: tuple[str, int, str]) -> None:
    assert found(text) == [finding]


@pytest.mark.parametrize(
    ("cell", "unknown"),
    [
        ("W1; w-1 and W 1", []),
        ("Grade 10; Level 2; ACT 21, or permission", []),
        ("W 9 & W8", ["W 9", "W8"]),
        ("ENGL 101", []),
        ("Math 107; MATH& 141", ["Math 107"]),
    ],
)
def test_a_prerequisite_is_missed_where_the_file_has_courses_with_such_letters(cell: str, unknown: list[str]) -> None:
    rows = f'Course,Prereq,Outcome\nW 1,"{cell}",Weld\nMATH& 141,,Add\n'

    assert found(rows) == [("unknown-prerequisite", 2, value) for value in unknown]


def test_a_prerequisite_that_is_no_course_is_missed_once_for_each_course() -> None:
    rows = "Course,Prereq,Outcome\nW 1,W 9,Weld\nW 1,W 9,Braze\nW-1,w9,Cut\nW 2,W 9,Bend\n"

    assert found(rows) == [("unknown-prerequisite", 2, "W 9"), ("unknown-prerequisite", 5, "W 9")]


def test_a_file_of_one_course_can_hold_no_prerequisite() -> None:
    one = "Course,Prereq,Outcome\nHVAC 131,HVAC 101,Weld\n"

    assert found(one) == []
    assert found(f"{one}HVAC 132,,Braze\n") == [("unknown-prerequisite", 2, "HVAC 101")]
