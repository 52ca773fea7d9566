"""The lexicon: the words of a framework, how rare each is, and which words of statements are akin to them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import Self

import numpy as np
from scipy.sparse import csr_matrix

from standards.matching.emphasis import emphasis
from standards.matching.kinship import Kin, Kinship
from standards.matching.terms import Matrix, Terms, counts, rarity, stem, stems, words


class Lexicon:
    """The words of a framework: first those of its labels, then those that only its descriptions have.

    Parameters
    ----------
    labels, texts
        Weights of words among labels, and among all that is said of each concept; both have the same columns.
    kinship
        Of the words of labels.
    """

    def __init__(self, labels: Terms, texts: Terms, kinship: Kinship) -> None:
        self.labels = labels
        self.texts = texts
        self.kinship = kinship

    @classmethod
    def of(cls, labels: Sequence[str], texts: Sequence[str]) -> tuple[Self, Matrix, Matrix]:
        """Return the lexicon of some labels and texts, with how often each label and each text has each word."""
        named, said = [words(label) for label in labels], [stems(text) for text in texts]
        spelled: dict[str, str] = {}
        for word in dict.fromkeys(chain.from_iterable(named)):
            spelled.setdefault(stem(word), word)
        own, others = sorted(spelled), sorted(set(chain.from_iterable(said)) - spelled.keys())
        vocabulary = {term: column for column, term in enumerate([*own, *others])}
        in_labels, in_texts = counts((map(stem, label) for label in named), vocabulary), counts(said, vocabulary)
        kinship = Kinship.of(own, [spelled[term] for term in own])
        telling = np.array([emphasis(term) for term in vocabulary], dtype=np.float32)
        own_terms, all_terms = (Terms(vocabulary, rarity(of) * telling) for of in (in_labels, in_texts))
        lexicon = cls(own_terms, all_terms, kinship)
        return lexicon, in_labels, in_texts

    def near(self, statements: Sequence[Sequence[str]]) -> Matrix:
        """Return how near statements, given their words, come to each word of the lexicon.

        Returns
        -------
        csr_matrix
            Statements by words: the kinship of the nearest word of the statement, 0 to 1.
        """
        asked = list(dict.fromkeys(chain.from_iterable(statements)))
        kin = dict(zip(asked, self.kinship.of_each(asked), strict=True))
        found = [(row, kin[word]) for row, own in enumerate(statements) for word in own]
        return nearest(found, len(statements), len(self.labels.vocabulary))


def nearest(found: Sequence[tuple[int, Kin]], rows: int, columns: int) -> Matrix:
    """Return a matrix of what is found in each row; of several values in one place the highest."""
    if not found:
        return csr_matrix((rows, columns), dtype=np.float32)
    sizes = [len(near) for _, (near, _) in found]
    places = np.repeat([row for row, _ in found], sizes) * columns + np.concatenate([near for _, (near, _) in found])
    order = np.argsort(places, kind="stable")
    first = np.flatnonzero(np.diff(places[order], prepend=-1))
    if not len(first):
        return csr_matrix((rows, columns), dtype=np.float32)
    values = np.maximum.reduceat(np.concatenate([kinship for _, (_, kinship) in found])[order], first)
    row, column = np.divmod(places[order][first], columns)
    ends = np.concatenate([[0], np.cumsum(np.bincount(row, minlength=rows))])
    return csr_matrix((values, column, ends), shape=(rows, columns))
