"""The lexicon: the words of a framework and what comes near them."""

import pytest

from standards.matching.lexicon import Lexicon

LABELS = ["Weld pumps", "Run payroll"]
TEXTS = ["Weld pumps by gas", "Run payroll each month"]


def test_words_of_labels_come_first() -> None:
    lexicon, in_labels, in_texts = Lexicon.of(LABELS, TEXTS)

    assert list(lexicon.labels.vocabulary) == ["payroll", "pump", "run", "weld", "each", "gas", "month"]
    assert in_labels.toarray().tolist() == [[0, 1, 0, 1, 0, 0, 0], [1, 0, 1, 0, 0, 0, 0]]
    assert in_texts.toarray().tolist() == [[0, 1, 0, 1, 0, 1, 0], [1, 0, 1, 0, 1, 0, 1]]


def test_the_nearest_word_of_a_statement_counts() -> None:
    lexicon, _, _ = Lexicon.of(LABELS, TEXTS)
    near = lexicon.near([("payrol", "payroll"), ("payrol",), ("xyzzy",), ()]).toarray()

    assert near[0, 0] == 1
    assert (12 / 13) ** 2 - 1e-6 <= near[1, 0] < 1
    assert (near[2:] == 0).all()


def test_only_words_of_labels_have_kin() -> None:
    lexicon, _, _ = Lexicon.of(LABELS, TEXTS)

    assert lexicon.near([("gas", "month")]).toarray()[0, 4:] == pytest.approx([0, 0, 0])


def test_without_labels_nothing_is_near() -> None:
    lexicon, in_labels, _ = Lexicon.of([], [])

    assert in_labels.shape == (0, 0)
    assert lexicon.near([(), ()]).shape == (2, 0)
