"""How likely it is that two sayings say the same, given all lists."""

from __future__ import annotations

import numpy as np
import pytest

from standards.harmonizing.judge import JUDGE, WEIGHTS
from standards.harmonizing.likeness import Likeness, chance
from standards.harmonizing.neighbors import neighbors
from standards.harmonizing.sureness import Sureness, Weights
from standards.harmonizing.texts import Texts

DAM = ("Inspect the exciter and its brush gear", "Inspect the governor and its oil pumps", "Inspect the wicket gates")
PLANT = ("Inspects exciters and brush gear", "Inspects hoists", "Inspects stacks and ducts")


NO_LIMIT = WEIGHTS.model_copy(update={"most_bias": 100.0})


def sureness(*lists: tuple[str, ...], weights: Weights = NO_LIMIT) -> Sureness:
    texts = Texts.of([words for own in lists for words in own])
    firms = [{f"firm-{number}"} for number, own in enumerate(lists) for _ in own]
    return Sureness(Likeness(texts, JUDGE), firms, neighbors(texts), weights)


WEIGHED = Weights(
    bias=1,
    likeness=0.5,
    lesser=2,
    greater=0.25,
    most_bias=-6,
    most_likeness=0.5,
    most_length=2,
    own_bias=-1,
    own_likeness=0.5,
)


def of(found: Sureness, one: int, other: int) -> float:
    return float(found.of(np.array([one]), np.array([other]))[0])


def test_the_odds_of_two_firms_are_the_weighed_sum() -> None:
    odds, leads = np.array([-4.0]), (np.array([1.0]), np.array([4.0]))
    # 1 - 2 + 2 + 1 for two firms; -1 - 2 for one
    assert WEIGHED.across(odds, leads).tolist() == [2]
    assert WEIGHED.within(odds).tolist() == [-3]


def test_the_most_that_odds_are_is_told_by_likeness_and_length() -> None:
    odds, longer = np.array([2.0, 2.0, 2.0]), np.array([3, 24, 48])
    # -6 + 1 + 2 ln 24 = 1.356, and 2 ln 2 more for a list twice as long; what is shorter than 24 is as 24
    assert WEIGHED.most(odds, longer).tolist() == pytest.approx([1.356, 1.356, 2.742], abs=0.001)


def test_in_short_lists_nothing_is_surer_than_its_likeness_allows() -> None:
    free, held = (sureness(DAM, PLANT, weights=own) for own in (NO_LIMIT, WEIGHTS))
    most = WEIGHTS.most(held.likeness.odds(np.array([0]), np.array([3])), np.array([3]))
    assert of(held, 0, 3) == pytest.approx(float(chance(most)[0]))
    assert of(held, 0, 3) < of(free, 0, 3)
    assert held.overlap < free.overlap


def test_who_has_no_rival_is_surer() -> None:
    alone = of(sureness(DAM, PLANT), 0, 3)
    contested = of(sureness(DAM, (*PLANT, "Inspects the exciter, its brush gear and rings")), 0, 3)
    assert alone > contested


def test_what_is_the_same_in_lists_with_nothing_else_in_common_is_less_sure() -> None:
    strangers = tuple(f"Serve table {word} in the dining room" for word in ("linen", "wine", "bread", "fish", "cheese"))
    near = of(sureness(DAM, PLANT), 0, 3)
    assert of(sureness(DAM, (PLANT[0], *strangers)), 0, 3) < near


def test_either_may_come_first_and_chances_are_chances() -> None:
    found = sureness(DAM, PLANT)
    one, other = np.triu_indices(len(DAM) + len(PLANT), 1)
    there, back = found.of(one, other), found.of(other, one)
    assert there == pytest.approx(back)
    assert ((there >= 0) & (there <= 1)).all()


def test_a_text_of_several_firms_is_in_the_list_of_the_first() -> None:
    texts = Texts.of(["Rigs loads", "Rig loads"])
    both = Sureness(Likeness(texts, JUDGE), [{"b", "a"}, {"b"}], neighbors(texts), WEIGHTS)
    assert both.lists.tolist() == [0, 1]


def test_chances_of_impossible_odds_are_none() -> None:
    assert chance(np.array([-100, 0, 100], dtype=np.float32)).tolist() == pytest.approx([0, 0.5, 1])
