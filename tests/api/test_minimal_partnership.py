"""A partnership that begins with its firms' lists alone, and has no table of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from ontology.records import Competency, Occupation, SkillRequirement
from ontology.store import KnowledgeBase

Run = Callable[..., int]
Captured = pytest.CaptureFixture[str]

DECLARATION = """
name = "Harbor Trades Panel (fictional)"
slug = "harbor"
license = "https://creativecommons.org/licenses/by/4.0/"
organizations = [
  { slug = "dam", name = "Dam (fictional)", role = "firm" },
  { slug = "plant", name = "Plant (fictional)", role = "firm" },
]
[files.firms]
dam = "dam.csv"
plant = "plant.csv"
"""
FILES = {
    "partnership.toml": DECLARATION,
    "dam.csv": "Job,SOC code,Skill,Level\nOperator,51-8013,Lock and tag equipment before work,3\n",
    "plant.csv": "Job,SOC code,Skill,Level\nOperator,51-8013,Lock and tag equipment before work,4\n",
}
OCCUPATIONS = "code,title,job_zone\n51-8013.00,Power Plant Operators,3\n"
LOCKING = "Lock and tag equipment before work"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A declaration and two firms' lists."""
    made = tmp_path / "panel"
    made.mkdir()
    for name, content in FILES.items():
        (made / name).write_text(content, encoding="utf-8")
    return made


def publish(run: Run) -> None:
    for step in ("review", "ratify", "publish"):
        assert run("standard", step, "harbor", "--by", "Dana") == 0


def agree(run: Run, folder: Path) -> None:
    decisions = f"statement,decision,category\n{LOCKING},accept,Safety\n"
    positions = f"statement,organization,position\n{LOCKING},dam,endorse\n{LOCKING},plant,endorse\n"
    for name, content in (("decisions.csv", decisions), ("positions.csv", positions)):
        (folder.parent / name).write_text(content, encoding="utf-8")
    assert run("harmonize", "--standard", "harbor") == 0
    assert run("standard", "decide", "harbor", "decisions.csv", "--by", "Dana") == 0
    assert run("standard", "position", "harbor", "positions.csv", "--by", "Dana") == 0
    publish(run)


def again_without_news(run: Run) -> None:
    """Take the standard to a version that would say what the last one says."""
    for step, status in (("review", 0), ("ratify", 0), ("publish", 2)):
        assert run("standard", step, "harbor", "--by", "Dana") == status


def told(tmp_path: Path, version: str) -> tuple[list[str], list[str], list[float | None]]:
    """Return the competencies, the occupations and the levels that a version has."""
    with KnowledgeBase.open(tmp_path / "kb") as base:
        release = base.release(f"harbor@{version}")
        return (
            [str(one.statement) for one in base.records(release, Competency)],
            [str(one.label) for one in base.records(release, Occupation)],
            [one.level for one in base.records(release, SkillRequirement)],
        )


def test_lists_alone_become_a_standard_and_occupations_that_come_later_need_what_the_firms_ask(
    run: Run, folder: Path, tmp_path: Path, capsys: Captured
) -> None:
    assert run("import", "partnership", folder, "--no-prepare") == 0
    err = capsys.readouterr().err
    assert "begins with what the firms' lists say ('competencies.csv, occupations.csv, requirements.csv')" in err
    assert "`ladderworks harmonize --standard harbor`" in err
    assert run("check", "harbor@draft") == 0
    assert "begins with 2 lists of its firms. Compare these: `ladderworks harmonize --standard harbor`" in (
        capsys.readouterr().err
    )
    assert run("harmonize", "--standard", "harbor") == 0
    assert run("check", "harbor@draft") == 0
    assert "Decide on what is proposed: `ladderworks standard agreement harbor -o harbor.xlsx`" in (
        capsys.readouterr().err
    )
    agree(run, folder)
    assert run("check", "harbor@draft") == 0
    assert "Decide on what is proposed" not in capsys.readouterr().err
    assert run("check", "harbor@1.0") == 0
    assert run("standard", "worker", "harbor") == 0
    assert "asks nothing of any job yet" in capsys.readouterr().out
    assert told(tmp_path, "1.0") == ([LOCKING], [], [])
    again_without_news(run)
    assert "xlsx --by NAME`), or change its folder and import it again" in capsys.readouterr().err
    assert run("standard", "reopen", "harbor", "--by", "Dana") == 0

    (folder / "occupations.csv").write_text(OCCUPATIONS, encoding="utf-8")
    assert run("import", "partnership", folder, "--no-prepare") == 0
    publish(run)
    assert told(tmp_path, "1.1") == ([LOCKING], ["Power Plant Operators"], [None])  # of two firms no number is told


def test_what_is_proposed_and_not_agreed_is_reviewed_and_not_ratified(
    run: Run, folder: Path, tmp_path: Path, capsys: Captured
) -> None:
    (folder / "partnership.toml").write_text(DECLARATION + "[agreement]\nfirms = 2\n", encoding="utf-8")
    assert run("import", "partnership", folder, "--no-prepare") == 0
    assert run("harmonize", "--standard", "harbor") == 0
    assert run("standard", "review", "harbor", "--by", "Dana") == 0
    capsys.readouterr()
    assert run("standard", "ratify", "harbor", "--by", "Dana") == 1
    refused = " ".join(capsys.readouterr().err.split())
    assert "no statement is agreed" in refused
    for step in (
        "agreement harbor -o harbor.xlsx",
        "decide harbor harbor.xlsx --by NAME",
        "position harbor harbor.xlsx",
    ):
        assert f"`ladderworks standard {step}" in refused
    assert run("standard", "publish", "harbor", "--by", "Dana") == 2

    assert "`ladderworks remove proposal-harbor`" in refused
    assert run("remove", "proposal-harbor", "--yes") == 0
    assert run("standard", "ratify", "harbor", "--by", "Dana") == 0


def test_a_partnership_without_lists_whose_standard_says_nothing_is_told_as_before(
    run: Run, folder: Path, capsys: Captured
) -> None:
    declaration = folder / "partnership.toml"
    declaration.write_text(DECLARATION.partition("[files.firms]")[0], encoding="utf-8")
    (folder / "competencies.csv").write_text("id,category,label,statement,description\n", encoding="utf-8")
    code = run("import", "partnership", folder, "--no-prepare")
    capsys.readouterr()
    assert code == 0
    assert run("check", "harbor@draft") == 1
    assert "has no competency. Put its competencies into it" in capsys.readouterr().err


def test_a_table_that_is_declared_and_missing_is_still_an_error(run: Run, folder: Path, capsys: Captured) -> None:
    declaration = folder / "partnership.toml"
    text = declaration.read_text(encoding="utf-8")
    declaration.write_text(f'{text}[files]\noccupations = "occupations.csv"\n', encoding="utf-8")
    assert run("import", "partnership", folder, "--no-prepare") == 1
    assert "occupations.csv: is named in partnership.toml and is not there" in capsys.readouterr().err
