"""Re-opening: what a new release of a framework does to the verdicts on what it touches, and on nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ontology.records import Review, Verdict
from standards.reviewing import PairState, Reviews, Status

if TYPE_CHECKING:
    from tests.standards.reviewing.conftest import Shop

YES, NO, OTHER = Verdict.ACCEPTED, Verdict.REJECTED, Verdict.CHANGED
PROGRAM = "http://localhost:8000/id/program/mill-college/machining"
WELD, READ, TURN = "Weld pipes in the flat position.", "Read blueprints of assemblies.", "Turn shafts on a lathe."


def stand(shop: Shop, review: Review, framework: str = "") -> PairState:
    return Reviews.of(shop.base, PROGRAM, framework).state(review.outcome, review.competency)


def test_a_release_that_changes_nothing_re_opens_nothing(shop: Shop) -> None:
    review = shop.judged(WELD, "Weld pipe", YES)

    shop.list_skills("By hand.", "By hand or by wire.")

    assert stand(shop, review) == PairState(Status.ACCEPTED, (review,))


def test_a_new_release_re_opens_what_it_touches_and_nothing_else(shop: Shop) -> None:
    weld = shop.judged(WELD, "Weld pipe", YES, 1)
    read = shop.judged(READ, "Read blueprints", NO, 2)

    shop.list_skills("In the flat position.", "In any position.")

    assert stand(shop, weld) == PairState(Status.REOPENED, (weld,), "described anew in acme 2")
    assert stand(shop, read) == PairState(Status.REJECTED, (read,))
    assert stand(shop, weld, "acme@1") == PairState(Status.ACCEPTED, (weld,))


def test_all_whose_verdicts_no_longer_hold_are_named(shop: Shop) -> None:
    dana, lee = shop.judged(WELD, "Weld pipe", YES, 1), shop.judged(WELD, "Weld pipe", YES, 2, reviewer="Lee")

    shop.list_skills("In the flat position.", "In any position.")

    assert stand(shop, dana).reviews == (dana, lee)


def test_what_was_accepted_and_is_withdrawn_is_re_opened(shop: Shop) -> None:
    turn = shop.judged(TURN, "Operate a lathe", YES)

    shop.list_skills("Operate a lathe", "Run a lathe")

    assert stand(shop, turn) == PairState(Status.REOPENED, (turn,), "withdrawn in acme 2")


def test_what_was_refused_and_is_withdrawn_stays_refused(shop: Shop) -> None:
    rejected = shop.judged(TURN, "Operate a lathe", NO, 1)
    changed = shop.judged(READ, "Operate a lathe", OTHER, 2, instead="Read blueprints")

    shop.list_skills("Operate a lathe", "Run a lathe")

    assert stand(shop, rejected).status is Status.REJECTED
    assert stand(shop, changed).status is Status.CHANGED


def test_a_change_is_re_opened_where_what_it_put_in_place_is_touched(shop: Shop) -> None:
    changed = shop.judged(READ, "Operate a lathe", OTHER, 2, instead="Read blueprints")

    shop.list_skills("Of parts and assemblies.", "Of buildings.")

    assert stand(shop, changed).why == "'Read blueprints', put in its place, was described anew in acme 2"


def test_who_judges_the_new_wording_closes_it_again(shop: Shop) -> None:
    shop.judged(WELD, "Weld pipe", YES, 1)
    shop.list_skills("In the flat position.", "In any position.")

    again = shop.judged(WELD, "Weld pipe", NO, 2)

    assert stand(shop, again) == PairState(Status.REJECTED, (again,))
