"""Which schooling those who do the work say it requires: what is usual, and what each tenth or more of them said.

One name alone misleads where the answers differ: of those asked about registered nurses, 56% said a bachelor's degree,
19% an associate's degree.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

import numpy as np

from pathways.arrays import Floats
from pathways.occupations.answers import Answers
from pathways.occupations.preparation import usual_category
from pathways.records.rung import Schooling

NAMES = (
    "less than high school",
    "a high school diploma",
    "a certificate after high school",
    "some college",
    "an associate's degree",
    "a bachelor's degree",
    "a certificate after a bachelor's degree",
    "a master's degree",
    "a certificate after a master's degree",
    "a professional degree",
    "a doctoral degree",
    "post-doctoral training",
)
"""O*NET's twelve categories of scale RL."""

MIDDLE = (0.25, 0.75)
"""Between which parts of the answers, in their order, the middle half of them lies."""

LEAST = 0.1
"""Share of the answers from which on a schooling is named."""


@dataclass(frozen=True)
class SchoolingTable:
    """The answers on required education.

    Parameters
    ----------
    shares
        0 to 1 by occupation and category; all 0 where nobody was asked.
    """

    shares: Floats

    @classmethod
    def of(cls, answers: Answers, size: int) -> Self:
        """Return the table of some answers.

        Parameters
        ----------
        size
            How many occupations there are.
        """
        shares = np.zeros((size, len(NAMES)), dtype=np.float32)
        for (place, scale), percent in answers.items():
            if scale == "RL" and (total := sum(percent.values())) > 0:
                for category, share in percent.items():
                    shares[place, category - 1] = share / total
        return cls(shares)

    def usual(self, place: int) -> str:
        """Return what is usually required: the median of the answers, empty where nobody was asked."""
        shares = self._answered(place)
        return NAMES[usual_category(shares) - 1] if shares else ""

    def middle(self, place: int) -> str:
        """Return what the middle half of those asked said, from the least to the most; empty where nobody was asked.

        One answer alone, the median or the most frequent, is often that of a few.

        Example
        -------
        >>> SchoolingTable(np.float32([[0, 0.4, 0.25, 0.2, 0.15, 0, 0, 0, 0, 0, 0, 0]])).middle(0)
        'a high school diploma to some college'
        """
        shares = self._answered(place)
        if not shares:
            return ""
        return " to ".join(dict.fromkeys(NAMES[usual_category(shares, part) - 1] for part in MIDDLE))

    def _answered(self, place: int) -> dict[int, float]:
        """Return the share of each category that anyone named."""
        return {category: float(share) for category, share in enumerate(self.shares[place], start=1) if share}

    def said(self, place: int) -> tuple[Schooling, ...]:
        """Return what a tenth of those asked or more said, the most frequent first, the lower one of two."""
        order = np.argsort(-self.shares[place], kind="stable")
        found = [(NAMES[category], round(float(self.shares[place, category]), 3)) for category in order]
        return tuple(Schooling(education=name, share=share) for name, share in found if share >= LEAST)
