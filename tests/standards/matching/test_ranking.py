"""Ranking candidates."""

import numpy as np
import pytest

from standards.matching import Index
from standards.matching.fitted import WEIGHTS
from standards.matching.ranking import DIGITS
from standards.matching.weights import LONGEST


def test_scores_fall_and_are_rounded(index: Index) -> None:
    scores = index.rank(["verify zero energy before welding", "python", ""], top=5).scores

    assert (np.diff(scores, axis=1) <= 0).all()
    assert scores == pytest.approx(np.round(scores.astype(np.float64), DIGITS), abs=1e-6)


def test_the_lowest_and_the_highest_score_by_hand() -> None:
    """Nothing seen of a long name that one occupation needs; all seen of one word that every field needs."""
    views = WEIGHTS.whole * (1 + WEIGHTS.name) + WEIGHTS.description + WEIGHTS.text + WEIGHTS.passage

    assert WEIGHTS.length * LONGEST - WEIGHTS.reach == pytest.approx(-0.33)
    assert views + WEIGHTS.reach + WEIGHTS.length == pytest.approx(3.93)


def test_statements_have_their_different_words(index: Index) -> None:
    ranking = index.rank(["weld, weld and pump", "…"], top=2)

    assert ranking.said == (("weld", "pump"), ())
    assert ranking.lengths.tolist() == [2, 0]


def test_the_best_of_many_are_the_same_as_the_best_of_few(index: Index) -> None:
    many, few = (index.rank(["weld metal by gas"], top) for top in (5, 2))

    assert many.concepts[:, :2].tolist() == few.concepts.tolist()
    assert many.labels[:, :2].tolist() == few.labels.tolist()
    assert many.views.table[:, :2] == pytest.approx(few.views.table)
