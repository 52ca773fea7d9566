"""``ladderworks harmonize``: lists in, a proposal out."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

import pytest

from api.command_line import run
from api.harmonizing.asked import asked_lists
from api.harmonizing.proposal_table import summary, to_csv
from ontology.errors import InputError, MissingFileError
from ontology.identifiers import Identifiers
from ontology.namespaces import SEMAPV, SKOS
from ontology.records import Candidate, Iri, Mapping, Support, Text
from ontology.report import Report
from ontology.store import KnowledgeBase
from standards.agreement.requirements import Work
from standards.harmonizing import Proposal
from standards.harmonizing.rounds import Round
from standards.sources.publication import new_release

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


def test_what_comes_near_is_in_the_table_and_in_what_is_printed() -> None:
    words = ("Operate gates", "Operate the spillway gates", "Weld")
    own = [
        Candidate(
            iri=Iri(f"https://example.org/{number}"),
            statement=Text(value=said),
            proposed_for=Iri("https://example.org/harbor"),
            support=Iri(Support.UNSAID),
        )
        for number, said in enumerate(words)
    ]
    near = Mapping(
        iri=Iri("https://example.org/near"),
        subject=own[0].iri,
        predicate=Iri(SKOS.related),
        object=own[1].iri,
        justification=Iri(SEMAPV.SemanticSimilarityThresholdMatching),
        confidence=0.254,
    )
    rows = csv.DictReader(to_csv(Proposal.of(own, (), [near]), Work(())).decode().splitlines())
    assert {row["statement"]: row["near"] for row in rows} == {
        words[0]: f"{words[1]} (0.25)",
        words[1]: f"{words[0]} (0.25)",
        words[2]: "",
    }
    done = Round(Proposal.of(own, (), [near]), new_release(Identifiers(), "proposal-x", "1", "P"), (), Report())
    printed = summary("x", done)
    assert "0.25" in printed
    assert words[1] in printed


def test_a_bad_list_stores_nothing(lists: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "bad.csv").write_text("Skill,SOC code\nWeld,a welder\n", encoding="utf-8")
    assert run(["harmonize", f"bad={tmp_path / 'bad.csv'}", "--standard", "harbor"]) == 1
    err = capsys.readouterr().err
    assert "a welder" in err
    assert "nothing is proposed" in err


def test_a_standard_of_nearly_the_same_name_is_told_and_can_be_taken_away(
    lists: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["harmonize", *lists, "--standard", "harbor"]) == 0
    capsys.readouterr()
    assert run(["harmonize", *lists, "--standard", "harbour"]) == 0
    err = capsys.readouterr().err
    assert "did you mean harbor?" in err
    for remedy in re.findall("`ladderworks (remove [^`]+)`", err):
        assert run([*remedy.split(), "--yes"]) == 0
    with KnowledgeBase.open(tmp_path / "kb") as base:
        assert {one.source for one in base.releases()} == {"harbor", "proposal-harbor", "sheet-dam", "sheet-plant"}


def test_a_standard_is_named_as_in_addresses(lists: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["harmonize", *lists, "--standard", "Sunny2"]) != 0
    assert "write sunny2" in capsys.readouterr().err


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
