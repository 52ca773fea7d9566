"""Opinions: how each view ranks all pairs of occupations, and what all of them together say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from pathways.arrays import Flags, HalfFloats, Integers
from pathways.relatedness.fusion import Matrix, fuse, ranks
from pathways.relatedness.views import RATINGS, View

TITLE_VIEWS = ("title words", "titles")
"""Views that look at names; a step must be supported by others."""


@dataclass(frozen=True)
class Opinion:
    """How one view ranks all pairs.

    Parameters
    ----------
    similarity
        -1 to 1.
    rank
        1 is the closest to the row's occupation.
    known
        The occupations that the view has anything on.
    counted
        Whether relatedness is fused from it, too; else it is shown beside.
    """

    name: str
    source: str
    similarity: HalfFloats
    rank: Integers
    known: Flags
    counted: bool = True


def opinion_of(view: View) -> Opinion:
    """Return how a view ranks all pairs."""
    rank = ranks(np.where(view.known[None], view.similarity, -np.inf))
    return Opinion(view.name, view.source, view.similarity.astype(np.float16), rank, view.known)


def fused(opinions: Sequence[Opinion], size: int) -> Matrix:
    """Return the relatedness over all opinions that count, 0 to 1; 0 throughout where none does."""
    voting = [opinion for opinion in opinions if opinion.counted]
    if not voting:
        return np.zeros((size, size), dtype=np.float32)
    return fuse({o.name: o.rank for o in voting}, {o.name: o.known for o in voting}, own(voting))


def own(opinions: Sequence[Opinion]) -> set[str]:
    """Return the views of ratings by those who rate few occupations: all but the widest."""
    rated = sorted((o for o in opinions if o.name.startswith(RATINGS)), key=lambda o: int(o.known.sum()))
    return {opinion.name for opinion in rated[:-1]}
