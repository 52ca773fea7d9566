"""``ladderworks harmonize``: lists in, a proposal out."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from api.command_line import run
from api.harmonizing.asked import asked_lists
from ontology.errors import InputError, MissingFileError

DAM = "Skill\nClear trash racks with the rake\nPrepare the operating and capital budget\n"
PLANT = "Skill\nPrepares the capital and operating budget\nWeld boiler tubes\n"


@pytest.fixture
def lists(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.setenv("LADDERWORKS_KB", str(tmp_path / "kb"))
    found = []
    for firm, content in (("dam", DAM), ("plant", PLANT)):
        path = tmp_path / f"{firm} skills.csv"
        path.write_text(content, encoding="utf-8")
        found.append(f"{firm}={path}")
    return found


def test_it_proposes_and_says_what_to_do_next(
    lists: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["harmonize", *lists, "--standard", "harbor", "-o", str(tmp_path / "p.csv")]) == 0
    out, err = capsys.readouterr()
    assert "proposal-harbor@1: 4 statements of 2 firms (dam, plant)" in out
    assert "core" in out
    assert "ladderworks standard agreement harbor" in err
    rows = list(csv.DictReader((tmp_path / "p.csv").read_text(encoding="utf-8").splitlines()))
    assert [row["support"] for row in rows] == ["core", "core", "firm-specific", "firm-specific"]
    assert {row["firm"] for row in rows[:2]} == {"dam", "plant"}


def test_it_goes_on_from_what_was_proposed(
    lists: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["harmonize", lists[0], "--standard", "harbor"]) == 0
    assert run(["harmonize", lists[1], "--standard", "harbor", "-o", str(tmp_path / "p.json")]) == 0
    assert "proposal-harbor@2: 4 statements of 2 firms" in capsys.readouterr().out
    first, *_ = json.loads((tmp_path / "p.json").read_text(encoding="utf-8"))
    assert len(first["voices"]) == 2


def test_a_bad_list_stores_nothing(lists: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "bad.csv").write_text("Skill,SOC code\nWeld,a welder\n", encoding="utf-8")
    assert run(["harmonize", f"bad={tmp_path / 'bad.csv'}", "--standard", "harbor"]) == 1
    err = capsys.readouterr().err
    assert "a welder" in err
    assert "nothing is proposed" in err


@pytest.mark.parametrize(
    ("said", "error", "told"),
    [
        (["Acme Wind=list.csv"], InputError, "acme-wind"),
        (["acme", "acme"], InputError, "twice"),
        (["acme=nowhere.csv"], MissingFileError, "nowhere.csv"),
        (["=list.csv"], InputError, "names no firm"),
    ],
)
def test_what_names_no_list_is_told(said: list[str], error: type[Exception], told: str) -> None:
    with pytest.raises(error, match=told):
        asked_lists(said)


def test_harmonizing_is_measured(lists: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    labels = tmp_path / "labels.csv"
    labels.write_text(
        "relation,firm_a,statement_a,firm_b,statement_b\n"
        "same,dam,Prepare the operating and capital budget,plant,Prepares the capital and operating budget\n"
        "different,dam,Clear trash racks with the rake,plant,Weld boiler tubes\n",
        encoding="utf-8",
    )
    assert run(["evaluate", "harmonizing", str(labels), *lists]) == 0
    assert "Ladderworks" in capsys.readouterr().out
    assert run(["evaluate", "harmonizing", str(labels), "dam"]) != 0
    assert "say where the list of dam is" in capsys.readouterr().err
