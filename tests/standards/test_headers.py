"""Headers of people's own spreadsheets: recognized however they are written, and guessed where they are misspelled."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology.errors import RefusedError
from ontology.identifiers import Identifiers
from ontology.report import Finding, Severity
from ontology.store import KnowledgeBase
from standards.archives import ArchivedFile
from standards.curricula import Curriculum, read_program
from standards.curricula.fields import COLUMNS
from standards.headers import judge_headers, key, place
from standards.imports import import_release
from standards.rules import Column
from standards.skill_lists import NAMES, SkillList, read_skill_list

WANTED = {column.name: column.names for column in COLUMNS}


def file(text: str) -> ArchivedFile:
    return ArchivedFile("own.csv", "", text.encode)


def program(*headers: str) -> Curriculum:
    cells = ",".join(f'"{header}"' for header in headers)
    return read_program(file(f"{cells}\nW 1,Weld pipes\n"), Identifiers())


def skills(*headers: str) -> SkillList:
    cells = ",".join(f'"{header}"' for header in headers)
    return read_skill_list(file(f"{cells}\nHelper,Weld pipes\n"))


@st.composite
def spellings(draw: st.DrawFn, names: dict[str, tuple[str, ...]]) -> tuple[str, str]:
    """A field and one of its names, in any case, with any spacing and punctuation between its words."""
    field = draw(st.sampled_from(sorted(names)))
    words = key_words(draw(st.sampled_from(names[field])))
    gaps = st.sampled_from([" ", "  ", "_", "-", ".", " \n", "\u00a0", "/"])
    cases = st.sampled_from([str.upper, str.lower, str.title, str.capitalize])
    spelled = "".join(draw(cases)(word) + draw(gaps) for word in words)
    return field, draw(st.sampled_from(["", " ", "\t"])) + spelled + draw(st.sampled_from(["", ".", ":", "*", " (1)"]))


def key_words(name: str) -> list[str]:
    return [word for word in name.split() if any(letter.isalnum() for letter in word)] or [name]


@given(spellings(WANTED))
def test_a_column_of_a_program_is_recognized_however_it_is_written(spelled: tuple[str, str]) -> None:
    field, header = spelled

    assert place(WANTED[field], ["Something else", header]) == 1
    assert [name for name, names in WANTED.items() if place(names, [header]) == 0] == [field]


@given(spellings({field: names for field, names in NAMES.items() if field != "number"}))
def test_a_column_of_a_list_is_recognized_however_it_is_written(spelled: tuple[str, str]) -> None:
    field, header = spelled

    assert [name for name, names in NAMES.items() if place(names, [header]) == 0] == [field]


@given(st.text(min_size=1))
def test_a_key_is_the_key_of_itself(header: str) -> None:
    assert key(key(header)) == key(header)


@pytest.mark.parametrize("code", ["Course no", "course number", "COURSE_NO.", "Course #", " course-id "])
@pytest.mark.parametrize("outcome", ["Outcome ", "learning_outcomes", "SLOs:", "Student Learning Outcome(s)"])
def test_a_program_is_read_under_any_of_them(code: str, outcome: str) -> None:
    read = program(code, outcome)

    assert [(course.code, len(read.outcomes_of(course))) for course in read.courses] == [("W 1", 1)]
    assert len(read.report) == 0


@pytest.mark.parametrize("skill", ["SKILL", "skill_statement", "Statement:", "Competency  Statement", "Task (daily)"])
def test_a_list_is_read_under_any_of_them(skill: str) -> None:
    read = skills("JOB_TITLE", skill)

    assert [(listed.job, listed.statement) for listed in read.skills] == [("Helper", "Weld pipes")]
    assert len(read.report) == 0


@pytest.mark.parametrize("header", ["Lerning outcoms", "What students will be able to do", "Objectives taught"])
def test_a_missing_column_of_a_program_names_the_one_that_looks_like_it(header: str) -> None:
    with pytest.raises(RefusedError) as refused:
        program("Course", header)
    (finding,) = refused.value.report.of(Severity.ERROR)

    assert finding.column == "Learning outcomes"
    assert finding.message == f"there is no such column; your column {header!r} looks like it"
    meant = "Rename it to 'Learning outcomes' if that is meant"
    assert finding.remedy == f'{meant}, or say so: --column "outcome={header}"'


def test_where_no_column_looks_like_it_some_names_are_offered() -> None:
    with pytest.raises(RefusedError) as refused:
        program("Course", "Room")
    (finding,) = refused.value.report.of(Severity.ERROR)

    assert finding.message == "there is no such column; there are 'Course', 'Room'"
    names = "'Learning outcomes', 'Outcome', 'Outcomes' or 'Learning outcome'"
    assert finding.remedy == f'Call it {names}, or name the column: --column "outcome=HEADER"'


def test_a_list_without_skills_names_what_there_is_what_is_wanted_and_what_is_nearest() -> None:
    (finding,) = skills("Job", "Skil").report

    assert "under none of the names 'Skill', 'Skill statement'" in finding.message
    assert finding.message.endswith("there are 'Job', 'Skil'")
    assert finding.remedy == "Rename 'Skil' to 'Skill' if that is meant"


def test_where_nothing_is_near_the_names_are_offered() -> None:
    (finding,) = skills("Who", "What").report

    assert finding.remedy.startswith("Call it one of 'Skill', 'Skill statement'")


def test_an_unknown_column_is_named_with_a_guess() -> None:
    def said(report: list[Finding]) -> list[tuple[str, str, str]]:
        return [(finding.code, finding.column, finding.remedy) for finding in report]

    text = "Course,Outcome,Credts,Room\nW 1,Weld,3,B 12\n"
    of_program = read_program(file(text), Identifiers()).report.of(Severity.WARNING)
    of_list = list(read_skill_list(file("Job,Skill,Importence,Room\nHelper,Weld,5,B 12\n")).report)

    likely, (*unlikely, leave) = said(of_program)
    assert likely == ("unknown-header", "Credts", 'If it is the credits, say so: --column "credits=Credts"')
    assert unlikely == ["unknown-header", "Room"]
    assert leave.startswith('Leave it, or say what it holds: --column "FIELD=Room", with FIELD one of program, award')
    assert said(of_list) == [
        ("unknown-header", "Importence", "Call it 'Importance' if that is meant"),
        ("unknown-header", "Room", ""),
    ]
    assert [finding.severity for finding in of_list] == [Severity.WARNING, Severity.INFO]


@pytest.mark.parametrize("twice", [("Skill", "skill "), ("Skill (new)", "Skill (old)")])
def test_a_column_that_is_there_twice_is_refused(twice: tuple[str, str]) -> None:
    (finding,) = read_skill_list(file(f"Job,{twice[0]},{twice[1]}\nHelper,Weld,Braze\n")).report

    assert (finding.code, finding.severity, finding.column) == ("repeated-header", "error", twice[0])


def test_a_note_behind_a_header_does_not_make_it_another() -> None:
    read = read_program(file("Course,Outcome (old),Outcome\nW 1,Braze,Weld\n"), Identifiers())

    assert [outcome.statement.value for outcome in read.outcomes] == ["Weld"]


@pytest.mark.parametrize("headers", ["Who,What", "Skill,skill"])
def test_a_wrong_header_stays_an_error_where_bad_rows_are_left_out(tmp_path: Path, headers: str) -> None:
    path = tmp_path / "own.csv"
    path.write_text(f"{headers}\nHelper,Weld\n", encoding="utf-8")
    with KnowledgeBase.in_memory() as base, pytest.raises(RefusedError):
        import_release(base, "sheet", [path], skip_bad_rows=True)


def test_the_remedy_names_the_column_that_the_message_names() -> None:
    column = Column("statement", "statement", aliases=("Expectation", "Skill"))
    (finding, *_) = judge_headers("roles.csv", 1, ["Skill Name"], [column])

    assert "'statement'" in finding.message
    assert finding.remedy == "Rename 'Skill Name' to 'statement' if that is meant"
