"""Statements without the phrases that every statement opens with."""

import pytest

from standards.matching import clean
from standards.matching.openings import says_something
from standards.matching.statements import LONGEST


@pytest.mark.parametrize(
    ("statement", "cleaned"),
    [
        ("Upon successful completion the student will be able to describe plants.", "describe plants"),
        ("By the end of this course, students should be able to: weld", "weld"),
        ("SLO 2: Learners will demonstrate an understanding of pump curves", "pump curves"),
        ("• Demonstrate the ability to read prints", "read prints"),
        ("1. Complete work orders", "Complete work orders"),
        ("A. Read prints", "Read prints"),
        ("iv) read prints", "read prints"),
        ("E. coli identification", "E. coli identification"),
        ("I. V. therapy", "I. V. therapy"),
        ("End mills", "End mills"),
        ("Students", "Students"),
        ("After-hours callouts", "After-hours callouts"),
        ("", ""),
    ],
)
def test_boilerplate_goes_and_nothing_else(statement: str, cleaned: str) -> None:
    assert clean(statement) == cleaned


def test_of_a_pasted_document_the_beginning_is_read() -> None:
    assert clean("ab " * LONGEST) == ("ab " * LONGEST)[:LONGEST].strip()


@pytest.mark.parametrize(
    ("text", "expected"), [("", False), ("… - ;", False), ("x", True), ("5", True), ("溶接", True)]
)
def test_letters_and_digits_say_something(text: str, expected: bool) -> None:
    assert says_something(text) == expected
