"""Sheets: the one that fits is found below whatever stands above it, and the others are named."""

from collections.abc import Callable

import pytest

from standards.archives import ArchivedFile
from standards.sheets import (
    Required,
    Sheet,
    find_headings,
    fitting,
    judge_heading,
    judge_sheets,
    read_sheet,
)

NAMES = {"job": ("Job",), "skill": ("Skill", "Task"), "bullets": ("Must have",), "level": ("Level",)}
SKILLS = (("skill", "bullets"),)


def find_sheet(file: ArchivedFile, required: Required = ()) -> Sheet:
    return read_sheet(file, fitting(find_headings(file, NAMES), required), NAMES)


def text(content: str) -> ArchivedFile:
    return ArchivedFile("own.csv", "", content.encode)


def test_a_table_is_found_below_a_title_with_its_rows_as_they_are_numbered() -> None:
    sheet = find_sheet(text("Our skills,,\n,,\nJob,,SKILL\nHelper,x,Weld\n,,\n,,Braze\n"))

    assert (sheet.at, sheet.headers, sheet.fields) == (3, ("Job", "SKILL"), {"job": "Job", "skill": "SKILL"})
    assert [(row.number, dict(row.cells)) for row in sheet.rows] == [
        (4, {"Job": "Helper", "SKILL": "Weld"}),
        (6, {"SKILL": "Braze"}),
    ]
    assert [last for _, last in sheet.filled("job")] == [{"job": "Helper"}] * 2
    assert sheet.get(sheet.rows[0], "level") == ""


def test_an_empty_file_has_an_empty_sheet() -> None:
    assert find_sheet(text("")).rows == ()


def test_what_is_required_weighs_more_than_the_number_of_headers(workbook: Callable[..., ArchivedFile]) -> None:
    book = workbook(Jobs=[["Job", "Level"], ["Helper", "2"]], Skills=[["Task"], ["Weld"]])

    assert find_sheet(book).headers == ("Job", "Level")
    assert find_sheet(book, SKILLS).headers == ("Task",)


@pytest.mark.parametrize(
    ("other", "severity", "message"),
    [
        (["Must have"], "warning", "only the sheet 'A' is read; 'B' could be read as well"),
        (["Job", "Level"], "info", "the sheet 'A' is read, and nothing is taken from 'B'"),
    ],
)
def test_the_other_sheets_are_named(
    workbook: Callable[..., ArchivedFile], other: list[str], severity: str, message: str
) -> None:
    headings = find_headings(workbook(A=[["Job", "Skill"]], B=[other], Empty=[]), NAMES)
    chosen = fitting(headings, SKILLS)

    assert chosen
    (finding,) = judge_sheets("own.xlsx", headings, chosen, SKILLS)
    assert (finding.code, finding.severity, finding.message) == ("chosen-sheet", severity, message)


def test_a_header_in_two_rows_is_read_with_the_groups_above_it() -> None:
    names = {"code": ("Course code",), "title": ("Title",), "skill": ("Skill",)}
    file = text("Plan,,\nCourse,,Skill\nCode,Title,\nW 1,Welding,Weld\n")

    (heading,) = find_headings(file, names)

    assert (heading.above, heading.at, heading.headers) == (2, 3, ("Course Code", "Title", "Skill"))
    assert [dict(row.cells) for row in read_sheet(file, heading, names).rows] == [
        {"Course Code": "W 1", "Title": "Welding", "Skill": "Weld"}
    ]
    (finding,) = judge_heading("own.csv", heading)
    assert finding.message.startswith("the header stands in rows 2 and 3; the columns were read as 'Course Code'")


def test_a_header_in_one_row_is_not_taken_for_two() -> None:
    (heading,) = find_headings(text("Job,Skill\n,Level\nHelper,Weld\n"), NAMES | {"level": ("Level",)})

    assert (heading.at, heading.above) == (1, None)
    assert list(judge_heading("own.csv", heading)) == []
