"""Consensus: how much of what each text of a group says other firms of the group say, too."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
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


def consensus(texts: Texts, group: Sequence[int], firms: Sequence[AbstractSet[Hashable]]) -> Floats:
    """Return of each text of a group how much of it the group's other firms say, 0 to 1, telling words first.

    What no other firm says counts nothing, what all say in full, and what half of them say half. A group of one firm
    has no others: it is 0 for each of its texts.

    Parameters
    ----------
    firms
        Which firms say each of all texts.
    """
    says = _says([firms[text] for text in group])
    said = (says @ (texts.near[group] >= SAID).astype(np.float32) > 0).sum(axis=0)
    others = np.maximum(np.asarray(said, dtype=np.float32).ravel() - 1, 0) / max(says.shape[0] - 1, 1)
    return np.asarray(texts.shares[group] @ others, dtype=np.float32)


def _says(firms: Sequence[AbstractSet[Hashable]]) -> Matrix:
    """Return which firm says which text: firms by texts."""
    members = {firm: row for row, firm in enumerate(dict.fromkeys(chain.from_iterable(firms)))}
    rows, columns = zip(*((members[firm], at) for at, own in enumerate(firms) for firm in own), strict=True)
    return csr_matrix((np.ones(len(rows), np.float32), (rows, columns)), shape=(len(members), len(firms)))
