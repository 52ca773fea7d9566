"""Syllabi: outcomes are read where a heading says they are, and all else is named with why it is not read."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology.report import Severity
from standards.curricula import Curriculum
from standards.curricula.syllabus import TextLine, syllabus
from standards.curricula.syllabus_headings import Part, heading_of, leads_outcomes

Read = Callable[..., Curriculum]

SYLLABUS = """Tamarack Valley Community College
COURSE SYLLABUS - Fall 2024

ELEC 110 Circuit Theory (5 credits)
Instructor: Pat Smith
Office Hours: M/W 2-4 pm

COURSE DESCRIPTION
Direct and alternating current.

PREREQUISITES
MTH 95 Algebra

STUDENT LEARNING OUTCOMES
Upon completion of this course, students will be able to:
1. Calculate current.
2. Measure voltage with a digital
   multimeter.

GRADING
Exams 40%
A 90-100, B 80-89

CELL PHONES
Students will silence their phones.
"""


def stated(curriculum: Curriculum) -> list[str]:
    return [outcome.statement.value for outcome in curriculum.outcomes]


def test_only_what_stands_below_a_heading_of_outcomes_is_read(read: Read) -> None:
    found = read(SYLLABUS, "elec110.txt")
    (course,) = found.courses

    assert stated(found) == ["Calculate current.", "Measure voltage with a digital multimeter."]
    assert (course.code, course.label.value, course.credits) == ("ELEC 110", "Circuit Theory", 5)
    assert course.description is not None
    assert (course.description.value, course.prerequisites) == ("Direct and alternating current.", ("MTH 95 Algebra",))
    assert found.college == "Tamarack Valley Community College"


def test_what_is_not_read_is_named_with_its_lines_and_its_headings(read: Read) -> None:
    college, first, second = read(SYLLABUS, "elec110.txt").report

    assert (first.code, first.severity, first.row) == ("no-outcomes-here", Severity.INFO, 2)
    assert first.value == "COURSE SYLLABUS - Fall 2024"
    assert (college.code, college.severity, college.row) == ("title", Severity.INFO, 1)
    assert (college.column, college.value) == ("college", "Tamarack Valley Community College")
    assert (
        first.message
        == "lines 2 and 5 to 6 stand under 'Instructor', 'Office Hours', and no outcome is taken from there"
    )
    assert (second.row, second.value) == (21, "Exams 40%")
    assert second.message.startswith("lines 21 to 25 stand under 'GRADING', and no")
    assert second.remedy == "If it says what students can do, put it below a heading 'Learning outcomes'"


def test_a_list_without_any_heading_is_read_whole(read: Read) -> None:
    found = read("Weld pipes\n\nGrade lumber\nTest a pump: note the flow\n", "list.txt")

    assert stated(found) == ["Weld pipes", "Grade lumber", "Test a pump: note the flow"]
    assert len(found.report) == 0


def test_without_outcomes_parts_that_are_known_are_left_out(read: Read) -> None:
    found = read("Instructor: Pat\nWeld pipes\nRead prints\n\nGrading\nExams 40%\n", "list.txt")

    assert stated(found) == ["Weld pipes", "Read prints"]
    assert [(finding.row, finding.value) for finding in found.report] == [(1, "Instructor: Pat"), (6, "Exams 40%")]


LABELED = """Course Number: WELD 101
Course Title: Welding
Credits: 4
Course Objectives
The student will:
- weld fillets
- read symbols

They will also work safely.

This course meets twice a week.

Course Number: WELD 102
Course Title: Pipe
Course Objectives: weld pipe
"""


def test_labels_name_courses_and_a_text_behind_a_list_ends_it(read: Read) -> None:
    found = read(LABELED, "welding.txt")

    assert [(c.code, c.label.value, c.credits) for c in found.courses] == [
        ("WELD 101", "Welding", 4),
        ("WELD 102", "Pipe", None),
    ]
    assert stated(found) == ["weld fillets", "read symbols", "Work safely.", "weld pipe"]
    assert [finding.value for finding in found.report] == ["This course meets twice a week."]


MARKDOWN = """# Wind Energy Technician

Tamarack Valley College

## WIND 101 Introduction

**Instructor:** R. Diaz

### Learning Outcomes
* Climb a tower

### Grading
* Labs 50%

## WIND 120 Hydraulics
### Learning Outcomes
* Bleed a pitch system
"""


def test_headings_of_markdown_name_program_courses_and_parts(read: Read) -> None:
    found = read(MARKDOWN, "wind.md")

    assert (found.program.label.value, found.college) == ("Wind Energy Technician", "Tamarack Valley College")
    assert [course.code for course in found.courses] == ["WIND 101", "WIND 120"]
    assert stated(found) == ["Climb a tower", "Bleed a pitch system"]


def test_outcomes_of_the_program_count_only_where_a_course_has_none_of_its_own(read: Read) -> None:
    program = "Program Learning Outcomes\n1. Work in a team\n\n"

    assert stated(read(f"N 101: Nursing\n\nCourse Outcomes: take a pulse\n{program}", "n.txt")) == ["take a pulse"]
    assert stated(read(f"N 101: Nursing\n\n{program}Textbook: Potter\n", "n.txt")) == ["Work in a team"]


def test_a_title_may_stand_below_its_code_and_headings_may_be_underlined(read: Read) -> None:
    text = "HVAC 130\nRefrigeration\n\nCompetencies\n------\na) charge a system\nb) bleed it\n\n"
    text += "Shop rules\n-----\nBe kind.\n"
    found = read(text, "hvac.txt")

    assert (found.courses[0].code, found.courses[0].label.value) == ("HVAC 130", "Refrigeration")
    assert stated(found) == ["charge a system", "bleed it"]


def test_groups_within_outcomes_do_not_end_them() -> None:
    texts = ["Outcomes", "Motors", "- Wire a motor", "- Test it", "Pumps", "- Align a pump", "- Replace a seal"]
    lines = [TextLine(row, text, apart=text == "Pumps") for row, text in enumerate(texts, 1)]

    assert [line.text for line in syllabus(lines).stated] == texts[1:]


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("III. Student Learning Outcomes (SLOs)", Part.OUTCOMES),
        ("Course Goals and Objectives:", Part.OUTCOMES),
        ("## What you will learn", Part.OUTCOMES),
        ("General Education Outcomes", Part.PROGRAM_OUTCOMES),
        ("Catalog description", Part.DESCRIPTION),
        ("Pre-requisites: MTH 95", Part.PREREQUISITES),
        ("Required Texts and Materials", Part.OTHER),
        ("LATE WORK POLICY", Part.OTHER),
        ("Disability Services", Part.OTHER),
        ("Methods of Evaluation", Part.OTHER),
        ("Instructor's office: B 12", Part.OTHER),
    ],
)
def test_headings_are_known(line: str, part: Part) -> None:
    heading = heading_of(line)

    assert heading is not None
    assert heading.part is part


@pytest.mark.parametrize(
    "line", ["Evaluate lumber", "Safety", "Test pumps", "Schedule work orders", "Outcomes are posted online", "Weld"]
)
def test_outcomes_are_no_headings(line: str) -> None:
    assert heading_of(line) is None
    assert not leads_outcomes(line)


@given(st.lists(st.sampled_from(SYLLABUS.splitlines()), max_size=25))
def test_no_line_is_lost(texts: list[str]) -> None:
    lines = [TextLine(row, text) for row, text in enumerate(texts, 1) if text]
    found = syllabus(lines)

    rows = [line.row for line in found.stated] + [line.row for block in found.left_out for line in block.lines]
    rest = {line.row for line in lines} - set(rows)
    assert len(rows) == len(set(rows))
    said = f"{found.description} {found.prerequisites}"
    assert all(heading_of(line.text) or line.text.strip() in said for line in lines if line.row in rest)


HVAC = """Lower Valley College
Instructor: Pat Smith
Course: HVAC 131 Residential Heating
Quarter: Fall 2026
Credits: 5
Office hours: Monday 2-4
Room 12

Prerequisites: HVAC 101
STUDENT LEARNING OUTCOMES
1. Size gas lines
2. Read electrical prints
"""


def test_a_syllabus_of_one_course_says_all_of_it(read: Read) -> None:
    found = read(HVAC, "syllabus hvac.txt")

    (course,) = found.courses
    assert found.program.label.value == "HVAC 131 Residential Heating"
    assert (course.code, course.label.value, course.credits, course.term, course.prerequisites) == (
        *("HVAC 131", "Residential Heating", 5, "Fall 2026"),
        ("HVAC 101",),
    )
    assert [(finding.code, finding.row) for finding in found.report] == [
        ("title", 1),
        ("no-outcomes-here", 2),
        ("no-outcomes-here", 6),
    ]


@pytest.mark.parametrize("label", ["Quarter", "Semester", "Term", "Term offered"])
def test_a_term_above_the_only_course_is_its_own(read: Read, label: str) -> None:
    (course,) = read(f"{label}: Winter\nCredits: 3\nCourse: Welding\nWeld pipes\n", "w.txt").courses
    first, second = read(f"{label}: Winter\nCourse: Welding\nWeld pipes\nCourse: Safety\nLift\n", "w.txt").courses

    assert (course.term, course.credits) == ("Winter", 3)
    assert (first.term, second.term) == (None, None)


def test_a_program_of_several_courses_is_not_called_after_one(read: Read) -> None:
    assert read("Course: Welding\nWeld\nCourse: Safety\nLift\n", "trades.txt").program.label.value == "trades"


def test_a_program_in_a_text_has_its_award_and_its_code(read: Read) -> None:
    program = read("Program: Welding AAS (CIP 48.0508)\nCourse: Pipes\nWeld pipes\n", "w.txt").program

    assert (program.label.value, program.award, program.instructional_code) == ("Welding", "AAS", "48.0508")


def test_what_stands_alike_in_each_course_is_said_once(read: Read) -> None:
    course = "IMT 1{0} Course {0}\nInstructor: Pat Doe\nRoom 12\n\nLearning outcomes\nWeld joint {0}\n\n"
    found = read("".join(course.format(number) for number in (10, 20, 30)), "imt.txt")

    assert stated(found) == ["Weld joint 10", "Weld joint 20", "Weld joint 30"]
    (finding,) = [finding for finding in found.report if finding.code == "no-outcomes-here"]
    assert finding.message.startswith("lines 2 to 3, 9 to 10 and 16 to 17 stand under 'Instructor', and no outcome")
