"""Words: the evidence that two texts share terms, weighed by how rare the terms are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from typing import Final, Self, TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

Floats = NDArray[np.float32]
Matrix: TypeAlias = csr_matrix

_STOP_WORDS: Final = """
a an and are as at be been by can for from has have how in into is it its itself of on or other such that the their
these them themselves they this those to up use used using was were what when where which while who will with within
would your you
"""
STOP_WORDS: Final = frozenset(_STOP_WORDS.split())
"""Words that carry no meaning of their own."""

_WORD: Final = re.compile(r"[^\W_]+(?:\+\+|#)?")
_ENDINGS: Final = (
    *("izations", "ization", "ations", "ation", "ators", "ator", "ating", "ative"),
    *("ances", "ance", "ments", "ment", "ated", "ates", "ings", "ions", "ate", "ing", "ion"),
    *("ers", "ies", "ed", "er", "es", "e", "y"),
)


def words(text: str) -> list[str]:
    """Return the words of a text, lower case, without the words that carry no meaning.

    Example
    -------
    >>> words("Programs in C++, and the use of Python (primary)")
    ['programs', 'c++', 'python', 'primary']
    """
    return [word for word in _WORD.findall(text.casefold()) if word not in STOP_WORDS]


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """Return an English word without its ending; what is left has four letters at least, three before a plural s.

    Example
    -------
    >>> {stem(word) for word in ("calibrate", "calibrates", "calibrating", "calibration")}
    {'calibr'}
    >>> stem("logs"), stem("bus")
    ('log', 'bus')
    """
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    plural = len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is"))
    return word[:-1] if plural else word


def stems(text: str) -> list[str]:
    """Return the words of a text without their endings."""
    return [stem(word) for word in words(text)]


class Terms:
    """The stemmed words of a collection of texts and their weights (TF-IDF, sublinear in the word's count).

    Parameters
    ----------
    vocabulary
        Column of each stem.
    weights
        Inverse document frequency of each column: 1 + ln((1 + texts) / (1 + texts with the word)).
    """

    def __init__(self, vocabulary: dict[str, int], weights: Floats) -> None:
        self.vocabulary = vocabulary
        self.weights = weights

    @classmethod
    def of(cls, texts: Sequence[str]) -> Self:
        """Return the terms of some texts, in alphabetical order."""
        said = [stems(text) for text in texts]
        vocabulary = {term: at for at, term in enumerate(sorted(set(chain.from_iterable(said))))}
        return cls(vocabulary, rarity(counts(said, vocabulary)))

    def weigh(self, counts: Matrix) -> Matrix:
        """Return TF-IDF of counts: rows of length 1, or all zeros where no term is known."""
        values = (1 + np.log(counts.data)) * self.weights[counts.indices]
        weighed = csr_matrix((values, counts.indices, counts.indptr), shape=counts.shape)
        lengths = np.sqrt(np.asarray(weighed.power(2).sum(axis=1)).ravel())
        weighed.data /= np.repeat(np.where(lengths > 0, lengths, 1), np.diff(weighed.indptr))
        return weighed.astype(np.float32)

    def shares(self, counts: Matrix) -> Matrix:
        """Return each term's share of its text, by the weights of the terms: rows that add up to 1."""
        weights = self.weights[counts.indices]
        rows = np.repeat(np.arange(counts.shape[0]), np.diff(counts.indptr))
        totals = np.bincount(rows, weights, minlength=counts.shape[0])
        return csr_matrix((weights / totals[rows].astype(np.float32), counts.indices, counts.indptr), counts.shape)


def counts(texts: Iterable[Iterable[str]], vocabulary: Mapping[str, int]) -> Matrix:
    """Return how often each text, given its stems, has each term of a vocabulary (others are left out).

    Returns
    -------
    csr_matrix
        Texts by terms.
    """
    known = [[vocabulary[term] for term in text if term in vocabulary] for text in texts]
    ends = np.cumsum([0, *map(len, known)])
    columns = np.fromiter(chain.from_iterable(known), np.int32, ends[-1])
    counted = csr_matrix((np.ones(ends[-1], np.float32), columns, ends), shape=(len(known), len(vocabulary)))
    counted.sum_duplicates()
    return counted


def rarity(counts: Matrix) -> Floats:
    """Return the inverse document frequency of each column: 1 for what every text has, more for what is rare."""
    texts, columns = counts.shape
    frequencies = np.bincount(counts.indices, minlength=columns)
    return np.asarray(1 + np.log((1 + texts) / (1 + frequencies)), dtype=np.float32)


def tfidf(texts: Sequence[str]) -> Matrix:
    """Return TF-IDF of the stemmed words of texts.

    Returns
    -------
    csr_matrix
        Texts by terms, ``float32``, rows of length 1 (all zeros for a text without terms).

    Example
    -------
    >>> rows = tfidf(["weld pipes", "welding of pipes", "run payroll"])
    >>> [round(float(similarity), 3) for similarity in (rows @ rows[0].T).toarray().ravel()]
    [1.0, 1.0, 0.0]
    """
    terms = Terms.of(texts)
    return terms.weigh(counts(map(stems, texts), terms.vocabulary))
