"""Sides of where occupations stand: in the SOC, in preparation, in pay."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from pathways.occupations.answers import Answers
from pathways.occupations.catalog import Occupations
from pathways.occupations.wages import NATION, Region
from pathways.relatedness.sides.side import Side

GROUPS = (2, 4, 5, 6, 7)
"""Letters of a code that name its major, minor, broad and detailed groups, and one between the minor and the broad."""

LEVELS = 12
"""Levels of education that O*NET asks about."""

EDUCATION = "RL"


def placed(occupations: Occupations, answers: Answers, regions: Sequence[Region]) -> Iterator[Side]:
    """Yield the sides of where occupations stand."""
    yield _classification(occupations)
    zones = np.array([[occupation.zone] for occupation in occupations], dtype=np.float32)
    yield Side.of_distance("job zone", zones, zones[:, 0] > 0)
    yield _education(answers, len(occupations))
    yield _pay(regions, len(occupations))


def _classification(occupations: Occupations) -> Side:
    """Return the share of the groups of the SOC that two occupations have in common."""
    names = [np.array([occupation.code[:length] for occupation in occupations]) for length in GROUPS]
    common = np.mean([own[:, None] == own for own in names], axis=0, dtype=np.float32)
    return Side("classification", np.asarray(common, dtype=np.float32), np.ones(len(occupations), dtype=bool))


def _education(answers: Answers, size: int) -> Side:
    """Return how alike the answers on education are: minus the earth mover's distance, in levels."""
    shares = np.zeros((size, LEVELS), dtype=np.float32)
    for (place, scale), said in answers.items():
        if scale == EDUCATION:
            for level, percent in said.items():
                shares[place, level - 1] = percent / 100
    return Side.of_distance("education", shares.cumsum(axis=1), np.asarray(shares.any(axis=1)))


def _pay(regions: Sequence[Region], size: int) -> Side:
    """Return how alike the national median pay is, by its logarithm."""
    nation = next((region for region in regions if region.code == NATION), None)
    pay = np.full((size, 1), np.nan, dtype=np.float32) if nation is None else np.log(nation.yearly[:, 1:2])
    return Side.of_distance("pay", np.nan_to_num(pay).astype(np.float32), np.isfinite(pay[:, 0]))
