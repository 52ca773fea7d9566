"""Taxonomies of Open edX: which entry is a course, and which an outcome."""

from collections.abc import Callable
from typing import Any

import pytest

from ontology.report import Severity
from standards.archives import ArchivedFile
from standards.curricula import Curriculum, program_table

Read = Callable[..., Curriculum]

TREE = (
    "id,value,parent_id,comments\nE,ELEC 110: Circuits,,see\nO1,Measure current,E,\nO1a,Use a clamp meter,O1,\n"
    "S,Safety,,\nO2,Lift loads,S,\n"
)
ALONE = "id,value,parent_id\nO1,Weld pipes,\n"


def said(curriculum: Curriculum) -> list[tuple[str, str | None, str]]:
    titles = {course.iri: course.label.value for course in curriculum.courses}
    return [(titles[outcome.course], outcome.code, outcome.statement.value) for outcome in curriculum.outcomes]


def test_what_stands_below_a_course_are_its_outcomes(read: Read) -> None:
    assert said(read(TREE, "tags.csv")) == [
        ("Circuits", "O1", "Measure current"),
        ("Circuits", "O1a", "Use a clamp meter"),
        ("Safety", "O2", "Lift loads"),
    ]


def test_json_says_the_same(read: Read) -> None:
    rows = [line.split(",") for line in TREE.splitlines()]
    tags = [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]

    assert said(read({"name": "Power", "tags": tags}, "tags.json")) == said(read(TREE, "tags.csv"))


def test_an_entry_alone_belongs_to_the_file(read: Read) -> None:
    assert said(read(ALONE, "welding.csv")) == [("welding", "O1", "Weld pipes")]


@pytest.mark.parametrize(
    ("row", "code", "severity"),
    [
        (",Braze,", "empty-cell", Severity.ERROR),
        ("O2,,", "empty-cell", Severity.ERROR),
        ("O1,Braze,", "duplicate-key", Severity.ERROR),
        ("O2,Braze,zzz", "unknown-group", Severity.WARNING),
        ("O2,Braze,O2", "circular-group", Severity.ERROR),
    ],
)
def test_every_wrong_entry_is_named(
    written: Callable[..., ArchivedFile], row: str, code: str, severity: Severity
) -> None:
    table = program_table(written(ALONE + row + "\n", "tags.csv"))

    assert [(finding.code, finding.severity, finding.row) for finding in table.report] == [(code, severity, 3)]


@pytest.mark.parametrize("value", [None, 7, ["x"]])
def test_what_is_no_text_is_empty(written: Callable[..., ArchivedFile], value: Any) -> None:  # noqa: ANN401
    table = program_table(written({"tags": [{"id": "a", "value": value}]}, "tags.json"), skip_bad_rows=True)

    assert table.frame["outcome"].to_list() == (["7"] if value == 7 else [])
