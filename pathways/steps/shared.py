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
from pathways.arrays import Floats
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
            columns = np.array([kind == LW.Knowledge for kind in rating.kinds], dtype=bool)
            if columns.any() and rating.rated.sum() >= DESCRIBED:
                alike = cosine(profile(rating.importance[:, columns], rating.level[:, columns]))
                knowledge = np.where(rating.rated[:, None] & rating.rated[None], alike, knowledge)
        return cls(np.asarray(knowledge, np.float32), programs.shared())

    @classmethod
    def unknown(cls, size: int) -> Self:
        """Return that nothing is known of any pair."""
        nothing = np.full((size, size), np.nan, dtype=np.float32)
        return cls(nothing, nothing)

    def more(self) -> Floats:
        """Return what is shared beyond the usual, in units of relatedness: about -0.3 to 0.4.

        Example
        -------
        Knowledge 0.3 above the usual, and programs 0.1: 0.2 * 0.3 + 0.3 * 0.1.

        >>> shared = Shared(np.float32([[0.8, np.nan]]), np.float32([[0.2, np.nan]]))
        >>> shared.more().round(3).tolist()
        [[0.09000000357627869, 0.0]]
        """
        knowledge = np.nan_to_num(self.knowledge, nan=USUAL_KNOWLEDGE) - USUAL_KNOWLEDGE
        programs = np.nan_to_num(self.programs, nan=USUAL_PROGRAMS) - USUAL_PROGRAMS
        return np.asarray(KNOWLEDGE * knowledge + PROGRAMS * programs, dtype=np.float32)

    def apart(self, share: float) -> np.ndarray:
        """Return the pairs that share fewer of their programs, or, where these are unknown, not all their knowledge."""
        unlike = np.nan_to_num(self.knowledge, nan=1) < LIKE_KNOWLEDGE
        return np.asarray(np.where(np.isnan(self.programs), unlike, self.programs < share))
