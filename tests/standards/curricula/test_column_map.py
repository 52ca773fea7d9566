"""Column maps: what a college calls its columns, and what of it does not fit."""

from collections.abc import Callable

import pytest

from ontology.errors import InputError, RefusedError
from standards.archives import ArchivedFile
from standards.curricula import FIELDS, Curriculum, ProgramForm, column_map, parted, read_pairs

Read = Callable[..., Curriculum]

OWN = "Kurs,Title,What they can do\nW 1,Pipes,Weld\n"


def test_a_map_names_columns_that_nobody_would_know(read: Read) -> None:
    curriculum = read(OWN, form=ProgramForm(columns={"code": "kurs", "outcome": "What they can do"}))

    assert (curriculum.courses[0].code, curriculum.outcomes[0].statement.value) == ("W 1", "Weld")


def test_a_mapped_column_means_nothing_else(read: Read) -> None:
    curriculum = read("Course,Title\nW 1,Weld\n", form=ProgramForm(columns={"outcome": "Title"}))

    assert curriculum.courses[0].label.value == "W 1"
    assert curriculum.outcomes[0].statement.value == "Weld"


def test_a_header_that_is_not_there_is_refused_with_those_there_are(read: Read) -> None:
    with pytest.raises(RefusedError) as refused:
        read(OWN, form=ProgramForm(columns={"code": "Kurse", "outcome": "Ziele"}))

    first, second = refused.value.report
    assert (first.code, first.column, first.remedy) == (
        "missing-header",
        "Kurse",
        'Write --column "code=Kurs" if that is meant',
    )
    assert second.message.endswith("there are 'Kurs', 'Title', 'What they can do'")


def test_a_map_finds_its_sheet(read: Read, workbook: Callable[..., ArchivedFile]) -> None:
    book = workbook(Plan=[["Course", "Outcome"], ["A 1", "Plan"]], Map=[["Course", "Can do"], ["W 1", "Weld"]])

    curriculum = read(book.read(), "own.xlsx", ProgramForm(columns={"outcome": "Can do"}))

    assert [outcome.statement.value for outcome in curriculum.outcomes] == ["Weld"]


def test_only_spreadsheets_have_columns(read: Read) -> None:
    with pytest.raises(InputError, match="is read as text, which has no columns"):
        read("Weld", "w.txt", ProgramForm("text", {"outcome": "x"}))


@pytest.mark.parametrize(
    ("pairs", "said"),
    [
        ([("outcom", "X")], "no field 'outcom' (do you mean 'outcome'?); its fields are program, award"),
        ([("room", "X")], "no field 'room'; its fields are"),
        ([("code", "X"), ("code", "Y")], "names 'X' and 'Y' for 'code'; keep one"),
        ([("code", "X"), ("title", "x ")], "names 'x ' for two fields"),
    ],
)
def test_a_map_that_contradicts_itself_is_refused(pairs: list[tuple[str, str]], said: str) -> None:
    with pytest.raises(InputError) as refused:
        column_map(pairs, FIELDS)

    assert said in str(refused.value)


@pytest.mark.parametrize("pair", ["outcome", "=X", "outcome= "])
def test_what_is_no_pair_is_refused(pair: str) -> None:
    with pytest.raises(InputError, match="is neither a file nor FIELD=HEADER"):
        parted([pair])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('code = "Kurs"\n', "map.toml"),
        ('[columns]\ncode = " Kurs "\n', "map.toml"),
        ('{"code": "Kurs"}', "map.json"),
        ('{"columns": {"code": "Kurs"}}', "map.json"),
    ],
)
def test_a_map_may_stand_in_a_file(written: Callable[..., ArchivedFile], text: str, name: str) -> None:
    assert read_pairs(written(text, name)) == [("code", "Kurs")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("code: Kurs", "map.toml"),
        ("code = 1", "map.toml"),
        ("[]", "map.json"),
        ("{", "map.json"),
        (b"\xff", "map.toml"),
    ],
)
def test_a_file_that_is_none_is_refused(written: Callable[..., ArchivedFile], text: str, name: str) -> None:
    with pytest.raises(InputError, match=f"{name} is no column map"):
        read_pairs(written(text, name))


def test_a_code_column_of_department_and_number_is_known(read: Read) -> None:
    found = read("Dept/No.,Title,Outcome\nHVAC 131,Heating,Weld pipes\n")

    assert [course.code for course in found.courses] == ["HVAC 131"]
    assert len(found.report) == 0


@pytest.mark.parametrize("header", ["Dept/Crse ref", "Prefix + digits", "Nbr of class"])
def test_a_missing_code_column_is_remedied_by_the_line_with_the_header_like_it(read: Read, header: str) -> None:
    with pytest.raises(RefusedError) as caught:
        read(f"Room,{header},Title,Outcome\n5,HVAC 131,Heating,Weld pipes\n")

    (finding,) = caught.value.report
    assert finding.message == f"there is no such column; your column {header!r} looks like it"
    assert finding.remedy.endswith(f'--column "code={header}"')
