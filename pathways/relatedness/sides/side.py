"""One side from which occupations are compared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from pathways.arrays import Flags, Floats
from pathways.relatedness.fusion import shared


@dataclass(frozen=True)
class Side:
    """Similarities of all pairs from one side.

    Parameters
    ----------
    similarity
        Occupations by occupations; the higher, the closer, on a scale of its own.
    known
        The occupations that this side has anything on.
    """

    name: str
    similarity: Floats
    known: Flags

    @classmethod
    def of_items(cls, name: str, items: Sequence[Sequence[str]]) -> Side:
        """Return how much occupations have in common, as of `shared`."""
        return cls(name, shared(items), np.array([bool(own) for own in items], dtype=bool))

    @classmethod
    def of_distance(cls, name: str, places: Floats, known: Flags) -> Side:
        """Return how near occupations lie: minus the sum of the differences of their coordinates.

        Parameters
        ----------
        places
            Occupations by coordinates.

        Example
        -------
        >>> side = Side.of_distance("pay", np.float32([[1], [3], [0]]), np.array([True, True, False]))
        >>> side.similarity.tolist()
        [[-0.0, -2.0, 0.0], [-2.0, -0.0, 0.0], [0.0, 0.0, 0.0]]
        """
        apart = np.zeros((len(places), len(places)), dtype=np.float32)
        for column in places.T:
            apart += np.abs(column[:, None] - column)
        return cls(name, np.where(known[:, None] & known, -apart, 0).astype(np.float32), known)
