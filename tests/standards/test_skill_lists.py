"""Firms' skill lists: four shapes, told apart by their headers."""

from collections.abc import Callable
from pathlib import Path

import pytest

from ontology.records import RequirementType
from ontology.report import Severity
from standards.archives import ArchivedFile
from standards.skill_lists import ListedSkill, SkillList, read_skill_list

Needs = Callable[[Path], Path]


def read(text: str, name: str = "list.csv") -> SkillList:
    return read_skill_list(ArchivedFile(name, "", text.encode))


@pytest.fixture
def firm(project: Path, request: pytest.FixtureRequest) -> SkillList:
    path = project / "examples/power-generation/firms" / request.param
    return read_skill_list(ArchivedFile(path.name, "", path.read_bytes))


@pytest.mark.parametrize(
    ("firm", "skills", "statements", "jobs"),
    [
        ("stillwater-bend-hydro.csv", 75, 47, 6),
        ("basalt-ridge-energy.xlsx", 175, 48, 8),
        ("larkspur-plateau-wind.csv", 49, 49, 6),
        ("tamarack-pud.xlsx", 46, 46, 8),
    ],
    indirect=["firm"],
)
def test_reads_each_firm(firm: SkillList, skills: int, statements: int, jobs: int) -> None:
    assert {finding.severity for finding in firm.report} <= {Severity.INFO}
    assert len(firm.skills) == skills
    assert len({skill.statement for skill in firm.skills}) == statements
    assert len({skill.job for skill in firm.skills}) == jobs
    assert [skill for skill in firm.skills if not skill.code] == []


def test_a_matrix_gives_levels_by_job() -> None:
    listed = read("Our skills,,\n\nNo.,Skill,Helper,Mechanic\n1,Weld,B,A\n2,Braze,X,\n")

    assert [(s.statement, s.job, s.level, s.row) for s in listed.skills] == [
        ("Weld", "Helper", 2, 4),
        ("Weld", "Mechanic", 5, 4),
        ("Braze", "Helper", None, 5),
    ]


def test_bullets_are_essential_or_optional() -> None:
    listed = read('Position;Must have;Good to have\nHelper;"- Weld\n- Braze";"- Read prints"\n')

    assert [(s.statement, s.relation) for s in listed.skills] == [
        ("Weld", RequirementType.ESSENTIAL),
        ("Braze", RequirementType.ESSENTIAL),
        ("Read prints", RequirementType.OPTIONAL),
    ]


def test_merged_cells_and_words_for_importance() -> None:
    listed = read("Job class,SOC code,Task,Importance\nHelper,49-9098,Weld,High\n,,Braze,Low\n")

    assert listed.skills[1] == ListedSkill(statement="Braze", job="Helper", code="49-9098", importance=1, row=3)


def test_a_grade_is_kept_in_the_firms_words() -> None:
    (skill,) = read("Role,Level,Statement\nEngineer,Junior,Test code\n").skills

    assert (skill.grade, skill.level) == ("Junior", None)


def test_a_word_for_a_level_may_look_like_a_number() -> None:
    listed = read("Role,Level,Statement\nEngineer,n00b,Test\nEngineer,Pr0,Design\nEngineer,1337,Lead\n")

    assert [(s.grade, s.level) for s in listed.skills] == [("n00b", None), ("Pr0", None), ("1337", None)]
    assert len(listed.report) == 0


def test_reads_every_row_of_a_real_list_with_words_for_levels(data: Path, needs: Needs) -> None:
    path = needs(data / "frameworks/firm_lists/unidays.csv")

    listed = read_skill_list(ArchivedFile(path.name, "", path.read_bytes))

    assert (listed.rows, len(listed.skills), len(listed.report)) == (464, 464, 0)
    assert sum(skill.grade == "1337" for skill in listed.skills) == 88


@pytest.mark.parametrize(
    ("text", "column", "row"),
    [
        ("Job,Level,Skill\nHelper,9,Weld\n", "Level", 2),
        ("Job,Importance,Skill\nHelper,huge,Weld\n", "Importance", 2),
        ("Job,Skill,SOC code\nHelper,,49-9098\n", "Skill", 2),
        ("Skill,Helper,Mechanic\nWeld,B,Q\nBraze,A,B\n", "Mechanic", 2),
        ("Job,Skill,SOC code\nHelper,Weld,helper\n", "SOC code", 2),
        ("Who,What\nHelper,Weld\n", "", None),
    ],
)
def test_names_the_bad_cell(text: str, column: str, row: int | None) -> None:
    (finding,) = read(text).report

    assert (finding.column, finding.row) == (column, row)
    assert finding.remedy


def rows_of(*skills: str) -> list[list[str]]:
    return [["Job", "Skill"], *(["Helper", skill] for skill in skills)]


def test_a_second_sheet_with_skills_is_not_dropped_in_silence(workbook: Callable[..., ArchivedFile]) -> None:
    listed = read_skill_list(workbook(A=rows_of("Weld", "Braze"), B=rows_of("Grind", "Cut", "Lift")))

    assert [skill.statement for skill in listed.skills] == ["Weld", "Braze"]
    (finding,) = listed.report
    assert (finding.code, finding.severity) == ("chosen-sheet", Severity.WARNING)
    assert finding.message == "only the sheet 'A' is read; 'B' could be read as well"


def test_a_sheet_without_skills_is_named_and_no_warning(workbook: Callable[..., ArchivedFile]) -> None:
    listed = read_skill_list(workbook(Cover=[["Our firm"]], A=rows_of("Weld")))

    (finding,) = listed.report
    assert (len(listed.skills), finding.severity) == (1, Severity.INFO)


def test_the_sheet_with_the_codes_of_a_matrix_is_read_too(workbook: Callable[..., ArchivedFile]) -> None:
    jobs = [["Job", "SOC code", "Level"], ["Helper", "49-9098", "2"]]

    listed = read_skill_list(workbook(Jobs=jobs, Matrix=[["Skill", "Helper"], ["Weld", "B"]]))

    assert [(skill.statement, skill.code) for skill in listed.skills] == [("Weld", "49-9098")]
    assert len(listed.report) == 0


@pytest.mark.parametrize(
    ("importance", "level", "cells", "expected"),
    [
        ("Importance", "Level", "4,2.5", (4, 2.5)),
        ("How important (1-5)", "Level (0-7)", "4,2.5", (4, 2.5)),
        ("Importance (0-100)", "Level (1-5)", "75,2", (4, 1.75)),
        ("Importance 0\u2013100", "Proficiency 1\u20135", "0,5", (1, 7)),
        ("Importance [1 to 10]", "Proficiency level 0 to 4", "10,3", (5, 5.25)),
        ("Importance (1-3)", "Level (1-10)", "High,1", (5, 0)),
    ],
)
def test_a_number_is_read_on_the_scale_of_its_header(
    importance: str, level: str, cells: str, expected: tuple[float, float]
) -> None:
    """By hand: 75 of 0-100 is three quarters of 1 to 5, 4; 2 of 1-5 is a quarter of 0 to 7, 1.75; a word is a word."""
    listed = read(f"Skill,{importance},{level}\nWeld,{cells}\n")

    assert [(one.importance, one.level) for one in listed.skills] == [expected]
    assert len(listed.report) == 0


def test_a_number_beyond_the_scale_of_its_header_is_told() -> None:
    """One that would be right on the scale on which it is kept is wrong on its own."""
    listed = read("Skill,Importance,Level (1-4)\nWeld,5,5\nBraze,6,4\n")

    assert listed.skills == ()
    assert [(one.row, one.column, one.value, one.remedy) for one in listed.report] == [
        (2, "Level (1-4)", "5", "Write a number from 1 to 4, or correct the scale in the header"),
        (
            3,
            "Importance",
            "6",
            "Write a number from 1 to 5, or tell the scale in the header, as in 'Importance (1-10)'",
        ),
    ]


def test_levels_that_look_like_those_of_another_scale_are_told() -> None:
    """They are read as on 0 to 7 all the same: nobody guesses."""
    listed = read("Skill,Level\nWeld,2\nBraze,5\nSolder,1\n")

    assert [one.level for one in listed.skills] == [2, 5, 1]
    (finding,) = listed.report
    assert (finding.code, finding.severity, finding.column, finding.value) == (
        "assumed-scale",
        Severity.WARNING,
        "Level",
        "1-5",
    )
    assert "0-7" in finding.message
    assert finding.remedy == "Write the scale into the header: 'Level (1-5)' or 'Level (0-7)'"


@pytest.mark.parametrize(
    "text",
    [
        "Skill,Level (0-7)\nWeld,2\nBraze,5\nSolder,1\n",
        "Skill,Level\nWeld,2\nBraze,6\nSolder,1\n",
        "Skill,Level\nWeld,2\nBraze,2.5\nSolder,1\n",
        "Skill,Level\nWeld,2\nBraze,5\n",
        "Skill,Level\nWeld,2\nBraze,Expert\nSolder,Expert\nRig,Novice\n",
    ],
)
def test_of_levels_that_say_their_scale_or_too_little_nothing_is_told(text: str) -> None:
    """A 6, a half, two numbers, or words tell no scale from 1 to 5."""
    assert len(read(text).report) == 0


@pytest.mark.parametrize("text", ["Job,SOC code,Skill,Level\n", "Skill,Helper\n", "Job,Must have\nHelper,\n"])
def test_a_list_without_a_skill_is_an_error(text: str) -> None:
    (finding,) = read(text).report.of(Severity.ERROR)

    assert (finding.code, finding.file, finding.row) == ("no-rows", "list.csv", 1)
    assert finding.value == text.splitlines()[0].replace(",", ", ")
    assert finding.remedy == "Write the skills into it, or look whether another file or sheet is meant"
