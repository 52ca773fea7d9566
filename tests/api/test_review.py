"""``ladderworks review``: from a file of suggestions to what counts, and what a new release does to it."""

import json
import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook

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
    statuses,
)

__all__ = ["desk", "prepared"]
"""Fixtures of others: a knowledge base with suggestions, and a copy of it to work in."""


def test_decisions_are_taken_back_and_hold_for_the_next_alignment(run: Run, desk: Path, capsys: Captured) -> None:
    file = decide(desk, Weld=("yes",), Read=("no", "", "Prints only."), Operate=("change", "Inspect welds"))

    assert run(*REVIEW, "--reviewer", "Dana", "--decisions", file) == 0
    assert "3 verdicts stored" in capsys.readouterr().err
    assert statuses(run) == {"Weld": "accepted", "Read": "rejected", "Operate": "changed"}

    assert run("align", "machining", "--to", "acme", "-o", "map.json") == 0
    found = {
        o["statement"].split()[0]: o for c in json.loads(Path("map.json").read_text())["courses"] for o in c["outcomes"]
    }
    assert [(s["label"], s["status"]) for s in found["Weld"]["suggestions"]] == [("Weld pipe joints", "accepted")]
    assert "Read blueprints" not in [s["label"] for s in found["Read"]["suggestions"]]
    assert ("Inspect welds", "put in place") in [(s["label"], s["status"]) for s in found["Operate"]["suggestions"]]


@pytest.mark.parametrize("form", ["xlsx", "sssom.tsv"])
def test_other_forms_are_taken_back_too(run: Run, desk: Path, form: str) -> None:
    name = f"map.{form}"
    assert run("align", "machining", "--to", "acme", "-o", name) == 0
    if form == "xlsx":
        book = load_workbook(name)
        sheet = book["Outcomes to review"]
        column = next(cell.column for cell in sheet[1] if cell.value == "Decision")
        row = next(row[0].row for row in sheet if any(str(cell.value).startswith("Weld pipe joints.") for cell in row))
        sheet.cell(row, column).value = "accept"
        book.save(name)
    else:
        lines = Path(name).read_text(encoding="utf-8").splitlines()
        at = next(place for place, line in enumerate(lines) if line.startswith("subject_id"))
        cells = [line.split("\t") for line in lines[at:]]
        welds = next(row for row in cells if "Weld pipe joints." in row)
        welds[cells[0].index("mapping_justification")] = "semapv:ManualMappingCuration"
        Path(name).write_text("\n".join([*lines[:at], *map("\t".join, cells), ""]), encoding="utf-8")

    assert run(*REVIEW, "--reviewer", "Dana", "--decisions", name) == 0

    assert statuses(run)["Weld"] == "accepted"


def test_what_reviewers_dispute_goes_to_a_mapping_set_and_back(run: Run, desk: Path, capsys: Captured) -> None:
    assert run(*REVIEW, "--reviewer", "Dana", "--change", "Operate", "Operate a lathe", "Inspect welds") == 0
    assert run(*REVIEW, "--reviewer", "Lee", "--accept", "Operate", "Operate a lathe", "--comment", "By hand") == 0
    assert run("align", "machining", "--to", "acme", "-o", "map.sssom.tsv") == 0
    capsys.readouterr()

    assert run(*REVIEW, "--decisions", "map.sssom.tsv") == 0
    assert "There is no new verdict" in capsys.readouterr().err
    assert run("remove", "program-machining", "--yes") == 0
    assert run("import", "program", FILE) == 0
    assert run(*REVIEW, "--decisions", "map.sssom.tsv") == 0
    operate = {line["label"]: line for line in lines_of(run, "Operate")}
    assert operate["Operate a lathe"]["status"] == "disputed"
    assert {said["reviewer"]: said["comment"] for said in operate["Operate a lathe"]["said"]} == {
        "Dana": "",
        "Lee": "By hand",
    }


def test_one_wrong_decision_stores_none(run: Run, desk: Path, capsys: Captured) -> None:
    file = decide(desk, Weld=("yes",), Read=("perhaps",), Operate=("change", "Weld pip"))

    assert run(*REVIEW, "--reviewer", "Dana", "--decisions", file, "--report", "found.tsv") == 1

    said = capsys.readouterr().err
    assert "decided.csv, row 3, decision: this is no decision ('perhaps')" in said
    assert "decided.csv, row 4, change_to: 'Weld pip' is no competency of acme 1; near are 'Weld pipe joints'" in said
    assert "Nothing was stored" in said
    assert len(Path("found.tsv").read_text().splitlines()) == 3
    assert set(statuses(run).values()) == {"proposed"}


def test_a_file_without_decisions_is_said_to_be_one(run: Run, desk: Path, capsys: Captured) -> None:
    assert run(*REVIEW, "--reviewer", "Dana", "--decisions", "suggested.csv") == 2
    assert "there are no decisions in suggested.csv" in capsys.readouterr().err


def test_a_dry_run_stores_nothing(run: Run, desk: Path, capsys: Captured) -> None:
    file = decide(desk, Weld=("yes",))

    assert run(*REVIEW, "--reviewer", "Dana", "--decisions", file, "--dry-run") == 0

    assert "1 verdict would be stored" in capsys.readouterr().err
    assert statuses(run)["Weld"] == "proposed"


def test_that_nobody_is_named_is_said_once(run: Run, desk: Path, capsys: Captured) -> None:
    file = decide(desk, Weld=("yes",), Read=("no",))

    assert run(*REVIEW, "--decisions", file, "--accept-above", "0.1") == 1

    assert capsys.readouterr().err.count("nobody is named who took 3 decisions. Say who decides with --reviewer") == 1


def test_single_verdicts_name_outcome_and_competency(run: Run, desk: Path, capsys: Captured) -> None:
    assert run(*REVIEW, "--reviewer", "Dana", "--accept", "read blueprints", "Inspect welds", "--comment", "Both.") == 0
    assert run(*REVIEW, "--reviewer", "Dana", "--change", "Operate", "Operate a lathe", "Inspect welds") == 0
    capsys.readouterr()
    assert run(*REVIEW, "--reviewer", "Dana", "--reject", "Operate", "Weld a ship") == 1

    assert "'Weld a ship' is no competency of acme 1; near are" in capsys.readouterr().err
    assert run(*REVIEW) == 0
    assert "Dana             1                 0         0        1" in capsys.readouterr().out


def test_two_reviewers_are_compared_and_a_dispute_is_settled(run: Run, desk: Path, capsys: Captured) -> None:
    dana = decide(desk, "dana.csv", Weld=("yes",), Read=("no",), Operate=("yes",))
    lee = decide(desk, "lee.csv", Weld=("yes",), Read=("yes",), Operate=("yes",))
    assert run(*REVIEW, "--reviewer", "Dana", "--decisions", dana) == 0
    assert run(*REVIEW, "--reviewer", "Lee", "--decisions", lee) == 0

    said = capsys.readouterr().out
    assert "Dana and Lee: the same verdict on 2 of 3 suggestions that both judged; too few to tell" in said
    assert "Landis and Koch" not in said
    assert "Disputed:\n  MFG 101: Read blueprints of assemblies.\n    Read blueprints: Dana rejected" in said
    assert run(*REVIEW, "--reviewer", "Chair", "--accept", "Read blueprints", "Read blueprints", "--settle") == 0
    assert statuses(run)["Read"] == "accepted"


def test_a_file_taken_back_again_does_not_undo_what_was_settled(run: Run, desk: Path) -> None:
    dana, lee = decide(desk, "dana.csv", Read=("no",)), decide(desk, "lee.csv", Read=("yes",))
    assert run(*REVIEW, "--reviewer", "Dana", "--decisions", dana) == 0
    assert run(*REVIEW, "--reviewer", "Lee", "--decisions", lee) == 0
    assert run(*REVIEW, "--reviewer", "Chair", "--accept", "Read blueprints", "Read blueprints", "--settle") == 0

    assert run(*REVIEW, "--reviewer", "Dana", "--decisions", dana) == 0
    assert statuses(run)["Read"] == "accepted"


def test_a_new_release_re_opens_what_it_touches(run: Run, desk: Path, capsys: Captured) -> None:
    file = decide(desk, Weld=("yes",), Read=("no",), Operate=("yes",))
    assert run(*REVIEW, "--reviewer", "Dana", "--decisions", file) == 0
    second = SKILLS.replace("In the flat position.", "Overhead.").replace("Operate a lathe", "Run a lathe")
    (desk / "acme.csv").write_text(second, encoding="utf-8")
    assert run("import", "sheet", "acme.csv", "--release", "2") == 0
    capsys.readouterr()

    assert run(*REVIEW) == 0
    said = capsys.readouterr().out
    assert "Weld pipe joints (described anew in acme 2): Dana accepted" in said
    assert "Operate a lathe (withdrawn in acme 2): Dana accepted" in said
    assert statuses(run) == {"Weld": "re-opened", "Read": "rejected", "Operate": "re-opened"}
    assert run("review", "machining", "--to", "acme@1", "-o", "-") == 0
    assert "re-opened" not in capsys.readouterr().out


def test_a_program_that_is_imported_again_keeps_its_reviews(run: Run, desk: Path, capsys: Captured) -> None:
    file = decide(desk, Weld=("yes",), Read=("no",))
    assert run(*REVIEW, "--reviewer", "Dana", "--decisions", file) == 0
    (desk / FILE).write_text(COURSES.replace("Read blueprints of", "Interpret drawings of"), encoding="utf-8")
    assert run("import", "program", FILE) == 0

    assert "1 of 2 reviews hold for outcomes that are still there" in capsys.readouterr().err
    assert statuses(run)["Weld"] == "accepted"
    assert run(*REVIEW) == 0
    assert "1 review of outcomes that the program no longer has" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("program", "status", "message"),
    [
        (FILE, 2, "Import it first: ladderworks import program machining.csv; then review it by its name"),
        ("poetry", 1, "'poetry' is neither a file nor a program"),
    ],
)
def test_what_is_not_stored_cannot_be_reviewed(
    run: Run, desk: Path, capsys: Captured, program: str, status: int, message: str
) -> None:
    assert run("review", program, "--to", "acme") == status
    assert message in capsys.readouterr().err


def test_the_embedded_example_is_only_read(run: Run, capsys: Captured) -> None:
    assert run("review", "wind", "--to", "power-generation") == 1
    assert "there is no program to review; the embedded example is only read" in capsys.readouterr().err


def test_removing_a_program_says_that_its_reviews_go_with_it(run: Run, desk: Path, capsys: Captured) -> None:
    assert run(*REVIEW, "--reviewer", "Dana", "--accept", "Operate", "Operate a lathe") == 0

    assert run("remove", "program-machining", "--yes") == 0

    assert "with 1 review that people gave" in capsys.readouterr().out


def test_a_zip_of_several_files_and_a_bad_cell_of_a_mapping_set_are_named(
    run: Run, desk: Path, capsys: Captured
) -> None:
    assert run("align", "machining", "--to", "acme", "-o", "x.sssom.tsv") == 0
    with zipfile.ZipFile(desk / "two.zip", "w") as packed:
        packed.write(desk / "x.sssom.tsv", "x.sssom.tsv")
        packed.write(desk / "suggested.csv", "suggested.csv")
    lines = (desk / "x.sssom.tsv").read_text(encoding="utf-8").splitlines()
    at = next(number for number, line in enumerate(lines) if not line.startswith("#"))
    place = lines[at].split("\t").index("confidence")
    cells = lines[at + 1].split("\t")
    (desk / "x.sssom.tsv").write_text(
        "\n".join([*lines[: at + 1], "\t".join([*cells[:place], "high", *cells[place + 1 :]])]), encoding="utf-8"
    )
    capsys.readouterr()

    assert run(*REVIEW, "--reviewer", "Dana", "--decisions", "two.zip") == 2
    assert "two.zip holds 2 files (suggested.csv, x.sssom.tsv); take the one with the decisions" in (
        capsys.readouterr().err
    )
    assert run(*REVIEW, "--reviewer", "Dana", "--decisions", "x.sssom.tsv") == 1
    assert f"x.sssom.tsv, row {at + 2}, confidence: is no number from 0 to 1 ('high')" in capsys.readouterr().err
