"""``ladderworks import --preview``: columns, findings and changes on the screen, and nothing stored."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.api.conftest import Run

LIST = "Position,Skill,Boss\nWelder,Weld pipes,Ann\nWelder,Grind welds,Ann\n"


def test_it_shows_columns_and_what_would_be_new(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    Path("mill.csv").write_text(LIST, encoding="utf-8")
    assert run("import", "sheet", "mill.csv", "--preview") == 0
    lines = capsys.readouterr().out.splitlines()

    assert lines[0].split("  ")[0] == "column"
    assert [line.split()[:2] for line in lines[1:4]] == [["Position", "job"], ["Skill", "statement"], ["Boss", "-"]]
    assert any(line.startswith("sheet-mill 1 would be new, with") for line in lines)
    assert run("status") == 0
    assert "sheet-mill" not in capsys.readouterr().out


def test_what_would_be_refused_ends_with_a_status(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    Path("mill.csv").write_text("Position,Boss\nWelder,Ann\n", encoding="utf-8")
    assert run("import", "sheet", "mill.csv", "--preview") == 1
    assert "It would be refused, and nothing stored" in capsys.readouterr().out


def test_releases_of_publishers_have_none(run: Run) -> None:
    assert run("import", "onet", "db.zip", "--preview") == 2


def test_columns_of_a_list_are_named_on_the_command_line(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    Path("mill.csv").write_text("Position,What they do\nWelder,Weld pipes\n", encoding="utf-8")
    named = ("--column", "statement=What they do")
    assert run("import", "sheet", "mill.csv", *named, "--preview") == 0
    assert "Weld pipes" in capsys.readouterr().out
    assert run("import", "sheet", "mill.csv", "--column", "outcome=What they do") == 2
    assert run("import", "sheet", "mill.csv", *named, "--college", "Mill") == 2
