"""A desk with a program, a firm's list and suggestions to decide on, as ``ladderworks review`` takes them back."""

import csv
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from api import command_line

Run = Callable[..., int]
Captured = pytest.CaptureFixture[str]

COURSES = """Program,College,Course code,Course title,Learning outcome
Machining,Mill College,MFG 101,Welding,Weld pipe joints.
Machining,Mill College,MFG 101,Welding,Read blueprints of assemblies.
Machining,Mill College,MFG 102,Turning,Operate a lathe to turn shafts.
"""

SKILLS = """Skill,Notes
Weld pipe joints,In the flat position.
Read blueprints,Of parts and assemblies.
Operate a lathe,By hand.
Inspect welds,By eye.
"""

FILE = "machining.csv"
REVIEW = ("review", "machining", "--to", "acme")


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder whose knowledge base has a program and a firm's list, with the program's suggestions in a CSV file."""
    folder = tmp_path_factory.mktemp("prepared")
    (folder / FILE).write_text(COURSES, encoding="utf-8")
    (folder / "acme.csv").write_text(SKILLS, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LADDERWORKS_KB", str(folder / "kb"))
        patch.delenv("LADDERWORKS_BASE_IRI", raising=False)
        patch.chdir(folder)
        assert command_line.run(["import", "program", FILE]) == 0
        assert command_line.run(["import", "sheet", "acme.csv"]) == 0
        assert command_line.run(["align", "machining", "--to", "acme", "-o", "suggested.csv"]) == 0
    return folder


@pytest.fixture
def desk(run: Run, prepared: Path, tmp_path: Path) -> Path:
    """A copy of that folder to work in."""
    shutil.copytree(prepared, tmp_path, dirs_exist_ok=True)
    return tmp_path


def decide(desk: Path, name: str = "decided.csv", **decisions: tuple[str, ...]) -> str:
    """Fill in decisions, each for the outcomes that begin with a word: decision, change_to and comment."""
    with (desk / "suggested.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        for word, said in decisions.items():
            if row["outcome"].startswith(word):
                row |= dict(zip(("decision", "change_to", "comment"), said, strict=False))
    with (desk / name).open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    return name


def state(run: Run) -> dict[str, dict[str, Any]]:
    """Return status and reasons of each suggestion that stands first for its outcome."""
    assert run(*REVIEW, "-o", "state.json") == 0
    found: dict[str, dict[str, Any]] = {}
    for line in json.loads(Path("state.json").read_text(encoding="utf-8"))["lines"]:
        found.setdefault(line["statement"].split()[0], line)
    return found


def lines_of(run: Run, word: str) -> list[dict[str, Any]]:
    """Return all that is said of the outcome that begins with a word."""
    assert run(*REVIEW, "-o", "state.json") == 0
    lines = json.loads(Path("state.json").read_text(encoding="utf-8"))["lines"]
    return [line for line in lines if line["statement"].startswith(word)]


def statuses(run: Run) -> dict[str, str]:
    return {word: line["status"] for word, line in state(run).items()}
