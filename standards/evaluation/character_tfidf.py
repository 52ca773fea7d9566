"""TF-IDF over runs of letters: what finds words that are spelled alike."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

import numpy as np
from scipy.sparse import csr_matrix

from standards.evaluation.all_labels import AllLabels, blocks
from standards.evaluation.methods import Ranked
from standards.matching import Entry

_WORD: Final = re.compile(r"\w+")


class CharacterTfidf:
    """Cosine of TF-IDF over the runs of 3 to 5 letters within words, sublinear in their count."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._labels = AllLabels(entries)
        texts = self._labels.texts
        words = dict.fromkeys(word for text in texts for word in _words(text))
        self._columns = {gram: column for column, gram in enumerate(sorted({g for w in words for g in _grams_of(w)}))}
        counts = self._counts(texts)
        frequencies = np.bincount(counts.indices, minlength=len(self._columns))
        self._weights = 1 + np.log((1 + len(texts)) / (1 + frequencies))
        self._rows: csr_matrix = self._weighed(counts).T.tocsr()

    def rank(self, texts: Sequence[str], top: int) -> list[Ranked]:
        """Return the concepts whose labels have most runs of letters in common with each text."""
        return [
            ranked
            for block in blocks(texts)
            for ranked in self._labels.best((self._weighed(self._counts(block)) @ self._rows).toarray(), top)
        ]

    def _counts(self, texts: Sequence[str]) -> csr_matrix:
        """Return how often each text has each run that is known; the runs of a word are looked up once."""
        words: dict[str, int] = {}
        said = [[words.setdefault(word, len(words)) for word in _words(text)] for text in texts]
        runs = [[self._columns[gram] for gram in _grams_of(word) if gram in self._columns] for word in words]
        return _counted(said, len(words)) @ _counted(runs, len(self._columns))

    def _weighed(self, counts: csr_matrix) -> csr_matrix:
        """Return TF-IDF of counts: rows of length 1, or zeros where no run is known."""
        values = (1 + np.log(counts.data)) * self._weights[counts.indices]
        rows = np.repeat(np.arange(counts.shape[0]), np.diff(counts.indptr))
        lengths = np.sqrt(np.bincount(rows, values**2, counts.shape[0]))
        scaled = (values / lengths[rows]).astype(np.float32)
        return csr_matrix((scaled, counts.indices, counts.indptr), shape=counts.shape)


def _counted(rows: Sequence[Sequence[int]], columns: int) -> csr_matrix:
    """Return how often each row has each number."""
    ends = np.cumsum([0, *map(len, rows)])
    flat = np.fromiter((column for row in rows for column in row), np.int64, ends[-1])
    counted = csr_matrix((np.ones(len(flat)), flat, ends), shape=(len(rows), columns))
    counted.sum_duplicates()
    return counted


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


@lru_cache(maxsize=1 << 16)
def _grams_of(word: str) -> tuple[str, ...]:
    """Return the runs of 3 to 5 letters of a word between two spaces; a shorter one is its own run.

    Example
    -------
    >>> _grams_of("arc")
    (' ar', 'arc', 'rc ', ' arc', 'arc ', ' arc ')
    """
    framed = f" {word} "
    runs = (framed[at : at + n] for n in (3, 4, 5) for at in range(max(1, len(framed) - n + 1)))
    return tuple(dict.fromkeys(runs)) if len(framed) < 5 else tuple(runs)
