"""Headers in two rows, a row of headers that is read as data, and headers that are swapped."""

from collections.abc import Callable
from io import BytesIO

import polars as pl
import pytest
import xlsxwriter

from ontology.report import Finding, Severity
from standards.archives import ArchivedFile
from standards.curricula import Curriculum
from standards.curricula.doubtful_headers import judge_first_row, judge_swapped
from standards.sheets import find_headings, read_sheet

Read = Callable[..., Curriculum]

ROWS = [["W 1", "Welding", "Weld pipes"], ["W 2", "Brazing", "Braze tubes"]]


def courses(found: Curriculum) -> list[tuple[str | None, str]]:
    return [(course.code, course.label.value) for course in found.courses]


def table(*rows: list[str]) -> str:
    return "".join(",".join(row) + "\n" for row in rows)


def coded(found: Curriculum, code: str) -> list[Finding]:
    return [finding for finding in found.report if finding.code == code]


def merged() -> bytes:
    content = BytesIO()
    with xlsxwriter.Workbook(content) as book:
        sheet = book.add_worksheet("Map")
        sheet.merge_range("A1:B1", "Course")
        sheet.write("C1", "Outcomes")
        for at, row in enumerate([["Course No", "Title", "Text of outcome"], *ROWS], 1):
            sheet.write_row(at, 0, row)
    return content.getvalue()


def test_an_unknown_name_below_a_known_one_of_merged_cells_leaves_no_course_of_headers(read: Read) -> None:
    found = read(merged(), "map.xlsx")

    assert courses(found) == [("W 1", "Welding"), ("W 2", "Brazing")]
    assert [outcome.statement.value for outcome in found.outcomes] == ["Weld pipes", "Braze tubes"]
    (finding,) = found.report
    assert (finding.code, finding.row) == ("two-headers", 2)
    assert finding.message.endswith("the columns were read as 'Course No', 'Course Title', 'Outcomes'")


@pytest.mark.parametrize(
    ("upper", "lower", "headers"),
    [
        (
            ["Course", "", "Outcomes"],
            ["Course No", "Title", "Text of outcome"],
            "'Course No', 'Course Title', 'Outcomes'",
        ),
        (["Course", "", "Outcomes"], ["No.", "Title", ""], "'Course No.', 'Course Title', 'Outcomes'"),
        (["Course", "", "Outcomes"], ["Number", "Name", "Text"], "'Course Number', 'Course Name', 'Text'"),
        (["Course", "", ""], ["No.", "Title", "Outcome"], "'Course No.', 'Course Title', 'Course Outcome'"),
        (["Course", "", "Results"], ["Number", "Name", "Outcome"], "'Course Number', 'Course Name', 'Outcome'"),
    ],
)
def test_the_names_of_both_rows_count_before_that_of_one(
    read: Read, upper: list[str], lower: list[str], headers: str
) -> None:
    found = read(table(upper, lower, *ROWS))

    assert courses(found) == [("W 1", "Welding"), ("W 2", "Brazing")]
    (finding,) = found.report
    assert (finding.code, finding.message.partition("read as ")[2]) == ("two-headers", headers)


def test_what_numbers_outcomes_does_not_take_the_name_of_their_group(read: Read) -> None:
    upper, lower = ["Course", "", "Outcome", ""], ["Course No", "Title", "No.", "What they do"]

    found = read(table(upper, lower, ["W 1", "Welding", "1", "Weld pipes"]))

    assert [outcome.statement.value for outcome in found.outcomes] == ["Weld pipes"]
    assert courses(found) == [("W 1", "Welding")]


@pytest.mark.parametrize("word", ["Semester", "Title"])
def test_a_row_of_data_with_the_name_of_a_column_is_no_header(read: Read, word: str) -> None:
    found = read(table(["Course", "Outcome", "Remark"], ["W 1", "Weld pipes", word]))

    assert courses(found) == [("W 1", "W 1")]
    assert not coded(found, "two-headers")
    assert not coded(found, "headers-as-row")


def test_a_first_row_of_headers_that_is_read_as_a_course_is_said(read: Read) -> None:
    found = read(table(["Course", "Outcome"], ["No.", "Statement of it"], ["W 1", "Weld pipes"]))

    (finding,) = coded(found, "headers-as-row")
    assert (finding.severity, finding.row, finding.value) == (Severity.WARNING, 2, "No.")
    assert finding.message == "is read as a course, and 'No.' may be headers"
    assert "write the header in one row" in finding.remedy


def test_the_header_once_more_is_not_said_twice(read: Read) -> None:
    found = read(table(["Course", "Outcome"], ["Course", "Outcome"], ["W 1", "Weld pipes"]))

    assert [finding.code for finding in found.report] == ["repeated-header"]


def test_a_table_without_rows_has_no_doubtful_one() -> None:
    names = {"code": ("Course",)}
    file = ArchivedFile("own.csv", "", b"Course\n".__bytes__)
    (heading,) = find_headings(file, names)

    assert not [*judge_first_row("own.csv", read_sheet(file, heading, names), names)]


STATEMENTS = ["Weld steel pipes in all positions", "Braze copper tubes with silver filler", "Read prints of a weld"]


def test_swapped_headers_are_asked_about(read: Read) -> None:
    rows = [[statement, f"WELD {at}"] for at, statement in enumerate(STATEMENTS, 101)]

    found = read(table(["Course", "Outcome"], *rows))

    (finding,) = coded(found, "swapped-headers")
    assert (finding.severity, finding.row, finding.column) == (Severity.WARNING, 1, "Outcome")
    assert finding.value == "WELD 101"
    assert finding.message == (
        "the course codes look like sentences and the outcomes like codes: are the headers swapped?"
    )


@pytest.mark.parametrize(
    ("codes", "outcomes"),
    [
        (["W 1", "W 2"], STATEMENTS[:2]),
        (["Introduction to the Art of Welding"], ["Weld pipes"]),
        (["W 1"], ["ISO 9001"]),
        ([STATEMENTS[0], "W 2"], ["WELD 1", "WELD 2"]),
        ([None], ["WELD 1"]),
    ],
)
def test_what_looks_like_one_of_both_only_is_not_asked_about(codes: list[str | None], outcomes: list[str]) -> None:
    rows = {
        "code": pl.Series(codes, dtype=pl.String),
        "outcome": outcomes[:1] * len(codes) if len(codes) == 1 else outcomes,
    }

    assert not [*judge_swapped("own.csv", pl.DataFrame(rows), 1, "Outcome")]
