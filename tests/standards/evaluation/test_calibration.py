"""Calibration: errors worked by hand, and what an exact or an overconfident method shows."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from standards.evaluation.calibration import BINS, by_chance, calibration_error, equal_mass, equal_width, gaps

CONFIDENCES = arrays(np.float64, st.integers(1, 60), elements=st.floats(0, 1))


def test_a_worked_number() -> None:
    # (0.2, 0.3]: mean 0.25, 1 of 2 right, off by 0.25. (0.7, 0.8]: 0.8, 1 of 1, off by 0.2. Weighed 2/3 and 1/3.
    confidences, right = np.array([0.22, 0.28, 0.8]), np.array([0.0, 1.0, 1.0])

    assert calibration_error(confidences, right, equal_width(confidences)) == pytest.approx(0.7 / 3)


def test_bins_end_where_they_say() -> None:
    edges = np.arange(1, 11) / 10

    assert equal_width(edges).tolist() == list(range(10))
    assert equal_width(np.nextafter(edges[:-1], 1) + 1e-5).tolist() == list(range(1, 10))


@given(CONFIDENCES)
def test_every_suggestion_has_one_bin_and_equal_ones_share_it(confidences: np.ndarray) -> None:
    for bins in (equal_width(confidences), equal_mass(confidences)):
        assert ((bins >= 0) & (bins < BINS)).all()
        for confidence in set(confidences.tolist()):
            assert len(set(bins[confidences == confidence].tolist())) == 1


def test_equal_mass_gives_each_bin_its_tenth() -> None:
    assert np.bincount(equal_mass(np.linspace(0, 0.3, 50))).tolist() == [5] * 10


@given(CONFIDENCES)
def test_the_gaps_are_those_of_the_error(confidences: np.ndarray) -> None:
    right = (confidences > 0.5).astype(float)
    columns = gaps(confidences, right, equal_width(confidences))

    assert columns.sum() == pytest.approx((right - confidences).sum())
    assert 0 <= calibration_error(confidences, right, equal_width(confidences)) <= 1


def test_certain_and_right_is_no_error_certain_and_wrong_is_all() -> None:
    certain = np.ones(8)

    assert calibration_error(certain, np.ones(8), equal_width(certain)) == 0
    assert calibration_error(certain, np.zeros(8), equal_width(certain)) == 1


def test_nothing_said_is_no_figure() -> None:
    nothing = np.zeros(0)

    assert np.isnan(calibration_error(nothing, nothing, equal_width(nothing)))


def test_chance_shrinks_with_the_number_of_texts() -> None:
    few, many = (np.linspace(0.05, 0.95, size) for size in (50, 5000))

    small, large = (by_chance(of, equal_width(of), samples=200, seed=1).mean() for of in (few, many))

    # In a bin of 5 a share is off by about 0.15, in one of 500 by about 0.015.
    assert 0.1 < small < 0.2
    assert large == pytest.approx(small / 10, rel=0.25)
