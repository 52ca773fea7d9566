"""Kinship of words: by stem, by meaning, by letters."""

import numpy as np
import pytest

from standards.matching import embed, kinship
from standards.matching.embedding import DIMENSIONS, Floats
from standards.matching.kinship import LEAST, Kinship


def nothing(words: int) -> Floats:
    """Return meanings that are those of no word."""
    return np.zeros((words, DIMENSIONS), dtype=np.float32)


def kin(of: Kinship, word: str) -> dict[int, float]:
    ((columns, near),) = of.of_each([word])
    return dict(zip(columns.tolist(), near.tolist(), strict=True))


def test_a_word_of_the_same_stem_is_the_same() -> None:
    assert kin(Kinship(["weld", "paint"], nothing(2)), "welding") == {0: 1}


def test_a_slip_by_hand() -> None:
    """Letters of payrol and payroll: 2 x 6 of 13; squared .852."""
    assert kin(Kinship(["payroll"], nothing(1)), "payrol") == {0: pytest.approx((12 / 13) ** 2)}


def test_words_that_share_few_letters_are_strangers() -> None:
    """Letters of weld and held: 2 x 3 of 8, below .8."""
    assert kin(Kinship(["held"], nothing(1)), "weld") == {}


@pytest.mark.parametrize(("cosine", "expected"), [(0.68, {0: 0.6}), (0.9, {0: 0.875}), (0.55, {}), (-1.0, {})])
def test_meaning_by_hand(cosine: float, expected: dict[int, float]) -> None:
    """A cosine of .68 is (.68 - .2) / .8 = .6; one of .55 is .44, too little."""
    own, other = embed(["weld", "payroll"])
    across = other - (other @ own) * own
    meaning = cosine * own + np.sqrt(1 - cosine**2) * across / np.linalg.norm(across)
    found = kin(Kinship(["zzzz"], np.array([meaning], dtype=np.float32)), "weld")

    assert found == {column: pytest.approx(near, abs=1e-5) for column, near in expected.items()}


def test_kinship_is_never_below_the_least() -> None:
    vocabulary = ["weld", "solder", "braze", "payroll", "wage", "nurse", "nurs"]
    of = Kinship.of(vocabulary, vocabulary)
    found = [near for word in vocabulary for near in kin(of, word).values()]

    assert len(found) > len(vocabulary)
    assert min(found) >= LEAST
    assert max(found) == 1


def test_what_was_forgotten_is_found_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kinship, "REMEMBERED", 1)
    words = ["welding", "soldering", "painting", "welding"]
    of = Kinship.of(["weld", "solder", "paint"], ["welding", "solder", "paint"])

    assert [kin(of, word) for word in words] == [
        dict(zip(columns.tolist(), near.tolist(), strict=True)) for columns, near in of.of_each(words)
    ]
