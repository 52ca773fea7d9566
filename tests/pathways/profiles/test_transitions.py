"""Closeness and gaps by listed skills: by hand, and against the plain formula on random profiles."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy.sparse import csr_matrix

from pathways.profiles import gaps, relatedness
from pathways.relatedness.fusion import shared

WEIGHTS = arrays(np.float32, (5, 6), elements=st.sampled_from([0, 0.25, 0.5, 1]))


def plain_gap(start: np.ndarray, goal: np.ndarray) -> float:
    if not start.any() or not goal.any():
        return float("nan")
    return float(np.maximum(goal - start, 0).sum() / goal.sum())


def test_a_gap_by_hand() -> None:
    # The goal asks for 1 + 1 + 0.5; the start has the first, the second in part: it lacks 0.5 + 0.5 of 2.5.
    assert gaps(csr_matrix(np.array([[1, 0.5, 0], [1, 1, 0.5]])))[0, 1] == pytest.approx(0.4)


@given(WEIGHTS)
def test_gaps_are_those_of_the_plain_formula(weights: np.ndarray) -> None:
    expected = [[plain_gap(start, goal) for goal in weights] for start in weights]
    assert gaps(csr_matrix(weights)) == pytest.approx(np.array(expected), abs=1e-6, nan_ok=True)


@given(WEIGHTS)
def test_relatedness_is_symmetric_and_within_bounds(weights: np.ndarray) -> None:
    found = relatedness(csr_matrix(weights))
    assert np.array_equal(found, found.T)
    assert ((found >= 0) & (found <= 1)).all()
    assert not found.diagonal().any()


def test_with_equal_weights_it_is_the_cosine_of_what_is_shared() -> None:
    listed = np.array([[1, 1, 0, 0], [1, 0, 1, 0], [1, 0, 0, 1]])
    expected = shared([[str(skill) for skill in np.flatnonzero(row)] for row in listed])
    np.fill_diagonal(expected, 0)
    assert relatedness(csr_matrix(listed)) == pytest.approx(expected, abs=1e-6)
