"""Which statement moved from which job to which is published, with the firm's name only where the firm lets it."""

from collections.abc import Callable
from datetime import timedelta

from ontology.records import Endorsement, Iri, Job, JobRedefinition
from ontology.store import KnowledgeBase
from standards.agreement import Motion, Signature, Stance, account, decide, read_agreement, speak
from standards.publishing.agreed import AgreedStandard
from tests.standards.agreement.conftest import (
    CHARTS,
    DANA,
    ENGINEER,
    MINT,
    NOON,
    ROPES,
    SAILOR,
    SLUG,
    asked,
    firm,
    store,
)
from tests.standards.agreement.handing_in import hand_in, row, send, sheet

DECKHAND, MATE, OILER = (f"tug-co/job/{name}" for name in ("Deckhand", "Mate", "Oiler"))
Move = Callable[..., Motion]
Say = Callable[..., Stance]
LATER = Signature("Dana Whitefeather", at=NOON + timedelta(hours=3))


def published(base: KnowledgeBase) -> list[JobRedefinition]:
    agreed = AgreedStandard.of(base, base.release(f"{SLUG}@draft"))
    return [one for one in agreed.records("1.0") if isinstance(one, JobRedefinition)]


def adopt(base: KnowledgeBase, say: Say, firms: tuple[str, ...], one: Iri, by: Signature = DANA) -> None:
    speak(base, SLUG, [say(name, one, "endorse") for name in firms], by)


def test_a_firm_that_adopts_what_moves_lets_its_jobs_be_named(base: KnowledgeBase, move: Move, say: Say) -> None:
    decide(base, SLUG, [move(CHARTS, "accept"), move(CHARTS, "move", moved_from=DECKHAND, moved_to=OILER)], DANA)
    adopt(base, say, ("tug-co", "ferry-co"), CHARTS, LATER)
    (one,) = published(base)

    assert one.competency.rsplit("/", 1)[-1] == "HT-2"
    assert (one.moved_from, one.moved_to, one.firm) == (SAILOR, ENGINEER, firm("tug-co"))
    assert (str(one.former_job), str(one.new_job)) == ("Deckhand", "Oiler")


MONDAY = "statement,tug-co,ferry-co\nRead charts,endorse,endorse\n"


def test_the_file_of_before_that_is_sent_again_lets_no_job_be_named(base: KnowledgeBase, move: Move) -> None:
    decide(base, SLUG, [move(CHARTS, "accept")], DANA)
    assert send(base, MONDAY) == 2
    decide(base, SLUG, [move(CHARTS, "move", moved_from=DECKHAND, moved_to=MATE)], DANA)

    assert send(base, MONDAY, LATER) == 0
    assert published(base) == []


def test_a_file_of_before_that_comes_after_the_move_lets_no_job_be_named(base: KnowledgeBase, move: Move) -> None:
    decide(base, SLUG, [move(CHARTS, "accept")], DANA)
    old = sheet(base)
    row(old, CHARTS).update({"Tug Co": "endorse", "Ferry Co": "endorse"})
    decide(base, SLUG, [move(CHARTS, "move", moved_from=DECKHAND, moved_to=MATE)], DANA)

    assert hand_in(base, old, LATER) == 2
    assert published(base) == []


def test_a_sheet_that_was_written_after_the_move_lets_the_jobs_be_named_where_the_firm_speaks(
    base: KnowledgeBase, move: Move
) -> None:
    decide(base, SLUG, [move(CHARTS, "accept"), move(CHARTS, "move", moved_from=DECKHAND, moved_to=MATE)], DANA)
    new = sheet(base)
    row(new, CHARTS)["Ferry Co"] = row(new, CHARTS)["Dredge Co"] = "endorse"
    assert hand_in(base, new, LATER) == 2
    assert published(base) == []

    again = sheet(base)
    row(again, CHARTS)["Tug Co"] = "endorse"
    assert hand_in(base, again, LATER) == 1
    assert [str(one.former_job) for one in published(base)] == ["Deckhand"]


def test_a_firm_that_adopted_before_says_in_a_row_of_its_own_that_it_has_the_move_in_view(
    base: KnowledgeBase, move: Move
) -> None:
    decide(base, SLUG, [move(CHARTS, "accept")], DANA)
    send(base, MONDAY)
    decide(base, SLUG, [move(CHARTS, "move", moved_from=DECKHAND, moved_to=MATE)], DANA)
    text = "statement,moves_seen,organization,position\nRead charts,{},tug-co,endorse\n"
    told = {one.address: one.moves_seen for one in account(read_agreement(base, SLUG)).statements}

    assert send(base, text.format("0123456789ab"), LATER) == 0
    assert published(base) == []
    assert send(base, text.format(told[CHARTS][:12]), LATER) == 1
    assert send(base, text.format(told[CHARTS][:12]), LATER) == 0
    assert send(base, MONDAY, LATER) == 0
    assert [str(one.former_job) for one in published(base)] == ["Deckhand"]


def test_what_a_firm_had_in_view_is_not_published(base: KnowledgeBase, move: Move, say: Say) -> None:
    decide(base, SLUG, [move(CHARTS, "accept"), move(CHARTS, "move", moved_from=DECKHAND, moved_to=MATE)], DANA)
    adopt(base, say, ("tug-co", "ferry-co"), CHARTS, LATER)
    agreed = AgreedStandard.of(base, base.release(f"{SLUG}@draft"))
    told = [one for one in agreed.records("1.0") if isinstance(one, Endorsement)]

    assert {one.moves_seen is None for one in read_agreement(base, SLUG).log.endorsements} == {False}
    assert [one.moves_seen for one in told] == [None, None]


def test_of_a_firm_that_adopted_before_it_was_decided_only_the_occupations_are_said(
    base: KnowledgeBase, move: Move, say: Say
) -> None:
    decide(base, SLUG, [move(CHARTS, "accept")], DANA)
    adopt(base, say, ("tug-co", "ferry-co"), CHARTS)
    decide(base, SLUG, [move(CHARTS, "move", moved_from=DECKHAND, moved_to=OILER)], LATER)
    (one,) = published(base)

    assert (one.moved_from, one.moved_to) == (SAILOR, ENGINEER)
    assert (one.firm, one.former_job, one.new_job) == (None, None, None)


def test_of_a_firm_that_does_not_adopt_nothing_is_said_within_one_occupation(
    base: KnowledgeBase, move: Move, say: Say
) -> None:
    decide(base, SLUG, [move(CHARTS, "accept"), move(CHARTS, "move", moved_from=DECKHAND, moved_to=MATE)], DANA)
    adopt(base, say, ("ferry-co", "dredge-co"), CHARTS, LATER)
    speak(base, SLUG, [say("tug-co", CHARTS, "abstain")], LATER)

    assert published(base) == []


def test_two_jobs_of_two_firms_are_never_named(base: KnowledgeBase, move: Move, say: Say) -> None:
    moves = [move(CHARTS, "accept"), move(CHARTS, "move", moved_from=DECKHAND, moved_to="dredge-co/job/Engineer")]
    decide(base, SLUG, moves, DANA)
    adopt(base, say, ("tug-co", "dredge-co"), CHARTS, LATER)
    (one,) = published(base)

    assert (one.moved_from, one.moved_to, one.firm) == (SAILOR, ENGINEER, None)


def test_what_moves_between_occupations_is_said_as_it_is(base: KnowledgeBase, move: Move, say: Say) -> None:
    moves = [move(ROPES, "accept"), move(ROPES, "move", moved_from="53-5011.00", moved_to="53-5031.00")]
    decide(base, SLUG, moves, DANA)
    adopt(base, say, ("tug-co", "ferry-co"), ROPES)
    (one,) = published(base)

    assert (one.moved_from, one.moved_to, one.firm) == (SAILOR, ENGINEER, None)


def test_what_leads_nowhere_that_is_known_is_not_said(base: KnowledgeBase, move: Move, say: Say) -> None:
    moves = [move(ROPES, "accept"), move(ROPES, "move", moved_from="53-5011.00", moved_to="tug-co/job/Oiler")]
    decide(base, SLUG, moves, DANA)
    store(base, "sheet-tug-co", "1", "sheet", asked("tug-co", "Deckhand", SAILOR, {ROPES: (3, 4)}))
    adopt(base, say, ("tug-co", "ferry-co"), ROPES)

    assert published(base) == []


def test_a_job_that_is_coded_to_nothing_of_the_standard_has_no_occupation(
    base: KnowledgeBase, move: Move, say: Say
) -> None:
    pilot = Iri(MINT("onet", "53-5021.00"))
    records = [*asked("tug-co", "Deckhand", SAILOR, {ROPES: (3, 4)}), *asked("tug-co", "Pilot", pilot, {})]
    store(base, "sheet-tug-co", "1", "sheet", records)
    assert any(isinstance(one, Job) for one in records)
    decide(
        base,
        SLUG,
        [move(ROPES, "accept"), move(ROPES, "move", moved_from=DECKHAND, moved_to="tug-co/job/Pilot")],
        DANA,
    )
    adopt(base, say, ("tug-co", "ferry-co"), ROPES, LATER)
    (one,) = published(base)

    assert (one.moved_from, one.moved_to, str(one.new_job)) == (SAILOR, None, "Pilot")


def test_the_owners_account_has_every_move_and_a_ratification_is_of_them_too(
    base: KnowledgeBase, move: Move, say: Say
) -> None:
    decide(base, SLUG, [move(CHARTS, "accept")], DANA)
    adopt(base, say, ("tug-co", "ferry-co"), CHARTS)
    before = read_agreement(base, SLUG).seen
    decide(base, SLUG, [move(CHARTS, "move", moved_from=DECKHAND, moved_to=MATE)], LATER)
    after = read_agreement(base, SLUG)
    (told,) = (one.moves for one in account(after).statements if one.address == CHARTS)

    assert after.seen != before
    assert [(one.moved_from, one.moved_to) for one in told] == [(MINT(*DECKHAND.split("/")), MINT(*MATE.split("/")))]
