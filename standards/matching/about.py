"""What concepts are about: their descriptions, beside their labels."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Self

import numpy as np

from standards.matching.embedding import Floats, embed
from standards.matching.suggestion import Entry
from standards.matching.terms import Matrix, Terms

MEANING: Final = 0.5
WORDS: Final = 0.3
"""What each view counts in the score of a concept; chosen on annotated job advertisements."""


class About:
    """The descriptions of concepts, seen by meaning and by words.

    Parameters
    ----------
    meaning
        Embedding of each description.
    rows
        TF-IDF of the words of each description and of all labels with it.
    """

    def __init__(self, terms: Terms, meaning: Floats, rows: Matrix) -> None:
        self.terms = terms
        self.meaning = meaning
        self.rows = rows
        self._columns: Matrix = rows.T.tocsr()

    @classmethod
    def of(cls, entries: Sequence[Entry]) -> Self:
        """Return what some concepts are about."""
        texts = [" ".join((entry.label, *entry.alt_labels, entry.description)) for entry in entries]
        terms = Terms.of(texts, "word")
        descriptions = embed([entry.description for entry in entries])
        return cls(terms, descriptions, terms.weigh(terms.counts(texts)))

    def similarities(self, statements: Sequence[str], meaning: Floats) -> tuple[Floats, Floats]:
        """Return the cosines by meaning and by words: each statements by concepts.

        Parameters
        ----------
        meaning
            Embeddings of the statements.
        """
        rows = self.terms.weigh(self.terms.counts(statements))
        return meaning @ self.meaning.T, np.asarray((rows @ self._columns).toarray())
