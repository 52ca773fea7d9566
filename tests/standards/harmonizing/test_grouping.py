"""Groups in which everything is like everything."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from standards.harmonizing.grouping import ENOUGH, LEAST, Groups, Tie
from standards.harmonizing.likeness import VIEWS

LETTERS = VIEWS.index("letters")


class Known:
    """Chances that are given, the same both ways."""

    def __init__(self, chances: Sequence[Sequence[float]], firms: Sequence[str], identical: bool = False) -> None:
        self.given = np.array(chances, dtype=np.float32)
        self.firms = [{firm} for firm in firms]
        self.neighbors = np.triu_indices(len(firms), 1)
        self.identical = identical

    def of(self, one: Any, other: Any) -> Any:  # noqa: ANN401 - arrays of any whole numbers
        return self.given[one, other]

    def seen(self, one: Any, _other: Any) -> Any:  # noqa: ANN401 - as above
        seen = np.zeros((len(one), len(VIEWS)), dtype=np.float32)
        seen[:, LETTERS] = float(self.identical)
        return seen


def joined(known: Known, fixed: Sequence[Sequence[int]] = ()) -> list[list[int]]:
    groups = Groups.of(known, fixed)  # type: ignore[arg-type]
    groups.join()
    return sorted(sorted(group) for group in groups.found)


def test_the_mean_of_two_ties_counts_every_pair_once() -> None:
    tie = Tie()
    tie.add(0.9)
    tie.add(0.5)
    other = Tie()
    other.add(0.1)
    both = tie.with_other(other)
    assert (round(both.mean, 6), both.pairs, both.least) == (0.5, 3, 0.1)


def test_a_chain_of_likenesses_is_no_group() -> None:
    chain = [[1, 0.9, 0.0], [0.9, 1, 0.8], [0.0, 0.8, 1]]
    assert joined(Known(chain, "abc")) == [[0, 1], [2]]


def test_what_is_alike_all_around_is_one_group() -> None:
    alike = [[1, 0.9, 0.7], [0.9, 1, 0.8], [0.7, 0.8, 1]]
    assert joined(Known(alike, "abc")) == [[0, 1, 2]]


def test_one_firm_is_in_a_group_twice_only_with_what_is_nearly_identical() -> None:
    alike = [[1, 0.95], [0.95, 1]]
    assert joined(Known(alike, "aa")) == [[0], [1]]
    assert joined(Known(alike, "aa", identical=True)) == [[0, 1]]


def test_fixed_groups_stay_as_they_are_and_take_others_in() -> None:
    alike = [[1, 0.9, 0.6], [0.9, 1, 0.9], [0.6, 0.9, 1]]
    assert joined(Known(alike, "abc"), fixed=[[0], [1]]) == [[0], [1, 2]]


likenesses = st.integers(2, 7).flatmap(
    lambda size: st.lists(
        st.lists(st.floats(0, 1, width=32), min_size=size, max_size=size), min_size=size, max_size=size
    )
)


@given(likeness=likenesses, data=st.data())
def test_groups_part_the_texts_and_hold_what_they_promise(likeness: list[list[float]], data: st.DataObject) -> None:
    size = len(likeness)
    even = np.minimum(np.array(likeness), np.array(likeness).T)
    firms = data.draw(st.lists(st.sampled_from("abc"), min_size=size, max_size=size))
    groups = joined(Known(even.tolist(), firms))
    assert sorted(text for group in groups for text in group) == list(range(size))
    for group in groups:
        pairs = [(i, j) for i in group for j in group if i < j]
        assert len({firms[text] for text in group}) == len(group)
        assert all(even[i, j] >= np.float32(LEAST) for i, j in pairs)
        if len(group) == 2:
            assert even[group[0], group[1]] == pytest.approx(max(even[group[0], group[1]], ENOUGH))
