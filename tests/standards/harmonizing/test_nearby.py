"""Which groups come near one another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest

from standards.harmonizing.nearby import NAMED, NEAR, nearby


class Alike:
    """Likenesses that are given."""

    def __init__(self, given: Sequence[float]) -> None:
        self.given = np.array(given, dtype=np.float32)

    def of(self, _one: Any, _other: Any) -> Any:  # noqa: ANN401 - arrays of any whole numbers
        return self.given


def near(pairs: Sequence[tuple[int, int]], alike: Sequence[float], groups: list[list[int]]) -> list[tuple[int, int]]:
    one, other = (np.array(side) for side in zip(*pairs, strict=True))
    found = nearby(Alike(alike), (one, other), groups)  # type: ignore[arg-type]
    return [(here, there) for here, there, _ in found]


def test_the_mean_of_their_neighbors_counts() -> None:
    one, other = np.array([0, 1]), np.array([2, 2])
    ((here, there, mean),) = nearby(Alike([0.5, 0.1]), (one, other), [[0, 1], [2]])  # type: ignore[arg-type]
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
