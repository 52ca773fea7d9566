"""Which statement moved from which job to which is published, with the firm's name only where the firm lets it."""

from collections.abc import Callable
from datetime import timedelta

from ontology.records import Iri, Job, JobRedefinition
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
