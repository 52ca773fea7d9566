"""How statements are read: what they mean as a whole and in passages, and which words they have."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from standards.matching.acronyms import spelled
from standards.matching.embedding import Floats, Pieces
from standards.matching.lexicon import Lexicon
from standards.matching.terms import Matrix, counts, stem, words

PASSAGE: Final = 7
"""Length of a passage in word pieces: about five words, as many as most labels have."""


@dataclass(frozen=True)
class Reading:
    """Statements as the views of an index see them, a row a statement.

    Parameters
    ----------
    said
        The words of each, its acronyms spelled out, each once.
    meaning
        Embeddings on the axes of the index.
    passages
        Of each statement, the embeddings of its passages.
    words, texts
        TF-IDF of stemmed words, weighed as in labels and as in all that is said of concepts; rows of length 1.
    shares
        Each word's share of its statement, rare words having more and those that are said of no concept most; words
        that are said of some concept have columns.
    near
        How near a word of the statement comes to each word of the labels, 0 to 1.
    """

    said: tuple[tuple[str, ...], ...]
    meaning: Floats
    passages: tuple[Floats, ...]
    words: Matrix
    texts: Matrix
    shares: Matrix
    near: Matrix


def read(statements: Sequence[str], lexicon: Lexicon, axes: Floats) -> Reading:
    """Return statements as the views of an index with that lexicon and those axes see them."""
    statements = [spelled(statement) for statement in statements]
    spoken = [words(statement) for statement in statements]
    said = tuple(tuple(dict.fromkeys(own)) for own in spoken)
    pieces = Pieces.of([statement.lower() for statement in statements])
    count = counts((map(stem, own) for own in spoken), lexicon.labels.vocabulary)
    different = np.array([len(set(map(stem, own))) for own in said], dtype=np.int64)
    return Reading(
        said=said,
        meaning=pieces.meaning() @ axes,
        passages=tuple(pieces.passages(PASSAGE, axes)),
        words=lexicon.labels.weigh(count),
        texts=lexicon.texts.weigh(count),
        shares=lexicon.texts.shares(count, different - np.diff(count.indptr)),
        near=lexicon.near(said),
    )
