"""The state is the log, replayed: whatever is decided, in whatever order, no voice is lost or doubled."""

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology.records import Decision, DecisionKind, Iri
from standards.agreement import Outcome, proposed, replay
from standards.agreement.log import undone
from standards.agreement.replay import Statements
from tests.standards.agreement.conftest import (
    CHARTS,
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
