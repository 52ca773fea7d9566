"""Lots: the same rows are drawn whatever their order, and a new suggestion changes no other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.lots import LONGEST, Row, draw, shown

ROWS = [Row(f"outcome {number}", f"concept {number % 7}", number / 100) for number in range(60)]


@given(st.permutations(ROWS))
def test_order_does_not_matter(rows: list[Row]) -> None:
    assert draw(rows) == draw(ROWS)


def test_each_is_drawn_once() -> None:
    assert len(draw(ROWS[:3] * 2, 20)) == 3


def test_another_suggestion_changes_at_most_one_row() -> None:
    other = [Row(ROWS[0].outcome, "another", 0.9), *ROWS[1:]]
    assert len(set(draw(ROWS)) - set(draw(other))) <= 1


def test_confidence_and_verdict_do_not_change_a_lot() -> None:
    assert Row("a", "b", 0.4).lot == Row("a", "b", 0.9, verdict="right").lot


def test_what_is_nearest_does_not_change_the_lot_of_what_is_unmatched() -> None:
    assert Row("a", "b", 0.3, matched=False).lot == Row("a", "c", 0.2, matched=False).lot
    assert Row("a", "b", 0.3, matched=False).lot != Row("a", "b", 0.3).lot


@pytest.mark.parametrize("length", [LONGEST - 1, LONGEST + 1, 4 * LONGEST])
def test_long_outcomes_are_cut_between_words(length: int) -> None:
    said = shown(("word " * length)[:length].strip())
    assert len(said) < LONGEST
    assert said.endswith(" …") == (length >= LONGEST)
    assert set(said.removesuffix(" …").split()[:-1]) == {"word"}
