"""Phrases: what is said of a concept, in its sentences, clauses and members of lists, each by itself.

A description names a dozen things, and an outcome teaches one of them: beside the whole it is hardly seen.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final, Self

import numpy as np

from standards.matching.acronyms import spelled
from standards.matching.commonness import telling
from standards.matching.embedding import Floats
from standards.matching.labels import Integers
from standards.matching.sentences import sentences
from standards.matching.terms import Matrix, Terms, counts, stems

_CLAUSE: Final = re.compile(r"[;:]\s*|\n+")
_MEMBER: Final = re.compile(
    r",\s*(?:and\s+|or\s+)?|\s+(?:and/or|and|or)\s+|\s*\b(?:including|such as|e\.g\.|for example)\s*", re.IGNORECASE
)
_OPENING: Final = re.compile(r"^(?:includes?|covers?|from|applies to)\s+", re.IGNORECASE)


def phrases(texts: Iterable[str]) -> list[str]:
    """Return the clauses of some texts and the members of the lists in them, each once.

    Example
    -------
    >>> phrases(["Includes eye protection, gloves and respirators."])
    ['eye protection, gloves and respirators.', 'eye protection', 'gloves', 'respirators.']
    >>> phrases(["Rules of the U.S. and/or its states, e.g. of speed."])[1:]
    ['Rules of the U.S.', 'its states', 'of speed.']
    """
    clauses = chain.from_iterable(map(_clauses, texts))
    return list(dict.fromkeys(chain.from_iterable(map(_members, clauses))))


def _clauses(text: str) -> Iterator[str]:
    """Yield what stands between semicolons, colons and lines, sentence by sentence."""
    for clause in _CLAUSE.split(text):
        yield from (_OPENING.sub("", sentence.strip()) for sentence in sentences(clause))


def _members(clause: str) -> Iterator[str]:
    """Yield a clause, and what its commas and conjunctions part."""
    members = (_OPENING.sub("", member) for member in _MEMBER.split(clause))
    yield from filter(None, (clause, *members))


@dataclass(frozen=True)
class Phrases:
    """The phrases of concepts, in the order of the index.

    Parameters
    ----------
    shares
        Which share of its phrase each word is, words having more that are rare at work, see `telling`: phrases by
        words, rows that add up to 1.
    starts
        Where the phrases of each concept start, with the end; each has one at least.
    """

    shares: Matrix
    starts: Integers

    @classmethod
    def of(cls, concepts: Sequence[Sequence[str]], vocabulary: Mapping[str, int]) -> Self:
        """Return the phrases of concepts, given all that is said of each, and the words that count."""
        found = [phrases(texts) or [""] for texts in concepts]
        words = counts((dict.fromkeys(stems(spelled(one))) for one in chain.from_iterable(found)), vocabulary)
        starts = np.cumsum([0, *map(len, found)], dtype=np.int64)
        return cls(Terms(dict(vocabulary), telling(vocabulary)).shares(words), starts)

    def covered(self, near: Floats, concepts: Integers) -> Floats:
        """Return how much statements say of that phrase of some concepts of which they say most, 0 to 1.

        Parameters
        ----------
        near
            How near each statement comes to each word: statements by words.
        concepts
            Statements by concepts.
        """
        firsts, sizes = self.starts[concepts.ravel()], np.diff(self.starts)[concepts.ravel()]
        ends = np.cumsum(sizes)
        of_pairs = self.shares[np.arange(sizes.sum()) + np.repeat(firsts - ends + sizes, sizes)]
        statements = np.repeat(np.repeat(np.arange(len(near)), concepts.shape[1]), sizes)
        cells = np.repeat(statements, np.diff(of_pairs.indptr)), of_pairs.indices
        of_pairs.data = of_pairs.data * near[cells]
        sums = np.asarray(of_pairs.sum(axis=1)).ravel()
        best = np.maximum.reduceat(sums, ends - sizes) if len(sums) else sums
        return np.asarray(np.minimum(best, 1), dtype=np.float32).reshape(concepts.shape)
