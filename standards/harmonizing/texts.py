"""Texts: sayings as they are compared, each wording once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Final, Self

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from standards.harmonizing.height import height, rank
from standards.matching.acronyms import spelled
from standards.matching.commonness import telling
from standards.matching.embedding import Floats, embed
from standards.matching.kinship import Kin, Kinship
from standards.matching.lexicon import nearest
from standards.matching.related import related
from standards.matching.statements import clean
from standards.matching.terms import Matrix, stem, words

Integers = NDArray[np.int64]

AKIN: Final = 32
"""Words that are akin to one, at most: a trade's have twenty, but a thousand misspellings have each other."""

ASKED: Final = 1024
"""Words whose kin is looked for at a time, for each is held against the whole vocabulary."""

_NUMBER: Final = re.compile(r"\d+(?:[.,]\d+)*")
_NOT: Final = re.compile(r"\b(?:not|never|no|without|except|n't)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Texts:
    """Wordings, each once.

    Parameters
    ----------
    wordings
        Without openings and marks of lists, see `clean`.
    meaning
        Embeddings: wordings by 256, rows of length 1.
    shares
        Wordings by words: how much of the wording each word says, rows that add up to 1.
    near
        Wordings by words: the kinship of the nearest word of the wording, 0 to 1.
    heights
        See `height`.
    languages
        Tags of their languages; what is said in two languages is not compared.
    """

    wordings: tuple[str, ...]
    meaning: Floats
    shares: Matrix
    near: Matrix
    heights: Integers
    languages: NDArray[np.str_]

    @classmethod
    def of(cls, wordings: Iterable[str], languages: Sequence[str] = ()) -> Self:
        """Return some wordings as they are compared; without their languages, all are in one."""
        own = tuple(map(clean, wordings))
        plain = [spelled(wording) for wording in own]
        said = [list(dict.fromkeys(word for word in words(text) if not word.isdigit())) for text in plain]
        shares, near = _by_words(said)
        heights = np.array([height(wording) for wording in own], dtype=np.int64)
        tags = np.array(languages or [""] * len(own), dtype=np.str_)
        return cls(own, embed([text.lower() for text in plain]), shares, near, heights, tags)

    def __len__(self) -> int:
        return len(self.wordings)

    @cached_property
    def numbers(self) -> Integers:
        """Which numbers are in each, the same for the same ones; *Level 1* is not *Level 2*."""
        known: dict[frozenset[str], int] = {}
        told = (frozenset(_NUMBER.findall(wording)) for wording in self.wordings)
        return np.array([known.setdefault(own, len(known)) for own in told], dtype=np.int64)

    @cached_property
    def ranks(self) -> Integers:
        """Who each is surely of, see `rank`; 0 where it may be of several."""
        return np.array([rank(wording) or 0 for wording in self.wordings], dtype=np.int64)

    @cached_property
    def negated(self) -> NDArray[np.bool_]:
        """Which of them say what is not done."""
        return np.array([bool(_NOT.search(wording)) for wording in self.wordings], dtype=np.bool_)


def _by_words(said: Sequence[Sequence[str]]) -> tuple[Matrix, Matrix]:
    """Return how much each word says of each text, and how near each text comes to each word."""
    spelled_as: dict[str, str] = {}
    for word in chain.from_iterable(said):
        spelled_as.setdefault(stem(word), word)
    vocabulary = {own: column for column, own in enumerate(sorted(spelled_as))}
    kinship = Kinship.of([*vocabulary], [spelled_as[own] for own in vocabulary])
    asked = list(dict.fromkeys(chain.from_iterable(said)))
    blocks = (kinship.of_each(asked[at : at + ASKED]) for at in range(0, len(asked), ASKED))
    kin = dict(zip(asked, map(_closest, chain.from_iterable(blocks)), strict=True))
    related_to = {own: _related(own, vocabulary) for own in vocabulary}
    found = [
        (row, near) for row, own in enumerate(said) for word in own for near in (kin[word], related_to[stem(word)])
    ]
    return _shares(said, vocabulary), nearest(found, len(said), len(vocabulary))


def _closest(kin: Kin) -> Kin:
    """Return what is most akin, the first of equals."""
    columns, kinship = kin
    if len(columns) <= AKIN:
        return kin
    first = np.lexsort((columns, -kinship))[:AKIN]
    return columns[first], kinship[first]


def _related(own: str, vocabulary: Mapping[str, int]) -> Kin:
    """Return the words that are said at work in the same company as one, given its stem, and their kinship."""
    found = {vocabulary[other]: near for other, near in related().get(own, {}).items() if other in vocabulary}
    return np.array([*found], dtype=np.int32), np.array([*found.values()], dtype=np.float32)


def _shares(said: Sequence[Sequence[str]], vocabulary: Mapping[str, int]) -> Matrix:
    own = [list(dict.fromkeys(map(stem, text))) for text in said]
    ends = np.cumsum([0, *map(len, own)])
    flat = list(chain.from_iterable(own))
    columns = np.fromiter((vocabulary[term] for term in flat), np.int64, len(flat))
    weights = telling(flat)
    rows = np.repeat(np.arange(len(own)), np.diff(ends))
    totals = np.bincount(rows, weights, minlength=len(own))
    shares = weights / np.where(totals > 0, totals, 1)[rows]
    return csr_matrix((shares.astype(np.float32), columns, ends), shape=(len(own), len(vocabulary)))
