"""Embeddings: the mean of the vectors of a text's word pieces."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from standards.matching import embed
from standards.matching.embedding import DIMENSIONS, LONGEST, Pieces, model, principal_axes, unit

ALL = np.eye(DIMENSIONS, dtype=np.float32)


def test_an_embedding_by_hand() -> None:
    tokenizer, vectors = model()
    own = tokenizer.encode("weld pipes", add_special_tokens=False).ids
    mean = np.mean([vectors[piece] for piece in own], axis=0)

    assert embed(["weld pipes"])[0] == pytest.approx(mean / np.linalg.norm(mean), abs=1e-6)


def test_spaces_say_nothing() -> None:
    assert (embed([" weld   pipes\n"]) == embed(["weld pipes"])).all()


def test_a_text_without_a_word_has_no_meaning() -> None:
    assert np.linalg.norm(embed(["weld", "", " "]), axis=1) == pytest.approx([1, 0, 0])
    assert embed([]).shape == (0, DIMENSIONS)


@given(st.text(st.characters(codec="utf-8"), max_size=2 * LONGEST))
def test_a_text_has_the_pieces_of_its_words(text: str) -> None:
    tokenizer, _ = model()
    plain = " ".join(text.split())

    assert Pieces.of([text]).ids.tolist() == tokenizer.encode(plain, add_special_tokens=False).ids


def test_a_short_text_is_its_only_passage() -> None:
    ((passage,),) = Pieces.of(["weld pipes"]).passages(100, ALL)

    assert passage == pytest.approx(embed(["weld pipes"])[0], abs=1e-6)


def test_passages_by_hand() -> None:
    pieces = Pieces.of(["weld pipes and payroll", ""])
    passages, nothing = pieces.passages(2, ALL)
    _, vectors = model()
    sums = vectors[pieces.ids[:-1]] + vectors[pieces.ids[1:]]

    assert passages == pytest.approx(unit(sums), abs=1e-5)
    assert nothing.tolist() == [[0] * DIMENSIONS]


def test_axes_by_hand() -> None:
    """Rows that differ along (3, 4) alone have that as their first axis."""
    rows = np.array([[3, 4], [6, 8], [-3, -4]], dtype=np.float32)
    first, second = principal_axes(rows, 2).T

    assert abs(first) == pytest.approx([0.6, 0.8], abs=1e-6)
    assert rows @ second == pytest.approx([0, 0, 0], abs=1e-5)


def test_on_all_axes_nothing_is_lost() -> None:
    rows, others = embed(["weld pipes", "run the payroll", "solder"]), embed(["paint a wall"])
    axes = principal_axes(rows, DIMENSIONS)

    assert (rows @ axes) @ (others @ axes).T == pytest.approx(rows @ others.T, abs=1e-5)


def test_rows_of_zeros_stay() -> None:
    assert unit(np.array([[3.0, 4.0], [0.0, 0.0]])) == pytest.approx(np.array([[0.6, 0.8], [0, 0]]))
