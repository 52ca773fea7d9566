"""Judgment: decisions that name what is there become reviews, and every other one is named."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from ontology.errors import NotFoundError
from ontology.identifiers import Identifiers
from ontology.records import (
    BY_HAND,
    IN_BULK,
    Competency,
    Course,
    Framework,
    Iri,
    LearningOutcome,
    Program,
    Release,
    Text,
    Verdict,
)
from ontology.report import Report
from ontology.store import KnowledgeBase
from standards.curricula import Curriculum
from standards.encoding import encoded
from standards.frameworks import read_framework
from standards.matching import Index
from standards.reviewing import Decision, ReviewedProgram, Signature, Status, judge
from standards.sssom import NO_TERM_FOUND

NOW = datetime(2025, 3, 1, 9, tzinfo=UTC)
BASE = Identifiers()
PROGRAM, COURSE = BASE.mint("program", "mill", "machining"), BASE.mint("course", "mill", "mfg-101")
WELD, READ = BASE.mint("outcome", "mill", "mfg-101", "aa11"), BASE.mint("outcome", "mill", "mfg-101", "bb22")
PIPE, PRINT, LATHE = (BASE.mint("acme", code) for code in ("A-1", "A-2", "A-3"))
DANA = Signature("Dana  Whitefeather", NOW)


def release(source: str) -> Release:
    return Release(
        iri=Iri("http://x/"),
        source=source,
        version="1",
        title=Text(value=source),
        imported=NOW,
        tool="test",
        reader="sheet",
    )


def outcome(iri: str, statement: str) -> LearningOutcome:
    return LearningOutcome(iri=Iri(iri), statement=Text(value=statement), course=Iri(COURSE))


def competency(iri: str, label: str, *others: str) -> Competency:
    framework = BASE.mint("framework", "acme")
    return Competency(
        iri=Iri(iri),
        label=Text(value=label),
        notation=iri.rsplit("/", 1)[-1],
        alt_labels=tuple(Text(value=other) for other in others),
        in_scheme=(Iri(framework),),
    )


OUTCOMES = (outcome(WELD, "Weld pipes in any position."), outcome(READ, "Read blueprints."))
COURSES = (Course(iri=Iri(COURSE), label=Text(value="Shop"), code="MFG 101", teaches=(Iri(WELD), Iri(READ))),)
CURRICULUM = Curriculum(
    Program(iri=Iri(PROGRAM), label=Text(value="Machining"), courses=(Iri(COURSE),)), COURSES, OUTCOMES, Report()
)
FRAMEWORK = (
    Framework(iri=Iri(BASE.mint("framework", "acme")), label=Text(value="Acme")),
    competency(PIPE, "Weld pipe", "Pipe welding"),
    competency(PRINT, "Read prints", "Drawing"),
    competency(LATHE, "Run a lathe", "Drawing"),
)


@pytest.fixture
def base() -> Iterator[KnowledgeBase]:
    with KnowledgeBase.in_memory() as base:
        base.replace(release("program-mill"), [], [encoded([CURRICULUM.program, *COURSES, *OUTCOMES])])
        base.replace(release("sheet-acme"), [], [encoded(FRAMEWORK)])
        yield base


def reviewed(base: KnowledgeBase) -> ReviewedProgram:
    return ReviewedProgram.of(base, CURRICULUM, "acme", Index.of(read_framework(base, "acme")))


def decision(verdict: Verdict = Verdict.ACCEPTED, **facts: str) -> Decision:
    return replace(Decision(WELD, PIPE, verdict, file="f.csv", row=2, column="decision"), **facts)  # type: ignore[arg-type]


def keep(base: KnowledgeBase, *decisions: Decision, signature: Signature = DANA) -> int:
    """Judge and store, and return how many reviews were new."""
    reviews, report = judge(reviewed(base), decisions, signature)
    assert not report.refused, report.summary()
    base.amend(base.release("program-mill"), reviews)
    return len(reviews)


def test_a_decision_becomes_a_review_that_remembers_what_was_judged(base: KnowledgeBase) -> None:
    (review,), report = judge(reviewed(base), [decision(comment="Yes.", reviewer="")], DANA)

    assert len(report) == 0
    assert (review.outcome, review.competency, review.decided, review.comment) == (WELD, PIPE, Verdict.ACCEPTED, "Yes.")
    assert (review.reviewer, review.at, review.justification) == ("Dana Whitefeather", NOW, BY_HAND)
    assert (review.statement, review.label, review.version) == ("Weld pipes in any position.", "Weld pipe", "1")
    assert (review.framework, review.release) == (BASE.mint("framework", "acme"), base.release("sheet-acme").iri)


@pytest.mark.parametrize("name", ["A-2", "a-2", "read PRINTS", PRINT])
def test_another_competency_is_found_by_code_name_or_address(base: KnowledgeBase, name: str) -> None:
    (review,), _ = judge(reviewed(base), [decision(Verdict.CHANGED, instead=name)], DANA)

    assert (review.instead, review.instead_label) == (PRINT, "Read prints")
    assert review.instead_digest != review.digest


def test_a_name_that_would_be_read_as_two_people_is_refused(base: KnowledgeBase) -> None:
    _, report = judge(reviewed(base), [decision(), decision(outcome=READ)], Signature("Dana | Ben", NOW))
    (finding,) = report

    assert report.refused
    assert (finding.code, finding.column, finding.value) == ("reviewer-with-bar", "--reviewer", "Dana | Ben")
    assert "Write the name without '|'" in finding.remedy


def test_what_nothing_had_suggested_is_accepted(base: KnowledgeBase) -> None:
    (review,), _ = judge(reviewed(base), [decision(competency="", instead="Read prints")], DANA)

    assert (review.decided, review.competency, review.instead) == (Verdict.ACCEPTED, PRINT, None)


@pytest.mark.parametrize(
    ("wrong", "code", "message"),
    [
        (decision(outcome="http://x/o"), "unknown-outcome", "the program has no such outcome"),
        (decision(competency="http://x/c"), "unknown-competency", "is not in acme 1 ('http://x/c')"),
        (decision(label="Join pipe"), "renamed-competency", "is called 'Weld pipe' in acme 1: it was renamed"),
        (decision(Verdict.CHANGED, instead="Weld pip"), "unknown-competency", "near are 'Weld pipe'"),
        (
            decision(Verdict.CHANGED, instead="Drawing"),
            "unknown-competency",
            "'Drawing' fits A-2 and A-3; give code or",
        ),
        (decision(Verdict.CHANGED, instead="A-1"), "unchanged", "change_to names the competency that was suggested"),
    ],
)
def test_what_is_not_there_is_named(base: KnowledgeBase, wrong: Decision, code: str, message: str) -> None:
    reviews, report = judge(reviewed(base), [wrong, decision(outcome=READ)], DANA)

    (finding,) = report
    assert (finding.code, finding.row, len(reviews)) == (code, 2, 1)
    assert message in str(finding)


def test_what_is_wrong_with_a_row_is_said_once_however_many_competencies_it_decides_on(base: KnowledgeBase) -> None:
    row = [decision(outcome="http://x/o", competency=iri) for iri in (PIPE, PRINT, LATHE)]

    _, report = judge(reviewed(base), [*row, replace(row[0], row=3)], DANA)

    assert [(finding.code, finding.row) for finding in report] == [("unknown-outcome", 2), ("unknown-outcome", 3)]


def test_that_nobody_decided_is_said_once_for_all_decisions(base: KnowledgeBase) -> None:
    decisions = [decision(), decision(outcome=READ), decision(competency=PRINT)]

    _, report = judge(reviewed(base), decisions, Signature(" ", NOW))

    (finding,) = report
    assert "nobody is named who took 3 decisions. Say who decides with --reviewer NAME" in str(finding)


@pytest.mark.parametrize(
    "second",
    [
        decision(Verdict.REJECTED, row="5"),
        decision(Verdict.CHANGED, row="5", instead="A-3"),
        decision(Verdict.REJECTED, row="5", competency=PRINT),
    ],
    ids=["yes and no", "yes and another", "what is put in place is rejected"],
)
def test_two_rows_that_contradict_each_other_are_named(base: KnowledgeBase, second: Decision) -> None:
    first = decision(Verdict.CHANGED, instead="A-2") if second.competency == PRINT else decision()

    _, report = judge(reviewed(base), [first, second], DANA)

    assert [finding.code for finding in report] == ["contradicting-decisions"]
    assert "row 2 decides otherwise on the same suggestion" in report.summary()


def test_that_nothing_is_right_is_a_review_of_no_term(base: KnowledgeBase) -> None:
    (review,), report = judge(reviewed(base), [decision(Verdict.UNMATCHED, competency=NO_TERM_FOUND)], DANA)

    assert len(report) == 0
    assert (review.decided, review.competency, review.label) == (Verdict.UNMATCHED, NO_TERM_FOUND, "No match")


def test_what_is_accepted_in_bulk_keeps_the_confidence_from_which(base: KnowledgeBase) -> None:
    settling = Signature("Dana", NOW, settles=True)

    (bulk, by_hand), _ = judge(reviewed(base), [replace(decision(), above=0.9), decision(outcome=READ)], settling)

    assert (bulk.justification, bulk.above, bulk.settles) == (IN_BULK, 0.9, None)
    assert (by_hand.justification, by_hand.above, by_hand.settles) == (BY_HAND, None, True)


def test_what_is_withdrawn_can_be_refused_but_not_accepted(base: KnowledgeBase) -> None:
    keep(base, decision())
    base.replace(release("sheet-acme"), [], [encoded([FRAMEWORK[0], *FRAMEWORK[2:]])])
    lee = Signature("Lee Ortiz", NOW + timedelta(1))

    _, report = judge(reviewed(base), [decision()], lee)
    assert "is no longer in acme 1" in report.summary()
    assert reviewed(base).judged("weld PIPE") == PIPE
    assert keep(base, decision(Verdict.CHANGED, instead="A-2", label="Weld pipe"), signature=lee) == 1
    # Dana's acceptance does not hold any more, so it does not dispute what Lee says.
    assert reviewed(base).reviews.state(WELD, PIPE).status is Status.CHANGED
    assert reviewed(base).reviews.state(WELD, PRINT).status is Status.PLACED


def test_the_same_said_twice_is_kept_once(base: KnowledgeBase) -> None:
    assert keep(base, decision(), decision()) == 1
    assert keep(base, decision(), signature=Signature("dana whitefeather", NOW + timedelta(1))) == 0
    assert (
        keep(base, decision(comment="Now I know why."), signature=Signature("Dana Whitefeather", NOW + timedelta(2)))
        == 1
    )


def test_by_hand_after_in_bulk_is_new_and_in_bulk_after_by_hand_is_not(base: KnowledgeBase) -> None:
    bulk = replace(decision(), above=0.9)
    later = [replace(DANA, at=NOW + timedelta(days)) for days in range(4)]

    assert [keep(base, one, signature=at) for one, at in zip((bulk, bulk), later, strict=False)] == [1, 0]
    assert keep(base, replace(decision(reviewer="Dana Whitefeather"), exchanged=True), signature=later[1]) == 0
    assert keep(base, decision(), signature=later[1]) == 1
    assert [keep(base, one, signature=later[2]) for one in (decision(), bulk)] == [0, 0]
    (stands,) = reviewed(base).reviews.state(WELD, PIPE).reviews
    assert (stands.by_hand, stands.above, stands.at) == (True, None, later[1].at)


def test_a_verdict_is_newer_than_all_before_even_if_the_clock_was_set_back(base: KnowledgeBase) -> None:
    keep(base, decision())

    assert reviewed(base).after(NOW - timedelta(1)) > NOW
    assert reviewed(base).after(NOW + timedelta(1)) == NOW + timedelta(1)


@pytest.mark.parametrize(
    ("mapping", "new"),
    [
        (decision(Verdict.REJECTED, reviewer="Dana Whitefeather"), 0),
        (decision(competency=PRINT, reviewer="Dana Whitefeather"), 0),
        (decision(Verdict.REJECTED, reviewer="Lee Ortiz"), 1),
        (decision(reviewer="Dana Whitefeather"), 1),
    ],
    ids=["of a change, the one that is out", "and the one that is in", "somebody else", "another mind"],
)
def test_a_mapping_set_says_nothing_twice(base: KnowledgeBase, mapping: Decision, new: int) -> None:
    keep(base, decision(Verdict.CHANGED, instead="A-2"))

    assert keep(base, replace(mapping, exchanged=True), signature=Signature("Lee Ortiz", NOW + timedelta(1))) == new


def test_a_mapping_set_of_before_does_not_repeat_what_was_re_opened(base: KnowledgeBase) -> None:
    keep(base, decision())
    said = replace(decision(reviewer="Dana Whitefeather"), exchanged=True)
    reworded = [FRAMEWORK[0], FRAMEWORK[1].model_copy(update={"description": Text(value="Overhead.")}), *FRAMEWORK[2:]]
    base.replace(release("sheet-acme"), [], [encoded(reworded)])

    assert keep(base, replace(said, dated="2025-03-01"), signature=Signature("Lee", NOW + timedelta(1))) == 0
    assert keep(base, replace(said, dated="2025-03-02"), signature=Signature("Lee", NOW + timedelta(1))) == 1


def test_in_a_mapping_the_course_before_a_comment_is_no_part_of_it(base: KnowledgeBase) -> None:
    ours = replace(decision(comment="MFG 101 Shop. Only flat."), exchanged=True)

    (review,), _ = judge(reviewed(base), [ours], DANA)

    assert review.comment == "Only flat."


@pytest.mark.parametrize("text", ["aa11", WELD, "Weld pipes in any position", "any position"])
def test_an_outcome_is_found_by_address_or_words(base: KnowledgeBase, text: str) -> None:
    assert reviewed(base).outcome(text) == WELD


@pytest.mark.parametrize("code", ["A-9", "a-7", "A-99"])
def test_for_a_code_that_is_none_the_nearest_codes_are_named(base: KnowledgeBase, code: str) -> None:
    with pytest.raises(NotFoundError, match=r"near are A-1 \(Weld pipe\), A-2 \(.*\), A-3 \("):
        reviewed(base).competency(code)


def test_of_many_outcomes_that_fit_three_are_named(base: KnowledgeBase) -> None:
    few = reviewed(base)
    outcomes = tuple(
        one.model_copy(update={"iri": Iri(f"{one.iri}{at}")}) for at in range(5) for one in few.curriculum.outcomes[:1]
    )
    many = replace(few, curriculum=replace(few.curriculum, outcomes=outcomes))

    with pytest.raises(
        NotFoundError, match=r"fits several outcomes: aa110 .*; aa111 .*; aa112 .* and 2 more; name one"
    ):
        many.outcome("weld")


@pytest.mark.parametrize(
    ("text", "message"), [("s", "fits several outcomes: aa11"), ("lathe", "is no outcome of Machining")]
)
def test_an_outcome_that_is_not_one_is_named(base: KnowledgeBase, text: str, message: str) -> None:
    with pytest.raises(NotFoundError, match=message):
        reviewed(base).outcome(text)
