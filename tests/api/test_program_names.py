"""Names that the command gives to a program and its college, where the file does not say them."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., int]
Captured = pytest.CaptureFixture[str]

EXAMPLE = Path(__file__).parents[2] / "examples/power-generation"

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
    assert "\nPipe Welding, Basin Rim College: " in f"\n{capsys.readouterr().out}"
    assert run("import", "program", "w.csv", *names) == 0
    assert "unnamed-college" not in capsys.readouterr().err
    assert run("align", "pipe-welding", "--to", "skills") == 0
    assert "\nPipe Welding, Basin Rim College: " in f"\n{capsys.readouterr().out}"

    assert run("align", "w.csv", "w.csv", "--to", "skills", *names) == 2
    assert "--program 'Pipe Welding' names one program" in capsys.readouterr().err
    assert run("align", "pipe-welding", "--to", "skills", *names) == 2
    assert "only a file has a format, columns, a program or a college" in capsys.readouterr().err


def test_every_name_that_is_offered_is_taken(run: Run, capsys: Captured) -> None:
    Path("own.csv").write_text("Skill\nWeld pipes\n", encoding="utf-8")
    wind = Path("wind-energy-maintenance.csv")
    wind.write_text(f"Program,College,{ROWS}".replace("W 1", "Wind Energy Maintenance,Pine College,W 1"), "utf-8")
    assert run("import", "partnership", EXAMPLE) == 0
    assert run("import", "program", wind) == 0
    wind.unlink()
    capsys.readouterr()

    assert run("align", "wind-energy-maintenance", "--to", "own.csv") == 1
    both = "pine-college/wind-energy-maintenance, tamarack-valley-college/wind-energy-maintenance"
    said = f"'wind-energy-maintenance' fits several programs; name one of: {both}"
    assert capsys.readouterr().err.strip().endswith(said)
    for name in (
        *both.split(", "),
        "Pine College/Wind Energy Maintenance",
        "power-generation-technology",
        "generation",
    ):
        assert run("align", name, "--to", "own.csv") == 0, name
    capsys.readouterr()
    assert run("align", "cooking", "--to", "own.csv") == 1
    assert "it holds: instrumentation-and-control, pine-college/wind-energy-maintenance" in capsys.readouterr().err


def test_an_address_goes_before_the_same_title_elsewhere(run: Run, capsys: Captured) -> None:
    Path("own.csv").write_text("Skill\nWeld pipes\n", encoding="utf-8")
    Path("welding.csv").write_text(ROWS, encoding="utf-8")
    Path("yard.csv").write_text(ROWS.replace("W 1", "Y 1"), encoding="utf-8")
    for name in ("welding", "yard"):
        assert run("import", "program", f"{name}.csv", "--program", "Welding") == 0
    capsys.readouterr()

    for name, course in (("welding", "W 1"), ("yard", "Y 1"), ("welding/welding", "W 1")):
        assert run("align", name, "--to", "own.csv", "-o", "-") == 0
        assert course in capsys.readouterr().out


def test_a_misspelled_program_is_answered_with_the_nearest(run: Run, capsys: Captured) -> None:
    assert run("align", "Wind Enrgy Maintenence", "--to", "power-generation") == 1
    assert "(do you mean 'wind-energy-maintenance'?); it holds: " in capsys.readouterr().err


def test_a_program_is_found_by_its_title_with_the_award(run: Run, capsys: Captured) -> None:
    Path("own.csv").write_text("Skill\nWeld pipes\n", encoding="utf-8")
    Path("trucks.csv").write_text(ROWS.replace("W 1", "T 1"), encoding="utf-8")
    assert run("import", "program", "trucks.csv", "--program", "Diesel Technology AAS") == 0
    capsys.readouterr()

    assert run("align", "Diesel Technology AAS", "--to", "own.csv", "-o", "-") == 0
    assert "T 1" in capsys.readouterr().out


def test_a_title_as_it_is_written_goes_before_an_address(run: Run, capsys: Captured) -> None:
    Path("own.csv").write_text("Skill\nWeld pipes\n", encoding="utf-8")
    Path("diesel-technology.csv").write_text(ROWS, encoding="utf-8")
    Path("trucks.csv").write_text(ROWS.replace("W 1", "T 1"), encoding="utf-8")
    assert run("import", "program", "diesel-technology.csv", "--program", "Diesel Technology at Night") == 0
    assert run("import", "program", "trucks.csv", "--program", "Diesel Technology") == 0
    capsys.readouterr()

    for name, course in (("Diesel Technology", "T 1"), ("diesel  technology", "T 1"), ("diesel-technology", "W 1")):
        assert run("align", name, "--to", "own.csv", "-o", "-") == 0
        assert course in capsys.readouterr().out, name

    Path("yard.csv").write_text(ROWS.replace("W 1", "Y 1"), encoding="utf-8")
    assert run("import", "program", "yard.csv", "--program", "Diesel Technology") == 0
    capsys.readouterr()
    assert run("align", "Diesel Technology", "--to", "own.csv") == 1
    assert "fits several programs; name one of: trucks, yard" in capsys.readouterr().err


def test_verdicts_hold_when_the_college_is_named_later(run: Run, capsys: Captured) -> None:
    Path("skills.csv").write_text("Skill\nWeld pipes\n", encoding="utf-8")
    Path("w.csv").write_text(ROWS, encoding="utf-8")
    college = ("--college", "Basin Rim College")
    assert run("import", "sheet", "skills.csv") == 0
    assert run("import", "program", "w.csv") == 0
    assert run("review", "w", "--to", "skills", "--reviewer", "Dana", "--accept", "Weld", "Weld pipes") == 0
    for said in (college, (), college):
        capsys.readouterr()
        assert run("import", "program", "w.csv", *said) == 0
        assert "1 of 1 reviews hold" in capsys.readouterr().err
        assert run("review", "w", "--to", "skills") == 0
        assert re.search(r"\naccepted +1 ", capsys.readouterr().out)


def test_removing_a_program_by_its_own_name_says_what_may_be_meant(run: Run, capsys: Captured) -> None:
    Path("diesel-technology.csv").write_text(ROWS, encoding="utf-8")
    assert run("import", "program", "diesel-technology.csv") == 0
    for name, meant in (
        ("diesel-technology", "program-diesel-technology"),
        ("Diesel Technology@1", "program-diesel-technology@1"),
        ("program-deisel-technology", "program-diesel-technology"),
    ):
        capsys.readouterr()
        assert run("remove", name, "--yes") == 1
        assert f"do you mean {meant}?" in capsys.readouterr().err
    assert run("remove", "sewing", "--yes") == 1
    assert "do you mean" not in capsys.readouterr().err


def test_a_name_that_copies_have_is_that_of_one_of_them(run: Run, tmp_path: Path, capsys: Captured) -> None:
    assert run("import", "partnership", str(EXAMPLE), "--no-prepare") == 0
    shutil.copy(EXAMPLE / "colleges" / "basin-rim-instrumentation.csv", tmp_path / "basin.csv")
    assert run("import", "program", str(tmp_path / "basin.csv"), "--no-prepare") == 0
    capsys.readouterr()

    assert run("align", "Instrumentation and Control Technology", "--to", "power-generation") == 0
    said = capsys.readouterr()
    assert said.out.startswith("Instrumentation and Control Technology, Basin Rim Technical College (fictional): ")
    assert "is stored twice with the same outcomes; shown is instrumentation-and-control" in said.err

    assert run("align", str(tmp_path / "basin.csv"), "--to", "power-generation") == 0
    assert "Technology, Basin Rim Technical College (fictional): " in capsys.readouterr().out


def test_a_stored_program_is_called_as_it_was_named_and_its_empty_rows_do_not_count(
    run: Run, tmp_path: Path, capsys: Captured
) -> None:
    path = tmp_path / "w.csv"
    path.write_text(f"{ROWS}W 1,\nW 1,Read prints\n", encoding="utf-8")

    assert run("import", "program", str(path), "--program", "Pipe Welding", "--no-prepare") == 0
    said = capsys.readouterr()
    assert said.out.startswith("program-w 1: 2 of 3 rows of 1 file are in ")
    assert "row 3, Outcome: is empty; no outcome is read from this row" in said.err

    assert run("status") == 0
    assert "program-w 1 · Program Pipe Welding (w.csv)" in capsys.readouterr().out
