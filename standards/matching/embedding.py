"""Sentence embeddings from the static model that the wordllama wheel carries: no download, no GPU, no torch."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

if TYPE_CHECKING:
    from tokenizers import Tokenizer

Floats = NDArray[np.float32]
DIMENSIONS: Final = 256

REMEMBERED: Final = 1 << 16
"""Words whose pieces are kept."""

LONGEST: Final = 64
"""Letters of a word that is kept; what is longer is no word, and may be a whole page."""


@dataclass(frozen=True)
class Pieces:
    """Texts in word pieces, one text after the other.

    Parameters
    ----------
    ids
        Which vector stands for each piece.
    ends
        Where the pieces of each text begin, and where the last ones end: one more than there are texts.
    """

    ids: NDArray[np.int32]
    ends: NDArray[np.int64]

    @classmethod
    def of(cls, texts: Sequence[str]) -> Pieces:
        """Return the pieces of some texts."""
        pieces = [list(chain.from_iterable(map(_pieces, text.split()))) for text in texts]
        ends = np.cumsum([0, *map(len, pieces)], dtype=np.int64)
        return cls(np.fromiter(chain.from_iterable(pieces), np.int32, ends[-1]), ends)

    def meaning(self) -> Floats:
        """Return one vector a text; see `embed`."""
        _, vectors = model()
        return unit(_sums(self.ids, self.ends, vectors))

    def passages(self, length: int, axes: Floats) -> list[Floats]:
        """Return vectors of the passages of each text, on some axes: passages by axes, each row of length 1 or 0.

        Parameters
        ----------
        length
            Of a passage, in pieces; a shorter text is its only passage.
        axes
            Dimensions by axes.
        """
        _, vectors = model()
        used, own = np.unique(self.ids, return_inverse=True)
        counts = np.maximum(np.diff(self.ends) - length, 0) + 1
        rows = np.cumsum([0, *counts])
        starts = np.arange(rows[-1]) + np.repeat(self.ends[:-1] - rows[:-1], counts)
        sizes = np.minimum(length, np.repeat(self.ends[1:], counts) - starts)
        ends = np.cumsum([0, *sizes])
        places = np.arange(ends[-1]) + np.repeat(starts - ends[:-1], sizes)
        found = unit(_sums(own[places], ends, vectors[used] @ axes))
        return [found[start:end] for start, end in pairwise(rows.tolist())]


def embed(texts: Sequence[str]) -> Floats:
    """Return one vector a text: the mean of the vectors of its word pieces; capitals count.

    Parameters
    ----------
    texts
        In any order; the same text has the same vector in every call.

    Returns
    -------
    NDArray
        Texts by 256, each row of length 1, or all zeros for a text without a word.

    Example
    -------
    >>> welding, brazing, payroll = embed(["weld pipes", "weld tubes", "run the payroll"])
    >>> bool(welding @ brazing > welding @ payroll)
    True
    """
    if not texts:
        return np.zeros((0, DIMENSIONS), dtype=np.float32)
    return Pieces.of(texts).meaning()


def principal_axes(rows: Floats, most: int) -> Floats:
    """Return the axes along which vectors differ most, the first most of all: dimensions by axes, orthonormal."""
    _, axes = np.linalg.eigh((rows.T @ rows).astype(np.float64))
    return np.ascontiguousarray(axes[:, ::-1][:, :most], dtype=np.float32)


def _sums(ids: NDArray[np.integer], ends: NDArray[np.int64], vectors: Floats) -> Floats:
    """Return the sum of the vectors of each run of pieces."""
    ones = np.ones(len(ids), dtype=np.float32)
    chosen = csr_matrix((ones, ids, ends), shape=(len(ends) - 1, len(vectors)))
    return np.asarray(chosen @ vectors, dtype=np.float32)


def unit(rows: NDArray[np.floating]) -> Floats:
    """Return rows scaled to length 1; zero rows stay zero."""
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows / np.where(lengths > 0, lengths, 1), dtype=np.float32)


def _pieces(word: str) -> tuple[int, ...]:
    """Return the pieces of a word; none reaches into a neighbor, so a text has those of its words."""
    return _kept_pieces(word) if len(word) <= LONGEST else _kept_pieces.__wrapped__(word)


@lru_cache(maxsize=REMEMBERED)
def _kept_pieces(word: str) -> tuple[int, ...]:
    tokenizer, _ = model()
    return tuple(tokenizer.encode(word, add_special_tokens=False).ids)


@cache
def model() -> tuple[Tokenizer, Floats]:
    """Load the tokenizer and the vectors of its word pieces, once a process."""
    root = logging.getLogger()
    before = root.handlers[:], root.level
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import wordllama  # noqa: PLC0415 - half a second, only where statements are matched

        folder = Path(wordllama.__file__).parent
        loaded = wordllama.WordLlama.load(cache_dir=folder, disable_download=True)
    root.handlers[:], root.level = before  # wordllama configures the root logger when imported
    loaded.tokenizer.no_padding()
    vectors: Floats = np.ascontiguousarray(loaded.embedding)
    return loaded.tokenizer, vectors
