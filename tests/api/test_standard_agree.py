"""``ladderworks standard``: a proposal decided on, spoken to, undone, ratified and published from the command line."""

import csv
import io
import json
from collections.abc import Callable
from http import HTTPStatus
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from api.agreements.summary import summary
from api.example import import_example
from api.http.remedies import remedy_of
from ontology.errors import ConflictError, RefusedError
from ontology.report import Report
from ontology.store import KnowledgeBase
from standards.agreement import AgreementAccount
from tests.standards.agreement.conftest import CHARTS, ENGINES, ROPES, fill

Run = Callable[..., int]
Captured = pytest.CaptureFixture[str]


@pytest.fixture
def panel(run: Run, tmp_path: Path) -> Run:
    """Run commands on a knowledge base with a proposal."""
    with KnowledgeBase.open(tmp_path / "kb", write=True) as base:
        fill(base)
    return run


def decided(path: Path, **decisions: dict[str, str]) -> Path:
    """Fill decisions into what the state says, by the end of the address."""
    rows = list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))
    for row in rows:
        row.update(decisions.get(row["address"].rsplit("/", 1)[-1], {}))
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    filled = path.with_name(f"filled-{path.name}")
    filled.write_text(text.getvalue(), encoding="utf-8")
    return filled


def decide(run: Run, tmp_path: Path, *options: str, **decisions: dict[str, str]) -> int:
    """Write the state, fill decisions in, and hand them in."""
    assert run("standard", "agreement", "harbor", "-o", "state.csv") == 0
    return run("standard", "decide", "harbor", decided(tmp_path / "state.csv", **decisions), "--by", "Dana", *options)


def speak(run: Run, tmp_path: Path) -> int:
    """Have two firms endorse all that is accepted, and one dissent from a statement."""
    seen = {ROPES: "Splice rope and wire", CHARTS: "Read charts", ENGINES: "Watch the engine"}
    lines = [f"{one},{words},{firm},endorse," for one, words in seen.items() for firm in ("tug-co", "ferry-co")]
    lines.append(f"{CHARTS},{seen[CHARTS]},dredge-co,dissent,We use no paper")
    text = "\n".join(["address,statement,organization,position,reason", *lines, ""])
    (tmp_path / "positions.csv").write_text(text, encoding="utf-8")
    return run("standard", "position", "harbor", "positions.csv", "--by", "Dana")


def ratify(run: Run, tmp_path: Path) -> int:
    """Have the union ratify the whole as it is now."""
    assert run("standard", "agreement", "harbor", "-o", "state.json") == 0
    whole = told(tmp_path)["wording_seen"]
    (tmp_path / "union.csv").write_text(f"address,wording_seen,Seafarers\nstandard,{whole},ratify\n", encoding="utf-8")
    return run("standard", "position", "harbor", "union.csv", "--by", "Ray")


def test_ratifications_come_in_a_file_of_their_own(panel: Run, tmp_path: Path, capsys: Captured) -> None:
    assert decide(panel, tmp_path, ropes={"decision": "accept"}) == 0
    (tmp_path / "union.csv").write_text("organization,position,by\nseafarers,ratify,Odell Marsh\n", encoding="utf-8")
    assert panel("standard", "position", "harbor", "union.csv", "--by", "Ray") == 1
    assert "or say it of all such rows with `--seen`" in capsys.readouterr().err

    assert panel("standard", "position", "harbor", "union.csv", "--by", "Ray", "--seen", "now") == 0
    assert panel("standard", "agreement", "harbor", "-o", "state.json") == 0
    ((position,),) = ([one["position"] for one in told(tmp_path)["whole"]],)
    assert position == "ratify"


def told(tmp_path: Path) -> Any:  # noqa: ANN401 - what JSON holds
    return json.loads((tmp_path / "state.json").read_text(encoding="utf-8"))


def test_from_the_proposal_to_the_published_standard(panel: Run, tmp_path: Path, capsys: Captured) -> None:
    accepted = {name: {"decision": "accept"} for name in ("ropes", "charts", "engines")}
    assert decide(panel, tmp_path, "--for", "Tug Co", **accepted) == 0
    assert "3 decisions on harbor kept" in capsys.readouterr().out

    assert speak(panel, tmp_path) == 0
    out = capsys.readouterr().out
    assert "7 positions of harbor kept" in out
    assert "4 statements: 1 proposed, 3 agreed" in out
    assert "Dredge Co dissents from HT-2: We use no paper" in out
    assert "Seafarers: the union has not ratified it." in out

    assert panel("standard", "review", "harbor", "--by", "Dana") == 0
    assert panel("standard", "ratify", "harbor", "--by", "Dana", "--report", "way.tsv") == 1
    said = capsys.readouterr().err
    assert "the union has not ratified it" in said
    assert "take a position on the whole: `ladderworks standard position harbor FILE --by NAME --seen now`" in said
    assert "Nothing has changed: harbor stands where it stood" in said
    assert (tmp_path / "way.tsv").read_text(encoding="utf-8").splitlines()[1].startswith("error\tnot-ratified\t")

    assert ratify(panel, tmp_path) == 0
    assert "It can be ratified: `ladderworks standard ratify harbor --by NAME`" in capsys.readouterr().out
    assert panel("standard", "ratify", "harbor", "--by", "Dana") == 0
    assert panel("standard", "agreement", "harbor") == 0
    assert "It is ratified, and can follow: `ladderworks standard publish harbor" in capsys.readouterr().out
    assert panel("standard", "publish", "harbor", "--by", "Dana") == 0
    assert "harbor@1.0 is published" in capsys.readouterr().out
    assert panel("standard", "agreement", "harbor") == 0
    assert "Published as harbor@1.0; nothing was decided or said since" in capsys.readouterr().out


def test_what_is_in_the_way_stands_by_code_and_a_rejected_statement_has_no_dissents(
    panel: Run, tmp_path: Path, capsys: Captured
) -> None:
    assert decide(panel, tmp_path, charts={"decision": "accept", "code": "HT-9"}, ropes={"decision": "accept"}) == 0
    dissent = f"address,statement,organization,position,reason\n{CHARTS},Read charts,dredge-co,dissent,No paper\n"
    (tmp_path / "dissent.csv").write_text(dissent, encoding="utf-8")
    assert panel("standard", "position", "harbor", "dissent.csv", "--by", "Dana") == 0
    out = capsys.readouterr().out
    assert "Dredge Co dissents from HT-9: No paper" in out
    assert out.index("  HT-1: Splice rope and wire: ") < out.index("  HT-9: Read charts: ")

    assert decide(panel, tmp_path, charts={"decision": "reject", "reason": "Old"}) == 0
    capsys.readouterr()
    assert panel("standard", "agreement", "harbor") == 0
    assert "dissents from" not in capsys.readouterr().out


def test_a_misspelled_column_beside_the_right_one_is_told(panel: Run, tmp_path: Path, capsys: Captured) -> None:
    text = "statement,decision,reason,resaon\nRead charts,accept,Ours,Mine\n"
    (tmp_path / "decided.csv").write_text(text, encoding="utf-8")
    assert panel("standard", "decide", "harbor", "decided.csv", "--by", "Dana") == 0
    assert "warning: decided.csv, row 2, resaon: nothing is read from the column 'resaon'" in capsys.readouterr().err


def test_one_category_in_two_spellings_is_told_before_it_is_published(
    panel: Run, tmp_path: Path, capsys: Captured
) -> None:
    spelled = {"charts": "Food and Drink", "engines": "Food & Drink"}
    decisions = {name: {"decision": "accept", "category": category} for name, category in spelled.items()}
    assert decide(panel, tmp_path, **decisions) == 0
    told = "each published by itself: “Food & Drink” (1) and “Food and Drink” (1)"
    assert told in capsys.readouterr().out
    assert panel("standard", "review", "harbor", "--by", "Dana") == 0
    assert told in capsys.readouterr().err


def test_what_is_ready_to_be_ratified_is_put_to_review_first(panel: Run, tmp_path: Path, capsys: Captured) -> None:
    assert decide(panel, tmp_path, ropes={"decision": "accept"}) == 0
    assert speak(panel, tmp_path) == 0
    capsys.readouterr()
    assert ratify(panel, tmp_path) == 0

    steps = "`ladderworks standard review harbor --by NAME`, then `ladderworks standard ratify harbor --by NAME`"
    assert f"It can be ratified: {steps}\n" in capsys.readouterr().out


def test_another_rule_is_not_tried_on_what_is_published(panel: Run, capsys: Captured) -> None:
    assert panel("standard", "agreement", "harbor", "--published", "--quorum-firms", "1") == 2
    assert "leave out the options --quorum-…, or leave out --published" in capsys.readouterr().err


def test_where_all_decisions_are_stands_in_a_line_that_can_be_run(
    panel: Run, tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("api.agreements.summary.SHOWN", 1)
    accepted = {name: {"decision": "accept"} for name in ("ropes", "charts", "engines")}
    assert decide(panel, tmp_path, **accepted) == 0

    command = "ladderworks standard agreement harbor -o harbor.xlsx"
    assert f"  … and 2 more; all 3 decisions: sheet Log of `{command}`\n" in capsys.readouterr().out
    assert panel(*command.split()[1:]) == 0
    header, *decisions = load_workbook(tmp_path / "harbor.xlsx")["Log"].values
    assert "decision" in header
    assert len(decisions) == 3


def test_a_file_in_which_nothing_is_decided_is_told(panel: Run, tmp_path: Path, capsys: Captured) -> None:
    assert decide(panel, tmp_path) == 0
    assert "0 decisions on harbor kept\nNo row has anything in the column `decision`\n" in capsys.readouterr().out


def test_where_all_of_a_long_list_is_stands_beside_its_beginning() -> None:
    told = AgreementAccount(
        standard="http://x/harbor",
        slug="harbor",
        wording_seen="1",
        rule="",
        can_be_ratified=False,
        obstacles=tuple(f"HT-{number}: not agreed." for number in range(12)),
        counts={},
    )

    *_, last, rest = summary(told, ["publish"]).splitlines()

    assert last == "  HT-9: not agreed."
    assert rest == "  … and 2 more; all 12 obstacles: `ladderworks standard agreement harbor -o harbor.json`"
    tried = summary(told, ["publish"], "--quorum-firms 9")
    assert "By that rule it could not be ratified yet:\n  HT-0: not agreed.\n" in tried
    assert tried.endswith(": `ladderworks standard agreement harbor --quorum-firms 9 -o harbor.json`")
    possible = told.model_copy(update={"can_be_ratified": True, "obstacles": ()})
    assert "By that rule it could be ratified; `ratify` goes by the partnership's own" in (
        summary(possible, ["publish"], "--quorum-firms 1")
    )


def test_a_file_that_is_sent_twice_is_kept_already(panel: Run, tmp_path: Path, capsys: Captured) -> None:
    assert decide(panel, tmp_path, charts={"decision": "accept"}) == 0
    capsys.readouterr()
    assert panel("standard", "decide", "harbor", "filled-state.csv", "--by", "Dana") == 0
    out = capsys.readouterr().out

    assert "0 decisions on harbor kept" in out
    assert "1 decision of the file kept already, and not kept twice" in out


def test_the_second_of_two_is_told_what_the_first_did(panel: Run, tmp_path: Path, capsys: Captured) -> None:
    assert panel("standard", "agreement", "harbor", "-o", "state.csv") == 0
    first = decided(tmp_path / "state.csv", charts={"decision": "reword", "wording": "Read screens"})
    assert panel("standard", "decide", "harbor", first, "--by", "Ana") == 0
    second = decided(tmp_path / "state.csv", charts={"decision": "reject", "reason": "Old"})
    assert panel("standard", "decide", "harbor", second, "--by", "Ben", "--report", "findings.tsv") == 1
    err = capsys.readouterr().err

    assert "Ana decided “reword”" in err
    assert "“Read screens”" in err
    assert "Nothing was kept" in err
    assert "changed-meanwhile" in (tmp_path / "findings.tsv").read_text(encoding="utf-8")


def test_a_decision_is_undone_by_the_name_that_the_command_gave_it(
    panel: Run, tmp_path: Path, capsys: Captured
) -> None:
    assert decide(panel, tmp_path, charts={"decision": "accept"}) == 0
    name = capsys.readouterr().out.splitlines()[-1].split()[0]
    assert panel("standard", "undo", "harbor", name, "--by", "Dana", "--reason", "Too early") == 0
    assert panel("standard", "agreement", "harbor", "-o", "state.json") == 0

    now = told(tmp_path)
    assert {one["address"]: one["status"] for one in now["statements"]}[CHARTS] == "proposed"
    log = [(one["decision"], one["reason"], one["counts"]) for one in now["decisions"]]
    assert log == [("undo", "Too early", True), ("accept", "", False)]


def test_a_workbook_is_written_and_a_rule_may_be_tried(panel: Run, tmp_path: Path, capsys: Captured) -> None:
    assert panel("standard", "agreement", "harbor", "-o", "state.xlsx", "--quorum-firms", "9") == 0
    out = capsys.readouterr().out

    assert (tmp_path / "state.xlsx").stat().st_size > 0
    assert "adopted by 9 firms with 60% of the employment" in out
    assert "firms = 9: 9 firms must adopt a statement, and 3 are members. Ask for 3 or fewer" in out
    assert panel("standard", "position", "harbor", "state.xlsx", "--by", "Dana") == 0
    assert "0 positions of harbor kept" in capsys.readouterr().out


def test_what_nobody_proposed_is_said(panel: Run, capsys: Captured) -> None:
    assert panel("standard", "agreement", "river") == 1
    assert "nothing is proposed for 'river'; no standard is called 'river'; there are harbor" in capsys.readouterr().err


@pytest.mark.parametrize(
    "words",
    [
        ("agreement", "harbour"),
        ("agreement", "harbour", "--published"),
        ("worker", "harbour@1.0"),
        ("versions", "harbour"),
        ("outcomes", "harbour"),
        ("ratify", "harbour", "--by", "Dana"),
    ],
)
def test_a_name_that_is_mistyped_is_told_which_is_meant(panel: Run, words: tuple[str, ...], capsys: Captured) -> None:
    assert panel("standard", *words) == 1
    err = capsys.readouterr().err
    assert "no standard is called 'harbour'; do you mean 'harbor'?" in err
    assert "publish one first" not in err


def test_a_proposal_for_a_name_that_is_mistyped_is_told_which_is_meant(panel: Run, capsys: Captured) -> None:
    assert panel("harmonize", "--standard", "harbour") == 2
    err = capsys.readouterr().err
    assert "--standard harbour`; no standard is called 'harbour'; do you mean 'harbor'?" in err
    assert panel("check", "harbour") == 1
    assert "Do you mean 'harbor'?" in capsys.readouterr().err


def test_where_nothing_is_proposed_yet_the_command_that_proposes_is_told(
    run: Run, tmp_path: Path, capsys: Captured
) -> None:
    with KnowledgeBase.open(tmp_path / "kb", write=True) as base:
        import_example(base)
    assert run("standard", "agreement", "power-generation") == 1
    assert "make a proposal first: `ladderworks harmonize --standard power-generation`" in capsys.readouterr().err
    assert run("harmonize", "--standard", "power-generation") == 0


def test_over_http_a_conflict_is_one_and_another_refusal_is_a_bad_request() -> None:
    statuses = [remedy_of(error(Report()), "")[0] for error in (ConflictError, RefusedError)]

    assert statuses == [HTTPStatus.CONFLICT, HTTPStatus.BAD_REQUEST]
