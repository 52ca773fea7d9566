"""Known words: which share of a statement what is said of a concept explains, in its own words or related ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Self

import numpy as np
from scipy.sparse import csr_matrix

from standards.matching.commonness import telling
from standards.matching.embedding import Floats
from standards.matching.labels import Integers
from standards.matching.related import related
from standards.matching.terms import Matrix, Terms


@dataclass(frozen=True)
class Known:
    """The words of some statements, and what may stand for them.

    Parameters
    ----------
    shares
        Of each statement, what share each word is, words having more that are rare at work, see `telling`: statements
        by words, rows that add up to 1.
    words, columns, kinship
        Which word of the statements, which word of what is said of concepts, and how near they are (0 to 1).
    """

    shares: Matrix
    words: Integers
    columns: Integers
    kinship: Floats

    @classmethod
    def of(cls, statements: Sequence[Sequence[str]], terms: Terms) -> Self:
        """Return the words of statements, given their stems, each once, and the words that are said of concepts."""
        places = {word: place for place, word in enumerate(dict.fromkeys(chain.from_iterable(statements)))}
        pairs = _pairs(places, terms)
        words, columns, kinship = zip(*pairs, strict=True) if pairs else ((), (), ())
        return cls(
            _shares(statements, places),
            np.array(words, dtype=np.int64),
            np.array(columns, dtype=np.int64),
            np.array(kinship, dtype=np.float32),
        )

    def explained(self, said: Matrix, concepts: Integers, counting: Floats | None = None) -> Floats:
        """Return which share of each statement some concepts explain, 0 to 1: statements by concepts.

        A word counts by the nearest word that is said of the concept: 1 where it is the same one.

        Parameters
        ----------
        said
            Of all concepts, with values wherever a word is said: concepts by words.
        concepts
            Of each statement.
        counting
            What each word that is said counts, 0 to 1; without it, all count 1.
        """
        used, places = np.unique(concepts, return_inverse=True)
        kinship = self.kinship if counting is None else self.kinship * counting[self.columns]
        near = _nearest(self.words, self.shares.shape[1], self.columns, said[used], kinship)
        found = np.take_along_axis(self.shares @ near, places.reshape(concepts.shape), axis=1)
        return np.asarray(np.minimum(found, 1), dtype=np.float32)

    def heard(self, words: int) -> Floats:
        """Return how near each statement comes to each of so many words that are said, 0 to 1: statements by words."""
        return _nearest(self.columns, words, self.words, self.shares, self.kinship).T


def _nearest(words: Integers, size: int, kindred: Integers, texts: Matrix, kinship: Floats) -> Floats:
    """Return how near texts come to words, given which words are akin: words by texts.

    Parameters
    ----------
    words, size
        The words of pairs, and how many words there are.
    kindred, texts
        The words that they are akin to, as columns of texts, and the texts: rows with values wherever one has a word.
    kinship
        Of each pair.
    """
    order = np.argsort(kinship, kind="stable")
    having = texts.tocsc()
    starts, sizes = having.indptr[kindred[order]], np.diff(having.indptr)[kindred[order]]
    ends = np.cumsum(sizes)
    cells = np.arange(ends[-1] if len(ends) else 0) + np.repeat(starts - ends + sizes, sizes)
    near = np.zeros((size, texts.shape[0]), dtype=np.float32)
    # The nearest comes last, and what is written last stays.
    near[np.repeat(words[order], sizes), having.indices[cells]] = np.repeat(kinship[order], sizes)
    return near


def _pairs(places: dict[str, int], terms: Terms) -> list[tuple[int, int, float]]:
    """Return places of words, columns of terms, and their kinship."""
    known = terms.vocabulary
    same = [(place, known[word], 1.0) for word, place in places.items() if word in known]
    others = ((place, related().get(word, {})) for word, place in places.items())
    return same + [(place, known[word], near) for place, own in others for word, near in own.items() if word in known]


def _shares(statements: Sequence[Sequence[str]], places: dict[str, int]) -> Matrix:
    weights = telling(places)
    columns = np.array([places[word] for own in statements for word in own], dtype=np.int64)
    ends = np.cumsum([0, *map(len, statements)])
    rows = np.repeat(np.arange(len(statements)), np.diff(ends))
    totals = np.bincount(rows, weights[columns], minlength=len(statements))
    values = weights[columns] / totals[rows].astype(np.float32)
    return csr_matrix((values, columns, ends), shape=(len(statements), len(places)))
