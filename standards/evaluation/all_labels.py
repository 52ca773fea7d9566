"""All labels of all concepts, and the concepts whose labels come nearest to texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from standards.evaluation.methods import Ranked
from standards.matching import Entry

Floats = NDArray[np.float32]

BLOCK: Final = 64
"""Texts compared at once; each and each label take 4 bytes."""


class AllLabels:
    """The labels of concepts, those of one concept behind one another, and the best ones of a row of similarities."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        names = [tuple(dict.fromkeys((entry.label, *entry.alt_labels))) for entry in entries]
        self.texts = [name for own in names for name in own]
        self._starts = np.cumsum([0, *map(len, names)])[:-1]
        self._concepts = [str(entry.iri) for entry in entries]

    def best(self, similarities: Floats, top: int) -> Iterator[Ranked]:
        """Yield the concepts of the best labels; of equal ones the first in the framework.

        Parameters
        ----------
        similarities
            Texts by labels.
        """
        if not self._concepts:
            yield from (Ranked(()) for _ in similarities)
            return
        of_concepts = np.maximum.reduceat(similarities, self._starts, axis=1)
        order = np.argsort(-of_concepts, axis=1, kind="stable")[:, :top]
        yield from (Ranked(tuple(self._concepts[place] for place in row)) for row in order)


def blocks(texts: Sequence[str]) -> Iterator[Sequence[str]]:
    """Return texts in groups of those that are compared at once."""
    return (texts[at : at + BLOCK] for at in range(0, len(texts), BLOCK))
