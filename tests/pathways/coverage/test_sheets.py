"""The sheets as a reviewer opens them: where to write, what each color means, what is printed."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from ontology.records import Verdict
from pathways.coverage import (
    Comparison,
    CurriculumMap,
    Demand,
    Target,
    align,
    compare,
    comparison_format,
    coverage_format,
)
from pathways.coverage.outcomes import OutcomeMatch
from pathways.coverage.proposal import Proposal, Standing
from pathways.coverage.sheets.colors import COLORS
from pathways.coverage.sheets.suggestion import COLUMNS
from standards.curricula import Curriculum
from standards.reviewing import Kind, Reviews
from standards.workbook import YOURS


def book_of(found: CurriculumMap) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(coverage_format("xlsx").write(found)))


@pytest.fixture(scope="module")
def book(mapped: CurriculumMap, demand: Demand) -> openpyxl.Workbook:
    """Return the workbook of the program, asked for in two areas."""
    areas = {"S": "Safety", "M": "Mechanical"}
    wants = tuple(want.model_copy(update={"group": areas[want.code[0]]}) for want in demand.wants)
    facts = {name: getattr(mapped, name) for name in CurriculumMap.model_fields}
    found = CurriculumMap.model_validate({**facts, "demand": demand.model_copy(update={"wants": wants})})
    return book_of(found)


@pytest.fixture(scope="module")
def beside(mapped: CurriculumMap) -> openpyxl.Workbook:
    """Return the workbook of the program beside a copy of itself."""
    other = CurriculumMap.model_validate({**mapped.model_dump(), "program": "http://x/q"})
    found: Comparison = compare([mapped, other], {"http://x/q": "Other"})
    return openpyxl.load_workbook(io.BytesIO(comparison_format("xlsx").write(found)))


def rows(sheet: Worksheet) -> list[dict[str, object]]:
    header, *others = sheet.iter_rows(values_only=True)
    return [dict(zip(map(str, header), row, strict=True)) for row in others]


def test_a_sheet_sums_up_the_areas_in_numbers_and_names(book: openpyxl.Workbook) -> None:
    mechanical, safety = rows(book["By area"])

    assert (mechanical["Area"], mechanical["Asked for"], mechanical["Not found"]) == ("Mechanical", 2, 1)
    assert mechanical["In no outcome, what is asked for most first"] == "Vibration Analysis"
    assert safety["In no outcome, what is asked for most first"] == "First Aid"


def test_there_is_no_sheet_of_areas_where_there_are_none(beside: openpyxl.Workbook) -> None:
    assert beside.sheetnames == ["At a glance", "Side by side", "Programs"]


def test_the_columns_for_a_reviewer_are_marked(book: openpyxl.Workbook) -> None:
    sheet = book["Outcomes to review"]

    assert [cell.value for cell in sheet[1] if cell.fill.fgColor.rgb == f"FF{YOURS[1:]}"] == [
        "Decision",
        "Change to",
        "Comment",
    ]


def test_no_match_is_colored_where_it_says_so(book: openpyxl.Workbook) -> None:
    sheet = book["Outcomes to review"]
    heads = [cell.value for cell in sheet[1]]
    competency, confidence = heads.index("Competency"), heads.index("Confidence")
    nothing = next(row for row in sheet.iter_rows(min_row=2) if row[competency].value == "No match")

    assert nothing[competency].fill.fgColor.rgb == f"FF{COLORS[Standing.ABSENT][1:]}"
    assert nothing[confidence].fill.fill_type is None
    assert "From 60% on it is likely taught" in str(sheet.cell(1, confidence + 1).comment.text)


def test_an_address_makes_no_row_higher_than_its_words(book: openpyxl.Workbook) -> None:
    sheet = book["Outcomes to review"]
    wrapped = {cell.column_letter for row in sheet.iter_rows(min_row=2) for cell in row if cell.alignment.wrap_text}
    addresses = {cell.column_letter for cell in sheet[1] if "address" in str(cell.value)}

    assert len(addresses) == 3
    assert not addresses & wrapped


def test_what_does_not_help_on_paper_is_not_printed(book: openpyxl.Workbook) -> None:
    sheet = book["Outcomes to review"]
    last = str(sheet.print_area).split(":")[1].strip("$").split("$")[0]

    assert sheet[f"{last}1"].value == "Status"


def test_credits_and_importance_have_their_decimals(book: openpyxl.Workbook, beside: openpyxl.Workbook) -> None:
    matrix, side = book["Competencies by course"], beside["Side by side"]
    spent = [cell.value for cell in matrix[1]].index("Credits")
    rated = [cell.value for cell in side[1]].index("Mean importance (1-5)")

    assert {row[spent].number_format for row in matrix.iter_rows(min_row=2) if row[spent].value} == {"0.00"}
    assert {row[rated].number_format for row in side.iter_rows(min_row=2) if row[rated].value} == {"0.0"}


def test_the_letters_of_the_matrix_are_explained_below_it(book: openpyxl.Workbook) -> None:
    sheet = book["Competencies by course"]

    assert "A percentage is the confidence of a suggestion" in str(sheet.cell(sheet.max_row, 1).value)


def test_a_course_is_not_parted_from_its_number(beside: openpyxl.Workbook) -> None:
    said = [cell for row in beside["Side by side"].iter_rows(values_only=True) for cell in row]

    assert "M 2" in {str(cell).split("\n")[-1] for cell in said}


def test_what_only_a_person_named_is_colored_where_it_has_words(mapped: CurriculumMap) -> None:
    unseen = [
        outcome.model_copy(
            update={"suggestions": tuple(one.model_copy(update={"confidence": None}) for one in outcome.suggestions)}
        )
        for outcome in mapped.outcomes
    ]
    first, *others = mapped.courses
    courses = (
        first.model_copy(update={"outcomes": tuple(unseen)}),
        *(course.model_copy(update={"outcomes": ()}) for course in others),
    )
    facts = {name: getattr(mapped, name) for name in CurriculumMap.model_fields}
    sheet = book_of(CurriculumMap.model_validate({**facts, "courses": courses}))["Outcomes to review"]

    assert {row[3].fill.fill_type for row in sheet.iter_rows(min_row=2)} == {None}
    assert {row[2].fill.fill_type for row in sheet.iter_rows(min_row=2)} == {"solid"}


def test_what_was_rejected_alike_is_said_once(
    curriculum: Curriculum, target: Target, judged: Callable[..., Reviews]
) -> None:
    refused = judged(("Align coupled", "M1", Verdict.REJECTED, {}), ("Align coupled", "S1", Verdict.REJECTED, {}))
    found = align(curriculum, target, reviews=refused)
    outcome = next(outcome for outcome in found.outcomes if outcome.statement.startswith("Align coupled"))
    statuses = [
        row["Status"] for row in rows(book_of(found)["Outcomes to review"]) if row["Outcome"] == outcome.statement
    ]

    assert statuses == ["Shaft Alignment, Lockout/Tagout: rejected by Dana Whitefeather, 2026-11-20"]


def test_scores_and_addresses_are_folded_away_for_who_does_not_ask(book: openpyxl.Workbook) -> None:
    sheet = book["Outcomes to review"]
    headers = [str(cell.value) for cell in sheet[1]]
    # openpyxl keeps columns of one kind together under the letter of the first of them.
    spans = [(d.min, d.max) for d in sheet.column_dimensions.values() if d.hidden]
    hidden = {headers[at - 1] for first, last in spans for at in range(first, last + 1)}

    first = headers.index("Shared words")
    assert hidden == set(headers[first:-1]), "all that the machine sees, and the addresses, in one group"
    assert {"Shared words", "Matched", "Part", "Meaning", "Outcome address"} < hidden
    assert headers[-1] == "Open with + to see why"
    assert "addresses by which decisions are read back in" in str(sheet.cell(1, len(headers)).comment.text)
    assert len(headers) - len(hidden) <= 15


def test_what_goes_into_change_to_is_said_at_its_header(book: openpyxl.Workbook) -> None:
    sheet = book["Outcomes to review"]
    at = [cell.value for cell in sheet[1]].index("Change to") + 1

    assert "its code, its name or its address" in str(sheet.cell(1, at).comment.text)


def test_csv_says_of_each_row_what_it_is_of(mapped: CurriculumMap) -> None:
    lines = list(csv.DictReader(io.StringIO(coverage_format("csv").write(mapped).decode())))
    kinds = [line["kind"] for line in lines]

    assert kinds.count("gap") == len(mapped.gaps) > 0
    assert kinds.count("outcome") == len(mapped.unmatched) > 0
    assert {line["competency"] for line in lines if line["kind"] == "outcome"} == {"No match"}
    assert all(line["outcome"] for line in lines if line["kind"] != "gap")
    assert {(line["outcome"], line["course_title"], line["status"]) for line in lines if line["kind"] == "gap"} == {
        ("", "", "in no outcome")
    }


def test_the_guide_for_colleges_calls_columns_as_the_files_do() -> None:
    guide = (Path(__file__).parents[3] / "docs/how-to/college.md").read_text(encoding="utf-8")
    said = guide.partition("In `csv` ")[2].partition("\n\n")[0]
    named = re.findall(r"`(\w+)`", said)

    assert {"kind", "decision", "change_to", "comment", "to_consider_1"} < set(named)
    assert set(named) - {kind.value for kind in Kind} <= {"kind", *COLUMNS}
    for header in re.findall(r"\*([A-Z][\w ]+)\*", said):
        assert header.casefold().replace(" ", "_") in COLUMNS


def without_alignment(found: CurriculumMap) -> CurriculumMap:
    """Return the same where no job asks for shaft alignment, which one outcome means."""
    assert found.demand
    wants = tuple(want for want in found.demand.wants if want.code != "M1")
    # A copy would keep what the original has computed of its own wants.
    facts = {name: getattr(found.demand, name) for name in Demand.model_fields}
    return changed(found, demand=Demand.model_validate({**facts, "wants": wants}))


def meaning(found: CurriculumMap, outcome: OutcomeMatch, suggestions: tuple[Proposal, ...]) -> CurriculumMap:
    """Return the same where an outcome means what it is given."""
    other = outcome.model_copy(update={"suggestions": suggestions})
    courses = [
        course.model_copy(update={"outcomes": tuple(other if one.iri == other.iri else one for one in course.outcomes)})
        for course in found.courses
    ]
    return changed(found, courses=tuple(courses))


def changed(found: CurriculumMap, **facts: object) -> CurriculumMap:
    return CurriculumMap.model_validate(
        {**{name: getattr(found, name) for name in CurriculumMap.model_fields}, **facts}
    )


def test_what_teaches_something_that_no_job_asks_for_is_apart_from_what_matches_nothing(mapped: CurriculumMap) -> None:
    found = without_alignment(mapped)
    book = book_of(found)
    (unasked,) = rows(book["Outcomes that no job asks for"])
    page = coverage_format("html").write(found).decode()
    section = page[page.index('<div id="unasked"') : page.index('<div id="courses"')]
    nothing, beside = section.split("Matched to something that no job here asks for <small>1</small>")

    assert [outcome.statement for outcome in found.unasked] == ["Align coupled shafts with dial indicators"]
    assert unasked["Outcome"] == "Align coupled shafts with dial indicators"
    assert unasked["Teaches, and no job asks for it"] == "Shaft Alignment"
    assert unasked["Outcome"] not in {row["Outcome"] for row in rows(book["Outcomes that match nothing"])}
    assert "Outcomes that match nothing in the framework" in nothing
    assert "HYPERLINK" in nothing
    assert "Align coupled shafts" in beside
    assert "Shaft Alignment" in beside
    assert "HYPERLINK" not in beside


def test_where_something_asked_for_is_taught_too_or_nobody_asks_nothing_is_apart(
    mapped: CurriculumMap, curriculum: Curriculum, target: Target
) -> None:
    assert not mapped.unasked
    assert "Outcomes that no job asks for" not in book_of(mapped).sheetnames
    assert "no job here asks for" not in coverage_format("html").write(mapped).decode()
    assert not align(curriculum, target).unasked


def test_an_outcome_that_also_teaches_what_is_asked_for_is_not_apart(mapped: CurriculumMap) -> None:
    found = without_alignment(mapped)
    (alone,) = found.unasked
    lockout = next(one for outcome in found.outcomes for one in outcome.suggestions if one.label == "Lockout/Tagout")

    assert not meaning(found, alone, (*alone.suggestions, lockout)).unasked


def test_headers_say_what_their_columns_hold(book: openpyxl.Workbook, mapped: CurriculumMap) -> None:
    said = {
        name: {str(cell.value): cell.comment.text for row in book[name].iter_rows() for cell in row if cell.comment}
        for name in ("At a glance", "By area", "Competencies by course", "Who teaches what")
    }

    assert "from 1, not important" in said["At a glance"]["Mean importance (1-5)"]
    assert said["By area"]["Taught"] == "A reviewer accepted it."
    assert "60% or more" in said["By area"]["Likely taught"]
    assert {code: said["Competencies by course"][code] for code in ("M 1", "M 2")} == {"M 1": "Safety", "M 2": "Shop"}
    assert {"Bloom", "Credits", "Confidence"} <= set(said["Who teaches what"])


def test_side_by_side_what_a_cell_means_stands_below_the_table(beside: openpyxl.Workbook) -> None:
    *_, levels, unreviewed = (cell for (cell, *_) in beside["Side by side"].iter_rows(values_only=True))

    assert "I: introduced" in str(levels)
    assert str(unreviewed).startswith("A percentage is the confidence")
