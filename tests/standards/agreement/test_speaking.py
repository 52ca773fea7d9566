"""Organizations speak for themselves, on what they were shown."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from ontology.errors import ConflictError, RefusedError
from ontology.records import Iri, Position, Support
from ontology.store import KnowledgeBase
from standards.agreement import Agreement, Motion, Quorum, Stance, Status, decide, read_agreement, speak
from standards.agreement.obstacles import obstacles
from tests.standards.agreement.conftest import (
    CHARTS,
    DANA,
    ENGINES,
    MINT,
    ROPES,
    SLUG,
    TIDES,
    asked,
    firm,
    members,
    store,
    store_panel,
)

Move = Callable[..., Motion]
Say = Callable[..., Stance]


@pytest.fixture
def accepted(base: KnowledgeBase, move: Move) -> KnowledgeBase:
    decide(base, SLUG, [move(ROPES, "accept"), move(CHARTS, "accept")], DANA)
    return base


def test_positions_make_the_state(accepted: KnowledgeBase, say: Say) -> None:
    stances = [
        say("tug-co", ROPES, "endorse"),
        say("ferry-co", ROPES, "adopt with change", change="Splice ropes, wire and chain"),
        say("dredge-co", ROPES, "dissent", reason="We have no ropes"),
        say("seafarers", ROPES, "abstain"),
    ]
    speak(accepted, SLUG, stances, DANA)
    now = read_agreement(accepted, SLUG, Quorum(firms=2))

    tally = now.tallies[ROPES]
    assert tally.status is Status.AGREED
    assert {one.organization: one.taken for one in tally.positions} == {
        firm("tug-co"): Position.ENDORSE,
        firm("ferry-co"): Position.ADOPT_WITH_CHANGE,
        firm("dredge-co"): Position.DISSENT,
        firm("seafarers"): Position.ABSTAIN,
    }
    assert [one.reason for one in tally.positions if one.taken is Position.DISSENT] == ["We have no ropes"]


def test_the_newest_position_counts_and_may_be_taken_back(accepted: KnowledgeBase, say: Say) -> None:
    for word, reason in (("endorse", ""), ("dissent", "Changed our mind"), ("withdraw", "")):
        speak(accepted, SLUG, [say("tug-co", ROPES, word, reason=reason)], DANA)
        said = read_agreement(accepted, SLUG).tallies[ROPES].positions
        assert [one.taken.word for one in said] == ([word] if word != "withdraw" else [])

    assert len(read_agreement(accepted, SLUG).log.endorsements) == 3


def test_all_that_is_wrong_is_told_and_nothing_is_kept(accepted: KnowledgeBase, say: Say, move: Move) -> None:
    decide(accepted, SLUG, [move(ENGINES, "reject", reason="Old")], DANA)
    stances = [
        say("tug-co", ROPES, "endorse", row=2),
        say("tug-co", ROPES, "abstain", row=3),
        say("ferry-co", ROPES, "dissent", row=4),
        say("dredge-co", ROPES, "change", row=5),
        say("port-agency", ROPES, "endorse", row=6),
        say("nobody", ROPES, "endorse", row=7),
        say("tug-co", CHARTS, "like", row=8),
        say("tug-co", CHARTS, "ratify", row=9),
        say("tug-co", "standard", "endorse", row=10),
        Stance("tug-co", "unheard-of", "endorse", row=11),
        Stance("tug-co", TIDES, "endorse", row=12),
        say("ferry-co", ENGINES, "endorse", row=13),
    ]
    with pytest.raises(RefusedError) as error:
        speak(accepted, SLUG, stances, DANA)

    assert [(finding.code, finding.row) for finding in error.value.report] == [
        ("two-positions", 3),
        ("no-reason", 4),
        ("no-change", 5),
        ("no-party", 6),
        ("no-party", 7),
        ("unknown-position", 8),
        ("unfitting-position", 9),
        ("unfitting-position", 10),
        ("unknown-statement", 11),
        ("no-wording-seen", 12),
        ("closed-statement", 13),
    ]
    assert read_agreement(accepted, SLUG).log.endorsements == ()


def test_a_position_on_a_wording_of_before_is_told_what_it_reads_now(
    accepted: KnowledgeBase, say: Say, move: Move
) -> None:
    stance = say("tug-co", ROPES, "endorse")
    decide(accepted, SLUG, [move(ROPES, "reword", wording="Splice wire")], DANA)
    with pytest.raises(ConflictError, match="it reads now “Splice wire”"):
        speak(accepted, SLUG, [stance], DANA)
    speak(accepted, SLUG, [Stance("tug-co", ROPES, "endorse", seen="Splice wire")], DANA)


def test_one_digest_in_the_place_of_the_other_is_told_with_the_right_one(accepted: KnowledgeBase) -> None:
    ropes = read_agreement(accepted, SLUG).statements[ROPES]
    with pytest.raises(RefusedError) as said:
        speak(accepted, SLUG, [Stance("tug-co", ROPES, "endorse", ropes.revision[:12])], DANA)
    with pytest.raises(RefusedError) as decided:
        decide(accepted, SLUG, [Motion(ROPES, "reject", ropes.seen[:12], reason="Old")], DANA)

    (stance,), (motion,) = said.value.report, decided.value.report
    assert (stance.code, stance.column) == ("other-digest", "wording_seen")
    assert stance.remedy == f"Write {ropes.seen[:12]} into `wording_seen`"
    assert (motion.code, motion.column) == ("other-digest", "revision")
    assert motion.message == "it is the wording_seen of the statement, and its revision is asked for"


def told(agreement: Agreement) -> list[str]:
    return [f"{finding.message} ({finding.value})" for finding in obstacles(agreement)]


def agree(base: KnowledgeBase, say: Say) -> None:
    names = ("tug-co", "ferry-co")
    speak(base, SLUG, [say(name, one, "endorse") for name in names for one in (ROPES, CHARTS)], DANA)


def test_the_union_ratifies_the_whole_and_is_asked_again_where_it_changes(
    accepted: KnowledgeBase, say: Say, move: Move
) -> None:
    agree(accepted, say)
    assert told(read_agreement(accepted, SLUG)) == ["the union has not ratified it (Seafarers)"]
    stance = say("seafarers", "standard", "ratify")
    speak(accepted, SLUG, [stance], DANA)
    assert told(read_agreement(accepted, SLUG)) == []

    decide(accepted, SLUG, [move(CHARTS, "reject", reason="Old")], DANA)
    now = read_agreement(accepted, SLUG)
    assert told(now) == [
        "the union has not ratified it as it reads now; it spoke of what was agreed before (Seafarers)"
    ]
    assert [one.organization for one in now.reopened] == [firm("seafarers")]
    with pytest.raises(ConflictError, match="what is agreed is not what it was"):
        speak(accepted, SLUG, [stance], DANA)


def test_a_union_ratifies_in_the_sheet_that_has_the_endorsements(accepted: KnowledgeBase, say: Say) -> None:
    endorsed = [say(name, one, "endorse") for name in ("tug-co", "ferry-co") for one in (ROPES, CHARTS)]
    whole = say("seafarers", "standard", "ratify")
    shown = replace(whole, statement="", seen="The whole standard as it is agreed")
    spoken = speak(accepted, SLUG, [shown, *endorsed], DANA).agreement

    assert spoken.reopened == ()
    assert told(spoken) == told(read_agreement(accepted, SLUG)) == []


@pytest.mark.parametrize("word", ["label", "category"])
def test_a_ratification_is_of_label_and_category_too(accepted: KnowledgeBase, say: Say, move: Move, word: str) -> None:
    agree(accepted, say)
    speak(accepted, SLUG, [say("seafarers", "standard", "ratify")], DANA)
    decide(accepted, SLUG, [move(CHARTS, "reword", **{word: "Bridge"})], DANA)

    assert [one.organization for one in read_agreement(accepted, SLUG).reopened] == [firm("seafarers")]


def test_a_ratification_is_of_what_jobs_ask_for_too(accepted: KnowledgeBase, say: Say) -> None:
    agree(accepted, say)
    speak(accepted, SLUG, [say("seafarers", "standard", "ratify")], DANA)
    store(accepted, "sheet-ferry-co", "1", "sheet", asked("ferry-co", "Cook", Iri(MINT("onet", "35-2014.00")), {}))
    (reopened,) = read_agreement(accepted, SLUG).reopened

    assert reopened.organization == firm("seafarers")


def test_a_firm_that_left_counts_neither_in_the_support_nor_with_its_jobs(accepted: KnowledgeBase) -> None:
    before = read_agreement(accepted, SLUG)
    store_panel(accepted, [one for one in members() if one.iri != firm("dredge-co")])
    after = read_agreement(accepted, SLUG)
    found = [[one.support(one.statements[each]) for each in (CHARTS, ROPES)] for one in (before, after)]

    assert found == [
        [Support.SHARED, Support.SHARED],
        [Support.FIRM_SPECIFIC, Support.CORE],  # of the two firms that are left one says charts, and both say ropes
    ]
    assert [{job.offered_by for job in one.work.jobs} for one in (before, after)] == [
        {firm("tug-co"), firm("ferry-co"), firm("dredge-co")},
        {firm("tug-co"), firm("ferry-co")},
    ]


def test_a_refusal_stands_in_the_way_with_its_reason(accepted: KnowledgeBase, say: Say) -> None:
    agree(accepted, say)
    speak(accepted, SLUG, [say("seafarers", "standard", "refuse", reason="Pay is not in it")], DANA)

    assert told(read_agreement(accepted, SLUG)) == [
        "the union has not ratified it: it refuses, because Pay is not in it (Seafarers)"
    ]
    assert told(read_agreement(accepted, SLUG, Quorum(firms=2, unions=0))) == []


def test_what_stands_in_the_way_is_named_with_the_voices_that_are_missing(accepted: KnowledgeBase, say: Say) -> None:
    speak(accepted, SLUG, [say("tug-co", ROPES, "endorse"), say("dredge-co", CHARTS, "dissent", reason="No")], DANA)
    now = read_agreement(accepted, SLUG, Quorum(firms=3, unions=0))

    assert told(now) == [
        "no statement is agreed (harbor)",
        "it is accepted and not agreed: 2 more firms; not spoken: Dredge Co, Ferry Co (HT-1: Splice rope and wire)",
        "it is contested and not agreed: 3 more firms; not spoken: Ferry Co, Tug Co; dissent: Dredge Co "
        "(HT-2: Read charts)",
    ]


def test_a_firm_that_leaves_is_told_and_no_longer_counts(accepted: KnowledgeBase, say: Say) -> None:
    agree(accepted, say)
    store_panel(accepted, [one for one in members() if one.iri != firm("ferry-co")])
    now = read_agreement(accepted, SLUG)

    assert now.departed == (firm("ferry-co"),)
    assert now.tallies[ROPES].status is Status.ACCEPTED
    assert len(now.log.endorsements) == 4


def test_a_firm_alone_is_told_that_the_rule_cannot_be_met_and_may_have_one_that_can(
    base: KnowledgeBase, move: Move, say: Say
) -> None:
    store_panel(base, [one for one in members() if one.iri == firm("tug-co")])
    decide(base, SLUG, [move(ROPES, "accept")], DANA)
    speak(base, SLUG, [say("tug-co", ROPES, "endorse")], DANA)

    assert told(read_agreement(base, SLUG))[0] == "2 firms must adopt a statement, and 1 is a member (firms = 2)"
    assert told(read_agreement(base, SLUG, Quorum())) == []
