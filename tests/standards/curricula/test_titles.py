"""Titles: what names a program or a college, and what names nothing."""

import pytest

from standards.curricula.titles import titles


@pytest.mark.parametrize(
    ("line", "what", "name"),
    [
        ("Lane Community College", "college", "Lane Community College"),
        ("University of the Valley", "college", "University of the Valley"),
        ("Program: Wind Energy (Offshore)", "program", "Wind Energy (Offshore)"),
        ("Institution name: Basin Rim", "college", "Basin Rim"),
        ("Nursing assistant program", "program", "Nursing assistant program"),
        ("Mechatronics Course Inventory, Fall 2024", "program", "Mechatronics"),
        ("Millwright (Industrial)", "program", "Millwright (Industrial)"),
        ("Welding (revised 2024)", "program", "Welding"),
        ("WELDING AS A CAREER", "program", "WELDING AS A CAREER"),
        ("CIP code: 47.0303", "cip", "47.0303"),
        ("Degree: AAS-T", "award", "AAS-T"),
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
        ("program", "Welding"),
        ("award", "AAS"),
    }


@pytest.mark.parametrize(
    ("line", "name", "award", "cip"),
    [
        (
            "Industrial Maintenance Technician AAS-T  (CIP 47.0303)",
            "Industrial Maintenance Technician",
            "AAS-T",
            "47.0303",
        ),
        ("Program: Wind Energy (AAS)", "Wind Energy", "AAS", None),
        ("Program: Welding AAS, CIP 48.0508", "Welding", "AAS", "48.0508"),
        ("Welding Certificate Curriculum Map 2024-25", "Welding", "Certificate", None),
        (
            "Mechatronics, Associate of Applied Science - Transfer (AAS-T)",
            "Mechatronics",
            "Associate of Applied Science - Transfer",
            None,
        ),
        ("Electrical Apprenticeship | CIP 2020 code: 46.0302", "Electrical Apprenticeship", None, "46.0302"),
    ],
)
def test_a_program_is_named_with_its_award_and_its_code(
    line: str, name: str, award: str | None, cip: str | None
) -> None:
    found = {title.what: title.name for title in titles([(1, line)])}

    assert found == {what: said for what, said in (("program", name), ("award", award), ("cip", cip)) if said}
