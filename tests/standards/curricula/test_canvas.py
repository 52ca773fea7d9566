"""Outcomes of Canvas: rows of groups and outcomes, and which group is the course."""

from collections.abc import Callable

import pytest

from ontology.errors import RefusedError
from ontology.report import Severity
from standards.archives import ArchivedFile
from standards.curricula import Curriculum, program_table, recognize

Read = Callable[..., Curriculum]

HEADER = (
    "vendor_guid,object_type,title,description,display_name,calculation_method,calculation_int,workflow_state,"
    "parent_guids,mastery_points,ratings\n"
)
GROUPS = (
    "p,group,Power Program,,,,,active,,,\n"
    "e,group,ELEC 110 Circuits,Direct current.,,,,active,p,,\n"
    "u,group,Unit 1,,,,,active,e,,\n"
    "s,group,Safety,,,,,active,p,,\n"
)
WELD = "w1,outcome,W-1,<p>Weld <b>pipes</b> &amp; tubes</p>,,highest,,active,u,3,3,Good,2,Fair,0,Bad\n"


def test_groups_are_courses_and_what_they_hold_are_their_outcomes(read: Read) -> None:
    curriculum = read(HEADER + GROUPS + WELD + "w2,outcome,Lift loads,,,,,,e s,,\n", "outcomes.csv", college="c")

    assert curriculum.program.label.value == "Power Program"
    assert [(course.code, course.label.value) for course in curriculum.courses] == [
        ("ELEC 110", "Circuits"),
        (None, "Safety"),
    ]
    assert str(curriculum.courses[0].description) == "Direct current."
    assert [(o.code, o.statement.value, o.iri.rsplit("/", 2)[1:]) for o in curriculum.outcomes] == [
        ("W-1", "Weld pipes & tubes", ["e", "w1"]),
        (None, "Lift loads", ["e", "w2"]),
        (None, "Lift loads", ["s", "w2"]),
    ]
    assert [finding.code for finding in curriculum.report] == ["markup"]


def test_an_outcome_without_a_group_belongs_to_the_file(read: Read) -> None:
    (course,) = read(HEADER + "a,outcome,Weld,,,,,,,,\n", "welding.csv").courses

    assert (course.code, course.label.value) == (None, "welding")


def test_a_group_with_a_course_is_that_course(read: Read) -> None:
    header = "vendor_guid,object_type,title,course_id,parent_guids\n"

    (course,) = read(header + "c,group,Welding,17,\nu,group,Unit,,c\no,outcome,Weld,,u\n", "o.csv").courses

    assert course.label.value == "Welding"


def test_what_is_deleted_is_not_taken_and_that_is_said(read: Read) -> None:
    curriculum = read(HEADER + "a,outcome,Weld,,,,,deleted,,,\nb,outcome,Braze,,,,,ACTIVE,,,\n", "o.csv")

    assert [outcome.statement.value for outcome in curriculum.outcomes] == ["Braze"]
    (finding,) = curriculum.report
    assert (finding.code, finding.severity, finding.row, finding.value) == ("deleted", Severity.INFO, 2, "Weld")


@pytest.mark.parametrize(
    ("row", "code", "severity", "column"),
    [
        ("a,rubric,Weld,,,,,,,,\n", "unknown-value", Severity.ERROR, "object_type"),
        (",outcome,Weld,,,,,,,,\n", "empty-cell", Severity.ERROR, "vendor_guid"),
        ("a,outcome,,,,,,,,,\n", "empty-cell", Severity.WARNING, "title"),
        ("a,outcome,Weld,,,,,,zzz,,\n", "unknown-group", Severity.WARNING, "parent_guids"),
        ("o,outcome,Weld,,,,,,,,\n", "duplicate-key", Severity.WARNING, "vendor_guid"),
    ],
)
def test_every_wrong_row_is_named(
    written: Callable[..., ArchivedFile], row: str, code: str, severity: Severity, column: str
) -> None:
    table = program_table(written(HEADER + "o,outcome,Braze,,,,,,,,\n" + row, "o.csv"))

    assert [(f.code, f.severity, f.row, f.column) for f in table.report] == [(code, severity, 3, column)]


def test_errors_refuse_it_unless_bad_rows_are_left_out(read: Read, written: Callable[..., ArchivedFile]) -> None:
    rows = HEADER + "a,rubric,Weld,,,,,,,,\nb,outcome,Braze,,,,,,,,\n"

    with pytest.raises(RefusedError):
        read(rows, "o.csv")
    table = program_table(written(rows, "o.csv"), skip_bad_rows=True)
    assert (table.kept, table.report.refused) == (1, False)


def test_it_is_known_by_its_columns_in_a_workbook_too(workbook: Callable[..., ArchivedFile]) -> None:
    book = workbook(Export=[["vendor_guid", "object_type", "title"], ["a", "outcome", "Weld"]])

    assert recognize(book).name == "canvas"
