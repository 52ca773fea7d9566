"""What the rules of steps look at, as arrays over occupations."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pathways.arrays import Floats
from pathways.occupations.catalog import Occupations
from pathways.occupations.leading import rank_of, supervises
from pathways.occupations.licenses import least_education, license_field, license_of, served_in
from pathways.occupations.preparation import Preparation
from pathways.occupations.zones import Zones, zones_left, zones_of
from pathways.relatedness.fusion import Matrix
from pathways.steps.crews import own_crew

Mask = NDArray[np.bool_]

HELPERS = "47-301"
"""SOC broad group of those who help in a construction trade, which their title names."""
ALL_HELPERS = (HELPERS, "49-9098", "51-9198")
"""SOC codes of those who help in any trade."""
PERMIT = "permit"
"""How the name of a license ends that takes neither school nor service."""
SCHOOLED = 36
"""Months of education from which on an occupation rests on a degree."""


@dataclass(frozen=True)
class Traits:
    """What the rules of steps look at, by occupation."""

    zone: Zones
    left: Zones
    """The zone that one leaves with it."""
    total: Matrix
    education: Matrix
    training: Matrix
    degree: Matrix
    """Months of the usual schooling."""
    major: NDArray[np.str_]
    minor: NDArray[np.str_]
    soc: NDArray[np.str_]
    special: Mask
    supervisor: Mask
    crew: Mask
    """Steps to supervisors from those whom they lead, as of `own_crew`."""
    rank: Matrix
    helper: Mask
    strange: Mask
    """From helpers of a construction trade to all that their title does not name."""
    license: NDArray[np.str_]
    """The first words of the license, which those that build on one another share."""
    studied: Mask
    """Whether the license takes a degree, as of `takes_a_degree`."""
    permitted: Mask
    """Whether it is a permit, which one buys without school or service."""
    served: tuple[tuple[str, ...], ...]
    """The beginnings of the SOC codes of those who may get the license, as of `served_in`."""
    paid: Floats
    """Binary logarithm of the nation's median pay, NaN where it is unknown or that of a broader group."""

    @classmethod
    def of(cls, occupations: Occupations, preparation: Preparation, paid: Floats | None = None) -> Traits:
        """Return the traits of all occupations; `paid` in US dollars a year, unknown where it is left out."""
        codes = [occupation.code for occupation in occupations]
        leads = [supervises(code) for code in codes]
        return cls(
            zone=zones_of(occupations),
            left=zones_left(occupations),
            total=preparation.total,
            education=preparation.education,
            training=preparation.training,
            degree=preparation.degree,
            major=np.array([code[:2] for code in codes], dtype=np.str_),
            minor=np.array([code[:4] for code in codes], dtype=np.str_),
            soc=np.array([code[:7] for code in codes], dtype=np.str_),
            special=np.array([not code.endswith(".00") for code in codes], dtype=bool),
            supervisor=np.array(leads, dtype=bool),
            crew=own_crew([code[:7] for code in codes], [place for place, lead in enumerate(leads) if lead]),
            rank=np.array([rank_of(code) for code in codes], dtype=np.float32),
            helper=np.array([code.startswith(ALL_HELPERS) for code in codes], dtype=bool),
            strange=_strange(occupations),
            license=np.array([license_field(license_of(code)) for code in codes], dtype=np.str_),
            studied=np.array([takes_a_degree(code) for code in codes], dtype=bool),
            permitted=np.array([license_of(code).endswith(PERMIT) for code in codes], dtype=bool),
            served=tuple(served_in(code) for code in codes),
            paid=np.full(len(codes), np.nan, dtype=np.float32) if paid is None else np.log2(paid),
        )


def _strange(occupations: Occupations) -> Mask:
    titles = [{word.rstrip("s") for word in re.findall("[a-z]{4,}", o.label.value.lower())} for o in occupations]
    helping = [o.code.startswith(HELPERS) for o in occupations]
    strange = np.zeros((len(titles), len(titles)), dtype=bool)
    for place in np.flatnonzero(helping):
        strange[place] = [(titles[place] - {"helper"}).isdisjoint(other) for other in titles]
    return strange


def takes_a_degree(code: str) -> bool:
    """Return whether the license that an occupation asks for takes a degree: others are got by a course or a test.

    Example
    -------
    >>> takes_a_degree("29-1141.00"), takes_a_degree("13-2072.00")
    (True, False)
    """
    return "degree" in least_education(code)


def within(codes: NDArray[np.str_], beginnings: tuple[str, ...]) -> Mask:
    """Return which codes have one of the beginnings."""
    return np.array([code.startswith(beginnings) for code in codes.tolist()], dtype=bool)


def rise(values: Matrix) -> Matrix:
    """Return how much higher each column is than each row."""
    return np.asarray(values[None] - values[:, None])


def same(names: NDArray[np.str_]) -> Mask:
    """Return which pairs have the same name."""
    numbers = np.unique(names, return_inverse=True)[1]  # which compare ten times as fast as names
    return np.asarray(numbers[:, None] == numbers[None])
