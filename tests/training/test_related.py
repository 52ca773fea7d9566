"""Learning which words are related."""

import numpy as np
import pytest
from scipy.sparse import csr_matrix

from training.related import FADING, company, related_words, telling

TEXTS = [["read", tool, "before", thing] for tool in ("print", "sketch") for thing in ("weld", "cut", "bend", "drill")]
OTHERS = [["count", coin, "after", place] for coin in ("cash", "check") for place in ("shop", "bank", "store", "mall")]


def test_company_by_hand() -> None:
    """Next to it 1; one place on 1 / 1.3; of itself none, and of words that are not asked for none."""
    counted = company([["a", "b", "x", "c", "a"]], ["a", "b", "c"]).toarray()

    assert counted[0].tolist() == pytest.approx([0, 1 + 1 / (1 + FADING), 1 / (1 + FADING) + 1])
    assert counted.tolist() == counted.T.tolist()


def test_what_chance_would_bring_together_tells_nothing() -> None:
    assert telling(csr_matrix(np.full((3, 3), 2.0))).toarray() == pytest.approx(np.zeros((3, 3)))


def test_words_in_the_same_company_are_related() -> None:
    found = related_words((TEXTS + OTHERS) * 2)

    assert "sketch" in found["print"]
    assert "check" in found["cash"]
    assert not {"cash", "check"} & found["print"].keys()


def test_the_same_texts_teach_the_same() -> None:
    assert related_words((TEXTS + OTHERS) * 2) == related_words((TEXTS + OTHERS) * 2)
