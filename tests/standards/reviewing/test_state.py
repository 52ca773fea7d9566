"""The state of a review: every suggestion and everything that people spoke of, with who said what."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ontology.records import IN_BULK, Verdict
from standards.reviewing import ReviewState, Status
from standards.sssom import NO_TERM_FOUND

if TYPE_CHECKING:
    from tests.standards.reviewing.conftest import Shop

YES, NO, OTHER, NONE = Verdict.ACCEPTED, Verdict.REJECTED, Verdict.CHANGED, Verdict.UNMATCHED
WELD, READ, TURN = "Weld pipes in the flat position.", "Read blueprints of assemblies.", "Turn shafts on a lathe."


def test_the_state_says_where_everything_stands(shop: Shop, state_of: Callable[..., ReviewState]) -> None:
    shop.judged(WELD, "Weld pipe", YES, 1, comment="Of course.")
    shop.judged(WELD, "Weld pipe", NO, 2, reviewer="Lee")
    shop.judged(READ, "Weld pipe", OTHER, 3, instead="Read blueprints")
    shop.judged(TURN, "Operate a lathe", YES, 4, reviewer="Lee", justification=IN_BULK, above=0.9)

    state = state_of((READ, "Operate a lathe", 0.3))

    assert [(line.statement, line.label, line.status, line.confidence) for line in state.lines] == [
        (WELD, "Weld pipe", Status.DISPUTED, None),
        (READ, "Weld pipe", Status.CHANGED, None),
        (READ, "Read blueprints", Status.PLACED, None),
        (READ, "Operate a lathe", Status.PROPOSED, 0.3),
        (TURN, "Operate a lathe", Status.ACCEPTED, None),
    ]
    assert [line.words for line in state.lines] == [
        "reviewers disagree: accepted by Dana, 2025-03-01; rejected by Lee, 2025-03-01",
        "changed to 'Read blueprints' by Dana, 2025-03-01",
        "put in place of 'Weld pipe' by Dana, 2025-03-01",
        "proposed",
        "accepted in bulk above 0.90 by Lee, 2025-03-01",
    ]
    assert str(state.lines[0].said[0]) == "Dana accepted (2025-03-01, 'Of course.')"
    assert [(t.reviewer, t.accepted, t.rejected, t.changed, t.in_bulk) for t in state.reviewers] == [
        ("Dana", 1, 0, 1, 0),
        ("Lee", 1, 1, 0, 1),
    ]


def test_all_who_accepted_are_named(shop: Shop, state_of: Callable[..., ReviewState]) -> None:
    shop.judged(WELD, "Weld pipe", YES, 1)
    shop.judged(WELD, "Weld pipe", YES, 30, reviewer="Lee")
    shop.judged(WELD, "Weld pipe", YES, 31, reviewer="Ann", justification=IN_BULK)

    (line,) = state_of().lines

    assert line.words == "accepted by Dana and Lee, 2025-03-02; accepted in bulk by Ann, 2025-03-02"


def test_that_nothing_matches_stands_until_something_does(shop: Shop, state_of: Callable[..., ReviewState]) -> None:
    shop.judged(TURN, "", NONE, 1, comment="Our lathes are gone.")

    (line,) = state_of().lines
    assert (line.label, line.status, line.competency) == ("No match", Status.UNMATCHED, NO_TERM_FOUND)
    assert line.words == "found to match nothing by Dana, 2025-03-01"
    assert state_of().reviewers[0].unmatched == 1

    shop.judged(TURN, "Weld pipe", NO, 2)
    assert [line.status for line in state_of().lines] == [Status.UNMATCHED, Status.REJECTED]
    assert [line.status for line in state_of((TURN, "Operate a lathe", 0.8)).lines] == [
        Status.REJECTED,
        Status.PROPOSED,
    ]


def test_what_is_re_opened_has_the_label_that_was_judged(shop: Shop, state_of: Callable[..., ReviewState]) -> None:
    shop.judged(TURN, "Operate a lathe", YES)
    shop.list_skills("Operate a lathe", "Run a lathe")

    (line,) = state_of().lines

    assert (line.label, line.status) == ("Operate a lathe", Status.REOPENED)
    assert line.words == "to be reviewed again (withdrawn in acme 2); before: accepted by Dana, 2025-03-01"


def test_a_verdict_that_another_settled_is_told_beside_its_reviewer(
    shop: Shop, state_of: Callable[..., ReviewState]
) -> None:
    shop.judged(WELD, "Weld pipe", NO, 1, reviewer="Lee")
    shop.judged(WELD, "Weld pipe", YES, 2, reviewer="Dana")
    shop.judged(WELD, "Weld pipe", YES, 3, reviewer="Dana", settles=True)

    assert [(t.reviewer, t.accepted, t.rejected, t.settled) for t in state_of().reviewers] == [
        ("Dana", 1, 0, 0),
        ("Lee", 0, 0, 1),
    ]


def test_what_is_rejected_because_nothing_matches_is_no_verdict_of_its_own(
    shop: Shop, state_of: Callable[..., ReviewState]
) -> None:
    nothing = shop.judged(TURN, "", NONE, 1)
    shop.judged(TURN, "Operate a lathe", NO, 2, at=nothing.at)
    shop.judged(READ, "Weld pipe", NO, 3, at=nothing.at)

    (dana,) = state_of().reviewers
    assert (dana.unmatched, dana.rejected, dana.verdicts) == (1, 1, 2)
