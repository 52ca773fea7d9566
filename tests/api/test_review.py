"""``ladderworks review``: from a file of suggestions to what counts, and what a new release does to it."""

import csv
import json
import re
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from rdflib import Graph

from api import command_line
from api.knowledge import open_knowledge
from api.programs.copies import stored_verdicts
from api.programs.curricula import find_curriculum
from api.programs.targets import find_target
from api.settings import Settings
from ontology.namespaces import LW, RDF

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


def test_align_and_review_count_the_same(run: Run, desk: Path) -> None:
    dana = decide(desk, "dana.csv", Weld=("change", "Inspect welds"), Operate=("change", "Inspect welds"), Read=("no",))
    assert run(*REVIEW, "--reviewer", "Dana", "--decisions", dana) == 0
    assert run(*REVIEW, "--reviewer", "Lee", "--decisions", decide(desk, "lee.csv", Operate=("yes",))) == 0
    assert run(*REVIEW, "--reviewer", "Lee", "--accept", "Weld", "Read blueprints") == 0

    assert run(*REVIEW, "-o", "state.json") == 0
    assert run("align", "machining", "--to", "acme", "-o", "map.json") == 0
    lines = json.loads(Path("state.json").read_text(encoding="utf-8"))["lines"]
    reviewed = {(line["outcome"], line["label"]): line["status"] for line in lines}
    courses = json.loads(Path("map.json").read_text(encoding="utf-8"))["courses"]
    aligned = {
        (outcome["iri"], proposal["label"]): proposal["status"]
        for course in courses
        for outcome in course["outcomes"]
        for place in ("suggestions", "waiting", "rejected")
        for proposal in outcome[place]
    }

    assert aligned == reviewed
    assert set(reviewed.values()) == {"changed", "put in place", "disputed", "proposed", "accepted", "rejected"}


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


def test_storing_undoing_and_the_table_count_the_same(run: Run, desk: Path, capsys: Captured) -> None:
    (desk / FILE).write_text(COURSES + "Machining,Mill College,ENG 1,English,Write a poem.\n", encoding="utf-8")
    assert run("import", "program", FILE) == 0
    assert run("align", "machining", "--to", "acme", "-o", "suggested.csv") == 0
    dana = ("--reviewer", "Dana")
    capsys.readouterr()

    assert run(*REVIEW, *dana, "--decisions", decide(desk, Write=("none",), Operate=("none",), Read=("no",))) == 0
    shown = capsys.readouterr()
    kinds = [line["kind"] for word in ("Write", "Operate") for line in lines_of(run, word)]
    with_them, aside = kinds.count("suggestion"), kinds.count("only to consider")
    assert (with_them, aside > 1) == (1, True)
    rejection = f"and with them the rejection of 1 suggestion and {aside} competencies that were only to consider"
    assert shown.err.startswith(f"3 verdicts stored, {rejection}\n")
    assert re.search(rf"^rejected +{1 + with_them} ", shown.out, re.MULTILINE)
    assert re.search(r"^no match +2 ", shown.out, re.MULTILINE)
    assert f"Not counted are {aside} competencies that were only to consider" in shown.out
    capsys.readouterr()
    assert run(*REVIEW, *dana, "--undo") == 0
    assert re.match(rf"3 verdicts that Dana gave at .* UTC are undone, {rejection}\n", capsys.readouterr().err)


def test_one_verdict_is_undone_and_two_are(run: Run, desk: Path, capsys: Captured) -> None:
    assert run(*REVIEW, "--reviewer", "Dana", "--decisions", decide(desk, Weld=("yes",), Read=("no",))) == 0
    assert run(*REVIEW, "--reviewer", "Dana", "--accept", "Operate", "Operate a lathe") == 0
    capsys.readouterr()

    for said in ("1 verdict that Dana gave at .* UTC is undone", "2 verdicts that Dana gave at .* UTC are undone"):
        assert run(*REVIEW, "--reviewer", "Dana", "--undo") == 0
        assert re.match(f"{said}\n", capsys.readouterr().err)


def test_align_review_and_its_table_count_the_same_suggestions(run: Run, desk: Path, capsys: Captured) -> None:
    (desk / FILE).write_text(COURSES + "Machining,Mill College,ENG 1,English,Write a poem.\n", encoding="utf-8")
    assert run("import", "program", FILE) == 0
    assert run(*REVIEW, "--reviewer", "Dana", "--no-match", "Write a poem") == 0
    assert run(*REVIEW, "--reviewer", "Dana", "--accept", "Weld pipe", "Weld pipe joints") == 0
    assert run(*REVIEW, "--reviewer", "Lee", "--reject", "Weld pipe", "Weld pipe joints") == 0
    assert run(*REVIEW, "-o", "state.csv") == 0
    written = capsys.readouterr().err

    with Path("state.csv").open(encoding="utf-8", newline="") as table:
        lines = {(row["outcome"], row["competency"]): row for row in csv.DictReader(table)}
    kinds = [row["kind"] for row in lines.values()]
    number = kinds.count("suggestion")
    statuses = [row["status"] for row in lines.values() if row["kind"] == "suggestion"]
    assert (kinds.count("outcome"), kinds.count("only to consider") > 0) == (1, True)
    assert f"Wrote state.csv: {number} suggestions, 1 outcome that matches nothing" in written
    assert run(*REVIEW) == 0
    shown = capsys.readouterr().out
    assert f"Each is counted once: {number} suggestions, 1 outcome that matches nothing." in shown
    assert re.search(rf"^rejected +{statuses.count('rejected')} ", shown, re.MULTILINE)
    assert re.search(
        r"^Not counted (is 1 competency that was|are \d competencies that were) only to", shown, re.MULTILINE
    )
    assert run("align", "machining", "--to", "acme") == 0
    said = capsys.readouterr().out
    assert f"Of {number} suggestions: " in said
    assert f"{statuses.count('disputed')} disputed. Reviewers found that 1 outcome matches nothing." in said


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


@pytest.mark.parametrize("form", ["sssom.tsv", "xlsx", "html"])
def test_forms_that_align_writes_are_pointed_to(run: Run, desk: Path, capsys: Captured, form: str) -> None:
    assert run(*REVIEW, "-o", f"state.{form}") == 2
    said = " ".join(capsys.readouterr().err.split())
    assert f"ladderworks align machining --to acme -o state.{form}" in said


def test_verdicts_are_counted_as_in_the_table_of_reviewers(run: Run, desk: Path) -> None:
    assert run(*REVIEW, "--reviewer", "Dana", "--no-match", "Operate") == 0
    assert run(*REVIEW, "--reviewer", "Dana", "--reject", "Weld", "Weld pipe joints") == 0
    assert run(*REVIEW, "--reviewer", "Dana", "--accept", "Weld", "Weld pipe joints") == 0
    assert run(*REVIEW, "-o", "state.json") == 0
    (dana,) = json.loads(Path("state.json").read_text(encoding="utf-8"))["reviewers"]
    with open_knowledge(Settings.read()) as knowledge:
        target = find_target(knowledge.base, "acme", knowledge.indexes)
        given = stored_verdicts(knowledge.base, target)(find_curriculum(knowledge.base, "machining"))

    assert given == dana["accepted"] + dana["rejected"] + dana["changed"] + dana["unmatched"] == 2


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


def test_a_dry_run_lists_what_would_be_accepted_in_bulk(run: Run, desk: Path, capsys: Captured) -> None:
    assert run(*REVIEW, "--reviewer", "Dana", "--accept-above", "0.9", "--dry-run") == 0

    said = capsys.readouterr().out
    assert "verdict                      statement" in said.splitlines()[0]
    assert "accepted in bulk above 0.90  Weld pipe joints." in said
    assert set(statuses(run).values()) == {"proposed"}


def test_that_nobody_is_named_is_said_once(run: Run, desk: Path, capsys: Captured) -> None:
    file = decide(desk, Weld=("yes",), Read=("no",))

    assert run(*REVIEW, "--decisions", file, "--accept-above", "0.1") == 1

    assert capsys.readouterr().err.count("nobody is named who took 3 decisions. Say who decides with --reviewer") == 1


def test_as_many_decisions_are_counted_as_verdicts_are_stored(run: Run, desk: Path, capsys: Captured) -> None:
    file = decide(desk, Weld=("none",), Read=("no",), Operate=("change", "Inspect welds"))

    assert run(*REVIEW, "--decisions", file) == 1
    assert "nobody is named who took 3 decisions." in capsys.readouterr().err
    assert run(*REVIEW, "--reviewer", "Dana", "--decisions", file) == 0
    assert capsys.readouterr().err.startswith("3 verdicts stored, and with them ")


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


def test_single_verdicts_name_outcome_and_competency(run: Run, desk: Path, capsys: Captured) -> None:
    assert run(*REVIEW, "--reviewer", "Dana", "--accept", "read blueprints", "Inspect welds", "--comment", "Both.") == 0
    assert run(*REVIEW, "--reviewer", "Dana", "--change", "Operate", "Operate a lathe", "Inspect welds") == 0
    capsys.readouterr()
    assert run(*REVIEW, "--reviewer", "Dana", "--reject", "Operate", "Weld a ship") == 1

    assert "'Weld a ship' is no competency of acme 1; near are" in capsys.readouterr().err
    assert run(*REVIEW) == 0
    assert "Dana             1                 0         0        1" in capsys.readouterr().out


def test_what_one_accepts_and_another_puts_in_place_counts_once(run: Run, desk: Path) -> None:
    assert run(*REVIEW, "--reviewer", "Dana", "--accept", "Operate", "Inspect welds") == 0
    assert run(*REVIEW, "--reviewer", "Lee", "--change", "Operate", "Operate a lathe", "Inspect welds") == 0

    assert run("align", "machining", "--to", "acme", "-o", "map.json") == 0
    courses = json.loads(Path("map.json").read_text())["courses"]
    said = [s["label"] for c in courses for o in c["outcomes"] for s in o["suggestions"] if "lathe" in o["statement"]]
    assert said.count("Inspect welds") == 1


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


def test_the_state_is_a_table_a_record_or_linked_data(run: Run, desk: Path, capsys: Captured) -> None:
    file = decide(desk, Weld=("yes", "", "=SUM(1)"))
    assert run(*REVIEW, "--reviewer", "Dana", "--decisions", file, "-o", "state.csv") == 0
    with Path("state.csv").open(encoding="utf-8", newline="") as table:
        weld = next(row for row in csv.DictReader(table) if row["outcome"] == "Weld pipe joints.")
    assert (weld["status"], weld["reviewer"], weld["comment"]) == ("accepted", "Dana", "'=SUM(1)")

    assert run(*REVIEW, "-o", "state.ttl") == 0
    graph = Graph().parse("state.ttl")
    assert len(list(graph.subjects(RDF.type, LW.Review))) == 1
    assert run(*REVIEW, "-o", "state.docx") == 2


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
