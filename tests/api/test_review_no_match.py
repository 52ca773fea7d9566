"""That nothing matches an outcome: kept, said in any row, and opened again by a new release."""

import csv
import re
from pathlib import Path

from tests.api.reviewing import (
    COURSES,
    FILE,
    REVIEW,
    SKILLS,
    Captured,
    Run,
    decide,
    desk,
    lines_of,
    prepared,
)

__all__ = ["desk", "prepared"]
"""Fixtures of others: a knowledge base with suggestions, and a copy of it to work in."""


def test_that_nothing_matches_is_kept_and_not_asked_again(run: Run, desk: Path, capsys: Captured) -> None:
    (desk / FILE).write_text(COURSES + "Machining,Mill College,ENG 1,English,Write a poem.\n", encoding="utf-8")
    assert run("import", "program", FILE) == 0
    assert run("align", "machining", "--to", "acme", "-o", "suggested.csv") == 0

    assert run(*REVIEW, "--reviewer", "Dana", "--decisions", decide(desk, Write=("none", "", "Not ours."))) == 0
    capsys.readouterr()
    assert run(*REVIEW) == 0
    assert "no match           1  an outcome that teaches nothing of the framework" in capsys.readouterr().out
    assert "no match" in {line["status"] for line in lines_of(run, "Write")}
    assert run("align", "machining", "--to", "acme", "-o", "suggested.csv") == 0
    with (desk / "suggested.csv").open(encoding="utf-8", newline="") as file:
        (poem,) = (row for row in csv.DictReader(file) if row["outcome"] == "Write a poem.")
    assert poem["status"].startswith("found to match nothing by Dana, ")
    assert poem["to_consider_1"] == ""
    assert run("align", "machining", "--to", "acme", "-o", "map.sssom.tsv") == 0
    capsys.readouterr()
    assert run(*REVIEW, "--decisions", "map.sssom.tsv") == 0
    assert "There is no new verdict" in capsys.readouterr().err


def test_that_nothing_matches_can_be_said_of_one_outcome(run: Run, desk: Path, capsys: Captured) -> None:
    assert run(*REVIEW, "--reviewer", "Dana", "--no-match", "Operate a lathe") == 0

    shown = capsys.readouterr()
    assert shown.err.startswith("1 verdict stored, and with it ")
    assert shown.out.splitlines()[-1].split() == ["Dana", "0", "0", "0", "0", "1", "0"]
    found = {line["label"]: line["status"] for line in lines_of(run, "Operate")}
    assert found.pop("No match") == "no match"
    assert set(found.values()) == {"rejected"}


def test_no_match_that_a_new_release_opens_again_says_why_and_how_to_close_it(
    run: Run, desk: Path, capsys: Captured
) -> None:
    assert run(*REVIEW, "--reviewer", "Dana", "--no-match", "Weld pipe") == 0
    (desk / "acme.csv").write_text(SKILLS.replace("In the flat position.", "Overhead."), encoding="utf-8")
    assert run("import", "sheet", "acme.csv", "--release", "2") == 0
    capsys.readouterr()

    assert run(*REVIEW) == 0
    shown = capsys.readouterr().out
    assert "Found to match nothing, and open again (1 outcome; reject what is wrong, and no match stands" in shown
    assert "Weld pipe joints (described anew in acme 2): Dana rejected with all others as no match (" in shown
    assert not re.search(r"^Re-opened:", shown, re.MULTILINE), "it is listed once"
    assert re.search(r"^rejected +0 ", shown, re.MULTILINE), "what was only to consider is no verdict of its own"

    assert run(*REVIEW, "--reviewer", "Dana", "--reject", "Weld pipe", "Weld pipe joints") == 0
    shown = capsys.readouterr().out
    assert "open again" not in shown
    assert re.search(r"^no match +1 ", shown, re.MULTILINE)


def test_none_in_the_row_of_a_suggestion_is_that_the_outcome_matches_nothing(run: Run, desk: Path) -> None:
    with (desk / "suggested.csv").open(encoding="utf-8", newline="") as file:
        first, *others = csv.DictReader(file)
    with (desk / "one.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, first)
        writer.writeheader()
        writer.writerows([first | {"decision": "None of these"}, *others])
    assert run(*REVIEW, "--reviewer", "Dana", "--decisions", "one.csv") == 0

    found = {line["label"]: line["status"] for line in lines_of(run, first["outcome"].split()[0])}
    assert found.pop("No match") == "no match"
    assert set(found.values()) == {"rejected"}


def test_that_nothing_matches_and_that_something_does_contradict_each_other(
    run: Run, desk: Path, capsys: Captured
) -> None:
    none = decide(desk, Operate=("none",))
    given = ("--reviewer", "Dana", "--decisions", none, "--accept", "Operate", "Read blueprints")

    assert run(*REVIEW, *given) == 1
    assert "says that nothing matches this outcome" in capsys.readouterr().err
