"""``ladderworks standard diff`` and ``impact``: text, JSON, linked data; what is wrong is told with its remedy."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from rdflib import Graph

from ontology.namespaces import LW

Run = Callable[..., int]
Captured = pytest.CaptureFixture[str]

DECLARED = """name = "Harbor Trades Panel"
slug = "harbor-trades"
language = "en"

[[organizations]]
slug = "north-quay"
name = "North Quay Boatyard"
role = "firm"

[files]
occupations = "occupations.csv"
competencies = "competencies.csv"
requirements = "requirements.csv"
"""
OCCUPATIONS = 'code,title,job_zone\n51-4121.00,"Welders, Cutters",3\n'
BEFORE = ("Weld hull plates and pipes", "Isolate engines", "Read tide tables")
AFTER = ("Weld hull plates and pipes in all positions", "isolate engines.", "Splice ropes")
PAIR = ("harbor-trades@1", "harbor-trades@2")


@pytest.fixture
def imported(run: Run, tmp_path: Path, capsys: Captured) -> Run:
    """Return the command line on a knowledge base with two versions of a small standard; H-3 became H-4."""
    folder = tmp_path / "harbor"
    folder.mkdir()
    (folder / "partnership.toml").write_text(DECLARED, encoding="utf-8")
    (folder / "occupations.csv").write_text(OCCUPATIONS, encoding="utf-8")
    for version, ids, statements in (("1", (1, 2, 3), BEFORE), ("2", (1, 2, 4), AFTER)):
        rows = [f"H-{number},{said},Label {number}" for number, said in zip(ids, statements, strict=True)]
        (folder / "competencies.csv").write_text("\n".join(["id,statement,label", *rows]), encoding="utf-8")
        asked = [f"51-4121.00,H-{number},3,{version},essential" for number in ids]
        requirements = "\n".join(["occupation,competency,importance,level,relation", *asked])
        (folder / "requirements.csv").write_text(requirements, encoding="utf-8")
        assert run("import", "partnership", str(folder), "--release", version, "--no-prepare") == 0
    capsys.readouterr()
    return run


def test_text_has_totals_first_and_then_the_changes(imported: Run, capsys: Captured) -> None:
    assert imported("standard", "diff", *PAIR) == 0
    lines = capsys.readouterr().out.splitlines()

    assert lines[0] == "harbor-trades@1 -> harbor-trades@2, Harbor Trades Panel"
    assert lines[1] == "7 things before, 7 now, 6 in both"
    totals = {line[:22].strip(): line[22:].split()[0] for line in lines[4 : lines.index("", 4)]}
    assert (totals["added"], totals["removed"], totals["reworded"], totals["only signs or spelling"]) == (
        "1",
        "1",
        "1",
        "1",
    )
    assert "  H-1 Label 1: statement (en): Weld hull plates and pipes {+in all positions+}" in lines
    assert "  H-2 Label 2: statement (en), signs only: [-Isolate engines-] {+isolate engines.+}" in lines
    assert "  51-4121.00 Welders, Cutters asks for H-1 Label 1: level 1 -> level 2" in lines


def test_a_list_is_cut_and_says_how_to_see_the_rest(imported: Run, capsys: Captured) -> None:
    assert imported("standard", "diff", *PAIR, "--top", "1") == 0
    assert "  … and 3 more; --top N lists more, -o FILE.json all" in capsys.readouterr().out


def test_json_and_linked_data_are_whole(imported: Run, tmp_path: Path, capsys: Captured) -> None:
    assert imported("standard", "diff", *PAIR, "-o", "changes.json") == 0
    found = json.loads((tmp_path / "changes.json").read_text(encoding="utf-8"))
    assert [one["label"] for one in found["added"]] == ["Label 4"]
    assert len(found["needs"]) == 4

    assert imported("standard", "diff", *PAIR, "-o", "changes.ttl") == 0
    graph = Graph().parse(tmp_path / "changes.ttl")
    assert len(set(graph.subjects(LW.changeKind, LW.OtherDemand))) == 4
    assert (
        "Wrote changes.ttl: removed 1, added 1, reworded 1, only signs or spelling 1, asked for otherwise 4"
        in capsys.readouterr().err
    )


def test_a_page_stands_alone_and_is_for_a_firm_where_one_is_named(
    imported: Run, tmp_path: Path, capsys: Captured
) -> None:
    assert imported("standard", "diff", *PAIR, "-o", "changes.html") == 0
    page = (tmp_path / "changes.html").read_text(encoding="utf-8")
    assert "<h1>What 2 changes</h1>" in page
    assert "Weld hull plates and pipes <ins>in all positions</ins>" in page
    assert "<del>Read tide tables</del>" in page
    assert "Welders, Cutters (level 1 → level 2)" in page
    assert "nobody else" not in page
    said = "Wrote changes.html: 1 new, 1 in other words, 1 dropped, 1 moved, recoded or tidied up"
    assert said in capsys.readouterr().err

    assert imported("standard", "diff", *PAIR, "-o", "changes.html", "--firm", "north-quay") == 0
    page = (tmp_path / "changes.html").read_text(encoding="utf-8")
    assert "For North Quay Boatyard. Nothing that differs touches what your own list says" in page
    capsys.readouterr()
    assert imported("standard", "diff", *PAIR, "-o", "changes.html", "--firm", "south-quay") == 1
    assert "'south-quay' is no member of harbor-trades@2; there are north-quay" in capsys.readouterr().err
    assert imported("standard", "diff", *PAIR, "--firm", "north-quay") == 2
    assert "-o changes.html" in capsys.readouterr().err


def test_standard_output_takes_a_form_by_name(imported: Run, capsys: Captured) -> None:
    assert imported("standard", "diff", *PAIR, "--format", "json") == 0
    assert json.loads(capsys.readouterr().out)["both"] == 6


def test_impact_says_who_is_touched_and_what_to_do(imported: Run, tmp_path: Path, capsys: Captured) -> None:
    assert imported("standard", "impact", *PAIR) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "What harbor-trades@2 touches of what rests on harbor-trades@1"
    assert "Nothing that is stored points to 1 of the 2" in lines  # what only the older one asked for
    assert "    -> Read the new words and confirm" in lines
    assert "Ladder of Harbor Trades Panel, --sector harbor-trades: 1 of 1 occupation" in lines
    assert not [line for line in lines if "Label 2" in line]

    assert imported("standard", "impact", *PAIR, "-o", "impact.json") == 0
    found = json.loads((tmp_path / "impact.json").read_text(encoding="utf-8"))
    assert [one["touched"]["why"] for one in found["things"]] == ["removed", "reworded"]


@pytest.mark.parametrize("command", ["diff", "impact"])
@pytest.mark.parametrize(
    ("pair", "status", "said"),
    [
        (("harbor-trades@2", "harbor-trades"), 2, "are one release; name two, for instance harbor-trades@1"),
        (("harbor-trades@1", "harbor-trades@9"), 1, "harbor-trades@9"),
        (("nothing@1", "harbor-trades@2"), 1, "nothing"),
    ],
)
def test_what_cannot_be_compared_is_told(
    imported: Run, capsys: Captured, command: str, pair: tuple[str, str], status: int, said: str
) -> None:
    assert imported("standard", command, *pair) == status
    assert said in capsys.readouterr().err


def test_a_form_that_there_is_not_is_refused(imported: Run, capsys: Captured) -> None:
    assert imported("standard", "diff", *PAIR, "-o", "changes.doc") == 2
    assert "html, json, jsonld, nt, rdf, ttl, txt" in capsys.readouterr().err
