"""The logistic regression that weighs what is seen in pairs."""

import numpy as np
import pytest

from training.logistic import fit_logistic


def test_a_constant_has_the_odds_of_what_is_right() -> None:
    # Three of four right: the odds are 3 to 1, whatever the column, which is the same everywhere
    bias, (weight,) = fit_logistic(np.ones((4, 1)), np.array([1.0, 1.0, 1.0, 0.0]), np.ones(4))
    assert bias + weight == pytest.approx(np.log(3), abs=0.01)


def test_a_row_that_counts_three_times_is_as_good_as_three_rows() -> None:
    columns, right = np.array([[0.0], [1.0], [0.2], [0.8]]), np.array([0.0, 1.0, 1.0, 0.0])
    counted = fit_logistic(columns, right, np.array([1.0, 1.0, 1.0, 1.0]) * 3)
    repeated = fit_logistic(np.repeat(columns, 3, axis=0), np.repeat(right, 3), np.ones(12))
    assert counted[0] == pytest.approx(repeated[0], abs=0.01)
    assert counted[1] == pytest.approx(repeated[1], abs=0.01)


@pytest.mark.parametrize(("against", "sign"), [((), 1), ((0,), -1)])
def test_no_weight_has_the_wrong_sign(against: tuple[int, ...], sign: int) -> None:
    columns = np.array([[0.0], [0.1], [0.9], [1.0]])
    speaking = np.array([0.0, 0.0, 1.0, 1.0]) if sign > 0 else np.array([1.0, 1.0, 0.0, 0.0])
    _, (found,) = fit_logistic(columns, speaking, np.ones(4), against)
    _, (wrong,) = fit_logistic(columns, 1 - speaking, np.ones(4), against)
    assert found * sign > 1
    assert wrong == 0


def test_what_is_given_need_not_be_learned() -> None:
    right = np.array([1.0, 1.0, 1.0, 0.0])
    bias, (weight,) = fit_logistic(np.ones((4, 1)), right, np.ones(4), given=np.full(4, np.log(3)))
    assert bias + weight == pytest.approx(0, abs=0.01)
