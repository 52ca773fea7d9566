"""Carryover: what people decided stays when a program is imported again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ontology.records import Verdict
from standards.reviewing import Reviews, Status, kept_reviews

if TYPE_CHECKING:
    from tests.standards.reviewing.conftest import Shop

YES, NO = Verdict.ACCEPTED, Verdict.REJECTED
PROGRAM = "http://localhost:8000/id/program/mill-college/machining"
WELD, READ = "Weld pipes in the flat position.", "Read blueprints of assemblies."


def test_a_reimport_keeps_reviews_and_says_which_are_history(shop: Shop) -> None:
    first, second = shop.judged(WELD, "Weld pipe", YES, 1), shop.judged(READ, "Read blueprints", NO, 2)

    found = shop.put_program(READ, "Interpret prints.")

    assert found[-2:] == [
        "1 of 2 reviews hold for outcomes that are still there",
        "1 reviews are of 1 outcomes that were removed or reworded; they stay as history",
    ]
    reviews = Reviews.of(shop.base, PROGRAM)
    assert (reviews.kept, reviews.history) == ((first, second), (second,))
    assert reviews.state(first.outcome, first.competency).status is Status.ACCEPTED


def test_a_new_version_takes_the_reviews_of_the_one_before(shop: Shop) -> None:
    review = shop.judged(WELD, "Weld pipe", YES)

    shop.put_program("Turn shafts", "Turn long shafts", "2")

    assert shop.base.release("program-machining").version == "2"
    assert Reviews.of(shop.base, PROGRAM).kept == (review,)
    assert kept_reviews(shop.base, "program-machining") == [review]


def test_an_import_that_fails_keeps_the_reviews_as_they_are(shop: Shop) -> None:
    review = shop.judged(WELD, "Weld pipe", YES)

    with pytest.raises(ValueError, match="there is no such column"):
        shop.put_program("Learning outcome", "Nothing")

    assert Reviews.of(shop.base, PROGRAM).kept == (review,)
