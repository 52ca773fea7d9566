"""Layouts of spreadsheets: codes in two columns, outcomes in several, titles above the header, columns left unread."""

from collections.abc import Callable

import pytest

from ontology.errors import RefusedError
from ontology.report import Finding
from standards.archives import ArchivedFile
from standards.curricula import Curriculum, ProgramForm, parted

Read = Callable[..., Curriculum]


def stated(curriculum: Curriculum) -> list[str]:
    return [outcome.statement.value for outcome in curriculum.outcomes]


def named(curriculum: Curriculum, code: str) -> list[Finding]:
    return [finding for finding in curriculum.report if finding.code == code]


@pytest.mark.parametrize("heads", ["Subj,Num", "Subject,No.", "Dept,Number", "Prefix,Course number", "Subject,Crs #"])
def test_a_code_in_two_columns_is_one(read: Read, heads: str) -> None:
    found = read(
        f"{heads},Title,CR HRS,Sem.,Outcome\nELEC,110,Circuits,5,1,Weld\n,,,,,Braze\nELEC,ELEC 120,M,4,2,Cut\n"
    )

    assert [(course.code, course.credits, course.term) for course in found.courses] == [
        ("ELEC 110", 5, "1"),
        ("ELEC 120", 4, "2"),
    ]
    assert [len(course.teaches) for course in found.courses] == [2, 1]


def test_beside_a_code_a_column_course_is_its_title(read: Read) -> None:
    for heads in ("Course,Course No.", "Course,Catalog number"):
        (course,) = read(f"{heads},Outcome\nCircuits,ELEC 110,Weld\n").courses
        assert (course.code, course.label.value) == ("ELEC 110", "Circuits")


def test_code_title_and_credits_may_stand_in_one_cell(read: Read) -> None:
    (course, other) = read("Course,Outcome\nELEC 110 - Circuits (5 credits),Weld\nSafety,Lift\n").courses

    assert (course.code, course.label.value, course.credits) == ("ELEC 110", "Circuits", 5)
    assert (other.code, other.label.value) == ("Safety", "Safety")


@pytest.mark.parametrize("name", ["Outcome {}", "SLO{}", "CLO #{}", "Learning Outcome {}", "Objective {}:"])
def test_outcomes_in_columns_of_their_own_are_read_in_order(read: Read, name: str) -> None:
    heads = ",".join(name.format(number) for number in (1, 2, 3))
    found = read(f"Course,{heads}\nW 1,Weld,,Cut\nW 2,,,\n")

    assert stated(found) == ["Weld", "Cut"]
    assert [finding.code for finding in found.report] == ["no-outcome"]


def test_the_weaker_of_two_columns_is_said_with_the_line_that_takes_it(read: Read) -> None:
    text = "Course,Objectives,Learning outcomes,Units,Credits\nW 1,See the catalog,Weld,3,5\n"
    found = read(text)

    assert stated(found) == ["Weld"]
    assert found.courses[0].credits == 5
    assert [(f.column, f.severity, f.row) for f in named(found, "second-column")] == [
        ("Objectives", "warning", 1),
        ("Units", "warning", 1),
    ]
    (first, _) = named(found, "second-column")
    assert first.remedy.endswith('--column "outcome=Objectives"')
    pairs = parted([first.remedy.split('"')[1]])
    assert stated(read(text, form=ProgramForm(columns=dict(pairs)))) == ["See the catalog"]


def test_what_numbers_outcomes_is_their_code(read: Read) -> None:
    found = read("Course,SLO,Outcome statement\nW 1,1,Weld\nW 1,2,Braze\n")

    assert [(outcome.code, outcome.statement.value) for outcome in found.outcomes] == [("1", "Weld"), ("2", "Braze")]


@pytest.mark.parametrize(
    ("header", "option"),
    [
        ("Levle", '--column "level=Levle"'),
        ("Mastery stage", '--column "level=Mastery stage"'),
        ("Summary of course", '--column "description=Summary of course"'),
        ("Room", '--column "FIELD=Room"'),
        ('Level "new"', "--column 'level=Level \"new\"'"),
    ],
)
def test_an_unknown_column_has_a_line_to_paste(read: Read, header: str, option: str) -> None:
    quoted = header.replace('"', '""')
    (finding,) = named(read(f'Course,Outcome,"{quoted}"\nW 1,Weld,x\n'), "unknown-header")

    assert option in finding.remedy


def test_a_missing_column_has_a_line_to_paste(read: Read) -> None:
    with pytest.raises(RefusedError) as refused:
        read("Course,What they learn\nW 1,Weld\n")
    (finding,) = refused.value.report
    meant = "Rename it to 'Learning outcomes' if that is meant"
    assert finding.remedy == f'{meant}, or say so: --column "outcome=What they learn"'

    with pytest.raises(RefusedError) as refused:
        read("Course,Room\nW 1,B2\n")
    (finding,) = refused.value.report
    assert finding.remedy.endswith('--column "outcome=HEADER"')


def test_a_map_of_marks_is_no_list_of_outcomes(read: Read) -> None:
    with pytest.raises(RefusedError) as refused:
        read("Course,SLO 1,SLO 2\nW 1,I,R\nW 2,M,\n")
    (finding,) = refused.value.report
    assert "'SLO 1', 'SLO 2' have marks" in finding.message

    found = read("Course,Outcome,SLO 1\nW 1,Weld,I\n")
    assert stated(found) == ["Weld"]
    assert "has marks" in named(found, "second-column")[0].message


TITLED = """Lakeland Community College,,
"Welding Technology, AAS - Curriculum Map 2024-25",,
Updated May 2024,,
Instructions: one row for each outcome,,
Course,Title,Outcome
W 1,Welding,Weld
"""


def test_titles_above_the_header_name_program_and_college(read: Read) -> None:
    found = read(TITLED)

    assert (found.program.label.value, found.college) == ("Welding Technology", "Lakeland Community College")
    assert found.program.award == "AAS"
    assert [(f.row, f.column, f.severity) for f in named(found, "title")] == [
        (1, "college", "info"),
        (2, "program", "info"),
        (2, "award", "info"),
    ]


def test_what_columns_or_options_name_goes_before_titles(read: Read) -> None:
    said = read("Our list,,\nProgram,Course,Outcome\nWelding,W 1,Weld\n")
    assert (said.program.label.value, named(said, "title")) == ("Welding", [])

    form = ProgramForm(program="Pipe Welding", college="Basin Rim College")
    told = read(TITLED, form=form)
    assert (told.program.label.value, told.college) == ("Pipe Welding", "Basin Rim College")
    assert [finding.column for finding in named(told, "title")] == ["award"]


def test_a_label_may_stand_in_a_cell_of_its_own(read: Read) -> None:
    found = read("Program:,Welding\nCollege:,Basin Rim\nCourse,Outcome\nW 1,Weld\n")

    assert (found.program.label.value, found.college) == ("Welding", "Basin Rim")


def test_a_cover_sheet_of_instructions_is_a_note(workbook: Callable[..., ArchivedFile], read: Read) -> None:
    cover = [["Instructions"], ["Column", "What to write"], ["Course", "Its code"], ["Outcome", "One a row"]]
    rows = [["Course", "Outcome"], ["W 1", "Weld"]]

    found = read(workbook(Instructions=cover, Map=rows, Blank=[]).read(), "map.xlsx")

    assert stated(found) == ["Weld"]
    assert [(finding.code, finding.severity) for finding in found.report] == [("chosen-sheet", "info")]
