"""College programs: three shapes, one curriculum, and every bad cell named."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
import xlsxwriter
from openpyxl import Workbook

from ontology.errors import RefusedError
from ontology.identifiers import Identifiers
from ontology.records import TeachingLevel
from ontology.report import Severity
from standards.archives import ArchivedFile
from standards.corpora.columns import Columns
from standards.curricula import Curriculum, ProgramFacts, read_program
from standards.evaluation.labeled_rows import NAMES
from standards.headers import OUTCOME_NAMES, place

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
    assert {finding.code for finding in curriculum.report} == {"compound-statement"}


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


@pytest.mark.parametrize("header", ["Outcomes", "Program Learning Outcomes", "PLO"])
def test_outcomes_without_any_course_are_those_of_one_called_like_the_file(header: str) -> None:
    found = read(f'{header}\nWeld pipes\n"Read prints, and use them"\n')

    (course,) = found.courses
    assert course.label.value == found.program.label.value
    assert not course.code
    assert [outcome.statement.value for outcome in found.outcomes] == ["Weld pipes", "Read prints, and use them"]
    (finding,) = found.report
    assert (finding.code, finding.severity) == ("one-course", "info")
    assert "name these in a column 'Course code'" in finding.remedy


def test_outcomes_of_courses_go_before_those_of_the_program() -> None:
    found = read("Course,Program Learning Outcomes,Course Learning Outcomes\nW 1,Work safely,Weld pipes\n")

    assert [outcome.statement.value for outcome in found.outcomes] == ["Weld pipes"]
    assert [finding.code for finding in found.report] == ["second-column"]


COVER = [["Lakeland CC, updated by Pat"], ["Course"]]
ROWS = [["Nursing assistant program"], [], ["Course No.", "Outcome"], ["NA 1", "Take vital signs"]]


def test_the_sheet_with_the_headers_is_read_below_a_title_and_the_report_says_which(
    workbook: Callable[..., ArchivedFile],
) -> None:
    found = read_program(workbook(Cover=COVER, Courses=ROWS), IDENTIFIERS)

    assert [outcome.statement.value for outcome in found.outcomes] == ["Take vital signs"]
    (note, title) = found.report
    assert (note.severity, note.message) == ("info", "the sheet 'Courses' is read, and nothing is taken from 'Cover'")
    assert (title.code, title.severity, title.row, title.value) == ("title", "info", 1, found.program.label.value)


def test_a_second_sheet_that_could_be_read_is_a_warning(workbook: Callable[..., ArchivedFile]) -> None:
    (warning, _) = read_program(workbook(Fall=ROWS, Spring=ROWS), IDENTIFIERS).report

    assert (warning.severity, warning.code) == ("warning", "chosen-sheet")
    assert warning.message == "only the sheet 'Fall' is read; 'Spring' could be read as well"


def test_where_no_sheet_fits_each_is_named_with_what_it_has(workbook: Callable[..., ArchivedFile]) -> None:
    with pytest.raises(RefusedError) as refused:
        read_program(workbook(Cover=[["Pat"]], Rooms=[["Our rooms"], ["Room", "Floor"]]), IDENTIFIERS)
    (finding, _) = refused.value.report

    assert finding.message == "no sheet has such a column: sheet 'Cover' has 'Pat'; sheet 'Rooms' has 'Room', 'Floor'"


@pytest.mark.parametrize(
    ("cell", "credit", "code"),
    [
        ("5", 5, None),
        ("5 cr", 5, None),
        ("2.5 Credits", 2.5, None),
        ("5 cr. hrs.", 5, None),
        ("3 semester hours", 3, None),
        ("3-4", 3, "ambiguous-value"),
        ("3 to 4 credits", 3, "ambiguous-value"),
        ("four", None, "malformed-value"),
        ("400", None, "malformed-value"),
        ("", None, None),
    ],
)
def test_credits_are_read_as_people_write_them_and_never_refused(
    cell: str, credit: float | None, code: str | None
) -> None:
    found = read(f"Course,Credit hours,Outcome\nW 1,{cell},Weld\n")

    assert found.courses[0].credits == credit
    assert [(f.code, f.severity, f.value, f.row) for f in found.report] == (
        [(code, "warning", cell, 2)] if code else []
    )


def test_a_bad_row_does_not_orphan_those_below() -> None:
    with pytest.raises(RefusedError) as refused:
        read("Course No.,CIP,Outcome\nW 1,51.39O2,Weld\n,,Braze\n")
    (finding,) = refused.value.report.of(Severity.ERROR)

    assert (finding.row, finding.remedy) == (2, "Write a code: two digits, a dot, four digits, such as 51.3902")


@pytest.mark.parametrize("header", ["TEXT", "outcome_statement", *OUTCOME_NAMES])
def test_outcomes_go_by_the_same_names_in_programs_corpora_and_labeled_data(header: str) -> None:
    (outcome,) = read(f"Course,{header}\nW 1,Weld\n").outcomes

    assert outcome.statement.value == "Weld"
    assert Columns.among(["Course", header]).statement == header
    assert place(NAMES["sentence"], ["Label", header]) == 1


def test_the_surest_name_of_outcomes_counts() -> None:
    (outcome,) = read("Course,Text,Learning outcomes\nW 1,See the catalog,Weld\n").outcomes

    assert outcome.statement.value == "Weld"


def test_a_title_is_not_taken_from_the_course_above() -> None:
    found = read("Course,Title,Outcome\nW 1,Welding,Weld\nW 2,,Braze\n")

    assert [course.label.value for course in found.courses] == ["Welding", "W 2"]


@pytest.mark.parametrize(
    ("text", "code", "row", "value"),
    [
        ("Course,Title,Outcome\nW 1,A,Weld\nW 1,B,Braze\nW-1,A,Grind\n", "several-titles", 3, "B"),
        ("Course,Title,Outcome\nW 1,A,Weld\nW 1,A, weld \n", "repeated-outcome", 3, "weld"),
        ("Course,Title,Outcome\nW 1,A,Weld\nW 2,B,\n", "no-outcome", 3, "W 2"),
        ('Course,Prereq,Outcome\nW 1,,Weld\nW 2,"W1; W 9, or permission",Braze\n', "unknown-prerequisite", 3, "W 9"),
    ],
)
def test_what_contradicts_itself_is_a_warning(text: str, code: str, row: int, value: str) -> None:
    (finding,) = read(text).report

    assert (finding.severity, finding.code, finding.row, finding.value) == ("warning", code, row, value)


def test_merged_cells_and_a_header_in_two_rows_are_read(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    rows = [
        ["Curriculum map"],
        ["Course", None, None, "Learning outcomes", "Level"],
        ["Code", "Title", "Credits"],
        ["ELEC 110", "Circuits", 5, "Read prints", "I"],
        [None, None, None, "Size conductors", "R"],
        ["ELEC 120", "Motors", 4, "Wire a motor", "M"],
    ]
    for row in rows:
        sheet.append(row)
    for cells in ("A1:E1", "A2:C2", "D2:D3", "E2:E3", "A4:A5", "B4:B5", "C4:C5"):
        sheet.merge_cells(cells)
    book.save(tmp_path / "map.xlsx")

    curriculum = read_program(ArchivedFile("map.xlsx", "", (tmp_path / "map.xlsx").read_bytes), IDENTIFIERS)

    assert [(c.code, c.label.value, c.credits, len(c.teaches)) for c in curriculum.courses] == [
        ("ELEC 110", "Circuits", 5, 2),
        ("ELEC 120", "Motors", 4, 1),
    ]
    assert [outcome.level for outcome in curriculum.outcomes] == [str(level) for level in TeachingLevel]
    (headers, merged) = curriculum.report
    assert (headers.code, headers.severity, headers.row) == ("two-headers", Severity.INFO, 3)
    assert headers.message.startswith(
        "the header stands in rows 2 and 3 of the sheet 'Sheet'; the columns were read as "
    )
    assert (merged.code, merged.severity, merged.row, merged.column) == (
        "merged-cells",
        Severity.INFO,
        5,
        "Course Code",
    )
    assert merged.value == "ELEC 110"
    assert merged.message.startswith("1 cell is blank on the sheet 'Sheet'")


def test_blank_cells_below_a_course_are_said_once_with_their_number() -> None:
    (finding,) = read("Course,Outcome\nW 1,Weld\n,Braze\n,Grind\n").report

    assert (finding.code, finding.row, finding.column, finding.value) == ("merged-cells", 3, "Course", "W 1")
    assert finding.message.startswith("2 cells, the first of them here, are blank, as merged cells are")


@pytest.mark.parametrize("name", ["Sheet", "Maps & <plans>"])
def test_formulas_are_said_and_one_without_its_result_is_named(name: str) -> None:
    content = BytesIO()
    with xlsxwriter.Workbook(content) as book:
        sheet = book.add_worksheet(name)
        sheet.write_row("B2", ["Course", "Outcome", "Room"])
        sheet.write_row("B3", ["W 1", "Weld pipes"])
        sheet.write_formula("C4", '=UPPER("braze")', value="BRAZE")
        sheet.write_formula("C5", "=Other!A1", value="Grind")
        sheet.write_formula("D5", "=1+1", value=2)
    curriculum = read_program(ArchivedFile("map.xlsx", "", content.getvalue), IDENTIFIERS)

    assert sorted(o.statement.value for o in curriculum.outcomes) == ["BRAZE", "Grind", "Weld pipes"]
    (formula,) = (finding for finding in curriculum.report if finding.code == "formula")
    assert (formula.severity, formula.row, formula.column) == (Severity.INFO, 4, "Outcome")
    assert formula.value == '=UPPER("braze")'
    assert formula.message.startswith(f"2 cells, the first of them C4, hold formulas on the sheet {name!r}; ")


def test_a_formula_that_was_never_computed_is_a_warning_at_its_cell() -> None:
    book, content = Workbook(), BytesIO()
    sheet = book.active
    for row in (["Course", "Outcome"], ["W 1", "Weld"], [None, "=B2"]):
        sheet.append(row)
    book.save(content)

    report = read_program(ArchivedFile("map.xlsx", "", content.getvalue), IDENTIFIERS).report

    (formula,) = (finding for finding in report if finding.code == "formula")
    assert (formula.severity, formula.row, formula.column, formula.value) == (Severity.WARNING, 3, "Outcome", "=B2")
    assert formula.message.startswith("the cell B3 of the sheet 'Sheet' holds a formula without its result")


def test_a_header_among_the_rows_is_no_course_and_said() -> None:
    rows = "Course code,Title,Learning outcome\nW 1,Pipes,Weld\n{}W 2,Prints,Read prints\n,,Sketch\n"

    found = read(rows.format("Course Code,, learning outcome \n"))

    plain = read(rows.format(""))
    assert [course.code for course in found.courses] == ["W 1", "W 2"]
    assert [outcome.statement.value for outcome in found.outcomes] == ["Weld", "Read prints", "Sketch"]
    assert found.rows == plain.rows == 3
    (finding,) = [finding for finding in found.report if finding.code == "repeated-header"]
    assert (finding.severity, finding.row) == (Severity.INFO, 3)
    assert len(found.report) == len(plain.report) + 1


def test_both_rows_of_a_header_may_stand_there_again(workbook: Callable[..., ArchivedFile]) -> None:
    header = [["Course", "", "Learning", ""], ["ID", "Title", "Outcome", "Level"]]
    rows = [*header, ["W 1", "Pipes", "Weld", "I"], *header, ["W 2", "Prints", "Read prints", "M"]]

    found = read_program(workbook(Map=rows), IDENTIFIERS)

    assert [course.code for course in found.courses] == ["W 1", "W 2"]
    assert [finding.row for finding in found.report if finding.code == "repeated-header"] == [4, 5]


def test_a_header_again_does_not_make_outcomes_of_marks() -> None:
    found = read("Course,Outcome,SLO\nW 1,I,Weld\nCourse,Outcome,SLO\nW 2,R,Braze\n")

    assert [outcome.statement.value for outcome in found.outcomes] == ["Weld", "Braze"]


def test_a_row_with_one_word_of_the_header_is_a_row() -> None:
    found = read("Course,Title,Outcome\nW 1,Title,Weld\nW 2,Prints,Outcome\n")

    assert [course.label.value for course in found.courses] == ["Title", "Prints"]
    assert [outcome.statement.value for outcome in found.outcomes] == ["Weld", "Outcome"]
