"""Sentences on how a course is run are no outcomes, and are named."""

from __future__ import annotations

import pytest

from ontology.identifiers import Identifiers
from standards.archives import ArchivedFile
from standards.curricula import read_program
from standards.curricula.administration import is_administrative

FALL = "The course will be offered in fall."


@pytest.mark.parametrize(
    "sentence",
    [
        *(
            FALL,
            "This course is offered every spring.",
            "Offered in the fall.",
            "This class may be repeated for credit.",
        ),
        *("It is graded pass/fail.", "Prerequisite: WELD 101", "Instructor permission required."),
        *("The course is taught online.", "The lab is scheduled on Fridays."),
    ],
)
def test_how_a_course_is_run_is_no_outcome(sentence: str) -> None:
    assert is_administrative(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        *("Offer customers a repair in time.", "Schedule a course of treatment.", "Grade lumber by species."),
        *(
            "This course is offered in fall; students weld pipe.",
            "The course covers safety.",
            "Summer pruning of trees.",
        ),
        *("Explain how the course of a river is changed.", "Schedule the spring outage.", "It is a safe workplace."),
    ],
)
def test_what_is_learned_is_an_outcome(sentence: str) -> None:
    assert not is_administrative(sentence)


@pytest.mark.parametrize(
    ("name", "content", "row"),
    [
        ("shop.csv", f"Course,Outcome\nM 1,Weld pipes in the flat position\nM 1,{FALL}\nM 1,Read prints of parts\n", 3),
        ("shop.csv", f'Course,Outcome\nM 1,"Weld pipes in the flat position\n{FALL}\nRead prints of parts"\n', 2),
        ("shop.txt", f"Weld pipes in the flat position\n{FALL}\nRead prints of parts\n", 2),
    ],
)
def test_a_file_that_has_one_says_so_and_reads_no_outcome_from_it(name: str, content: str, row: int) -> None:
    curriculum = read_program(ArchivedFile(name, "", content.encode), Identifiers())
    (finding,) = (finding for finding in curriculum.report if finding.code == "administrative-sentence")

    assert [outcome.statement.value for outcome in curriculum.outcomes] == [
        "Weld pipes in the flat position",
        "Read prints of parts",
    ]
    assert (finding.row, finding.value) == (row, FALL)
