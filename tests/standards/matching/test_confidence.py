"""Confidence: the curve, by hand, and what holds for any curve."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from standards.matching.confidence import FACTS, LEAST, Curve, Seen, facts
from standards.matching.fitted import CURVE

FLAT = Curve.model_validate(dict.fromkeys(FACTS, 0) | {"even": -1, "score": 2})
SCORES = arrays(np.float32, (3, 4), elements=st.floats(0, 4.25, width=32))


def confidence(curve: Curve, scores: list[float], labels: int = 200, words: int = 4, own: float = 0.5) -> list[float]:
    row = np.array([scores], dtype=np.float32)
    seen = (np.full_like(row, share) for share in (own, 0.625, 0.25))
    known = facts(row, Seen(*seen), labels, np.array([words]))
    found: list[float] = curve.confidence(known)[0].tolist()
    return found


def test_a_logistic_curve_by_hand() -> None:
    """Log odds of -1 + 2 x 1 = 1 and -1 + 2 x .5 = 0: 1 / (1 + 1/e) = .73106, and one half."""
    assert confidence(FLAT, [1, 0.5]) == pytest.approx([0.73106, 0.5], abs=1e-5)


def test_what_is_known_of_suggestions_by_hand() -> None:
    scores, own = np.array([[[2.0, 1.5]], [[0.5, 0.25]]], dtype=np.float32)
    phrased, shared = np.array([[[1.0, 0.625]], [[0.75, 0.0]]], dtype=np.float32)
    first, second = facts(scores, Seen(own, phrased, shared), 200, np.array([5]))[0]
    size, length = math.log(200), math.log(5)

    assert dict(zip(FACTS, first, strict=True)) == pytest.approx(
        {"even": 1, "score": 2, "labels": size, "scored": 2 * size, "words": length, "worded": length * size}
        | {"first": 1, "said": length, "behind": 0, "ahead": 0.5}
        | {"own": 0.5, "own_labels": 0.5 * size, "own_words": 0.5 * length, "phrased": 1, "shared": 0.75}
    )
    assert dict(zip(FACTS, second, strict=True)) == pytest.approx(
        {"even": 1, "score": 1.5, "labels": size, "scored": 1.5 * size, "words": length, "worded": length * size}
        | {"first": 0, "said": 0, "behind": -0.5, "ahead": 0}
        | {"own": 0.25, "own_labels": 0.25 * size, "own_words": 0.25 * length, "phrased": 0.625, "shared": 0}
    )


def test_each_weight_counts_by_hand() -> None:
    """Score 2 among 200 labels, 5 words of which half are its own and .25 shared, .625 of a phrase, .5 ahead."""
    size, length = math.log(200), math.log(5)
    odds = -3 + 1.8 * 2 - 0.2 * size - 0.02 * 2 * size + 0.5 * length + 0.005 * length * size + 0.9 - 0.2 * length + 0.8
    odds += 1.5 * 0.5 - 0.3 * 0.5 * size + 0.7 * 0.5 * length + 1.2 * 0.625 - 1.6 * 0.25
    curve = Curve(
        even=-3, score=1.8, labels=-0.2, scored=-0.02, words=0.5, worded=0.005, first=0.9, said=-0.2,
        own=1.5, own_labels=-0.3, own_words=0.7, phrased=1.2, shared=-1.6, behind=2.2, ahead=1.6,
    )  # fmt: skip

    assert confidence(curve, [2, 1.5], 200, 5)[0] == pytest.approx(1 / (1 + math.exp(-odds)), abs=1e-6)


def test_a_suggestion_is_never_surer_than_the_one_before() -> None:
    odd = FLAT.model_copy(update={"first": -3.0})

    assert confidence(odd, [1, 0.9]) == pytest.approx([1 / (1 + math.exp(2))] * 2, abs=1e-6)


def test_fewer_labels_than_were_learned_from_count_as_the_fewest() -> None:
    assert confidence(CURVE, [2, 1], LEAST // 2) == confidence(CURVE, [2, 1], LEAST)
    assert confidence(CURVE, [2, 1], LEAST * 100, own=0)[0] < confidence(CURVE, [2, 1], LEAST, own=0)[0]


def test_a_statement_of_words_of_its_own_is_surer() -> None:
    assert confidence(CURVE, [2, 1], own=0.9)[0] > confidence(CURVE, [2, 1], own=0.1)[0] + 0.1


def test_one_suggestion_is_ahead_of_none_and_no_word_is_one() -> None:
    one = np.array([[2.0]], dtype=np.float32)
    (alone,) = facts(one, Seen(one, one, np.float32(0.25) * one), 200, np.array([0]))[0]

    assert dict(zip(FACTS, alone, strict=True))["ahead"] == 0
    assert dict(zip(FACTS, alone, strict=True))["words"] == 0


@given(scores=SCORES, labels=st.integers(1, 10**6), words=st.lists(st.integers(0, 2000), min_size=3, max_size=3))
def test_confidence_falls_and_is_a_probability(scores: np.ndarray, labels: int, words: list[int]) -> None:
    best_first = -np.sort(-scores, axis=1)
    seen = (scores / 5).astype(np.float32)
    found = CURVE.confidence(facts(best_first, Seen(seen, seen, seen), labels, np.array(words)))

    assert (np.diff(found, axis=1) <= 0).all()
    assert (found >= 0).all()
    assert (found <= 1).all()


@given(low=st.floats(0, 2), more=st.floats(0.01, 2), labels=st.integers(148, 10**5), words=st.integers(1, 60))
def test_a_higher_score_is_a_higher_confidence(low: float, more: float, labels: int, words: int) -> None:
    assert confidence(CURVE, [low + more, 0], labels, words)[0] > confidence(CURVE, [low, 0], labels, words)[0]
