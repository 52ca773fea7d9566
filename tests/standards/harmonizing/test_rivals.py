"""What else in a firm's list might say the same."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from standards.harmonizing.rivals import FAR, USUAL, Rivals

LISTS = np.array([0, 0, 1, 1])
PAIRS = (np.array([0, 0, 1]), np.array([2, 3, 2]))
ODDS = np.array([1.0, -1.0, 0.5], dtype=np.float32)


@pytest.fixture
def rivals() -> Rivals:
    return Rivals.of(LISTS, PAIRS, ODDS)


def leads(rivals: Rivals, one: int, other: int, odds: float) -> tuple[float, float]:
    lesser, greater = rivals.leads(np.array([one]), np.array([other]), np.array([odds], dtype=np.float32))
    return float(lesser[0]), float(greater[0])


def test_a_lead_is_over_the_best_of_what_else_the_other_list_says(rivals: Rivals) -> None:
    # 0 has 3 at -1 beside 2 at 1, a lead of 2; 2 has 1 at 0.5 beside 0 at 1, a lead of 0.5
    assert leads(rivals, 0, 2, 1.0) == (0.5, 2.0)
    # 3 has nobody beside 0, and the next best is usually at -4
    assert leads(rivals, 0, 3, -1.0) == (-2.0, 3.0)


def test_either_may_come_first(rivals: Rivals) -> None:
    assert leads(rivals, 2, 0, 1.0) == leads(rivals, 0, 2, 1.0)


def test_what_is_no_neighbor_is_behind_those_who_are(rivals: Rivals) -> None:
    assert leads(rivals, 1, 3, USUAL) == (-4.5, -3.0)


def test_a_lead_is_never_longer_than_what_can_be_told(rivals: Rivals) -> None:
    assert leads(rivals, 0, 2, 50.0) == (float(FAR), float(FAR))


def test_without_neighbors_all_are_strangers() -> None:
    nobody = np.zeros(0, dtype=np.int64)
    alone = Rivals.of(LISTS, (nobody, nobody), np.zeros(0, dtype=np.float32))
    assert leads(alone, 0, 2, -2.0) == (2.0, 2.0)


@given(
    st.lists(st.integers(0, 2), min_size=2, max_size=8),
    st.lists(st.sampled_from([-6.0, -1.0, 0.5, 2.0]), min_size=28, max_size=28),
)
def test_the_best_and_the_next_are_those_that_a_look_at_all_finds(lists: list[int], odds: list[float]) -> None:
    one, other = np.triu_indices(len(lists), 1)
    of_pairs = dict(zip(zip(one.tolist(), other.tolist(), strict=True), odds, strict=False))
    own = np.array(odds[: len(one)], dtype=np.float32)
    found = Rivals.of(np.array(lists), (one, other), own)
    for (i, j), value in of_pairs.items():
        behind = []
        for text, but in ((i, j), (j, i)):
            rest = [k for k in range(len(lists)) if lists[k] == lists[but] and k not in (text, but)]
            best = max([USUAL, *(of_pairs[min(text, k), max(text, k)] for k in rest)])
            behind.append(float(np.clip(value - best, -FAR, FAR)))
        assert leads(found, i, j, value) == (min(behind), max(behind))
