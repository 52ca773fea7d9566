"""The usual: what most occupations ask for, and at which level."""

from __future__ import annotations

from typing import Final

import numpy as np

from ontology.records import CompetencyKind
from pathways.arrays import Flags, Floats
from pathways.occupations.requirements import Requirements

IMPORTANT: Final = 3.0
"""Importance, 1 to 5, from which what is missing must be learned before; the rest is learned in the job."""

GENERAL: Final = 0.5
"""Part of all occupations from which on a skill or an activity that is important to them is general: no course is
planned for it, whatever a course says of itself. Areas of knowledge are taught however many ask for them."""

MANY: Final = 200
"""Rated occupations from which on it can be said what most occupations ask for; a sector alone says nothing of that."""


def usual_levels(rating: Requirements) -> Floats:
    """Return the median level that the occupations ask for that ask for a competency, 0 where none does.

    Example
    -------
    >>> rating = Requirements("x@1", ("http://x/a",), ("A",), ("http://x/k",),
    ...     np.float32([[5], [0], [3], [4]]), np.float32([[4], [0], [2], [3]]))
    >>> usual_levels(rating).tolist()
    [3.0]
    """
    columns = (levels[asked] for levels, asked in zip(rating.level.T, (rating.importance > 0).T, strict=True))
    return np.array([np.median(levels) if levels.size else 0 for levels in columns], dtype=np.float32)


def general_in(rating: Requirements) -> Flags:
    """Return which competencies no course is planned for: abilities, and what most occupations ask for.

    An area of knowledge is none of them. Ratings of fewer than `MANY` occupations say of nothing that most ask for it.

    Example
    -------
    All 200 must listen and know English, 99 must weld and be strong; of strength, no course gives any.

    >>> kinds = [str(CompetencyKind[kind]) for kind in ("SKILL", "KNOWLEDGE", "SKILL", "ABILITY")]
    >>> asked = np.full((200, 4), 4, dtype=np.float32)
    >>> asked[:101, 2:] = 2
    >>> labels = ("Listening", "English", "Welding", "Strength")
    >>> general_in(Requirements("x@1", tuple(f"http://x/{name}" for name in labels), labels, tuple(kinds), asked, asked)
    ...     ).tolist()
    [True, False, False, True]
    """
    many = int(rating.rated.sum()) >= MANY
    asked = (rating.importance[rating.rated] >= IMPORTANT).mean(axis=0) if many else np.zeros(len(rating.kinds))
    taught = np.array([kind == str(CompetencyKind.KNOWLEDGE) for kind in rating.kinds])
    enduring = np.array([kind == str(CompetencyKind.ABILITY) for kind in rating.kinds])
    return np.asarray(enduring | ((asked >= GENERAL) & ~taught))
