"""Consensus: how much of what each text of a group says other firms of the group say, too."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from itertools import chain
from typing import Final

import numpy as np
from scipy.sparse import csr_matrix

from standards.harmonizing.texts import Texts
from standards.matching.embedding import Floats
from standards.matching.terms import Matrix

SAID: Final = 0.5
"""Kinship from which a text says a word that it does not have: *repeats back* says *repeat-back*."""


def consensus(texts: Texts, groups: Sequence[Sequence[int]], firms: Sequence[AbstractSet[Hashable]]) -> list[Floats]:
    """Return of each text of each group how much of it the group's other firms say, 0 to 1, telling words first.

    What no other firm says counts nothing, what all say in full, and what half of them say half. A group of one firm
    has no others: it is 0 for each of its texts. All groups are looked at together, for that costs far less.

    Parameters
    ----------
    firms
        Which firms say each of all texts.
    """
    members = np.fromiter(chain.from_iterable(groups), np.int64)
    sizes = [len(group) for group in groups]
    shares = texts.shares[members]
    rows = np.repeat(np.repeat(np.arange(len(groups)), sizes), np.diff(shares.indptr))
    if shares.nnz:
        said, voices = _said(texts, groups, firms)
        others = np.asarray(said[rows, shares.indices], dtype=np.float32).ravel() - 1
        shares.data *= np.maximum(others, 0) / np.maximum(voices - 1, 1)[rows]
    told = shares @ np.ones(shares.shape[1], dtype=np.float32)
    return np.split(told, np.cumsum(sizes)[:-1]) if sizes else []


def _said(
    texts: Texts, groups: Sequence[Sequence[int]], firms: Sequence[AbstractSet[Hashable]]
) -> tuple[Matrix, Floats]:
    """Return how many firms of each group say each word, groups by words, and how many firms each group has."""
    says = [(group, firm, text) for group, own in enumerate(groups) for text in own for firm in firms[text]]
    voices = {voice: row for row, voice in enumerate(dict.fromkeys((group, firm) for group, firm, _ in says))}
    spoken = _marked(((voices[group, firm], text) for group, firm, text in says), (len(voices), len(texts)))
    of = _marked(((group, row) for (group, _), row in voices.items()), (len(groups), len(voices)))
    said = of @ (spoken @ (texts.near >= SAID).astype(np.float32) > 0).astype(np.float32)
    said.sort_indices()
    return said, np.asarray(of.sum(axis=1), dtype=np.float32).ravel()


def _marked(places: Iterable[tuple[int, int]], shape: tuple[int, int]) -> Matrix:
    """Return 1 at some places, each a row and a column, and 0 elsewhere."""
    rows, columns = np.array([*places], dtype=np.int64).reshape(-1, 2).T
    return csr_matrix((np.ones(len(rows), np.float32), (rows, columns)), shape=shape)
