"""What a network looks at, by numbers to check by hand."""

from __future__ import annotations

import numpy as np
import pytest

from pathways.relatedness.features import FIRST, Features, standard, standing
from pathways.relatedness.fusion import SMOOTHING, ranks
from pathways.relatedness.sides import Side

SEEN = np.array([[1, 0.9, 0.2, 0], [0.9, 1, 0.4, 0], [0.2, 0.4, 1, 0], [0, 0, 0, 0]], dtype=np.float32)
KNOWN = np.array([True, True, True, False])


@pytest.fixture
def side() -> Side:
    """Return a side that knows three of four occupations."""
    return Side("a", SEEN, KNOWN)


def test_a_pair_is_seen_from_both_ends_and_by_its_score(side: Side) -> None:
    features = Features.of([side])
    seen = features.rows(np.array([2]))

    # to the third, the second is the closest and the first comes next; to either of them the third comes second
    first, second = SMOOTHING / (SMOOTHING + 1), SMOOTHING / (SMOOTHING + 2)
    assert seen.shape == (1, 4, 3)
    np.testing.assert_allclose(seen[0, :2, 0], [second, first], rtol=1e-3)
    np.testing.assert_allclose(seen[0, :2, 1], [second, second], rtol=1e-3)
    # .2, .4 and 1: mean .5333, standard deviation .3399; (.4 - .5333) / .3399 / 4
    assert seen[0, 1, 2] == pytest.approx(-0.098, abs=1e-3)


def test_of_what_a_side_does_not_know_it_says_nothing(side: Side) -> None:
    features = Features.of([side])

    assert not features.rows(slice(3, 4)).any()
    assert not features.rows(slice(0, 4))[:, 3].any()
    assert not features.single[3].any()


def test_scores_have_bounds() -> None:
    far = np.zeros((200, 200), dtype=np.float32)
    far[:, 0] = 1
    scores = standard(Side("a", far, np.ones(200, dtype=bool)))

    # one of two hundred is 14 deviations away
    assert scores.max() == pytest.approx(8 / 4)


def test_standing_is_how_often_one_is_close_to_others_and_how_alike_on_the_mean(side: Side) -> None:
    rank = ranks(np.where(KNOWN[:, None] & KNOWN, SEEN, -np.inf))
    found = standing(side, rank)

    # all three are among the first twenty and sixty of all three, as there are no more
    np.testing.assert_allclose(found[:3, :2], np.log1p(3) - np.log1p([FIRST] * 3), rtol=1e-5)
    # mean similarities 2.1 / 3, 2.3 / 3 and 1.6 / 3: mean .6667, standard deviation .0981; half of the scores
    np.testing.assert_allclose(found[:3, 2], [0.17, 0.51, -0.68], atol=2e-3)


def test_a_side_that_knows_nothing_says_nothing() -> None:
    features = Features.of([Side("none", np.zeros((3, 3), dtype=np.float32), np.zeros(3, dtype=bool))])

    assert not features.rows(slice(0, 3)).any()
    assert not features.single.any()
