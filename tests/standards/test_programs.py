"""College programs: three shapes, one curriculum, and every bad cell named."""

from pathlib import Path

import pytest

from ontology.errors import RefusedError
from ontology.identifiers import Identifiers
from standards.archives import ArchivedFile
from standards.programs import Curriculum, ProgramFacts, read_program

IDENTIFIERS = Identifiers()


def read(text: str, name: str = "program.csv", **facts: str) -> Curriculum:
    return read_program(ArchivedFile(name, "", text.encode), IDENTIFIERS, ProgramFacts(**facts))


@pytest.mark.parametrize(
    ("file", "label", "cip", "courses", "outcomes"),
    [
        ("basin-rim-instrumentation.csv", "Instrumentation and Control Technology", None, 9, 23),
        ("tamarack-valley-power-generation.csv", "Power Generation Technology", "15.1702", 13, 47),
        ("tamarack-valley-wind-energy.xlsx", "Wind Energy Maintenance", "47.0704", 6, 22),
    ],
)
def test_reads_each_shape(project: Path, file: str, label: str, cip: str | None, courses: int, outcomes: int) -> None:
    path = project / "examples/power-generation/colleges" / file

    curriculum = read_program(ArchivedFile(file, "", path.read_bytes), IDENTIFIERS)

    assert curriculum.program.label.value == label
    assert curriculum.program.instructional_code == cip
    assert (len(curriculum.courses), len(curriculum.outcomes)) == (courses, outcomes)
    assert len(curriculum.report) == 0


def test_a_list_in_a_cell_comes_apart_and_its_lead_in_goes() -> None:
    rows = 'Course,Title,Cr,Prereq,Outcomes\nW 1,Welding,4,"M 1; M 2","Students will:\n1. Weld.\n2) Braze."\n'

    curriculum = read(rows, college="c")

    (course,) = curriculum.courses
    assert (course.code, course.label.value, course.credits) == ("W 1", "Welding", 4)
    assert course.prerequisites == ("M 1", "M 2")
    assert [outcome.statement.value for outcome in curriculum.outcomes_of(course)] == ["Weld.", "Braze."]
    assert course.teaches == tuple(outcome.iri for outcome in curriculum.outcomes)


def test_a_blank_course_is_the_one_above() -> None:
    curriculum = read("Course,Title,Outcome\nW 1,Welding,Weld\n,,Braze\n")

    assert [len(curriculum.outcomes_of(course)) for course in curriculum.courses] == [2]


def test_addresses_stay_when_rows_move() -> None:
    first = read("Course,Outcome\nW 1,Weld\nW 1,Braze\n")
    second = read("Course,Outcome\nW 1,Braze\nW 1,Weld\n")

    assert {o.iri for o in first.outcomes} == {o.iri for o in second.outcomes}


def test_the_same_outcome_twice_is_one() -> None:
    assert len(read("Course,Outcome\nW 1,Weld\nW 1, weld \n").outcomes) == 1


@pytest.mark.parametrize(
    ("text", "code", "row"),
    [
        ("Course,Title\nW 1,Welding\n", "missing-header", None),
        ("Title,Outcome\nWelding,Weld\n", "missing-header", None),
        ("Course,Cr,Outcome\nW 1,four,Weld\n", "malformed-value", 2),
        ("Course,Cr,Outcome\nW 1,400,Weld\n", "out-of-bounds", 2),
        ("Course,CIP,Outcome\nW 1,15.17,Weld\n", "malformed-value", 2),
        ("Course,Outcome\n,Weld\nW 1,Braze\n", "empty-cell", 2),
    ],
)
def test_names_the_bad_cell(text: str, code: str, row: int | None) -> None:
    with pytest.raises(RefusedError) as refused:
        read(text)

    assert [(finding.code, finding.row) for finding in refused.value.report if finding.severity == "error"] == [
        (code, row)
    ]
