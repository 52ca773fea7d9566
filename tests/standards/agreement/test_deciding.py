"""Decisions are judged against what there is now, and kept all or not at all; nobody overwrites anybody."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from ontology.errors import ConflictError, InputError, NotFoundError, RefusedError
from ontology.namespaces import LW, RDFS
from ontology.records import Decider, DecisionKind, Iri, Text
from ontology.shown import is_kept_back
from ontology.store import KnowledgeBase
from standards.agreement import (
    Motion,
    Need,
    Outcome,
    Signature,
    Stance,
    Status,
    account,
    decide,
    read_agreement,
    speak,
    undo,
)
from standards.agreement.places import is_place
from tests.standards.agreement.conftest import (
    CHARTS,
    DANA,
    ENGINEER,
    ENGINES,
    NOON,
    ROPES,
    SAILOR,
    SLUG,
    TIDES,
    candidates,
    firm,
    store,
    voice_of,
    voices,
)

Move = Callable[..., Motion]
Say = Callable[..., Stance]


def codes(error: pytest.ExceptionInfo[RefusedError]) -> list[tuple[str, int | None]]:
    return [(finding.code, finding.row) for finding in error.value.report]


def test_a_batch_is_decided_one_after_the_other_and_kept(base: KnowledgeBase, move: Move) -> None:
    motions = [
        move(TIDES, "merge", into=CHARTS, reason="Both are navigation"),
        move(CHARTS, "accept", wording="Read charts and tide tables", label="Charts"),
        move(CHARTS, "level", occupation="53-5011.00", level="3,5", importance="4", relation="essential"),
        move(ENGINES, "reject", reason="Not on deck"),
    ]
    decided = decide(base, SLUG, motions, DANA)
    now = read_agreement(base, SLUG)

    assert now.statements == decided.agreement.statements
    charts = now.statements[CHARTS]
    assert (str(charts.wording), str(charts.label), charts.outcome) == (
        "Read charts and tide tables",
        "Charts",
        Outcome.ACCEPTED,
    )
    assert voice_of(TIDES, "ferry-co") in charts.voices
    assert [(need.occupation, need.level, need.importance) for need in charts.needs] == [(SAILOR, 3.5, 4)]
    assert now.statements[ENGINES].outcome is Outcome.REJECTED
    assert [one.decided for one in decided.decisions] == [
        DecisionKind.MERGE,
        DecisionKind.ACCEPT,
        DecisionKind.LEVEL,
        DecisionKind.REJECT,
    ]
    assert {one.by for one in decided.decisions} == {"Dana Whitefeather"}
    assert is_kept_back(base, base.release("agreement-harbor"))


def test_what_is_accepted_gets_the_code_of_what_it_stands_for_or_the_next_one(base: KnowledgeBase, move: Move) -> None:
    decide(base, SLUG, [move(one, "accept") for one in (ROPES, CHARTS, ENGINES)], DANA)
    statements = read_agreement(base, SLUG).statements

    assert [statements[one].code for one in (ROPES, CHARTS, ENGINES)] == ["HT-1", "HT-2", "HT-ENG-01"]


def test_no_code_is_used_again_even_where_its_decision_was_undone(base: KnowledgeBase, move: Move) -> None:
    first = decide(base, SLUG, [move(CHARTS, "accept")], DANA).decisions[0]
    undo(base, SLUG, first.iri, DANA, "Too early")
    decide(base, SLUG, [move(TIDES, "accept")], DANA)
    with pytest.raises(RefusedError) as error:
        decide(base, SLUG, [move(ENGINES, "accept", code="HT-2", row=3)], DANA)

    assert read_agreement(base, SLUG).statements[TIDES].code == "HT-3"
    assert codes(error) == [("code-taken", 3)]
    (finding,) = error.value.report
    assert finding.message == "it is, or was, the code of “Read charts”, and no code is used for two things"


def test_the_second_of_two_people_is_told_and_nothing_is_overwritten(base: KnowledgeBase, move: Move) -> None:
    mine, theirs = move(CHARTS, "reject", reason="Old"), move(CHARTS, "reword", wording="Read electronic charts")
    decide(base, SLUG, [theirs], Signature("Ana", at=NOON))
    other = move(ROPES, "accept")
    with pytest.raises(ConflictError) as error:
        decide(base, SLUG, [other, mine], Signature("Ben"))

    (finding,) = error.value.report
    assert "Ana decided “reword” on 2026-03-01 at 12:00 UTC" in finding.message
    assert "Read electronic charts" in finding.message
    assert finding.remedy.startswith("Look at it as it is now")
    now = read_agreement(base, SLUG)
    assert now.statements[CHARTS].outcome is now.statements[ROPES].outcome is Outcome.OPEN
    assert len(now.log.decisions) == 1


def test_what_an_occupation_does_not_need_is_decided_by_its_name_alone(base: KnowledgeBase, move: Move) -> None:
    motions = [
        move(CHARTS, "Needed no more", row=2),
        move(CHARTS, "not needed", occupation="53-5011.00", level="3", row=3),
        move(CHARTS, "not needed", occupation="99-9999.99", row=4),
    ]
    with pytest.raises(RefusedError) as error:
        decide(base, SLUG, motions, DANA)
    kept = decide(base, SLUG, [move(CHARTS, "not needed", occupation="53-5011.00", reason="Nobody has charts")], DANA)

    assert codes(error) == [("unfitting-decision", 2), ("unfitting-value", 3), ("unknown-place", 4)]
    assert kept.decisions[0].decided.word == "not needed"
    assert kept.agreement.statements[CHARTS].needs == (Need(SAILOR, needed=False),)


def test_all_that_is_wrong_is_told_and_nothing_is_kept(base: KnowledgeBase, move: Move) -> None:
    motions = [
        move(ROPES, "accept", row=2),
        move(CHARTS, "perhaps", row=3),
        move(CHARTS, "reject", row=4),
        move(TIDES, "level", occupation="53-5011.00", level="9", row=5),
        move(TIDES, "accept", level="3", row=6),
        move(ENGINES, "merge", row=7),
        move(ENGINES, "merge", into="nowhere", row=8),
        move(ENGINES, "level", occupation="53-5011.00", relation="vital", row=9),
        move(ENGINES, "split", voices="tug-co | dredge-co", row=10),
        Motion("unheard-of", "accept", row=11),
        Motion(ENGINES, "accept", row=12),
        move(ENGINES, "level", occupation="99-9999.99", level="3", row=13),
        Motion(TIDES, "level", "0" * 12, occupation="53-5011.00", level="9", row=14),
        move(ENGINES, "move", moved_from="Deckhand", moved_to="53-5011.00", row=15),
        move(CHARTS, "split", voices="Dredge Co | Ferry Co", row=16),
        move(CHARTS, "move", into=TIDES, row=17),
    ]
    with pytest.raises(RefusedError) as error:
        decide(base, SLUG, motions, DANA)

    assert codes(error) == [
        ("unknown-decision", 3),
        ("no-reason", 4),
        ("malformed-value", 5),
        ("unfitting-value", 6),
        ("unfitting-decision", 7),
        ("unknown-statement", 8),
        ("unknown-value", 9),
        ("unfitting-decision", 10),
        ("unknown-statement", 11),
        ("no-revision", 12),
        ("unknown-place", 13),
        ("changed-meanwhile", 14),
        ("malformed-value", 14),
        ("unknown-place", 15),
        ("unknown-voice", 16),
        ("no-voice", 17),
    ]
    told = [str(finding) for finding in error.value.report]
    assert "decision, Read charts: no such decision ('perhaps')" in told[0].replace(CHARTS, "Read charts")
    assert told[10].endswith("Write one of: Sailors (53-5011.00); Ship Engineers (53-5031.00)")
    assert told[13].endswith("Write one of: ferry-co/job/Deckhand; tug-co/job/Deckhand")
    assert told[14].endswith("are named so ('Ferry Co'). Write one or more of: Dredge Co, Tug Co, with | between them")
    assert "it is not said whose words move" in told[15]
    assert read_agreement(base, SLUG).log.decisions == ()


def test_a_wording_stands_for_a_revision_as_long_as_nothing_was_decided(base: KnowledgeBase) -> None:
    decide(base, SLUG, [Motion(CHARTS, "accept", seen="Read charts")], DANA)
    with pytest.raises(RefusedError) as error:
        decide(
            base,
            SLUG,
            [Motion(CHARTS, "accept", seen="Read charts", code="HT-7"), Motion(TIDES, "accept", seen="Tides")],
            DANA,
        )

    assert codes(error) == [("no-revision", None), ("changed-meanwhile", None)]
    assert "Dana Whitefeather decided “accept” on" in str(error.value)
    assert "since then its wording alone does not say what was seen of it" in str(error.value)


def test_a_wording_of_before_names_its_statement_and_a_near_one_is_offered(base: KnowledgeBase, move: Move) -> None:
    decide(base, SLUG, [move(CHARTS, "reword", wording="Read electronic charts")], DANA)
    motions = [Motion("", "accept", seen="Read charts"), Motion("", "accept", seen="Read the tide tables")]
    with pytest.raises(RefusedError) as error:
        decide(base, SLUG, motions, DANA)
    before, near = error.value.report

    assert (before.code, near.code) == ("no-revision", "unknown-statement")
    assert near.remedy == f"Is “Read tide tables” meant? Its address is {TIDES}"


def test_after_the_first_decision_code_and_revision_are_offered_and_name_a_statement(base: KnowledgeBase) -> None:
    decide(base, SLUG, [Motion(CHARTS, "accept", seen="Read charts", code="HT-7")], DANA)
    motions = [Motion("", "reject", seen="Read charts", reason="Old"), Motion("", "reject", seen="Read the charts")]
    with pytest.raises(RefusedError) as error:
        decide(base, SLUG, motions, DANA)
    now = read_agreement(base, SLUG).statements[CHARTS].revision[:12]
    alone, near = error.value.report
    assert alone.remedy.endswith(
        f"where “Read charts” is what you mean, write HT-7 into `address` and {now} into `revision`"
    )
    assert near.remedy == f"Is “Read charts” meant? Its code is HT-7, its address is {CHARTS}"

    decide(base, SLUG, [Motion("HT-7", "reject", revision=now, reason="Old")], DANA)
    assert str(read_agreement(base, SLUG).statements[CHARTS].outcome) == "rejected"


def test_a_file_that_is_sent_twice_is_kept_once(base: KnowledgeBase, move: Move) -> None:
    motions = [
        move(CHARTS, "accept", wording="Read all charts", reason="Yes"),
        move(CHARTS, "level", occupation="53-5011.00", level="3,5"),
        move(ENGINES, "split", voices="Dredge Co"),
        Motion("", "merge", seen="Read tide tables", into=ROPES),
    ]
    first = decide(base, SLUG, motions, DANA)
    again = decide(base, SLUG, [*motions, move(ROPES, "accept")], DANA)

    assert (first.repeated, len(first.decisions)) == (0, 4)
    assert (again.repeated, [one.candidate for one in again.decisions]) == (4, [ROPES])


@pytest.mark.parametrize(
    "other",
    [
        {"reason": "No"},
        {"level": "high"},
        {"level": "4"},
        {"importance": "2"},
        {"occupation": "53-5031.00"},
        {"relation": "optional"},
        {"into": TIDES},
        {"voices": "Tug Co"},
        {"wording": "Else"},
    ],
)
def test_what_is_otherwise_than_what_was_decided_is_not_taken_for_it(
    base: KnowledgeBase, move: Move, other: dict[str, str]
) -> None:
    said = {"occupation": "53-5011.00", "level": "3", "relation": "essential", "reason": "Yes"}
    stale = move(CHARTS, "level", **{**said, **other})
    decide(base, SLUG, [move(CHARTS, "level", **said)], DANA)
    with pytest.raises(ConflictError):
        decide(base, SLUG, [stale], DANA)


def test_what_was_undone_is_decided_again(base: KnowledgeBase, move: Move) -> None:
    motion = move(CHARTS, "accept")
    undo(base, SLUG, decide(base, SLUG, [motion], DANA).decisions[0].iri, DANA, "Too early")

    assert decide(base, SLUG, [motion], DANA).repeated == 0


def test_no_code_is_given_twice_within_one_file(base: KnowledgeBase, move: Move) -> None:
    motions = [move(CHARTS, "accept"), move(CHARTS, "reword", code="ZZ-9"), move(TIDES, "accept")]
    assert [one.code for one in decide(base, SLUG, motions, DANA).decisions] == ["HT-2", "ZZ-9", "HT-3"]
    taken = [
        move(ENGINES, "accept", code="QQ-1"),
        move(ENGINES, "reword", code="QQ-2"),
        move(ROPES, "accept", code="QQ-1"),
    ]
    with pytest.raises(RefusedError, match="no code is used for two things"):
        decide(base, SLUG, taken, DANA)


def test_what_is_split_off_has_the_language_of_the_words_that_it_takes(base: KnowledgeBase, move: Move) -> None:
    spoken = [
        one.model_copy(update={"words": Text(value="Leer cartas", language="es")})
        if one.iri == voice_of(CHARTS, "dredge-co")
        else one
        for one in voices()
    ]
    store(base, f"proposal-{SLUG}", "1", "proposal", [*candidates(), *spoken])
    (split,) = decide(base, SLUG, [move(CHARTS, "split", voices="Dredge Co")], DANA).decisions

    assert split.wording == Text(value="Leer cartas", language="es")


def test_a_standard_without_occupations_takes_any_code_of_one(base: KnowledgeBase, move: Move) -> None:
    agreement = replace(read_agreement(base, SLUG), occupations={})
    asked = [(text, is_place(agreement, base.identifiers, text, jobs=False)) for text in ("99-9999.99", "Deckhand")]

    assert asked == [("99-9999.99", True), ("Deckhand", False)]
    assert not is_place(agreement, base.identifiers, "tug-co/job/Deckhand", jobs=False)
    assert is_place(agreement, base.identifiers, "tug-co/job/Deckhand", jobs=True)


@pytest.mark.parametrize(
    "written", ["53-5031.00", "53-5031", "Ship Engineers (53-5031.00)", "ship engineers  (53-5031.00)"]
)
def test_an_occupation_is_read_as_tables_and_lists_write_it(base: KnowledgeBase, move: Move, written: str) -> None:
    """Written again in another of these ways, the same is not decided twice."""
    level = move(ROPES, "level", occupation=written, level="2")
    (decided,) = decide(base, SLUG, [level], DANA).decisions
    again = decide(base, SLUG, [replace(level, occupation="53-5031.00")], DANA)

    assert decided.occupation == ENGINEER
    assert (again.decisions, again.repeated) == ((), 1)


@pytest.mark.parametrize("written", ["Sailors (53-5031.00)", "53-9999", "53-5031.01"])
def test_what_means_no_occupation_of_the_standard_is_refused(base: KnowledgeBase, move: Move, written: str) -> None:
    """A title that is another occupation's than the code, too."""
    with pytest.raises(RefusedError) as error:
        decide(base, SLUG, [move(ROPES, "level", occupation=written, level="2")], DANA)

    assert [(one.code, one.value) for one in error.value.report] == [("unknown-place", written)]


def test_a_soc_code_of_two_occupations_of_the_standard_means_neither(base: KnowledgeBase) -> None:
    chief = Iri(f"{ENGINEER.removesuffix('00')}01")
    agreement = read_agreement(base, SLUG)
    both = replace(agreement, occupations={**agreement.occupations, chief: "Chief Engineers (53-5031.01)"})

    assert is_place(agreement, base.identifiers, "53-5031", jobs=False)
    assert not is_place(both, base.identifiers, "53-5031", jobs=False)


def test_a_statement_may_be_named_by_its_wording(base: KnowledgeBase) -> None:
    decide(base, SLUG, [Motion("", "merge", seen="Read tide tables", into="Read charts")], DANA)

    assert read_agreement(base, SLUG).statements[TIDES].into == CHARTS


def test_a_statement_is_split_by_naming_a_firm(base: KnowledgeBase, move: Move) -> None:
    (split,) = decide(base, SLUG, [move(CHARTS, "split", voices="Dredge Co")], DANA).decisions
    statements = read_agreement(base, SLUG).statements

    assert split.into is not None
    assert str(statements[split.into].wording) == "Chart reading"
    assert statements[split.into].voices == {voice_of(CHARTS, "dredge-co")}
    assert statements[CHARTS].voices == {voice_of(CHARTS, "tug-co")}


def test_what_is_merged_is_told_by_its_wording(base: KnowledgeBase, move: Move) -> None:
    decide(base, SLUG, [move(CHARTS, "accept"), move(TIDES, "merge", into=CHARTS)], DANA)
    with pytest.raises(RefusedError) as decided:
        decide(base, SLUG, [move(TIDES, "accept")], DANA)
    with pytest.raises(RefusedError) as said:
        speak(base, SLUG, [Stance("tug-co", TIDES, "endorse")], DANA)

    assert [one.message for one in decided.value.report] == ["it was merged into “Read charts” (HT-2)"]
    assert [one.message for one in said.value.report] == ["“Read tide tables” was merged into “Read charts” (HT-2)"]


def test_what_rests_on_what_is_undone_is_told(base: KnowledgeBase, move: Move) -> None:
    (split,) = decide(base, SLUG, [move(CHARTS, "split", voices="Dredge Co")], DANA).decisions
    assert split.into is not None
    (accepted,) = decide(base, SLUG, [move(split.into, "accept")], DANA).decisions
    left = undo(base, SLUG, split.iri.rsplit("/", 1)[-1][:10], DANA, "They mean the same")
    again = undo(base, SLUG, left.decisions[0].iri, DANA, "They do not")

    assert [idle.decision.iri for idle in left.idle] == [accepted.iri]
    (told,) = account(left.agreement).idle
    name = accepted.iri.rsplit("/", 1)[-1][:8]
    said = f"accept of “Chart reading”, decided by Dana Whitefeather on {accepted.at:%Y-%m-%d} ({name}): "
    assert told == f"{said}there is no such statement in the proposal any more"
    assert split.into not in left.agreement.statements
    assert again.idle == ()
    assert read_agreement(base, SLUG).statements[split.into].outcome is Outcome.ACCEPTED


@pytest.mark.parametrize("reason", ["", "Again"])
def test_an_undoing_says_why_and_happens_once(base: KnowledgeBase, move: Move, reason: str) -> None:
    (one,) = decide(base, SLUG, [move(CHARTS, "accept")], DANA).decisions
    if reason:
        undo(base, SLUG, one.iri, DANA, "Too early")
    with pytest.raises(InputError, match="nothing left to do" if reason else "--reason"):
        undo(base, SLUG, one.iri, DANA, reason)


def test_a_decision_that_is_not_there_is_not_undone(base: KnowledgeBase) -> None:
    with pytest.raises(NotFoundError, match="is no decision here"):
        undo(base, SLUG, "abc", DANA, "Why")


def test_a_rewording_asks_those_who_have_spoken_again(base: KnowledgeBase, move: Move, say: Say) -> None:
    decide(base, SLUG, [move(CHARTS, "accept")], DANA)
    speak(base, SLUG, [say(name, CHARTS, "endorse") for name in ("tug-co", "ferry-co")], DANA)
    assert read_agreement(base, SLUG).tallies[CHARTS].status is Status.AGREED
    decide(base, SLUG, [move(CHARTS, "reword", wording="Read electronic charts")], DANA)
    tally = read_agreement(base, SLUG).tallies[CHARTS]

    assert tally.status is Status.ACCEPTED
    assert [one.organization for one in tally.outdated] == [firm("ferry-co"), firm("tug-co")]


def test_someone_speaks_for_a_member_only(base: KnowledgeBase, move: Move) -> None:
    (one,) = decide(base, SLUG, [move(CHARTS, "accept")], Signature("Dana", "Tug Co")).decisions
    with pytest.raises(NotFoundError, match="members are"):
        decide(base, SLUG, [move(TIDES, "accept")], Signature("Dana", "Nobody"))

    assert one.on_behalf_of == firm("tug-co")
    with pytest.raises(InputError, match="nobody is named"):
        Signature(" ")


def test_the_log_says_as_prov_does_who_acted_and_for_whom(base: KnowledgeBase, move: Move, say: Say) -> None:
    """One who speaks for two firms is two agents, and one who convenes acts for nobody."""
    decide(base, SLUG, [move(CHARTS, "accept"), move(TIDES, "accept")], DANA)
    done = decide(base, SLUG, [move(ENGINES, "accept")], Signature("Ana Ortiz", "Tug Co", NOON)).decisions
    undo(base, SLUG, done[0].iri, Signature("Ana Ortiz", "Tug Co", NOON), "Too early")
    speak(base, SLUG, [say(name, CHARTS, "endorse") for name in ("tug-co", "ferry-co")], Signature("Ana  Ortiz"))
    query = f"""SELECT ?name ?firm ?kind (COUNT(?activity) AS ?number) {{
        ?activity a prov:Activity, ?kind ; <{LW.decider}> ?person FILTER(?kind != prov:Activity)
        ?person a prov:Person ; <{RDFS.label}> ?name OPTIONAL {{ ?person prov:actedOnBehalfOf ?firm }}
    }} GROUP BY ?name ?firm ?kind"""
    log = base.release(f"agreement-{SLUG}")

    assert {tuple(row) for row in base.rows(query, [log.iri])} == {
        ("Dana Whitefeather", "", str(LW.Decision), "2"),
        ("Ana Ortiz", firm("tug-co"), str(LW.Decision), "2"),
        ("Ana Ortiz", firm("tug-co"), str(LW.Endorsement), "1"),
        ("Ana Ortiz", firm("ferry-co"), str(LW.Endorsement), "1"),
    }
    assert len(list(base.records(log, Decider))) == 3


def test_nobody_signs_for_a_day_that_is_to_come(base: KnowledgeBase, move: Move) -> None:
    """It would stand before all that is decided until then; the clock of another machine may be some hours ahead."""
    now = datetime.now(UTC)
    with pytest.raises(InputError) as ahead:
        Signature("Dana Whitefeather", at=now + timedelta(days=2))
    with pytest.raises(InputError) as unzoned:
        Signature("Dana", at=NOON.replace(tzinfo=None))
    (one,) = decide(base, SLUG, [move(CHARTS, "accept")], Signature("Dana", at=now + timedelta(hours=20))).decisions

    said = f"{(now + timedelta(days=2)).isoformat()}, when Dana Whitefeather signs, is more than a day from now"
    assert str(ahead.value).startswith(said)
    assert str(ahead.value).endswith("correct the moment, or the clock of this machine")
    assert str(unzoned.value).endswith("when Dana signs, has no time zone; give one: 2026-03-01T12:00:00+00:00")
    assert one.at > now + timedelta(hours=20)


def test_nothing_is_decided_of_what_nobody_proposed(base: KnowledgeBase) -> None:
    with pytest.raises(NotFoundError, match="nothing is proposed for 'river'"):
        decide(base, "river", [Motion(Iri("http://x/1"), "accept")], DANA)


def test_of_many_occupations_it_is_said_how_many_more_there_are(
    base: KnowledgeBase, move: Move, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("standards.agreement.places.SHOWN", 1)
    with pytest.raises(RefusedError, match=r"Write one of: Sailors \(53-5011\.00\); and 1 more"):
        decide(base, SLUG, [move(ROPES, "level", occupation="Line Cook", level="2")], DANA)
