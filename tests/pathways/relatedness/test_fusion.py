from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from pathways.relatedness.fusion import SMOOTHING, cosine, fuse, mean_vectors, profile, ranks, shared

MATRICES = arrays(np.float32, (5, 5), elements=st.floats(-1, 1, width=32))


def test_cosine_of_a_zero_row_is_zero_and_of_equal_rows_one() -> None:
    found = cosine(np.array([[3, 4], [6, 8], [0, 0]], dtype=np.float32))
    np.testing.assert_allclose(found, [[1, 1, 0], [1, 1, 0], [0, 0, 0]], atol=1e-6)


def test_profile_standardizes_importance_above_one_times_level() -> None:
    # (5 - 1) * 2 = 8 and (3 - 1) * 2 = 4: mean 6, standard deviation 2; the third row has no rating
    found = profile(np.array([[5], [3], [0]], dtype=np.float32), np.array([[2], [2], [0]], dtype=np.float32))
    np.testing.assert_allclose(found, [[1], [-1], [0]], atol=1e-6)


def test_profile_of_nothing_rated_is_nothing() -> None:
    nothing = np.zeros((2, 3), dtype=np.float32)
    assert not profile(nothing, nothing).any()


def test_mean_vectors_are_centered_over_those_that_have_texts() -> None:
    vectors = np.array([[1, 0], [3, 0], [0, 2]], dtype=np.float32)
    found = mean_vectors(vectors, np.array([2, 1, 0]))
    np.testing.assert_allclose(found, [[1, -1], [-1, 1], [0, 0]], atol=1e-6)


def test_shared_weighs_rare_items_more() -> None:
    # n = 3; df(a) = 3, df(b) = 2: idf = 1 + ln(4 / 4) = 1 and 1 + ln(4 / 3) = 1.287682
    idf = 1 + np.log(4 / 3)
    found = shared([("a", "b"), ("a", "b"), ("a",)])
    np.testing.assert_allclose(found[0], [1, 1, 1 / np.hypot(1, idf)], rtol=1e-5)


def test_shared_of_nothing_is_zero() -> None:
    assert not shared([(), ()]).any()


def test_fuse_is_the_mean_over_views_that_know_both() -> None:
    places = np.array([[3, 1, 2], [1, 3, 2], [1, 2, 3]], dtype=np.int32)
    everyone, two = np.ones(3, dtype=bool), np.array([True, True, False])
    found = fuse({"a": places, "b": places}, {"a": everyone, "b": two})
    second = (SMOOTHING + 1) / (SMOOTHING + 2)
    assert found[0, 1] == pytest.approx(1)
    assert found[0, 2] == pytest.approx((second + 1) / 2)
    assert found[2, 2] == 0


def test_a_partnerships_own_view_counts_as_much_as_all_others() -> None:
    close, far = (np.array([[3, r, 2], [r, 3, 2], [1, 2, 3]], dtype=np.int32) for r in (1, 42))
    everyone, two = np.ones(3, dtype=bool), np.array([True, True, False])
    found = fuse({"a": far, "b": far, "own": close}, {"a": everyone, "b": everyone, "own": two}, ["own"])
    # (20 + 1) / (20 + 42) twice, and (20 + 1) / (20 + 1) once, which has half of the weight
    assert found[0, 1] == pytest.approx((21 / 62 + 1) / 2)
    assert found[0, 2] == pytest.approx((21 / 22 + 21 / 21) / 2)


@given(arrays(np.float32, (6, 6), elements=st.sampled_from([-np.inf, -1, -0.5, -0.0, 0.0, 1e-30, 0.25, 1])))
def test_ranks_are_those_of_a_stable_sort_with_equals_below_zero_and_unknown(similarity: np.ndarray) -> None:
    others = similarity.copy()
    np.fill_diagonal(others, -np.inf)
    order = np.argsort(-others, axis=1, kind="stable")
    expected = np.argsort(order, axis=1, kind="stable") + 1
    assert np.array_equal(ranks(similarity), expected)


@given(MATRICES)
def test_ranks_are_a_permutation_with_the_diagonal_last(similarity: np.ndarray) -> None:
    found = ranks(similarity)
    assert (np.sort(found, axis=1) == np.arange(1, 6)).all()
    assert (np.diag(found) == 5).all()


@given(MATRICES, MATRICES)
def test_relatedness_is_symmetric_and_within_bounds(one: np.ndarray, two: np.ndarray) -> None:
    everyone = np.ones(5, dtype=bool)
    found = fuse({"one": ranks(one), "two": ranks(two)}, {"one": everyone, "two": everyone})
    np.testing.assert_array_equal(found, found.T)
    assert ((found >= 0) & (found <= 1)).all()
