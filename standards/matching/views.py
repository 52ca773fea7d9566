"""What each view sees in a statement and a concept that it may mean."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cached_property
from typing import Self

import numpy as np
from numpy.typing import NDArray

from standards.matching.about import About
from standards.matching.embedding import Floats
from standards.matching.fitted import WEIGHTS
from standards.matching.labels import Integers, Labels
from standards.matching.reading import Reading
from standards.matching.terms import Matrix


@dataclass(frozen=True)
class Views:
    """What the views see in each statement and its candidates, 0 to 1: statements by candidates.

    See `Evidence` for what each sees; what is explained, `Known` sees.
    """

    meaning: Floats
    words: Floats
    covered: Floats
    name: Floats
    description: Floats
    text: Floats
    passage: Floats

    @classmethod
    def of(cls, statements: Reading, labels: Labels, about: About, concepts: Integers, best: Integers) -> Self:
        """Return what is seen in candidates.

        Parameters
        ----------
        concepts, best
            Statements by candidates: which concept, and which of its labels fits best.
        """
        see = _Sight(statements, concepts.shape)
        vectors = labels.meaning[best]
        return cls(
            see.meaning(vectors),
            *see.label(labels, best),
            name=see.name(labels, concepts),
            description=see.meaning(about.meaning[concepts]),
            text=see.text(about, concepts),
            passage=see.passage(vectors),
        )

    @property
    def scores(self) -> Floats:
        """The weighed sum of all views."""
        label = WEIGHTS.of_label(self.meaning, self.words, self.covered)
        named = WEIGHTS.name * WEIGHTS.whole * self.name
        described = WEIGHTS.description * self.description + WEIGHTS.text * self.text
        return np.asarray(label + named + described + WEIGHTS.passage * self.passage, dtype=np.float32)

    def chosen(self, places: Integers) -> Self:
        """Return what they see in some candidates of each statement."""
        return type(self)(*(np.take_along_axis(getattr(self, each.name), places, axis=1) for each in fields(self)))


class _Sight:
    """Looks at candidates of statements."""

    def __init__(self, statements: Reading, shape: tuple[int, ...]) -> None:
        self._statements = statements
        self._shape = shape

    def label(self, labels: Labels, chosen: Integers) -> tuple[Floats, Floats]:
        """Return words and cover of labels."""
        words, covered = self._products(chosen, (self._words, labels.words), (self._near, labels.shares))
        return words, covered

    def name(self, labels: Labels, concepts: Integers) -> Floats:
        """Return what is seen of the names of concepts: those are the first labels."""
        seen = WEIGHTS.of_label(self.meaning(labels.meaning[concepts]), *self.label(labels, concepts))
        return np.asarray(seen / np.float32(WEIGHTS.whole), dtype=np.float32)

    def text(self, about: About, chosen: Integers) -> Floats:
        """Return how far what is said of concepts and the statements are in the same words."""
        (text,) = self._products(chosen, (self._texts, about.words))
        return text

    def meaning(self, vectors: Floats) -> Floats:
        """Return the cosines of statements and vectors: statements by candidates, given those by axes."""
        return _bounded(np.matmul(vectors, self._statements.meaning[:, :, None])[:, :, 0])

    def passage(self, vectors: Floats) -> Floats:
        """Return the highest cosine of any passage of each statement."""
        best = [(own @ of.T).max(axis=0) for own, of in zip(self._statements.passages, vectors, strict=True)]
        return _bounded(np.array(best, dtype=np.float32).reshape(self._shape))

    @cached_property
    def _words(self) -> Floats:
        return _dense(self._statements.words)

    @cached_property
    def _near(self) -> Floats:
        return _dense(self._statements.near)

    @cached_property
    def _texts(self) -> Floats:
        return _dense(self._statements.texts)

    def _products(self, chosen: Integers, *pairs: tuple[Floats, Matrix]) -> Iterator[Floats]:
        """Yield the products of statements with chosen rows of sparse matrices that all have values in one pattern."""
        pattern = pairs[0][1]
        flat = chosen.ravel()
        starts, sizes = pattern.indptr[flat], np.diff(pattern.indptr)[flat]
        ends = np.concatenate([[0], np.cumsum(sizes)])
        places = np.arange(ends[-1]) + np.repeat(starts - ends[:-1], sizes)
        own = np.repeat(np.arange(len(chosen)), np.diff(ends[:: chosen.shape[1]])) * pattern.shape[1]
        cells = own + pattern.indices[places]
        for statements, rows in pairs:
            values = np.append(statements.reshape(-1)[cells] * rows.data[places], np.float32(0))
            sums = np.add.reduceat(values, ends[:-1])
            yield _bounded(np.where(sizes, sums, 0).reshape(self._shape))


def _dense(rows: Matrix) -> Floats:
    return np.asarray(rows.toarray(), dtype=np.float32)


def _bounded(seen: NDArray[np.floating]) -> Floats:
    return np.asarray(np.clip(seen, 0, 1), dtype=np.float32)
