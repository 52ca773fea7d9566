"""How statements are read: what they mean as a whole and in passages, and which words they have."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from standards.matching.embedding import Floats
from standards.matching.known import Known
from standards.matching.lexicon import Lexicon
from standards.matching.lines import Spoken
from standards.matching.terms import Matrix, counts

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
    near
        How near a word of the statement comes to each word of the labels, 0 to 1.
    known
        How much of the statement each of its words is, and what is said in its company.
    """

    said: tuple[tuple[str, ...], ...]
    meaning: Floats
    passages: tuple[Floats, ...]
    words: Matrix
    texts: Matrix
    near: Matrix
    known: Known


def read(statements: Sequence[str] | Spoken, lexicon: Lexicon, axes: Floats) -> Reading:
    """Return statements as the views of an index with that lexicon and those axes see them."""
    spoken = statements if isinstance(statements, Spoken) else Spoken.of(statements)
    count = counts(spoken.stems, lexicon.labels.vocabulary)
    return Reading(
        said=spoken.said,
        meaning=spoken.meaning @ axes,
        passages=tuple(spoken.pieces.passages(PASSAGE, axes)),
        words=lexicon.labels.weigh(count),
        texts=lexicon.texts.weigh(count),
        near=lexicon.near(spoken.said),
        known=Known.of([list(dict.fromkeys(own)) for own in spoken.stems], lexicon.texts),
    )
