"""What is seen in two statements, and what follows from it."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from standards.harmonizing.height import Height, height, rank
from standards.harmonizing.judge import JUDGE
from standards.harmonizing.likeness import VIEWS, Judge, Likeness, chance
from standards.harmonizing.saying import plain, said
from standards.harmonizing.texts import Texts

SAID = (
    "Calibrates pressure transmitters",
    "Calibrating pressure transmitters",
    "Calibrates pressure and flow transmitters and positioners",
    "Runs the payroll",
    "Leads the calibration of pressure transmitters",
    "Shop math",
)


@pytest.fixture(scope="module")
def likeness() -> Likeness:
    return Likeness(Texts.of(SAID), JUDGE)


def seen(likeness: Likeness, one: int, other: int) -> dict[str, float]:
    (row,) = likeness.seen(np.array([one]), np.array([other]))
    return dict(zip(VIEWS, map(float, row), strict=True))


def test_the_odds_are_the_weighed_sum_of_what_is_seen() -> None:
    judge = Judge(bias=-2, meaning=1, covered=2, covering=0, letters=1, apart=-1, length=0)
    views = np.array([[0.5, 0.75, 1, 1, 1, 0]], dtype=np.float32)
    # -2 + 0.5 + 1.5 + 1 - 1 = 0, and the odds of 1 to 1 are a half
    assert judge.odds(views).tolist() == [0]
    assert chance(judge.odds(views)).tolist() == [0.5]


def test_an_ending_changes_nothing(likeness: Likeness) -> None:
    views = seen(likeness, 0, 1)
    assert views["covered"] == pytest.approx(1, abs=1e-5)
    assert views["apart"] == 0


def test_what_says_more_covers_and_is_not_covered(likeness: Likeness) -> None:
    views = seen(likeness, 0, 2)
    assert views["covering"] == pytest.approx(1, abs=1e-5)
    assert views["covered"] < 0.8


def test_another_matter_is_unlike(likeness: Likeness) -> None:
    same, other = (likeness.of(np.array([0]), np.array([to]))[0] for to in (1, 3))
    assert same > 0.7
    assert other < 0.01


def test_who_leads_stands_higher_than_who_does(likeness: Likeness) -> None:
    assert seen(likeness, 0, 4)["apart"] == 1


def test_who_does_something_is_told_from_what_is_known(likeness: Likeness) -> None:
    assert [likeness.begins_with_verb(text) for text in (0, 1, 5)] == [True, True, False]


def test_what_differs_in_numbers_and_denials_is_on_another_level() -> None:
    own = Likeness(Texts.of(["Lifts 10 t", "Lifts 10 t or 5 t", "Lifts 5 t or 10 t", "Never lifts 10 t"]), JUDGE)
    one, other = np.triu_indices(4, 1)
    level = dict(zip(zip(one.tolist(), other.tolist(), strict=True), own.on_one_level(one, other), strict=True))
    assert [pair for pair, same in level.items() if same] == [(1, 2)]


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), min_size=1, max_size=10))
def test_either_statement_may_come_first(pairs: list[tuple[int, int]]) -> None:
    own = Likeness(Texts.of(SAID), JUDGE)
    one, other = (np.array(side) for side in zip(*pairs, strict=True))
    assert np.allclose(own.of(one, other), own.of(other, one), atol=1e-6)
    assert ((own.of(one, other) >= 0) & (own.of(one, other) <= 1)).all()


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Helps to rig loads", Height.HELPS),
        ("Rigs loads under direction", Height.HELPS),
        ("Rigs loads", Height.DOES),
        ("Coaches riggers", Height.LEADS),
        ("Oversees the riggers", Height.LEADS),
        ("Sets the strategy for lifting", Height.DIRECTS),
        ("Leads the company-wide lifting program", Height.DIRECTS),
    ],
)
def test_heights_are_told_by_words(words: str, found: Height) -> None:
    assert height(words) is found


@given(st.text(max_size=300))
def test_any_text_says_something_once(text: str) -> None:
    parts = said(text)
    assert parts
    assert all(part == part.strip() for part in parts)
    assert plain(plain(text)) == plain(text)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Assists with lifts", Height.HELPS),
        ("Rigs loads under direction", Height.HELPS),
        ("Rigs loads", Height.DOES),
        ("Drives forklifts", Height.DOES),
        ("Follows the policies on lifting", Height.DOES),
        ("Oversees lifts", Height.LEADS),
        ("Manages lifts", None),
        ("Directing traffic", None),
    ],
)
def test_the_verb_that_it_begins_with_tells_the_rank(words: str, found: Height | None) -> None:
    assert rank(words) is found
