"""The text of a group that says best what all of it say."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from standards.harmonizing.centers import AGREED, CENTRAL_ENOUGH, GOOD_LENGTH, PER_LENGTH, centers
from standards.harmonizing.consensus import consensus
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
FIRMS = [{"acme"}, {"wind"}, {"dam"}, {"wind"}, {"acme", "dam"}, {"dam"}]
ALONE = [{"acme"}] * len(SAID)


class Counted(Likeness):
    """Counts the pairs that are looked at."""

    looked_at = 0

    def of(self, one: Any, other: Any) -> Any:  # noqa: ANN401 - arrays of whole numbers
        self.looked_at += len(one)
        return super().of(one, other)


def one_by_one(likeness: Likeness, group: list[int]) -> int:
    worth = {}
    (agreed,) = consensus(likeness.texts, [sorted(group)], FIRMS)
    said = dict(zip(sorted(group), agreed, strict=True))
    for text in sorted(group):
        alike = [float(likeness.of(np.array([text]), np.array([other]))[0]) for other in sorted(group)]
        length = abs(np.log(len(likeness.texts.wordings[text].split()) / GOOD_LENGTH))
        own = np.mean(alike) + AGREED * said[text]
        worth[text] = own + CENTRAL_ENOUGH * likeness.begins_with_verb(text) - PER_LENGTH * length
    return max(worth, key=lambda text: worth[text])


def test_all_groups_together_have_the_centers_that_each_has_alone() -> None:
    likeness = Likeness(Texts.of(SAID), JUDGE)
    assert centers(likeness, GROUPS, FIRMS) == [one_by_one(likeness, group) for group in GROUPS]
    assert centers(likeness, [], FIRMS) == []


def test_what_one_firm_alone_asks_for_is_not_asked_of_all() -> None:
    """Of one firm, whose own words ask for nothing of others, it is the fuller sentence."""
    said = (
        "Write up and close work orders in the maintenance system",
        "Close work orders with hours, parts and cause",
        "Close work orders",
    )
    likeness = Likeness(Texts.of(said), JUDGE)
    assert centers(likeness, [[0, 1, 2]], [{"acme"}, {"wind"}, {"dam"}]) == [2]
    assert centers(likeness, [[0, 1, 2]], ALONE) == [0]


def test_words_count_by_the_share_of_the_other_firms_that_say_them() -> None:
    """What all say in full, what half of the others say half, what nobody else says nothing."""
    texts = Texts.of(["weld pipe", "weld pipe zebra", "weld"])
    weld, both = texts.shares[2].toarray().ravel(), texts.shares[0].toarray().ravel()
    (said,) = consensus(texts, [[0, 1, 2]], FIRMS)
    assert said[2] == 1
    assert said[0] == pytest.approx(0.5 + both @ weld / 2)
    assert said[1] < said[0]
    (alone,) = consensus(texts, [[0, 1, 2]], ALONE)
    assert not alone.any()


def test_groups_have_no_say_in_one_another() -> None:
    """Not even where a firm speaks in both, or nobody is known to have said what the last of them say."""
    texts = Texts.of([*SAID, "Weld pipes", "Welds a pipe"])
    groups, firms = [[0, 1, 2], [3, 4], [6, 7]], [*FIRMS, set[str](), set[str]()]
    found = consensus(texts, groups, firms)
    alone = [consensus(texts, [group], firms)[0] for group in groups]
    assert [own.tolist() for own in found] == [own.tolist() for own in alone]
    assert found[0].all()
    assert not found[2].any()
    assert consensus(texts, [], firms) == []
    assert consensus(Texts.of(["weld", "12", "3"]), [[1, 2]], FIRMS)[0].tolist() == [0, 0]


@pytest.mark.parametrize("size", [MANY, 4 * MANY])
def test_a_text_of_a_large_group_is_held_against_few(size: int) -> None:
    wordings = [
        f"Inspect the pumps of the {letter}{other}" for letter in "abcdefghijklmnop" for other in "abcdefghijklmnop"
    ]
    likeness = Counted(Texts.of(["Pay wages", *wordings][:size]), JUDGE)
    (center,) = centers(likeness, [[*range(size)]], [{at} for at in range(size)])
    assert center > 0
    assert likeness.looked_at == size * MANY
