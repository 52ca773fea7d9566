"""A file of decisions that is read back in for another program or framework is one line, with the right command."""

import csv
import shlex
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., int]
Captured = pytest.CaptureFixture[str]

COURSES = """Program,College,Course code,Course title,Learning outcome
{0},Mill College,{1} 101,{0},Weld pipe joints {2}.
{0},Mill College,{1} 101,{0},Read blueprints {2}.
"""
SKILLS = "Skill,Notes\nWeld pipe joints,In the flat position.\nRead blueprints,Of parts.\n"


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty folder, which the first test that needs decisions fills for the others."""
    return tmp_path_factory.mktemp("prepared")


@pytest.fixture
def decided(run: Run, tmp_path: Path, prepared: Path, capsys: Captured) -> str:
    """A file with decisions on the program Machining, held against the list Acme."""
    if not any(prepared.iterdir()):
        decide(run, tmp_path)
        shutil.copytree(tmp_path, prepared, dirs_exist_ok=True)
        capsys.readouterr()
    shutil.copytree(prepared, tmp_path, dirs_exist_ok=True)
    return "decided.csv"


def decide(run: Run, folder: Path) -> None:
    """Import two programs and two lists, and accept what is suggested of one of them for another."""
    (folder / "machining.csv").write_text(COURSES.format("Machining", "MFG", "of ships"), encoding="utf-8")
    (folder / "plumbing.csv").write_text(COURSES.format("Plumbing", "PLB", "of houses"), encoding="utf-8")
    for name in ("acme", "bolt", "mine"):
        (folder / f"{name}.csv").write_text(SKILLS, encoding="utf-8")
    for name in ("machining", "plumbing"):
        assert run("import", "program", f"{name}.csv") == 0
    for name in ("acme", "bolt"):
        assert run("import", "sheet", f"{name}.csv") == 0
    written(run, "machining", "acme")


def written(run: Run, program: str, framework: str) -> str:
    """Write the suggestions of a program, each accepted, into a file."""
    assert run("align", program, "--to", framework, "-o", "suggested.csv") == 0
    with Path("suggested.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    with Path("decided.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(row | {"decision": "yes"} for row in rows if row["outcome"])
    return "decided.csv"


def read_back(run: Run, capsys: Captured, program: str, framework: str, file: str) -> str:
    """Return the one line that refuses a file."""
    assert run("review", program, "--to", framework, "--reviewer", "Ann Lee", "--decisions", file) == 2
    (line,) = capsys.readouterr().err.strip().splitlines()
    return line


@pytest.mark.parametrize(
    ("program", "framework", "said"),
    [
        ("machining", "bolt", ["2 competencies of acme, none of bolt"]),
        ("plumbing", "acme", ["2 outcomes of Machining, none of Plumbing"]),
        ("plumbing", "bolt", ["2 outcomes of Machining, none of Plumbing", "2 competencies of acme, none of bolt"]),
    ],
)
def test_the_line_names_what_the_file_is_of_and_its_command_works(
    run: Run, decided: str, capsys: Captured, program: str, framework: str, said: list[str]
) -> None:
    line = read_back(run, capsys, program, framework, decided)
    assert [words for words in said if words not in line] == [], line
    command = shlex.split(line.partition("Read it in with: ladderworks ")[2])
    assert run(*command) == 0
    assert "2 verdicts stored" in capsys.readouterr().err


def test_a_file_against_a_list_of_ones_own_asks_for_that_list(run: Run, decided: str, capsys: Captured) -> None:
    file = written(run, "machining", "mine.csv")
    capsys.readouterr()
    line = read_back(run, capsys, "machining", "acme", file)
    assert "2 competencies of a list of your own that is called mine, none of acme" in line
    assert line.endswith("--to FILE, which is that list")


def test_a_file_of_what_is_stored_nowhere_is_to_be_written_anew(run: Run, decided: str, capsys: Captured) -> None:
    text = Path(decided).read_text(encoding="utf-8").replace("/outcome/mill-college", "/outcome/elsewhere")
    Path(decided).write_text(text, encoding="utf-8")
    line = read_back(run, capsys, "machining", "acme", decided)
    assert "it is about 2 outcomes, none of Machining or any other stored program as it is worded now" in line
    assert line.endswith("Write one anew and decide in it: ladderworks align machining --to acme -o FILE.xlsx")


def test_a_file_without_decisions_is_told_from_one_of_another_program(run: Run, decided: str, capsys: Captured) -> None:
    right = read_back(run, capsys, "machining", "acme", "suggested.csv")
    wrong = read_back(run, capsys, "plumbing", "acme", "suggested.csv")
    assert "there are no decisions in suggested.csv, though it is the right file: it has 2 outcomes" in right
    assert "suggested.csv is not of this review: it is about 2 outcomes of Machining, none of Plumbing" in wrong
    assert "There are no decisions in it yet either: write yes, no or change into the column decision" in wrong


def test_one_wrong_row_among_right_ones_is_named_by_its_row(run: Run, decided: str, capsys: Captured) -> None:
    first, second, *rest = Path(decided).read_text(encoding="utf-8").splitlines(keepends=True)
    second = second.replace("/outcome/mill-college", "/outcome/elsewhere")
    Path(decided).write_text("".join([first, second, *rest]), encoding="utf-8")
    assert run("review", "machining", "--to", "acme", "--reviewer", "Ann", "--decisions", decided) == 1
    assert "decided.csv, row 2" in capsys.readouterr().err
