"""Headers in other languages, and columns known by their values."""

from collections.abc import Callable

import pytest

from ontology.errors import RefusedError
from standards.curricula import Curriculum, ProgramForm

Read = Callable[..., Curriculum]

ROWS = "ELEC 110,Circuits,Read electrical prints and schematics\nELEC 120,Motors,Size conductors and their protection\n"


def of(curriculum: Curriculum) -> list[tuple[str | None, str]]:
    return [(course.code, course.label.value) for course in curriculum.courses]


@pytest.mark.parametrize(
    "header",
    [
        "Código,Curso,Resultados de aprendizaje",
        "CODIGO,Asignatura,Objetivos de aprendizaje",
        "Code du cours,Intitulé,Acquis d'apprentissage",
        "Kursnummer,Kurs,Lernergebnisse",
        "Código da disciplina,Nome da disciplina,Resultados de aprendizagem",
    ],
)
def test_headers_abroad_are_read_and_said(read: Read, header: str) -> None:
    curriculum = read(f"{header}\n{ROWS}")

    assert of(curriculum) == [("ELEC 110", "Circuits"), ("ELEC 120", "Motors")]
    (found,) = [finding for finding in curriculum.report if finding.code == "headers-abroad"]
    code, title, outcome = header.split(",")
    assert f"{code!r} as the code, {title!r} as the title" in found.message
    assert repr(outcome) in found.message


def test_english_headers_are_not_said(read: Read) -> None:
    curriculum = read("Course,Credits,Outcome\nELEC 110,5,Read prints\n")

    assert "headers-abroad" not in {finding.code for finding in curriculum.report}


def test_a_bare_word_for_course_is_the_code_where_nothing_else_is(read: Read) -> None:
    assert of(read("Curso,Resultados de aprendizaje\nELEC 110,Read electrical prints\n")) == [("ELEC 110", "ELEC 110")]


def test_columns_that_nobody_would_know_are_guessed_by_their_values(read: Read) -> None:
    with pytest.raises(RefusedError) as refused:
        read(f"Koodi,Kurssi,Osaaminen\n{ROWS}")

    assert [finding.remedy.partition("say so: ")[2] for finding in refused.value.report] == [
        '--column "code=Koodi"',
        '--column "outcome=Osaaminen"',
    ]


def test_values_decide_between_two_headers_that_may_mean_a_code(read: Read) -> None:
    rows = "Circuits,ELEC 110,Read electrical prints\nMotors,ELEC 120,Wire a motor\n"

    with pytest.raises(RefusedError) as refused:
        read(f"Class,Catalog entry,Outcome\n{rows}")

    (missing,) = refused.value.report
    assert missing.remedy.endswith('--column "code=Catalog entry"')


def test_codes_that_are_words_are_doubted_where_another_column_has_codes(read: Read) -> None:
    curriculum = read(f"Código,Curso,Outcome\n{ROWS}", form=ProgramForm(columns={"code": "Curso"}))

    (found,) = [finding for finding in curriculum.report if finding.code == "doubtful-codes"]
    assert (found.column, found.remedy.partition("say so: ")[2]) == ("Curso", '--column "code=Código"')


def test_titles_that_are_numbers_are_doubted(read: Read) -> None:
    text = "Course,Title,Credits,Outcome\nELEC 110,Circuits,5,Read prints\nELEC 120,Motors,4,Wire a motor\n"
    doubted = read(text, form=ProgramForm(columns={"title": "Credits"}))

    assert [(found.column, found.value) for found in doubted.report if found.code == "doubtful-titles"] == [
        ("Credits", "5")
    ]
    assert "doubtful-titles" not in {finding.code for finding in read(text).report}
