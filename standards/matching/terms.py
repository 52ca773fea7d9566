"""Words and character grams: the evidence that two texts share terms, weighed by how rare the terms are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final, Literal, Self, TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

Analyzer = Literal["word", "char"]
Matrix: TypeAlias = csr_matrix

GRAM: Final = 4
"""Length of a character gram."""

_STOP_WORDS: Final = """
a an and are as at be been by can for from has have how in into is it its of on or other such that the their these
they this those to up use used using was were what when where which while who will with within would your you
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


def grams(text: str) -> list[str]:
    """Return the character grams of the words of a text, each word framed by spaces.

    Example
    -------
    >>> grams("weld it")
    [' wel', 'weld', 'eld ', ' it ']
    """
    return [gram for word in _WORD.findall(text.casefold()) for gram in _grams_of(word)]


@lru_cache(maxsize=1 << 16)
def _grams_of(word: str) -> tuple[str, ...]:
    framed = f" {word} "
    return tuple(framed[at : at + GRAM] for at in range(max(1, len(framed) - GRAM + 1)))


class Terms:
    """The terms of a collection of texts and their weights (TF-IDF, sublinear in the term's count).

    Parameters
    ----------
    vocabulary
        Column of each term.
    weights
        Inverse document frequency of each column: 1 + ln((1 + texts) / (1 + texts with the term)).
    """

    def __init__(self, analyzer: Analyzer, vocabulary: dict[str, int], weights: NDArray[np.float32]) -> None:
        self.analyzer = analyzer
        self.vocabulary = vocabulary
        self.weights = weights

    @classmethod
    def of(cls, texts: Sequence[str], analyzer: Analyzer, most: int | None = None) -> Self:
        """Return the terms of some texts, in alphabetical order.

        Parameters
        ----------
        most
            Terms that more texts have are left out: they tell little and cost most.
        """
        counts = Counter(term for text in texts for term in set(_analyze(text, analyzer)))
        ordered = sorted(term for term, count in counts.items() if most is None or count <= most)
        frequencies = np.fromiter((counts[term] for term in ordered), np.float32, len(ordered))
        weights = 1 + np.log((1 + len(texts)) / (1 + frequencies))
        vocabulary = {term: column for column, term in enumerate(ordered)}
        return cls(analyzer, vocabulary, weights.astype(np.float32))

    def counts(self, texts: Iterable[str]) -> Matrix:
        """Return how often each text has each term; terms that are not known are left out."""
        found = [Counter(_analyze(text, self.analyzer)) for text in texts]
        known = [sorted((self.vocabulary[t], n) for t, n in text.items() if t in self.vocabulary) for text in found]
        ends = np.cumsum([0, *map(len, known)])
        columns = np.fromiter((c for text in known for c, _ in text), np.int32, ends[-1])
        values = np.fromiter((n for text in known for _, n in text), np.float32, ends[-1])
        return csr_matrix((values, columns, ends), shape=(len(known), len(self.vocabulary)))

    def weigh(self, counts: Matrix) -> Matrix:
        """Return TF-IDF of counts: rows of length 1, or all zeros where no term is known."""
        values = (1 + np.log(counts.data)) * self.weights[counts.indices]
        weighed = csr_matrix((values, counts.indices, counts.indptr), shape=counts.shape)
        lengths = np.sqrt(np.asarray(weighed.power(2).sum(axis=1)).ravel())
        weighed.data /= np.repeat(np.where(lengths > 0, lengths, 1), np.diff(weighed.indptr))
        return weighed.astype(np.float32)


def tfidf(texts: Sequence[str], analyzer: Analyzer = "word") -> Matrix:
    """Return TF-IDF of texts over their own terms.

    Parameters
    ----------
    analyzer
        ``word`` for stemmed words, ``char`` for grams of four characters within words.

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
    terms = Terms.of(texts, analyzer)
    return terms.weigh(terms.counts(texts))


def _analyze(text: str, analyzer: Analyzer) -> list[str]:
    return stems(text) if analyzer == "word" else grams(text)
