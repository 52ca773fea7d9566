"""``ladderworks evaluate ladders`` as people call it, on the example."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., int]
Captured = pytest.CaptureFixture[str]

OWN = """ladder,sector,rung,code,split
mechanic,energy,1,49-9098.00,development
mechanic,energy,2,49-9041.00,development
mechanic,energy,3,49-1011.00,development
operator,energy,1,51-8013.00,test
operator,energy,2,51-1011.00,test
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "own.csv"
    path.write_text(OWN, encoding="utf-8")
    return path


def test_the_tables_fit_a_terminal(run: Run, own: Path, capsys: Captured) -> None:
    assert run("evaluate", "ladders", own, "--samples", 20) == 0

    printed = capsys.readouterr().out
    assert "development: 1 ladder\n" in printed
    assert "test: 1 ladder\n" in printed
    for method in ("Ladderworks", "paths by relatedness", "paths by ratings"):
        assert f"\n{method} " in printed
    assert max(map(len, printed.splitlines())) <= 100


def test_one_split_alone_and_no_baselines(run: Run, own: Path, capsys: Captured) -> None:
    assert run("evaluate", "ladders", own, "--split", "test", "--no-baselines", "--samples", 20, "-o", "-") == 0

    printed = capsys.readouterr().out
    assert "development" not in printed
    assert "paths by" not in printed
    assert "operator" not in printed, "no single ladder for testing is told"


def test_the_same_seed_writes_the_same_file(run: Run, own: Path, tmp_path: Path) -> None:
    for name in ("one.json", "other.json"):
        assert run("evaluate", "ladders", own, "--samples", 20, "-o", name) == 0
    assert (tmp_path / "one.json").read_bytes() == (tmp_path / "other.json").read_bytes()
    assert [one["ladder"] for one in json.loads((tmp_path / "one.json").read_text())["single"]] == ["mechanic"]


def test_role_families_stand_beside(run: Run, own: Path, tmp_path: Path, capsys: Captured) -> None:
    levels = ("Junior tester,Awareness", "Tester,Working", "Senior tester,Expert")
    lines = ["Role,Role Level,Skill Name,Skill Level"]
    lines += [f"Tester,{level.split(',')[0]},testing,{level.split(',')[1]}" for level in levels]
    (tmp_path / "roles.csv").write_text("\n".join(lines), encoding="utf-8")
    assert run("evaluate", "ladders", own, "--families", "roles.csv", "--samples", 20) == 0
    assert "Role families of roles.csv: 1 role\n" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (("--split", "exam"), 2, "own.csv has no split 'exam'; it has development, test"),
        (("-o", "a.docx"), 2, "end it in one of: csv, json, md"),
        (("--region", "Atlantis"), 1, "Atlantis"),
        (("--families", "none.csv"), 2, "none.csv cannot be read as CSV"),
    ],
)
def test_what_cannot_be_done_is_said(
    run: Run, own: Path, capsys: Captured, arguments: tuple[str, ...], status: int, said: str
) -> None:
    assert run("evaluate", "ladders", own, *arguments) == status
    assert said in capsys.readouterr().err


def test_bad_ladders_are_named_and_the_rest_is_measured(run: Run, own: Path, capsys: Captured) -> None:
    own.write_text(f"{OWN}singer,arts,1,27-2042.00,development\nsinger,arts,2,00-0000.00,development\n")
    assert run("evaluate", "ladders", own, "--samples", 20) == 0
    said = capsys.readouterr()
    assert "own.csv, row 8, code: is no occupation here" in said.err
    assert "development: 1 ladder\n" in said.out
