"""What a command writes never replaces what it reads."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., int]
Captured = pytest.CaptureFixture[str]

ROWS = "Program,Course,Outcome,Skill,Statement,Competency\nWelding,W 1,Weld pipes,Weld pipes,Weld pipes,Weld pipes\n"

COMMANDS = {
    "align a program": "align {} --to skills.csv -o {}",
    "align to a list": "align w.csv --to {} -o {}",
    "align by a column map": "align w.csv --to skills.csv --column {} -o {}",
    "align several": "align w.csv {} --to skills.csv -o {}",
    "link statements": "link --to skills.csv {} -o {}",
    "link to a list": "link --to {} statements.txt -o {}",
    "review decisions": "review welding --to skills.csv --decisions {} -o {}",
    "report on decisions": "review welding --to skills.csv --decisions {} --report {}",
    "batch": "batch {} --to skills.csv -o {}",
    "query": "query {} -o {}",
    "evaluate": "evaluate linking {} --to skills -o {}",
    "import": "import program {} --report {}",
    "import a folder": "import partnership . --report {1}",
}


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """Return a folder with a program, a list, and statements."""
    for name in ("w.csv", "skills.csv", "statements.txt", "own.csv"):
        (tmp_path / name).write_text(ROWS, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("how", ["own.csv", "./own.csv", "link.csv", "hard.csv"])
@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_no_input_is_replaced(run: Run, desk: Path, command: str, how: str, capsys: Captured) -> None:
    if how == "link.csv":
        (desk / how).symlink_to("own.csv")
    elif how == "hard.csv":
        (desk / how).hardlink_to(desk / "own.csv")

    assert run(*command.format("own.csv", how).split()) == 2
    assert "would replace what is read" in capsys.readouterr().err
    assert (desk / "own.csv").read_text(encoding="utf-8") == ROWS


def test_an_input_that_is_a_link_is_not_replaced_through_what_it_names(run: Run, desk: Path) -> None:
    (desk / "link.csv").symlink_to("own.csv")

    assert run("align", "link.csv", "--to", "skills.csv", "-o", "own.csv") == 2
    assert (desk / "own.csv").read_text(encoding="utf-8") == ROWS


def test_a_copy_is_replaced_and_a_long_comment_is_no_file(run: Run, desk: Path, capsys: Captured) -> None:
    shutil.copy(desk / "own.csv", desk / "old.csv")

    assert run("align", "own.csv", "--to", "skills.csv", "-o", "old.csv") == 0
    assert (desk / "old.csv").read_text(encoding="utf-8") != ROWS
    assert run("import", "program", "own.csv") == 0
    review = ("review", "welding", "--to", "skills.csv", "--reviewer", "Ann", "--accept-above", "0.1")
    assert run(*review, "--comment", "because " * 60, "-o", "old.csv") == 0
    assert "1 verdict stored" in capsys.readouterr().err


@pytest.mark.parametrize(
    "command",
    [
        "align zeros.csv --to skills.csv",
        "align w.csv --to zeros.csv",
        "align w.csv --to zeros.txt",
        "link --to skills.csv zeros.txt",
        "import program zeros.csv",
        "import sheet zeros.csv",
        "query zeros.txt",
    ],
)
def test_what_is_no_text_is_said_to_be_none_and_not_shown(run: Run, desk: Path, command: str, capsys: Captured) -> None:
    for name in ("zeros.csv", "zeros.txt"):
        (desk / name).write_bytes(bytes(4000))

    assert run(*command.split()) == 2
    said = capsys.readouterr().err
    assert "it is no text, whatever its name says" in said
    assert "\\x00" not in said
    assert len(said) < 500
