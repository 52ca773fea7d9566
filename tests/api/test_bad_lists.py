"""What the how-to says of wrong and odd lists, from the command line: each is told, and nothing breaks."""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

import pytest

Run = Callable[..., int]
Captured = pytest.CaptureFixture[str]

DAM = "Skill\nLock and tag equipment before work\nClear trash racks with the rake\n"
PLANT = "Skill\nLock and tag equipment before starting work\nWeld boiler tubes\n"
SPANISH = "Skill\nSoldar los tubos de la caldera\nBloquear y etiquetar el equipo antes del trabajo\n"
PARAGRAPH = 'Skill\n"Locks and tags equipment before work. Welds boiler tubes. Writes the log of the shift."\n'
FRAMEWORK = {
    "CFDocuments": {"title": "Harbor", "creator": "Harbor Board", "adoptionStatus": "Adopted"},
    "CFItems": {"fullStatement": "Splice rope and wire"},
}
ONCE = "Clear trash racks with the rake"


def harmonize(run: Run, tmp_path: Path, **lists: str) -> int:
    """Propose a standard from lists, and write it as a table."""
    for firm, content in lists.items():
        (tmp_path / f"{firm}.csv").write_text(content, encoding="utf-8")
    named = [f"{firm}={tmp_path / f'{firm}.csv'}" for firm in lists]
    return run("harmonize", *named, "--standard", "harbor", "-o", tmp_path / "proposal.csv")


def proposed(tmp_path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader((tmp_path / "proposal.csv").read_text(encoding="utf-8").splitlines()))


def said(captured: Captured) -> str:
    out, err = captured.readouterr()
    return " ".join(f"{out} {err}".split())


def test_an_empty_list_is_refused_and_no_list_is_stored(run: Run, tmp_path: Path, capsys: Captured) -> None:
    assert harmonize(run, tmp_path, dam=DAM, plant="Skill\n") != 0
    assert "plant.csv, row 1: holds no skill below its header ('Skill')" in said(capsys)
    assert not (tmp_path / "proposal.csv").exists()
    assert run("harmonize", "dam", "--standard", "harbor") == 1
    assert "there is no list of 'dam' here" in said(capsys)


def node(kind: str) -> dict[str, str]:
    """Return what every part of a CASE package has."""
    identifier = str(uuid5(NAMESPACE_URL, kind))
    uri = f"https://cases.example/{kind}/{identifier}"
    return {"identifier": identifier, "uri": uri, "lastChangeDateTime": "2026-01-31T09:00:00Z"}


def test_a_framework_is_told_from_an_empty_list_of_a_firm(run: Run, tmp_path: Path, capsys: Captured) -> None:
    document, item = ({**node(kind), **more} for kind, more in FRAMEWORK.items())
    package = {"CFDocument": document, "CFItems": [item], "CFAssociations": []}
    (tmp_path / "harbor.json").write_text(json.dumps(package), encoding="utf-8")
    assert run("import", "case", tmp_path / "harbor.json", "--no-prepare") == 0
    capsys.readouterr()
    assert run("harmonize", "case-harbor", "--standard", "harbor") == 2
    assert "case-harbor is no firm's list, but came as case; bring it as one: FIRM=FILE" in said(capsys)
    assert run("harmonize", f"tug={tmp_path / 'harbor.json'}", "--standard", "harbor") == 0


def test_of_one_firm_alone_all_is_its_own_which_is_said(run: Run, tmp_path: Path, capsys: Captured) -> None:
    assert harmonize(run, tmp_path, dam=DAM) == 0
    assert "one firm" in said(capsys)
    assert {row["support"] for row in proposed(tmp_path)} == {"firm-specific"}


def test_the_same_list_under_two_firms_is_said_with_the_way_to_leave_one_out(
    run: Run, tmp_path: Path, capsys: Captured
) -> None:
    assert harmonize(run, tmp_path, dam=DAM, twin=DAM) == 0
    assert "--without twin" in said(capsys)
    assert {row["support"] for row in proposed(tmp_path)} == {"core"}
    assert run("harmonize", "--standard", "harbor", "--without", "twin", "-o", tmp_path / "proposal.csv") == 0
    assert {row["firm"] for row in proposed(tmp_path)} == {"dam"}


def test_ten_thousand_identical_statements_are_one(run: Run, tmp_path: Path, capsys: Captured) -> None:
    assert harmonize(run, tmp_path, dam="Skill\n" + f"{ONCE}\n" * 10_000, plant=f"Skill\n{ONCE}.\n") == 0
    assert "2 statements of 2 firms (dam, plant)" in said(capsys)
    assert {(row["statement"], row["support"]) for row in proposed(tmp_path)} == {(ONCE, "core")}
    assert len({row["candidate"] for row in proposed(tmp_path)}) == 1


def test_two_languages_are_kept_apart_and_it_is_said_which_firm_writes_in_which(
    run: Run, tmp_path: Path, capsys: Captured
) -> None:
    assert harmonize(run, tmp_path, dam=DAM, presa=SPANISH) == 0
    assert "presa in Spanish" in said(capsys)
    assert {row["support"] for row in proposed(tmp_path)} == {"firm-specific"}


def test_each_sentence_of_a_paragraph_stands_for_itself(run: Run, tmp_path: Path) -> None:
    assert harmonize(run, tmp_path, dam=PARAGRAPH, plant=PLANT) == 0
    assert Counter(row["firm"] for row in proposed(tmp_path)) == {"dam": 3, "plant": 2}


def test_a_rule_that_cannot_be_met_is_told_at_once(run: Run, tmp_path: Path, capsys: Captured) -> None:
    assert harmonize(run, tmp_path, dam=DAM, plant=PLANT) == 0
    capsys.readouterr()
    assert run("standard", "agreement", "harbor", "--quorum-firms", "3") == 0
    assert "3 firms must adopt a statement, and 2 are members" in said(capsys)
