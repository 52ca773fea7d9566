"""The text of a group that says best what all of it say."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from standards.harmonizing.centers import CENTRAL_ENOUGH, GOOD_LENGTH, PER_LENGTH, centers
from standards.harmonizing.judge import JUDGE
from standards.harmonizing.likeness import Likeness
from standards.harmonizing.sample import MANY
from standards.harmonizing.texts import Texts

SAID = (
    "Weld the boiler tubes",
    "Weld boiler tubes",
    "Boiler tubes and their welds",
    "Read vibration data",
    "Reads vibration data of the main units every day and files the reports",
    "Rig loads",
)
GROUPS = [[2, 0, 1], [3, 4], [5]]


class Counted(Likeness):
    """Counts the pairs that are looked at."""

    looked_at = 0

    def of(self, one: Any, other: Any) -> Any:  # noqa: ANN401 - arrays of whole numbers
        self.looked_at += len(one)
        return super().of(one, other)


def one_by_one(likeness: Likeness, group: list[int]) -> int:
    worth = {}
    for text in sorted(group):
        alike = [float(likeness.of(np.array([text]), np.array([other]))[0]) for other in sorted(group)]
        length = abs(np.log(len(likeness.texts.wordings[text].split()) / GOOD_LENGTH))
        worth[text] = np.mean(alike) + CENTRAL_ENOUGH * likeness.begins_with_verb(text) - PER_LENGTH * length
    return max(worth, key=lambda text: worth[text])


def test_all_groups_together_have_the_centers_that_each_has_alone() -> None:
    likeness = Likeness(Texts.of(SAID), JUDGE)
    assert centers(likeness, GROUPS) == [one_by_one(likeness, group) for group in GROUPS]
    assert centers(likeness, []) == []


@pytest.mark.parametrize("size", [MANY, 4 * MANY])
def test_a_text_of_a_large_group_is_held_against_few(size: int) -> None:
    wordings = [
        f"Inspect the pumps of the {letter}{other}" for letter in "abcdefghijklmnop" for other in "abcdefghijklmnop"
    ]
    likeness = Counted(Texts.of(["Pay wages", *wordings][:size]), JUDGE)
    (center,) = centers(likeness, [[*range(size)]])
    assert center > 0
    assert likeness.looked_at == size * MANY
