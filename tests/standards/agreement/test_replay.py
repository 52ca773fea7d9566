"""The state is the log, replayed: whatever is decided, in whatever order, no voice is lost or doubled."""

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology.records import Decision, DecisionKind, Iri
from standards.agreement import JobMove, Need, Outcome, proposed, replay
from standards.agreement.log import undone
from standards.agreement.replay import Statements
from tests.standards.agreement.conftest import (
    CHARTS,
    ENGINEER,
    ENGINES,
    MINT,
    ROPES,
    SAILOR,
    SLUG,
    TIDES,
    candidates,
    decision,
    en,
    voice_of,
    voices,
)

ALL = frozenset(voice.iri for voice in voices())
BEFORE = proposed(candidates(), voices())
NEW = [Iri(MINT(SLUG, "candidate", f"new-{number}")) for number in range(3)]
JOBS = [Iri(MINT("tug-co", "job", name)) for name in ("Deckhand", "Mate", "Oiler")]
NAMES = [ROPES, CHARTS, TIDES, ENGINES, *NEW]


def after(*decisions: Decision) -> Statements:
    return replay(BEFORE, decisions).statements


def held(statements: Statements) -> list[Iri]:
    return sorted(voice for one in statements.values() for voice in one.voices)


@st.composite
def logs(draw: st.DrawFn) -> list[Decision]:
    """Draw decisions of every kind, sensible or not, and undo some of them."""
    found: list[Decision] = []
    for number in range(draw(st.integers(0, 12))):
        kind = draw(st.sampled_from(list(DecisionKind)))
        undoes = draw(st.sampled_from(found)).iri if kind is DecisionKind.UNDO and found else None
        more = {
            "into": draw(st.none() | st.sampled_from(NAMES)),
            "voices": tuple(draw(st.lists(st.sampled_from(sorted(ALL)), max_size=3, unique=True))),
            "wording": draw(st.none() | st.sampled_from([en("Haul nets"), en("Row")])),
            "category": draw(st.none() | st.just(en("Bridge"))),
            "occupation": draw(st.none() | st.just(SAILOR)),
            "level": draw(st.none() | st.sampled_from([1, 2.5])),
            "undoes": undoes,
        }
        found.append(decision(kind, draw(st.sampled_from(NAMES)), number, **more))
    return found


@given(log=logs())
def test_no_voice_is_lost_or_doubled(log: list[Decision]) -> None:
    assert held(after(*log)) == sorted(ALL)


@given(log=logs(), data=st.data())
def test_the_order_in_which_the_log_is_read_makes_no_difference(log: list[Decision], data: st.DataObject) -> None:
    assert replay(BEFORE, data.draw(st.permutations(log))) == replay(BEFORE, log)


@given(log=logs())
def test_undoing_the_last_decision_restores_what_was_before(log: list[Decision]) -> None:
    if log:
        undo = decision(DecisionKind.UNDO, log[-1].candidate, len(log), undoes=log[-1].iri)
        assert after(*log, undo) == after(*log[:-1])


@given(log=logs())
def test_undoing_the_undoing_restores_the_decision(log: list[Decision]) -> None:
    if log:
        undo = decision(DecisionKind.UNDO, log[-1].candidate, len(log), undoes=log[-1].iri)
        again = decision(DecisionKind.UNDO, log[-1].candidate, len(log) + 1, undoes=undo.iri)
        assert after(*log, undo, again) == after(*log)


@given(order=st.permutations([ROPES, CHARTS, TIDES]))
def test_mergers_into_one_statement_commute(order: list[Iri]) -> None:
    mergers = [decision(DecisionKind.MERGE, one, at, into=ENGINES) for at, one in enumerate(order)]
    statements = after(*mergers)

    assert statements[ENGINES].voices == ALL
    assert {statements[one].into for one in order} == {ENGINES}
    assert statements == after(
        *(decision(DecisionKind.MERGE, one, at, into=ENGINES) for at, one in enumerate(NAMES[:3]))
    )


def test_a_merger_keeps_the_address_of_what_was_merged_and_gives_its_voices_away() -> None:
    statements = after(decision(DecisionKind.MERGE, TIDES, 1, into=CHARTS))

    assert (statements[TIDES].outcome, statements[TIDES].into) == (Outcome.MERGED, CHARTS)
    assert statements[TIDES].voices == frozenset()
    assert statements[CHARTS].voices == BEFORE[CHARTS].voices | BEFORE[TIDES].voices


def test_nothing_goes_into_what_was_rejected() -> None:
    reject = decision(DecisionKind.REJECT, CHARTS, 1)
    merge = decision(DecisionKind.MERGE, TIDES, 2, into=CHARTS)
    voice = voice_of(ENGINES, "tug-co")
    left = replay(BEFORE, [reject, merge, decision(DecisionKind.MOVE, ENGINES, 3, into=CHARTS, voices=(voice,))])

    assert [idle.why for idle in left.idle] == [
        "the other statement, “Read charts”, was rejected, and what goes into it would be lost"
    ] * 2
    assert left.statements[TIDES] == BEFORE[TIDES]
    assert left.statements[ENGINES] == BEFORE[ENGINES]


def test_what_was_decided_of_a_statement_goes_with_it_where_nothing_was_of_the_other() -> None:
    level = DecisionKind.LEVEL
    statements = after(
        decision(level, TIDES, 1, occupation=SAILOR, level=2, importance=3),
        decision(level, TIDES, 2, occupation=ENGINEER, level=1),
        decision(level, CHARTS, 3, occupation=SAILOR, level=5),
        decision(DecisionKind.MOVE, TIDES, 4, moved_from=JOBS[0], moved_to=JOBS[1]),
        decision(DecisionKind.MOVE, CHARTS, 5, moved_from=JOBS[1], moved_to=JOBS[2]),
        decision(DecisionKind.MERGE, TIDES, 6, into=CHARTS),
    )[CHARTS]

    assert statements.needs == (Need(SAILOR, 5, 3), Need(ENGINEER, 1))
    assert statements.moves == (JobMove(JOBS[0], JOBS[1]), JobMove(JOBS[1], JOBS[2]))


def test_a_second_level_leaves_what_it_does_not_say() -> None:
    level = DecisionKind.LEVEL
    statements = after(
        decision(level, CHARTS, 1, occupation=SAILOR, level=6),
        decision(level, CHARTS, 2, occupation=SAILOR, importance=5),
    )

    assert statements[CHARTS].needs == (Need(SAILOR, 6, 5),)


def test_what_an_occupation_does_not_need_holds_until_it_is_decided_otherwise() -> None:
    refused, level = decision(DecisionKind.NOT_NEEDED, CHARTS, 2, occupation=SAILOR), DecisionKind.LEVEL
    before = decision(level, CHARTS, 1, occupation=SAILOR, level=6)
    again = decision(level, CHARTS, 3, occupation=SAILOR, importance=5)

    assert after(before, refused)[CHARTS].needs == (Need(SAILOR, needed=False),)
    assert after(before, refused, again)[CHARTS].needs == (Need(SAILOR, importance=5),)
    assert after(before)[CHARTS].revision != after(before, refused)[CHARTS].revision


def test_what_an_occupation_does_not_need_says_nothing_of_what_it_is_merged_into() -> None:
    level, merged = DecisionKind.LEVEL, decision(DecisionKind.MERGE, TIDES, 6, into=CHARTS)
    refused = [decision(DecisionKind.NOT_NEEDED, TIDES, at, occupation=one) for at, one in ((1, SAILOR), (2, ENGINEER))]

    assert after(*refused, decision(level, CHARTS, 3, occupation=SAILOR, level=5), merged)[CHARTS].needs == (
        Need(SAILOR, 5),
    )
    assert after(
        decision(level, TIDES, 1, occupation=SAILOR, level=5),
        decision(DecisionKind.NOT_NEEDED, CHARTS, 2, occupation=SAILOR),
        merged,
    )[CHARTS].needs == (Need(SAILOR, needed=False),)


def test_from_one_job_a_statement_moves_to_one_other() -> None:
    moves = [decision(DecisionKind.MOVE, CHARTS, at, moved_from=JOBS[0], moved_to=JOBS[at]) for at in (1, 2)]
    left = replay(BEFORE, moves)

    assert left.statements[CHARTS].moves == (JobMove(JOBS[0], JOBS[1]),)
    assert [(idle.decision, idle.why) for idle in left.idle] == [
        (moves[1], "it moves from tug-co/job/Deckhand to tug-co/job/Mate already")
    ]


def test_what_moves_after_two_were_joined_is_of_the_joined_one_and_stays_with_it_when_they_part() -> None:
    merged = decision(DecisionKind.MERGE, TIDES, 1, into=CHARTS)
    moved = decision(DecisionKind.MOVE, CHARTS, 2, moved_from=JOBS[0], moved_to=JOBS[1])
    parted = decision(DecisionKind.UNDO, TIDES, 3, undoes=merged.iri)
    joined, apart = after(merged, moved), after(merged, moved, parted)

    assert joined[CHARTS].voices == {voice.iri for voice in voices() if voice.candidate in (CHARTS, TIDES)}
    assert joined[CHARTS].moves == apart[CHARTS].moves == (JobMove(JOBS[0], JOBS[1]),)
    assert apart[TIDES].moves == ()
    assert apart[TIDES].voices == {voice_of(TIDES, "ferry-co")}


def test_what_a_statement_brought_along_that_went_into_another_is_undone_by_its_own_decision() -> None:
    """From one job the joined one goes to one other: what comes later is told, and counts when the first does not."""
    brought = decision(DecisionKind.MOVE, TIDES, 1, moved_from=JOBS[0], moved_to=JOBS[1])
    merged = decision(DecisionKind.MERGE, TIDES, 2, into=CHARTS)
    later = decision(DecisionKind.MOVE, CHARTS, 3, moved_from=JOBS[0], moved_to=JOBS[2])
    undone = decision(DecisionKind.UNDO, TIDES, 4, undoes=brought.iri)

    assert [idle.decision for idle in replay(BEFORE, (brought, merged, later)).idle] == [later]
    assert after(brought, merged, later, undone)[CHARTS].moves == (JobMove(JOBS[0], JOBS[2]),)


def test_a_split_makes_a_statement_with_an_address_of_its_own() -> None:
    voice = voice_of(CHARTS, "dredge-co")
    statements = after(decision(DecisionKind.SPLIT, CHARTS, 1, into=NEW[0], voices=(voice,), wording=en("Plot")))

    assert statements[NEW[0]].voices == {voice}
    assert statements[NEW[0]].split_from == CHARTS
    assert (statements[NEW[0]].wording, statements[NEW[0]].category) == (en("Plot"), en("Deck"))
    assert statements[CHARTS].voices == {voice_of(CHARTS, "tug-co")}


def test_voices_move_to_another_statement() -> None:
    voice = voice_of(CHARTS, "dredge-co")
    statements = after(decision(DecisionKind.MOVE, CHARTS, 1, into=TIDES, voices=(voice,)))

    assert statements[TIDES].voices == {voice, voice_of(TIDES, "ferry-co")}
    assert statements[CHARTS].voices == {voice_of(CHARTS, "tug-co")}


def test_what_rests_on_a_decision_that_was_undone_is_told_and_comes_back_with_it() -> None:
    voice = voice_of(CHARTS, "dredge-co")
    log = [
        decision(DecisionKind.SPLIT, CHARTS, 1, into=NEW[0], voices=(voice,)),
        decision(DecisionKind.ACCEPT, NEW[0], 2),
        decision(DecisionKind.UNDO, CHARTS, 3, undoes=decision(DecisionKind.SPLIT, CHARTS, 1).iri),
    ]
    left = replay(BEFORE, log)

    assert [idle.decision for idle in left.idle] == [log[1]]
    assert NEW[0] not in left.statements
    back = replay(BEFORE, [*log, decision(DecisionKind.UNDO, CHARTS, 4, undoes=log[2].iri)])
    assert back.idle == ()
    assert back.statements[NEW[0]].outcome is Outcome.ACCEPTED


def test_an_undoing_of_what_comes_later_counts_for_nothing() -> None:
    early = decision(DecisionKind.UNDO, ROPES, 1, undoes=decision(DecisionKind.ACCEPT, ROPES, 2).iri)

    assert undone([early, decision(DecisionKind.ACCEPT, ROPES, 2)]) == frozenset()


def statuses(decisions: Iterable[Decision]) -> Outcome:
    return after(*decisions)[ROPES].outcome


@pytest.mark.parametrize(
    ("words", "last"), [("accept reject", Outcome.REJECTED), ("reject accept", Outcome.ACCEPTED), ("", Outcome.OPEN)]
)
def test_the_last_word_counts(words: str, last: Outcome) -> None:
    assert statuses(decision(DecisionKind[word.upper()], ROPES, at) for at, word in enumerate(words.split())) is last
