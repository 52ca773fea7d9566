"""What is said of a course goes, what it teaches stays."""

import pytest

from standards.matching import clean
from standards.matching.courses import without_course


@pytest.mark.parametrize(
    ("statement", "taught"),
    [
        ("This course contains a detailed treatment of the firm", "the firm"),
        ("This introductory survey course provides an overview of the body", "the body"),
        ("This course provides students with an overview and understanding of audits", "audits"),
        ("The primary objectives of this course is to familiarize students with cost systems", "cost systems"),
        ("This course is designed to enable students to read prints", "read prints"),
        ("This course will explore ethics", "explore ethics"),
        ("The course is an introduction to welding", "welding"),
        ("It will familiarize the student with pumps", "pumps"),
        ("To expose learners to trade law", "trade law"),
        ("Provide an overview of results to managers", "Provide an overview of results to managers"),
        ("Introduce new products", "Introduce new products"),
        ("Teach students of all ages", "Teach students of all ages"),
        ("It will rain", "It will rain"),
        ("The module will be replaced", "The module will be replaced"),
        ("This course will not be offered in fall", "This course will not be offered in fall"),
        ("The class will meet twice a week", "The class will meet twice a week"),
        ("The course of a river", "The course of a river"),
        ("This course will ", "This course will "),
        ("Maintain a golf course", "Maintain a golf course"),
    ],
)
def test_what_is_taught_stays(statement: str, taught: str) -> None:
    assert without_course(statement) == taught


def test_statements_are_cleaned_of_courses() -> None:
    assert clean("2. To provide students with an understanding of pump curves.") == "pump curves"
