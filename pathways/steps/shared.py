"""What two occupations share beside being alike in their work: knowledge, and programs of study.

Work can look alike where nobody passes from one to the other: divers and mechanics both repair. Of the steps of a
hundred sampled ladders that were read one by one, those that an adviser would not sign share less knowledge (by O*NET's
ratings) and fewer programs of study (by the crosswalk from the CIP to the SOC) than others that are as related.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np

from ontology.namespaces import LW
from pathways.arrays import Flags, Floats
from pathways.occupations.requirements import Requirements
from pathways.relatedness.fusion import cosine, profile
from pathways.relatedness.network import DESCRIBED
from pathways.steps.programs import Programs

KNOWLEDGE = 0.2
PROGRAMS = 0.3
"""What shared knowledge and shared programs add to relatedness at most."""
USUAL_KNOWLEDGE = 0.5
USUAL_PROGRAMS = 0.1
"""What is assumed where they are unknown: about the medians of steps that people take."""
LIKE_KNOWLEDGE = 0.8
"""Likeness of knowledge from which on two occupations may share a degree whose subject is unknown."""


@dataclass(frozen=True)
class Term:
    """One thing that pairs share, and how it counts.

    Parameters
    ----------
    weight
        What it adds to relatedness at most.
    usual
        What adds nothing, and what is assumed where it is unknown.
    found
        As of `Shared`.
    """

    name: str
    weight: float
    usual: float
    found: Floats

    def more(self) -> Floats:
        """Return what is shared beyond the usual, in units of relatedness.

        Example
        -------
        >>> Term("programs in common", 0.3, 0.1, np.float32([0.2, np.nan])).more().round(3).tolist()
        [0.029999999329447746, 0.0]
        """
        beyond = np.nan_to_num(self.found, nan=self.usual) - self.usual
        return np.asarray(self.weight * beyond, np.float32)


@dataclass(frozen=True)
class Shared:
    """What pairs of occupations share; NaN where it is unknown.

    Parameters
    ----------
    knowledge
        -1 to 1: how alike the knowledge is that both ask for.
    programs
        0 to 1: share of the programs of study for either that prepare for both.
    """

    knowledge: Floats
    programs: Floats

    @classmethod
    def of(cls, requirements: Sequence[Requirements], programs: Programs) -> Self:
        """Return what ratings and programs say.

        Standard scores mean little among few occupations: ratings of fewer than `DESCRIBED` say nothing here.
        """
        knowledge = np.full((len(programs.groups),) * 2, np.nan, dtype=np.float32)
        for rating in requirements:
            if says_what_is_known(rating):
                columns = _knowledge(rating)
                alike = cosine(profile(rating.importance[:, columns], rating.level[:, columns]))
                knowledge = np.where(rating.rated[:, None] & rating.rated[None], alike, knowledge)
        return cls(np.asarray(knowledge, np.float32), programs.shared())

    @classmethod
    def unknown(cls, size: int) -> Self:
        """Return that nothing is known of any pair."""
        nothing = np.full((size, size), np.nan, dtype=np.float32)
        return cls(nothing, nothing)

    @property
    def terms(self) -> tuple[Term, ...]:
        """Return what is added to relatedness, or taken from it, each with its weight."""
        knowledge = Term("knowledge in common", KNOWLEDGE, USUAL_KNOWLEDGE, self.knowledge)
        return knowledge, Term("programs in common", PROGRAMS, USUAL_PROGRAMS, self.programs)

    def more(self) -> Floats:
        """Return what is shared beyond the usual, in units of relatedness: about -0.3 to 0.4.

        Example
        -------
        Knowledge 0.3 above the usual, and programs 0.1: 0.2 * 0.3 + 0.3 * 0.1.

        >>> shared = Shared(np.float32([[0.8, np.nan]]), np.float32([[0.2, np.nan]]))
        >>> shared.more().round(3).tolist()
        [[0.09000000357627869, 0.0]]
        """
        return np.asarray(sum(term.more() for term in self.terms), dtype=np.float32)

    def apart(self, share: float) -> np.ndarray:
        """Return the pairs that share fewer of their programs, or, where these are unknown, not all their knowledge."""
        unlike = np.nan_to_num(self.knowledge, nan=1) < LIKE_KNOWLEDGE
        return np.asarray(np.where(np.isnan(self.programs), unlike, self.programs < share))


def says_what_is_known(rating: Requirements) -> bool:
    """Return whether a release rates the knowledge that enough occupations ask for."""
    return bool(_knowledge(rating).any() and rating.rated.sum() >= DESCRIBED)


def _knowledge(rating: Requirements) -> Flags:
    return np.array([kind == LW.Knowledge for kind in rating.kinds], dtype=bool)
