"""The weights of the views."""

import numpy as np
import pytest

from standards.matching.weights import Weights

WEIGHTS = Weights(
    meaning=1,
    words=0.4,
    covered=0.7,
    name=0.3,
    description=0.5,
    text=0.3,
    passage=0.3,
    explained=0.2,
    reach=0.1,
    length=-0.03,
)


def test_the_score_of_a_label_by_hand() -> None:
    """1 x .5 + .4 x .25 + .7 x 1 = 1.3."""
    seen = (np.array([value], dtype=np.float32) for value in (0.5, 0.25, 1))

    assert WEIGHTS.of_label(*seen).tolist() == pytest.approx([1.3])


def test_the_same_words_have_the_whole_score() -> None:
    ones = np.ones(1, dtype=np.float32)

    assert WEIGHTS.of_label(ones, ones, ones).tolist() == pytest.approx([WEIGHTS.whole])
    assert WEIGHTS.whole == pytest.approx(2.1)
