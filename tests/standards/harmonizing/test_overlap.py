"""How much lists have in common, told by themselves."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from standards.harmonizing.overlap import USUAL, WORTH, before, overlap

SIZE = 100
SURE, UNLIKE = 12.0, -12.0


def told(same: int, unlike: int = 400) -> float:
    odds = np.array([SURE] * same + [UNLIKE] * unlike, dtype=np.float32)
    return overlap(odds, np.full(len(odds), SIZE), SIZE)


def test_a_worked_example() -> None:
    # 60 of the 100 pairs that could be the same surely are: (60 + 20 x 0.1) / (100 + 20)
    assert told(60) == pytest.approx(62 / 120, abs=0.001)


def test_pairs_that_can_be_no_surer_count_for_what_they_are_at_most() -> None:
    odds = np.full(60, SURE, dtype=np.float32)
    found = overlap(odds, np.full(60, SIZE), SIZE, most=0.0)
    # each of the 60 is the same as likely as not: (60 x 0.5 + 20 x 0.1) / (100 + 20)
    assert found == pytest.approx(32 / 120, abs=0.001)


def test_where_nothing_is_alike_little_is_in_common() -> None:
    assert told(0) == pytest.approx(WORTH * USUAL / (SIZE + WORTH), abs=0.001)


def test_with_nothing_to_go_by_it_is_what_is_usual() -> None:
    nothing = np.zeros(0, dtype=np.float32)
    assert overlap(nothing, nothing.astype(np.int64), 0) == pytest.approx(USUAL)


def test_of_two_lists_in_common_by_half_one_in_a_hundred_pairs_is_the_same() -> None:
    odds = before(0.5, np.array([50]))
    assert np.exp(odds) / (1 + np.exp(odds)) == pytest.approx(0.01)


@given(same=st.lists(st.integers(0, 90), min_size=2, max_size=2))
def test_more_that_is_the_same_is_more_in_common(same: list[int]) -> None:
    fewer, more = sorted(same)
    assert 0 < told(fewer) <= told(more) + 1e-3 < 1 + 1e-3
