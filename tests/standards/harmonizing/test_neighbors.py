"""Which texts are looked at closely together."""

from __future__ import annotations

import numpy as np

from standards.harmonizing.neighbors import FEW, LEAF, NEAREST, TREES, neighbors
from standards.harmonizing.texts import AKIN, Texts


def pairs_of(wordings: list[str]) -> set[tuple[int, int]]:
    one, other = neighbors(Texts.of(wordings))
    return set(zip(one.tolist(), other.tolist(), strict=True))


def test_what_shares_a_rare_word_or_means_the_same_is_a_neighbor() -> None:
    found = pairs_of(["Weld pipes", "Welding of tubes", "Run the payroll", "Pay wages from the payroll"])
    assert {(0, 1), (2, 3)} <= found


def test_a_pair_stands_once_with_the_earlier_text_first() -> None:
    one, other = neighbors(Texts.of([f"Inspect pump {letter}{letter}" for letter in "abcdefghijklmnop"]))
    assert (one < other).all()
    assert len(set(zip(one.tolist(), other.tolist(), strict=True))) == len(one)


def test_the_same_texts_have_the_same_neighbors() -> None:
    texts = Texts.of([f"Inspect {part} of unit {number}" for part in ("pump", "valve", "fan") for number in range(40)])
    first, second = neighbors(texts), neighbors(texts)
    assert all(np.array_equal(one, other) for one, other in zip(first, second, strict=True))


def test_texts_that_are_all_alike_have_no_more_neighbors_each_than_others() -> None:
    texts = Texts.of([f"Inspect the pump number {number}" for number in range(20 * LEAF)])
    one, _ = neighbors(texts)
    assert len(one) <= len(texts) * (TREES * NEAREST + FEW)


def test_no_text_has_no_neighbors() -> None:
    assert pairs_of([]) == pairs_of(["Weld pipes"]) == pairs_of(["", ""]) == set()


def test_misspellings_of_a_word_are_akin_to_no_more_than_a_few() -> None:
    letters = "abcdefghijklmnopqrstuvwxyz"
    misspelled = [f"Maintain hydrau{one}{other}ic pumps" for one in letters[:8] for other in letters]
    texts = Texts.of(["Maintain hydraulic pumps", *misspelled])
    assert texts.near.nnz <= len(texts) * 3 * AKIN
    own = texts.near[texts.shares.nonzero()]
    assert own.min() > 0.999
