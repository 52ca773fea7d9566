"""A file with the name of a stored program shows the verdicts on that program, and says so."""

from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., int]
Captured = pytest.CaptureFixture[str]

COURSES = """Program,Course code,Course title,Learning outcome
Machining,MFG 101,Welding,Weld pipe joints.
Machining,MFG 101,Welding,Read blueprints of {}.
"""
SAID = "Verdicts of the stored program sage are shown, for the file has its name and outcomes that read the same"


@pytest.fixture
def judged(run: Run, tmp_path: Path, capsys: Captured) -> Path:
    """A folder with a stored program, sage, whose suggestions Dana has accepted, and other files like it."""
    (tmp_path / "later").mkdir()
    (tmp_path / "sage.csv").write_text(COURSES.format("assemblies"), encoding="utf-8")
    for name in ("later/sage.csv", "sage-2027.csv"):
        (tmp_path / name).write_text(COURSES.format("ships"), encoding="utf-8")
    (tmp_path / "acme.csv").write_text("Skill\nWeld pipe joints\nRead blueprints\n", encoding="utf-8")
    assert run("import", "program", "sage.csv") == 0
    assert run("import", "sheet", "acme.csv") == 0
    assert run("review", "sage", "--to", "acme", "--reviewer", "Dana", "--accept-above", "0.5") == 0
    capsys.readouterr()
    return tmp_path


def aligned(run: Run, capsys: Captured, *programs: str) -> tuple[str, str]:
    """Return what a terminal shows of programs, and what their page does."""
    assert run("align", *programs, "--to", "acme", "-o", "page.html") == 0
    assert run("align", *programs, "--to", "acme") == 0

    return capsys.readouterr().out, Path("page.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("program", "reviewed", "said"),
    [("later/sage.csv", True, True), ("sage", True, False), ("sage-2027.csv", False, False)],
)
def test_whose_verdicts_are_shown_is_said(
    run: Run, judged: Path, capsys: Captured, program: str, reviewed: bool, said: bool
) -> None:
    for shown in aligned(run, capsys, program):
        assert ("Reviewed by Dana" in shown, SAID in shown) == (reviewed, said)


def test_programs_of_one_name_are_told_apart_side_by_side(run: Run, judged: Path, capsys: Captured) -> None:
    for shown in aligned(run, capsys, "sage", "sage-2027.csv"):
        assert "Machining (sage/sage)" in shown
        assert "Machining (sage-2027/sage-2027)" in shown
    assert run("align", "sage", "later/sage.csv", "--to", "acme") == 2
    assert "a file that is named like a stored program another name" in capsys.readouterr().err
