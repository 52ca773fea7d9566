"""Names that the command gives to a program and its college, where the file does not say them."""

from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., int]
Captured = pytest.CaptureFixture[str]

ROWS = "Course,Outcome\nW 1,Weld pipes\n"


def test_options_name_a_program_in_align_and_import(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LADDERWORKS_KB", str(tmp_path / "kb"))
    Path("w.csv").write_text(ROWS, encoding="utf-8")
    Path("skills.csv").write_text("Skill\nWeld pipes\n", encoding="utf-8")
    names = ("--program", "Pipe Welding", "--college", "Basin Rim College")

    assert run("import", "sheet", "skills.csv") == 0
    assert run("align", "w.csv", "--to", "skills", *names) == 0
    assert "\nPipe Welding: " in f"\n{capsys.readouterr().out}"
    assert run("import", "program", "w.csv", *names) == 0
    assert "unnamed-college" not in capsys.readouterr().err
    assert run("align", "pipe-welding", "--to", "skills") == 0
    assert "\nPipe Welding: " in f"\n{capsys.readouterr().out}"

    assert run("align", "w.csv", "w.csv", "--to", "skills", *names) == 2
    assert "--program 'Pipe Welding' names one program" in capsys.readouterr().err
    assert run("align", "pipe-welding", "--to", "skills", *names) == 2
    assert "only a file has a format, columns, a program or a college" in capsys.readouterr().err
