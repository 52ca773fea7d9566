"""What `align`, `review`, an undoing and the table of reviewers count is the same."""

import csv
import json
import re
from pathlib import Path

import pytest
from rdflib import Graph

from api.knowledge import open_knowledge
from api.programs.copies import stored_verdicts
from api.programs.curricula import find_curriculum
from api.programs.targets import find_target
from api.settings import Settings
from ontology.namespaces import LW, RDF
from tests.api.reviewing import (
    COURSES,
    FILE,
    REVIEW,
    Captured,
    Run,
    decide,
    desk,
    lines_of,
    prepared,
)

__all__ = ["desk", "prepared"]
"""Fixtures of others: a knowledge base with suggestions, and a copy of it to work in."""


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


def test_as_many_decisions_are_counted_as_verdicts_are_stored(run: Run, desk: Path, capsys: Captured) -> None:
    file = decide(desk, Weld=("none",), Read=("no",), Operate=("change", "Inspect welds"))

    assert run(*REVIEW, "--decisions", file) == 1
    assert "nobody is named who took 3 decisions." in capsys.readouterr().err
    assert run(*REVIEW, "--reviewer", "Dana", "--decisions", file) == 0
    assert capsys.readouterr().err.startswith("3 verdicts stored, and with them ")


def test_what_one_accepts_and_another_puts_in_place_counts_once(run: Run, desk: Path) -> None:
    assert run(*REVIEW, "--reviewer", "Dana", "--accept", "Operate", "Inspect welds") == 0
    assert run(*REVIEW, "--reviewer", "Lee", "--change", "Operate", "Operate a lathe", "Inspect welds") == 0

    assert run("align", "machining", "--to", "acme", "-o", "map.json") == 0
    courses = json.loads(Path("map.json").read_text())["courses"]
    said = [s["label"] for c in courses for o in c["outcomes"] for s in o["suggestions"] if "lathe" in o["statement"]]
    assert said.count("Inspect welds") == 1


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
