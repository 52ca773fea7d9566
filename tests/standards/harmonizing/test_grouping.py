"""Groups in which everything is like everything."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import product
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from standards.harmonizing.grouping import ENOUGH, FAINT, LEAST, NEARLY, Groups
from standards.harmonizing.sample import MANY
from standards.harmonizing.ties import Tie
from tests.steps import steps


class Known:
    """Chances that are given, the same both ways."""

    def __init__(
        self,
        chances: Any,  # noqa: ANN401 - rows of numbers, in whatever form
        firms: Sequence[str],
        identical: bool = False,
        neighbors: Any = None,  # noqa: ANN401
    ) -> None:
        self.given = np.array(chances, dtype=np.float32)
        self.firms = [{firm} for firm in firms]
        self.neighbors = np.triu_indices(len(firms), 1) if neighbors is None else neighbors
        self.identical = identical
        self.looked_at = 0

    @property
    def of_neighbors(self) -> Any:  # noqa: ANN401 - an array of chances
        return self.given[self.neighbors]

    def of(self, one: Any, other: Any) -> Any:  # noqa: ANN401 - arrays of any whole numbers
        self.looked_at += len(one)
        return self.given[one, other]

    def letters(self, one: Any, _other: Any) -> Any:  # noqa: ANN401 - as above
        self.looked_at += len(one)
        return np.full(len(one), float(self.identical), dtype=np.float32)


def joined(known: Known, fixed: Sequence[Sequence[int]] = ()) -> list[list[int]]:
    groups = Groups(known, fixed)  # type: ignore[arg-type]
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


def looked_at_each_time(known: Known, fixed: Sequence[Sequence[int]] = ()) -> list[list[int]]:
    """Return the groups as the definition has them: all groups and texts are looked at in each round."""
    rest = [[text] for text in range(len(known.firms)) if not any(text in group for group in fixed)]
    groups = dict(enumerate([*map(list, fixed), *rest]))
    near = {
        pair for pair in zip(*(side.tolist() for side in known.neighbors), strict=True) if known.given[pair] >= FAINT
    }
    found: dict[tuple[int, int], list[float]] = {}
    for one, other in product(groups, groups):
        chances = [
            float(known.given[i, j]) for i, j in product(groups[one], groups[other]) if (i, j) in near or (j, i) in near
        ]
        if one < other and chances and other >= len(fixed):
            found[one, other] = chances
    barred: set[tuple[int, int]] = set()
    while pairs := _mutual(found, barred):
        for one, other in pairs:
            found[one, other] = [float(known.given[i, j]) for i, j in product(groups[one], groups[other])]
        for one, other in pairs:
            if np.mean(found[one, other]) >= ENOUGH:
                own = [(i, j) for i, j in product(groups[one], groups[other]) if known.firms[i] & known.firms[j]]
                if min(found[one, other]) < LEAST or (own and known.identical < NEARLY):
                    barred.add((one, other))
                else:
                    _merge(one, other, groups, found, barred, len(fixed))
    return sorted(sorted(group) for group in groups.values())


def _mutual(found: dict[tuple[int, int], list[float]], barred: set[tuple[int, int]]) -> list[tuple[int, int]]:
    nearest: dict[int, tuple[float, int]] = {}
    for (one, other), chances in found.items():
        if (mean := sum(chances) / len(chances)) >= ENOUGH and (one, other) not in barred:
            for here, there in ((one, other), (other, one)):
                nearest[here] = min(nearest.get(here, (0.0, -1)), (-mean, there))
    return sorted((one, other) for one, (_, other) in nearest.items() if one < other and nearest[other][1] == one)


def _merge(
    one: int,
    other: int,
    groups: dict[int, list[int]],
    found: dict[tuple[int, int], list[float]],
    barred: set[tuple[int, int]],
    fixed: int,
) -> None:
    groups[one] += groups.pop(other)
    del found[one, other]
    for group in groups:
        was, now = (min(other, group), max(other, group)), (min(one, group), max(one, group))
        if was in found:
            found[now] = found.get(now, []) + found.pop(was)
            if was in barred or now[1] < fixed:
                barred.add(now)


@given(data=st.data())
def test_queues_give_the_groups_that_a_look_at_everything_gives(data: st.DataObject) -> None:
    size = data.draw(st.integers(2, 12))
    lots = np.random.default_rng(data.draw(st.integers(0, 2**32 - 1)))
    # Of quarters and eighths no sum is rounded, so that equal means are equal in whatever order they are added.
    chances = lots.choice([0, 1, 2, 3, 5, 6, 7, 8], size=(size, size)) / 8
    even = np.minimum(chances, chances.T)
    one, other = np.triu_indices(size, 1)
    some = lots.random(len(one)) < data.draw(st.sampled_from([0.3, 0.7, 1]))
    firms = lots.choice([*"abcdefgh"], size=size).tolist()
    known = Known(even, firms, data.draw(st.booleans()), (one[some], other[some]))
    fixed = [[0], [1]] if data.draw(st.booleans()) else []
    assert joined(known, fixed) == looked_at_each_time(known, fixed)


def alike_in_a_ring(size: int) -> Known:
    """Return texts of many firms that all say the same, each known as a neighbor of the eight behind it."""
    lots = np.random.default_rng(size)
    chances = (0.8 + 0.2 * lots.random((size, size))).astype(np.float32)
    one, step = np.divmod(np.arange(8 * size), 8)
    neighbors = one, (one + step + 1) % size
    return Known(np.minimum(chances, chances.T), [f"firm-{text % 20}" for text in range(size)], True, neighbors)


def test_thousands_that_say_the_same_are_one_group_and_cost_no_more_each_than_hundreds() -> None:
    few, many = alike_in_a_ring(300), alike_in_a_ring(1200)
    taken = [steps(partial(joined, known)) for known in (few, many)]
    assert [len(joined(known)) for known in (few, many)] == [1, 1]
    # Four times as many texts: 4 where each costs the same, 16 where all pairs are looked at.
    assert many.looked_at < 6 * few.looked_at
    assert taken[1] < 6 * taken[0]
    assert many.looked_at < len(many.firms) * 8 * MANY
