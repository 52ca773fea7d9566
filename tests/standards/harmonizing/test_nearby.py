"""Which groups come near one another."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from standards.harmonizing.nearby import NAMED, NEAR, nearby


def near(pairs: Sequence[tuple[int, int]], alike: Sequence[float], groups: list[list[int]]) -> list[tuple[int, int]]:
    one, other = (np.array(side) for side in zip(*pairs, strict=True))
    found = nearby(np.array(alike, dtype=np.float32), (one, other), groups)
    return [(here, there) for here, there, _ in found]


def test_the_mean_of_their_neighbors_counts() -> None:
    one, other = np.array([0, 1]), np.array([2, 2])
    ((here, there, mean),) = nearby(np.array([0.5, 0.1], dtype=np.float32), (one, other), [[0, 1], [2]])
    assert (here, there) == (0, 1)
    assert mean == pytest.approx(0.3)


def test_what_is_in_one_group_and_what_is_far_is_not_told() -> None:
    assert near([(0, 1), (0, 2)], [0.9, NEAR - 0.01], [[0, 1], [2]]) == []


def test_each_group_has_few_that_are_told() -> None:
    others = range(1, NAMED + 3)
    alike = [0.9 - 0.1 * other for other in others]
    # Of those left out by the first group, none has another one; so each is told as the nearest of its own.
    assert len(near([(0, other) for other in others], alike, [[at] for at in range(NAMED + 3)])) == sum(
        found >= NEAR for found in alike
    )


def test_without_neighbors_nothing_comes_near() -> None:
    nobody = np.zeros(0, dtype=np.int64)
    assert nearby(np.zeros(0, dtype=np.float32), (nobody, nobody), [[0], [1]]) == []
    assert nearby(np.zeros(0, dtype=np.float32), (nobody, nobody), []) == []
