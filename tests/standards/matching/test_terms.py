"""Words, stems and TF-IDF."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from standards.matching import tfidf
from standards.matching.terms import STOP_WORDS, Terms, counts, rarity, stem, stems, words

TEXTS = ["weld weld pump", "weld", "paint"]
VOCABULARY = {"paint": 0, "pump": 1, "weld": 2}


def test_how_often_each_text_has_each_word() -> None:
    counted = counts([*map(stems, TEXTS), ["unknown"], []], VOCABULARY)

    assert counted.toarray().tolist() == [[0, 1, 2], [0, 0, 1], [1, 0, 0], [0, 0, 0], [0, 0, 0]]
    assert counted.has_canonical_format


def test_rarity_by_hand() -> None:
    found = rarity(counts(map(stems, TEXTS), VOCABULARY))

    assert found == pytest.approx([1 + math.log(4 / 2), 1 + math.log(4 / 2), 1 + math.log(4 / 3)])
    assert found == pytest.approx([1.69315, 1.69315, 1.28768], abs=1e-5)


def test_tfidf_by_hand() -> None:
    """Of the first text: (1 + ln 2) x 1.28768 = 2.18024 and 1.69315, over their length 2.76046."""
    assert tfidf(TEXTS).toarray()[0] == pytest.approx([0, 0.61336, 0.78981], abs=1e-5)


def test_terms_stand_in_alphabetical_order() -> None:
    assert Terms.of(TEXTS).vocabulary == VOCABULARY


def test_a_text_without_a_word_is_a_row_of_zeros() -> None:
    assert np.linalg.norm(tfidf(["weld pipes", "", "…"]).toarray(), axis=1) == pytest.approx([1, 0, 0])


@pytest.mark.parametrize(
    ("word", "expected"),
    [("welding", "weld"), ("welded", "weld"), ("welds", "weld"), ("glass", "glass"), ("c++", "c++")],
)
def test_stems(word: str, expected: str) -> None:
    assert stem(word) == expected


@given(st.text())
def test_stop_words_are_no_words(text: str) -> None:
    assert STOP_WORDS.isdisjoint(words(f"of {text} the"))
