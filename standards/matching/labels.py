"""The labels of all concepts, seen four ways, and how well each fits a statement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, Self

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack

from standards.matching.embedding import Floats, embed
from standards.matching.terms import Matrix, Terms

Integers = NDArray[np.int64]

MEANING: Final = 1.0
CHARACTERS: Final = 0.5
WORDS: Final = 0.5
COVERED: Final = 0.2
"""What each view counts in the score of a label; chosen on annotated job advertisements."""


AXES: Final = 192
"""Principal axes on which embeddings are compared; they cost a quarter less than all 256 and find as much."""

COMMON: Final = 4000
"""Character grams that more labels have are left out."""


@dataclass(frozen=True)
class Views:
    """Texts as each view sees them, a row a text.

    Parameters
    ----------
    meaning
        Embeddings.
    characters, words
        TF-IDF of character grams and of stemmed words, rows of length 1.
    covered
        Of statements: 1 for each word. Of labels: each word's share of the label, rare words having more; the shares
        of a label add up to 1.
    """

    meaning: Floats
    characters: Matrix
    words: Matrix
    covered: Matrix

    def rows(self, chosen: Integers) -> Views:
        """Return some of the texts, in the order asked for."""
        return Views(self.meaning[chosen], self.characters[chosen], self.words[chosen], self.covered[chosen])

    def terms(self) -> Matrix:
        """Return what the three views of terms see, side by side."""
        return hstack([self.characters, self.words, self.covered], format="csr")


class Labels:
    """The labels of concepts, those of one concept side by side.

    Parameters
    ----------
    texts
        Every label.
    starts
        Where the labels of each concept begin; each has one at least.
    """

    def __init__(self, texts: Sequence[str], starts: Integers, grams: Terms, words: Terms, views: Views) -> None:
        self.texts = tuple(texts)
        self.starts = starts
        self.grams = grams
        self.words = words
        self.views = views
        weighed = replace(
            views,
            characters=views.characters * CHARACTERS,
            words=views.words * WORDS,
            covered=views.covered * COVERED,
        )
        self._columns: Matrix = weighed.terms().T.tocsr()
        self._axes = _principal_axes(views.meaning)
        self._placed = views.meaning @ self._axes

    @classmethod
    def of(cls, names: Sequence[Sequence[str]]) -> Self:
        """Return the labels of concepts, given the names of each."""
        texts = [name for of_one in names for name in of_one]
        starts = np.cumsum([0, *map(len, names)], dtype=np.int64)[:-1]
        grams, words = Terms.of(texts, "char", most=COMMON), Terms.of(texts, "word")
        views = _views(texts, grams, words)
        return cls(texts, starts, grams, words, replace(views, covered=_shares(views.covered, words)))

    def see(self, statements: Sequence[str]) -> Views:
        """Return statements as the views of these labels see them."""
        return _views(statements, self.grams, self.words)

    def scores(self, statements: Views) -> Floats:
        """Return how well each label fits each statement: statements by labels, 0 to 2.2."""
        scores: Floats = (statements.meaning @ self._axes) @ self._placed.T
        scores += (statements.terms() @ self._columns).toarray()
        return scores

    def evidence(self, statements: Views, labels: Integers) -> Floats:
        """Return what each view sees in pairs of a statement and a label: pairs by 4, 0 to 1."""
        chosen = self.views.rows(labels)
        seen = (
            np.einsum("ij,ij->i", statements.meaning, chosen.meaning),
            _products(statements.characters, chosen.characters),
            _products(statements.words, chosen.words),
            _products(statements.covered, chosen.covered),
        )
        return np.asarray(np.clip(np.stack(seen, axis=1), 0, 1), dtype=np.float32)


def _principal_axes(meaning: Floats) -> Floats:
    """Return the axes along which embeddings differ most: dimensions by `AXES`."""
    _, axes = np.linalg.eigh((meaning.T @ meaning).astype(np.float64))
    return np.ascontiguousarray(axes[:, ::-1][:, :AXES], dtype=np.float32)


def _views(texts: Sequence[str], grams: Terms, words: Terms) -> Views:
    counts = words.counts(texts)
    known = csr_matrix((np.ones_like(counts.data), counts.indices, counts.indptr), counts.shape)
    return Views(embed(texts), grams.weigh(grams.counts(texts)), words.weigh(counts), known)


def _shares(known: Matrix, words: Terms) -> Matrix:
    """Return each word's share of its label, by the weights of the words."""
    weights = words.weights[known.indices]
    totals = np.add.reduceat(np.append(weights, 0), known.indptr[:-1])
    shares = weights / np.repeat(totals, np.diff(known.indptr))
    return csr_matrix((shares, known.indices, known.indptr), known.shape)


def _products(left: Matrix, right: Matrix) -> Floats:
    """Return the inner product of each pair of rows."""
    return np.asarray(left.multiply(right).sum(axis=1), dtype=np.float32).ravel()
