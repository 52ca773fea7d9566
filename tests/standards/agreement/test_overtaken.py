"""A table that is older than what organizations have said since takes the place of nothing."""

from collections.abc import Callable

import pytest

from ontology.errors import ConflictError
from ontology.report import Finding
from ontology.store import KnowledgeBase
from standards.agreement import Motion, Stance, account, decide, read_agreement, speak
from standards.agreement.tables import SPOKEN_OF
from tests.standards.agreement.conftest import CHARTS, DANA, ENGINES, ROPES, SLUG, firm
from tests.standards.agreement.handing_in import hand_in, row, send, sheet

Move = Callable[..., Motion]
Say = Callable[..., Stance]


@pytest.fixture
def accepted(base: KnowledgeBase, move: Move, say: Say) -> KnowledgeBase:
    """Ropes and charts are accepted, and both firms endorse them."""
    decide(base, SLUG, [move(ROPES, "accept"), move(CHARTS, "accept")], DANA)
    names = ("tug-co", "ferry-co")
    speak(base, SLUG, [say(name, one, "endorse") for name in names for one in (ROPES, CHARTS)], DANA)
    return base


def refused(base: KnowledgeBase, text: str) -> Finding:
    with pytest.raises(ConflictError) as error:
        send(base, text)
    (found,) = error.value.report
    return found


def said(base: KnowledgeBase, statement: str) -> dict[str, str]:
    tally = read_agreement(base, SLUG).tallies
    return {
        one.organization: one.taken.word for iri, each in tally.items() if iri == statement for one in each.positions
    }


def test_a_cell_that_is_as_the_sheet_was_written_says_nothing(accepted: KnowledgeBase, say: Say) -> None:
    """Tug Co dissents and Ferry Co takes back what it said; then Dredge Co hands in the sheet of before."""
    old = sheet(accepted)
    speak(
        accepted, SLUG, [say("tug-co", ROPES, "dissent", reason="No yard"), say("ferry-co", CHARTS, "withdraw")], DANA
    )
    row(old, ROPES)["Dredge Co"] = "endorse"
    row(old, CHARTS)["Dredge Co"] = "abstain"

    assert hand_in(accepted, old) == 2
    assert said(accepted, ROPES) == {
        firm("tug-co"): "dissent",
        firm("ferry-co"): "endorse",
        firm("dredge-co"): "endorse",
    }
    assert said(accepted, CHARTS) == {firm("tug-co"): "endorse", firm("dredge-co"): "abstain"}


def test_rows_and_columns_may_be_left_out_and_stand_in_another_order(accepted: KnowledgeBase, say: Say) -> None:
    kept = ("Dredge Co", "Tug Co", "positions_seen", "statement", "wording_seen", "code_now")
    old = [{name: one[name] for name in kept} for one in reversed(sheet(accepted)) if one["code_now"]]
    speak(accepted, SLUG, [say("tug-co", ROPES, "dissent", reason="No yard")], DANA)
    for one in old:
        one["Dredge Co"] = "endorse"

    assert hand_in(accepted, old) == 2
    assert said(accepted, ROPES)[firm("tug-co")] == "dissent"


def test_a_cell_that_was_changed_by_hand_does_not_take_the_place_of_what_the_sheet_did_not_see(
    accepted: KnowledgeBase, say: Say
) -> None:
    old = sheet(accepted)
    speak(accepted, SLUG, [say("tug-co", ROPES, "dissent", reason="No yard")], DANA)
    row(old, ROPES)["Tug Co"] = "abstain"
    row(old, ROPES)["Dredge Co"] = "endorse"
    before = len(read_agreement(accepted, SLUG).log.endorsements)
    with pytest.raises(ConflictError) as error:
        hand_in(accepted, old)
    (found,) = error.value.report

    place = old.index(row(old, ROPES)) + 2
    assert (found.code, found.value) == ("changed-meanwhile", "abstain")
    assert (found.file, found.row, found.column) == ("said.csv", place, "Tug Co")
    assert "Tug Co has said “dissent: No yard” since that was looked at, by Dana Whitefeather on 2026-" in found.message
    assert f"`ladderworks standard agreement {SLUG} -o {SLUG}.xlsx`" in found.remedy
    assert len(read_agreement(accepted, SLUG).log.endorsements) == before


def test_a_sheet_that_was_written_anew_changes_what_it_shows(accepted: KnowledgeBase, say: Say) -> None:
    speak(accepted, SLUG, [say("tug-co", ROPES, "dissent", reason="No yard")], DANA)
    new = sheet(accepted)
    row(new, ROPES)["Tug Co"] = "endorse"

    assert hand_in(accepted, new) == 1
    assert said(accepted, ROPES)[firm("tug-co")] == "endorse"


def test_what_was_said_of_others_since_does_not_hinder_an_organization(accepted: KnowledgeBase, say: Say) -> None:
    old = sheet(accepted)
    speak(accepted, SLUG, [say("tug-co", ROPES, "dissent", reason="No yard")], DANA)
    row(old, ROPES)["Ferry Co"] = "abstain"

    assert hand_in(accepted, old) == 1
    assert said(accepted, ROPES) == {firm("tug-co"): "dissent", firm("ferry-co"): "abstain"}


def test_an_old_cell_on_a_wording_of_before_says_nothing_and_a_new_one_is_refused(
    accepted: KnowledgeBase, move: Move
) -> None:
    old = sheet(accepted)
    decide(accepted, SLUG, [move(ROPES, "reword", wording="Splice wire")], DANA)
    row(old, CHARTS)["Dredge Co"] = "endorse"
    assert hand_in(accepted, old) == 1

    row(old, ROPES)["Dredge Co"] = "endorse"
    with pytest.raises(ConflictError, match="it reads now “Splice wire”"):
        hand_in(accepted, old)


def test_an_organization_says_of_a_new_wording_what_it_said_of_the_one_before(
    accepted: KnowledgeBase, move: Move
) -> None:
    decide(accepted, SLUG, [move(ROPES, "reword", wording="Splice wire")], DANA)
    new = sheet(accepted)
    assert row(new, ROPES)["Tug Co"] == ""
    row(new, ROPES)["Tug Co"] = "endorse"

    assert hand_in(accepted, new) == 1
    assert said(accepted, ROPES) == {firm("tug-co"): "endorse"}


def test_an_old_ratification_in_the_sheet_says_nothing(accepted: KnowledgeBase, say: Say) -> None:
    speak(accepted, SLUG, [say("seafarers", "standard", "ratify")], DANA)
    old = sheet(accepted)
    speak(accepted, SLUG, [say("seafarers", "standard", "refuse", reason="No pay")], DANA)
    row(old, ROPES)["Dredge Co"] = "dissent: No ropes"

    assert hand_in(accepted, old) == 1
    assert [one.taken.word for one in read_agreement(accepted, SLUG).ratifications] == ["refuse"]


FILE = "statement,organization,position,reason\nSplice rope and wire,tug-co,{}\nSplice rope and wire,dredge-co,{}\n"


@pytest.mark.parametrize(
    "old",
    [
        FILE.format("endorse,", "yes,"),
        "statement,Tug Co,Dredge Co\nSplice rope and wire,endorse,yes\n",
        "code,statement,tug-co,dredge-co\nHT-1,Splice rope and wire,Endorse,x\n",
    ],
)
def test_a_file_of_ones_own_that_is_sent_again_takes_the_place_of_nothing(
    accepted: KnowledgeBase, say: Say, old: str
) -> None:
    assert (send(accepted, old), send(accepted, old)) == (1, 0)
    speak(accepted, SLUG, [say("tug-co", ROPES, "dissent", reason="No yard")], DANA)
    found = refused(accepted, old)

    assert (found.code, found.row) == ("changed-meanwhile", 2)
    assert "Tug Co has said “dissent: No yard” since it said this before, by Dana Whitefeather on 2026" in found.message
    assert said(accepted, ROPES)[firm("tug-co")] == "dissent"


def test_a_file_of_ones_own_says_that_it_knows_what_stands(accepted: KnowledgeBase, say: Say) -> None:
    old = sheet(accepted)
    speak(accepted, SLUG, [say("tug-co", ROPES, "dissent", reason="No yard")], DANA)
    text = "address,statement,positions_seen,organization,position\n"
    text += f"{ROPES},Splice rope and wire,{{}},tug-co,{{}}\n"
    told = {one.address: one.positions_seen for one in account(read_agreement(accepted, SLUG)).statements}

    for seen in (row(old, ROPES)["positions_seen"], "0123456789ab", told[ROPES][:7]):
        assert refused(accepted, text.format(seen, "abstain")).code == "changed-meanwhile"
    asked = refused(accepted, text.format("", "endorse")).remedy
    assert f"write {told[ROPES][:12]}, how all stand now, into the column `positions_seen` of the row" in asked
    assert send(accepted, text.format(told[ROPES][:12], "endorse")) == 1
    assert said(accepted, ROPES)[firm("tug-co")] == "endorse"


def test_a_position_that_was_never_said_needs_no_more_than_before(accepted: KnowledgeBase) -> None:
    assert send(accepted, FILE.format("dissent,No yard", "endorse,")) == 2
    assert send(accepted, FILE.format("dissent,No yard and no crane", "endorse,")) == 1


def test_what_stands_is_not_kept_again_whoever_says_it(accepted: KnowledgeBase, say: Say) -> None:
    before = read_agreement(accepted, SLUG).log
    done = speak(accepted, SLUG, [say("tug-co", ROPES, "endorse", by="Somebody else")], DANA)

    assert (done.endorsements, read_agreement(accepted, SLUG).log) == ((), before)


def test_a_ratification_is_kept_again_on_what_the_endorsements_beside_it_leave(
    accepted: KnowledgeBase, move: Move, say: Say
) -> None:
    speak(accepted, SLUG, [say("seafarers", "standard", "ratify")], DANA)
    decide(accepted, SLUG, [move(ENGINES, "accept")], DANA)
    both = [say(name, ENGINES, "endorse") for name in ("tug-co", "ferry-co")]

    assert len(speak(accepted, SLUG, [say("seafarers", "standard", "ratify"), *both], DANA).endorsements) == 3
    assert [one.taken.word for one in read_agreement(accepted, SLUG).ratifications] == ["ratify"]
    assert speak(accepted, SLUG, [say("seafarers", "standard", "ratify")], DANA).endorsements == ()


def test_the_sheet_says_how_all_stood_in_few_characters(accepted: KnowledgeBase) -> None:
    agreement = read_agreement(accepted, SLUG)
    rows = sheet(accepted)

    assert [*rows[0]][: len(SPOKEN_OF)] == [*SPOKEN_OF]
    assert row(rows, ROPES)["positions_seen"] == agreement.history(ROPES).seen[:12]
    assert row(rows, ROPES)["positions_seen"] != row(rows, ENGINES)["positions_seen"]
