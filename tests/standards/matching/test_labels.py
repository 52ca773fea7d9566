"""Labels by rank, and the share that each word has of its label."""

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from standards.matching import Entry, Index
from standards.matching.labels import Labels, by_rank
from standards.matching.terms import Terms, counts, stems

NAMES = st.lists(st.lists(st.text(max_size=3), min_size=1, max_size=5), max_size=6)


@given(NAMES)
def test_labels_by_rank_are_those_of_the_concepts(names: list[list[str]]) -> None:
    names.sort(key=len, reverse=True)
    texts, starts = by_rank(names)

    assert len(texts) == starts[-1] == sum(map(len, names))
    assert [[texts[starts[rank] + at] for rank in range(len(own))] for at, own in enumerate(names)] == names


def test_shares_by_hand() -> None:
    """Rarity of weld 1.28768 and of pump 1.69315: shares of .432 and .568."""
    texts = ["weld pump", "weld", "paint"]
    terms = Terms.of(texts)
    counted = counts(map(stems, texts), terms.vocabulary)
    labels = Labels.of(texts, np.array([0, 3]), np.zeros((3, 1), dtype=np.float32), counted, terms)

    assert labels.shares.toarray() == pytest.approx(np.array([[0, 0.56801, 0.43199], [0, 0, 1], [1, 0, 0]]), abs=1e-5)
    assert labels.name_lengths.tolist() == [2, 1, 1]


def test_a_label_without_a_word_has_no_shares(entry: Callable[..., Entry]) -> None:
    labels = Index.of([entry("1", "…"), entry("2", "weld weld")]).labels

    assert labels.shares.sum(axis=1).tolist() == [[0], [1]]
    assert labels.name_lengths.tolist() == [0, 1]


def test_labels_that_only_reorder_words_are_one(entry: Callable[..., Entry]) -> None:
    choir = entry("1", "manage music staff", "manage staff of music", "lead a choir")

    assert Index.of([choir]).labels.texts == ("manage music staff", "lead a choir")
