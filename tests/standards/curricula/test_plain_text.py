"""Programs in plain text: what a heading is, and where each statement stands."""

from collections.abc import Callable

import pytest

from ontology.errors import RefusedError, UnreadableError
from ontology.report import Severity
from standards.archives import ArchivedFile
from standards.curricula import Curriculum, program_table
from standards.curricula.course_names import CourseName, course_name, names_course

Read = Callable[..., Curriculum]

SYLLABUS = """# Power Generation Technology
College: Tamarack Valley College

## ELEC 110 Circuit Theory (5 credits)
Upon completion, students will be able to:
- Calculate voltage
- Measure current
  with a multimeter

MECH 120: Pumps
Credits: 4.5
1. Align a pump
2. Test a pump; replace bearings
ISO 9001 audits are passed

Course: Safety
Lift loads
"""


def test_headings_start_courses_and_lines_are_outcomes(read: Read) -> None:
    curriculum = read(SYLLABUS, "power.txt")

    assert curriculum.program.label.value == "Power Generation Technology"
    assert [(c.code, c.label.value, c.credits) for c in curriculum.courses] == [
        ("ELEC 110", "Circuit Theory", 5),
        ("MECH 120", "Pumps", 4.5),
        (None, "Safety", None),
    ]
    assert [[o.statement.value for o in curriculum.outcomes_of(course)] for course in curriculum.courses] == [
        ["Calculate voltage", "Measure current with a multimeter"],
        ["Align a pump", "Test a pump", "replace bearings", "ISO 9001 audits are passed"],
        ["Lift loads"],
    ]
    (name,) = curriculum.report
    assert (name.code, name.row, name.column, name.value) == ("title", 1, "program", "Power Generation Technology")


def test_a_statement_is_cited_by_its_line(written: Callable[..., ArchivedFile]) -> None:
    table = program_table(written(SYLLABUS, "power.txt"))

    assert table.frame["row"].to_list() == [6, 7, 12, 13, 13, 14, 17]
    assert set(table.frame["college"]) == {"Tamarack Valley College"}
    assert table.kept <= table.rows


def test_without_headings_the_file_is_the_course(read: Read) -> None:
    (course,) = read("Weld pipes\n\nRead prints\n", "welding.txt").courses

    assert (course.label.value, len(course.teaches)) == ("welding", 2)


def test_a_heading_without_lines_is_a_course_without_outcomes(read: Read) -> None:
    curriculum = read("ELEC 110 Circuits\nELEC 120 Motors\nWire a motor\n", "power.txt")

    assert [len(course.teaches) for course in curriculum.courses] == [0, 1]
    assert [finding.code for finding in curriculum.report] == ["no-outcome"]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("ELEC 110 Circuit Theory", CourseName("Circuit Theory", "ELEC 110")),
        ("BIO-101", CourseName("BIO-101", "BIO-101")),
        ("ENGL&101 - Composition, 5 cr", CourseName("Composition", "ENGL&101", 5)),
        ("MATH 099.2A | Algebra [2.5 Units]", CourseName("Algebra", "MATH 099.2A", 2.5)),
        ("Circuit Theory (3 credits)", CourseName("Circuit Theory", credits=3)),
    ],
)
def test_a_name_says_code_title_and_credits(line: str, name: CourseName) -> None:
    assert course_name(line) == name


@pytest.mark.parametrize(
    "line",
    ["NFPA 70 Rules", "ELEC 110 is required.", "ELEC 110 and its laws", "Use ELEC 110", "3. Weld pipes", "ELEC 110 A."],
)
def test_what_names_no_course(line: str) -> None:
    assert not names_course(line)


@pytest.mark.parametrize("mark", [b"\xff\xfe", b"\xfe\xff"])
def test_text_of_two_bytes_a_letter_is_read(written: Callable[..., ArchivedFile], mark: bytes) -> None:
    data = mark + "Weld pipes".encode("utf-16-le" if mark == b"\xff\xfe" else "utf-16-be")

    assert program_table(written(data, "w.txt")).frame["outcome"].to_list() == ["Weld pipes"]


@pytest.mark.parametrize(
    "damaged", [b"Weld\nSoldar tuber\x81as\n", "Weld “pipes”\nSoldar tuber".encode() + b"\xedas\n"]
)
def test_damaged_text_is_refused_with_its_line(
    read: Read, written: Callable[..., ArchivedFile], damaged: bytes
) -> None:
    with pytest.raises(RefusedError) as refused:
        read(damaged, "w.txt")
    assert [(finding.code, finding.row) for finding in refused.value.report] == [("encoding", 2)]

    table = program_table(written(damaged, "w.txt"), skip_bad_rows=True)
    assert table.kept == 2


@pytest.mark.parametrize(
    ("name", "text", "row"),
    [
        ("w.txt", "Weld\nRead the “plan”\n", 2),
        ("w.csv", "Course,Outcome\nW 1,Weld\nW 1,Read the “plan”\n", 3),
        ("w.csv", "Program outcome,WLD 101,WLD 102\nWeld,I,\nRead the “plan”,R,M\n", 3),
    ],
)
def test_text_of_windows_is_read_with_a_warning(read: Read, name: str, text: str, row: int) -> None:
    curriculum = read(text.encode("cp1252"), name)

    assert "Read the “plan”" in {outcome.statement.value for outcome in curriculum.outcomes}
    (finding,) = (finding for finding in curriculum.report if finding.code == "windows-text")
    assert (finding.severity, finding.row, finding.value) == (Severity.WARNING, row, "Read the “plan”")
    assert "'“'" in finding.message


def test_what_is_no_text_is_refused(read: Read) -> None:
    with pytest.raises(UnreadableError, match="holds bytes that no text has"):
        read(b"W\0e\0l\0d", "w.txt")
    with pytest.raises(UnreadableError, match="holds bytes that no text has"):
        read(b"Weld\0\0pipes", "w.txt")


def test_a_single_zero_byte_is_taken_out_with_a_warning(read: Read) -> None:
    curriculum = read(b"Braze\nWe\0ld pipes\n", "w.txt")

    assert sorted(outcome.statement.value for outcome in curriculum.outcomes) == ["Braze", "Weld pipes"]
    (finding,) = curriculum.report
    assert (finding.code, finding.severity, finding.row) == ("nul-byte", Severity.WARNING, 2)


HOURS = """Syllabus: HVAC 131 Residential Heating
Tamarack Valley Community College
Credits: 6   Lecture: 2  Lab: 8

Learning outcomes
1. Weld pipes.
"""


def test_a_line_that_says_syllabus_names_its_course_and_the_next_its_college(read: Read) -> None:
    found = read(HOURS, "hvac131.txt")

    assert [(c.code, c.label.value, c.credits) for c in found.courses] == [("HVAC 131", "Residential Heating", 6)]
    assert found.college == "Tamarack Valley Community College"
    assert [(f.code, f.row, f.column) for f in found.report] == [("title", 2, "college")]


@pytest.mark.parametrize(
    "line",
    [
        "Course Syllabus - HVAC 131 Residential Heating",
        "# Syllabus for HVAC 131: Residential Heating",
        "SYLLABUS HVAC 131 Residential Heating",
    ],
)
def test_syllabus_before_a_code_is_no_part_of_the_title(read: Read, line: str) -> None:
    (course,) = read(f"{line}\nOutcomes\nWeld pipes\n", "x.txt").courses

    assert (course.code, course.label.value) == ("HVAC 131", "Residential Heating")


@pytest.mark.parametrize("line", ["Syllabus for HVAC 131 is subject to change.", "Syllabus: Residential Heating"])
def test_syllabus_without_a_course_behind_it_names_none(read: Read, line: str) -> None:
    (course,) = read(f"{line}\nOutcomes\nWeld pipes\n", "x.txt").courses

    assert (course.code, course.label.value) == (None, "x")


@pytest.mark.parametrize(
    ("said", "credits"),
    [
        ("6   Lecture: 2  Lab: 8", 6),
        ("4.5 credits", 4.5),
        ("6 (2 lecture, 8 lab)", 6),
        ("6 | Hours: 88", 6),
        ("12", 12),
    ],
)
def test_credits_are_the_number_that_stands_first(read: Read, said: str, credits: float) -> None:
    found = read(f"HVAC 131 Heating\nCredits: {said}\nOutcomes\nWeld pipes\n", "x.txt")

    assert [course.credits for course in found.courses] == [credits]
    assert len(found.report) == 0


@pytest.mark.parametrize("said", ["3-5", "12 to 15", "2.5 or 3", "variable", "100"])
def test_credits_that_are_no_number_are_named(read: Read, said: str) -> None:
    found = read(f"HVAC 131 Heating\nCredits: {said}\nOutcomes\nWeld pipes\n", "x.txt")

    assert [course.credits for course in found.courses] == [None]
    assert [(f.code, f.row, f.value) for f in found.report] == [("strange-credits", 2, said)]


def test_a_course_called_after_a_college_names_none(read: Read) -> None:
    found = read("MATH 141\nCollege Algebra\nOutcomes\nSolve equations\n", "x.txt")

    assert (found.courses[0].label.value, found.college) == ("College Algebra", "")
