"""The bootstrap: the same draws for the same seed, whole groups, and intervals that hold as often as they say."""

import numpy as np
import pytest

from standards.evaluation.bootstrap import Bootstrap, interval, ratio


def means(values: np.ndarray, seed: int, samples: int = 400) -> np.ndarray:
    sums = Bootstrap(range(len(values)), samples, seed).sums(np.column_stack([values, np.ones(len(values))]))
    return ratio(sums[:, 0], sums[:, 1])


def test_the_same_seed_gives_the_same_draws_and_another_seed_others() -> None:
    values = np.arange(30.0)

    assert (means(values, seed=3) == means(values, seed=3)).all()
    assert (means(values, seed=3) != means(values, seed=4)).any()


def test_a_draw_has_as_many_texts_as_there_are() -> None:
    sums = Bootstrap(range(30), 50, 0).sums(np.ones((30, 1)))

    assert (sums == 30).all()


def test_texts_of_one_sentence_are_drawn_together() -> None:
    groups = ["a", "a", "b", "b", "b"]
    of_a, of_b = np.array([1.0, 1, 0, 0, 0]), np.array([0.0, 0, 1, 1, 1])
    sums = Bootstrap(groups, 100, 0).sums(np.column_stack([of_a, of_b]))

    assert set(sums[:, 0].tolist()) == {0, 2, 4}
    assert (sums[:, 0] / 2 + sums[:, 1] / 3 == 2).all()


def test_methods_that_err_on_the_same_texts_differ_by_less_than_their_intervals_say() -> None:
    draws = np.random.default_rng(5)
    one = (draws.random(200) < 0.5).astype(float)
    other = np.where(draws.random(200) < 0.1, 1 - one, one)

    (low, high), (least, most) = (interval(v) or (0, 0) for v in (means(one, 1) - means(other, 1), means(one, 1)))

    assert high - low < (most - least) * 0.75


@pytest.mark.parametrize("right", [0.3, 0.75])
def test_intervals_hold_the_truth_as_often_as_they_say(right: float) -> None:
    """Of 300 samples of 120 texts each, 95 in 100 intervals hold the true share, give or take chance."""
    draws = np.random.default_rng(11)
    held = 0
    for seed in range(300):
        low, high = interval(means((draws.random(120) < right).astype(float), seed)) or (1, 0)
        held += low <= right <= high

    assert 0.90 <= held / 300 <= 0.98


def test_nothing_to_draw_gives_no_interval() -> None:
    assert interval(ratio(*Bootstrap([], 10, 0).sums(np.zeros((0, 2))).T)) is None
