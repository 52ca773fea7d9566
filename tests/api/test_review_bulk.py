"""What is accepted above a confidence, and what a person says beside it; and undoing either."""

import csv
import re
from pathlib import Path

import pytest

from tests.api.reviewing import (
    FILE,
    REVIEW,
    Captured,
    Run,
    decide,
    desk,
    prepared,
    state,
    statuses,
)

__all__ = ["desk", "prepared"]
"""Fixtures of others: a knowledge base with suggestions, and a copy of it to work in."""


def test_one_verdict_is_undone_and_two_are(run: Run, desk: Path, capsys: Captured) -> None:
    assert run(*REVIEW, "--reviewer", "Dana", "--decisions", decide(desk, Weld=("yes",), Read=("no",))) == 0
    assert run(*REVIEW, "--reviewer", "Dana", "--accept", "Operate", "Operate a lathe") == 0
    capsys.readouterr()

    for said in ("1 verdict that Dana gave at .* UTC is undone", "2 verdicts that Dana gave at .* UTC are undone"):
        assert run(*REVIEW, "--reviewer", "Dana", "--undo") == 0
        assert re.match(f"{said}\n", capsys.readouterr().err)


def test_a_dry_run_lists_what_would_be_accepted_in_bulk(run: Run, desk: Path, capsys: Captured) -> None:
    assert run(*REVIEW, "--reviewer", "Dana", "--accept-above", "0.9", "--dry-run") == 0

    said = capsys.readouterr().out
    assert "verdict                      statement" in said.splitlines()[0]
    assert "accepted in bulk above 0.90  Weld pipe joints." in said
    assert set(statuses(run).values()) == {"proposed"}


def test_everything_above_a_confidence_is_accepted_save_what_somebody_judged(run: Run, desk: Path) -> None:
    assert run(*REVIEW, "--reviewer", "Lee", "--reject", "Weld pipe joints.", "Weld pipe joints") == 0
    assert run(*REVIEW, "--reviewer", "Dana", "--accept-above", "0.1") == 0

    found = state(run)
    assert {word: line["status"] for word, line in found.items()} == {
        "Weld": "rejected",
        "Read": "accepted",
        "Operate": "accepted",
    }
    assert [said["above"] for line in found.values() for said in line["said"]].count(0.1) == 2


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        *(("90", "0.9"), ("90%", "0.9"), ("95.5 %", "0.955"), ("0.5%", "0.005"), ("2", "0.02"), ("101", "0.9")),
        *(("1.2", "0.9"), ("1.99", "0.9"), ("high", "0.9"), ("-1", "0.9")),
    ],
)
def test_a_confidence_that_is_no_share_is_named_with_what_to_write(
    run: Run, desk: Path, capsys: Captured, written: str, meant: str
) -> None:
    assert run(*REVIEW, "--reviewer", "Dana", f"--accept-above={written}") == 2
    said = " ".join(capsys.readouterr().err.replace("│", " ").split())
    assert f"{written!r} is no confidence: it is a number from 0 to 1; write {meant}" in said


@pytest.mark.parametrize("by_file", [True, False])
def test_a_yes_by_hand_after_a_bulk_acceptance_is_a_verdict_by_hand(
    run: Run, desk: Path, capsys: Captured, by_file: bool
) -> None:
    dana, lee = ("--reviewer", "Dana"), ("--reviewer", "Lee")
    assert run(*REVIEW, *dana, "--accept-above", "0.1") == 0
    assert run(*REVIEW, *lee, "--accept", "Weld", "Weld pipe joints") == 0
    shown = capsys.readouterr().out.splitlines()
    assert ["Dana", "3", "3"] in [line.split()[:3] for line in shown]
    assert "both judged" not in shown[-1]
    by_hand = ("--decisions", decide(desk, Weld=("yes",))) if by_file else ("--accept", "Weld", "Weld pipe joints")

    assert run(*REVIEW, *dana, *by_hand) == 0
    shown = (said := capsys.readouterr()).out.splitlines()
    assert said.err.startswith("1 verdict stored")
    assert ["Dana", "3", "2"] in [line.split()[:3] for line in shown]
    assert "Dana and Lee: the same verdict on 1 of 1 suggestion that both judged" in said.out
    assert run("align", "machining", "--to", "acme", "-o", "map.sssom.tsv") == 0
    lines = [line for line in Path("map.sssom.tsv").read_text(encoding="utf-8").splitlines() if line[0] != "#"]
    (weld,) = (row for row in csv.DictReader(lines, delimiter="\t") if row["subject_label"] == "Weld pipe joints.")
    assert weld["mapping_justification"] == "semapv:ManualMappingCuration"
    assert {name.strip() for name in weld["reviewer_label"].split("|")} == {"Dana", "Lee"}
    capsys.readouterr()
    for again in (by_hand, ("--accept-above", "0.1")):
        assert run(*REVIEW, *dana, *again) == 0
        assert "There is no new verdict" in capsys.readouterr().err
    assert run(*REVIEW, *dana, "--undo") == 0
    assert ["Dana", "3", "3"] in [line.split()[:3] for line in capsys.readouterr().out.splitlines()]


def test_a_bulk_acceptance_is_undone_and_what_came_before_stays(run: Run, desk: Path, capsys: Captured) -> None:
    dana, lee = ("--reviewer", "Dana"), ("--reviewer", "Lee")
    assert run(*REVIEW, *dana, "--reject", "Weld", "Weld pipe joints") == 0
    assert run(*REVIEW, *lee, "--accept", "Read", "Read blueprints") == 0
    assert run(*REVIEW, *dana, "--accept-above", "0.1") == 0
    before = statuses(run)
    capsys.readouterr()

    assert run(*REVIEW, "--reviewer", " dana", "--undo", "--dry-run") == 0
    assert "1 verdict that Dana gave at" in (said := capsys.readouterr().err)
    assert "would be undone" in said
    assert statuses(run) == before
    assert run(*REVIEW, *dana, "--undo") == 0
    assert statuses(run) == {"Weld": "rejected", "Read": "accepted", "Operate": "proposed"}
    assert run(*REVIEW, *dana, "--undo") == 0
    assert statuses(run) == {"Weld": "proposed", "Read": "accepted", "Operate": "proposed"}
    assert run("import", "program", FILE) == 0
    assert statuses(run) == {"Weld": "proposed", "Read": "accepted", "Operate": "proposed"}


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (
            ("--reviewer", "Lee"),
            "there is no verdict of 'Lee' to undo; name yourself with --reviewer; verdicts are of: D",
        ),
        (("--reviewer", "Dana", "--accept-above", "0.9"), "--undo takes back your own last verdicts and gives none"),
    ],
)
def test_what_cannot_be_undone_is_said(
    run: Run, desk: Path, capsys: Captured, given: tuple[str, ...], said: str
) -> None:
    assert run(*REVIEW, "--reviewer", "Dana", "--reject", "Weld", "Weld pipe joints") == 0
    capsys.readouterr()
    assert run(*REVIEW, *given, "--undo") in {1, 2}
    assert said in capsys.readouterr().err
