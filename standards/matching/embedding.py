"""Sentence embeddings from the static model that the wordllama wheel carries: no download, no GPU, no torch."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

if TYPE_CHECKING:
    from tokenizers import Tokenizer

Floats = NDArray[np.float32]
DIMENSIONS: Final = 256


def embed(texts: Sequence[str]) -> Floats:
    """Return one vector a text: the mean of the vectors of its word pieces.

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
    tokenizer, vectors = _model()
    encodings = tokenizer.encode_batch_fast(list(texts), add_special_tokens=False)
    pieces = [encoding.ids for encoding in encodings]
    ends = np.cumsum([0, *map(len, pieces)])
    flat = np.fromiter((piece for text in pieces for piece in text), dtype=np.int32)
    ones = np.ones(len(flat), dtype=np.float32)
    chosen = csr_matrix((ones, flat, ends), shape=(len(pieces), len(vectors)))
    return unit(np.asarray(chosen @ vectors, dtype=np.float32))


def unit(rows: Floats) -> Floats:
    """Return rows scaled to length 1; zero rows stay zero."""
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows / np.where(lengths > 0, lengths, 1), dtype=np.float32)


@cache
def _model() -> tuple[Tokenizer, Floats]:
    """Load the tokenizer and the vectors of its word pieces, once a process."""
    root = logging.getLogger()
    before = root.handlers[:], root.level
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import wordllama  # noqa: PLC0415 - half a second, only where statements are matched

        folder = Path(wordllama.__file__).parent
        model = wordllama.WordLlama.load(cache_dir=folder, disable_download=True)
    root.handlers[:], root.level = before  # wordllama configures the root logger when imported
    model.tokenizer.no_padding()
    vectors: Floats = np.ascontiguousarray(model.embedding)
    return model.tokenizer, vectors
