"""Titles: what names a program or a college, and what names nothing."""

import pytest

from standards.curricula.titles import titles


@pytest.mark.parametrize(
    ("line", "what", "name"),
    [
        ("Lane Community College", "college", "Lane Community College"),
        ("University of the Valley", "college", "University of the Valley"),
        ("Program: Wind Energy (AAS)", "program", "Wind Energy (AAS)"),
        ("Institution name: Basin Rim", "college", "Basin Rim"),
        ("Nursing assistant program", "program", "Nursing assistant program"),
        ("Mechatronics AAS Course Inventory, Fall 2024", "program", "Mechatronics AAS"),
        ("Electrical Technology | Program Map", "program", "Electrical Technology"),
    ],
)
def test_what_names_something(line: str, what: str, name: str) -> None:
    (title,) = titles([(3, line)])

    assert (title.row, title.what, title.name) == (3, what, name)


@pytest.mark.parametrize(
    "line",
    [
        *(
            "Curriculum map",
            "Updated May 2024",
            "2024-2025",
            "Instructions: fill in each row",
            "Please fill in all rows.",
        ),
        *("Division of Advanced Manufacturing", "Prepared by Pat", "pat@college.example", "-", "Page 2", "Fall 2024"),
        "A list of all that we teach in the courses of this program and more",
    ],
)
def test_what_names_nothing(line: str) -> None:
    assert titles([(1, line)]) == []


def test_a_label_goes_before_a_guess_and_a_line_may_name_both() -> None:
    lines = [(1, "Our welders"), (2, "Program: Welding")]
    assert [title.name for title in titles(lines)] == ["Welding"]

    both = titles([(1, "Lane Community College \u2013 Welding AAS")])
    assert {(title.what, title.name) for title in both} == {
        ("college", "Lane Community College"),
        ("program", "Welding AAS"),
    }
