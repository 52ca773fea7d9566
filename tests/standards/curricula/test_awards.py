"""Awards in names of programs: the same words are read in the same way wherever they stand."""

from collections.abc import Callable

import pytest

from standards.curricula import Curriculum, ProgramForm

Read = Callable[..., Curriculum]

NAME = "Power Plant Operation Certificate (CIP 15.1701)"
ROW = "ELEC 110,Read electrical prints\n"


@pytest.mark.parametrize(
    ("text", "file", "form"),
    [
        (f"Program: {NAME}\n\nELEC 110 Circuits\n- Read electrical prints\n", "p.txt", ProgramForm()),
        ("ELEC 110 Circuits\n- Read electrical prints\n", "p.txt", ProgramForm(program=NAME)),
        (f"{NAME},\nCourse,Outcome\n{ROW}", "p.csv", ProgramForm()),
        (f"Program,Course,Outcome\n{NAME},{ROW}", "p.csv", ProgramForm()),
        (f"Program,Award,Course,Outcome\nWelding,AAS,{ROW}", "p.csv", ProgramForm(program=NAME)),
    ],
    ids=("text", "option", "title", "column", "option before column"),
)
def test_an_award_is_apart_from_the_name_wherever_it_stands(
    read: Read, text: str, file: str, form: ProgramForm
) -> None:
    program = read(text, file, form).program

    assert (program.label.value, program.award, program.instructional_code) == (
        "Power Plant Operation",
        "Certificate",
        "15.1701",
    )


def test_a_column_with_the_award_counts_before_the_name(read: Read) -> None:
    program = read(f"Program,Award,Course,Outcome\nWelding Certificate,AAS,{ROW}", "p.csv").program

    assert (program.label.value, program.award) == ("Welding", "AAS")
