"""Profiles: the skills that each occupation asks for, weighted, as a sparse matrix."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Self

import numpy as np
from scipy.sparse import csr_matrix

from pathways.occupations.catalog import Occupations

ESSENTIAL: Final = 1.0
OPTIONAL: Final = 0.5
"""Weight of a skill that an occupation asks for in some places only, where one that it always asks for has 1.

ESCO calls a skill optional that depends on the employer, the country or the way of working. Held against the unit
groups of ISCO, to which ESCO's editors assign occupations by hand, the share of a group's others among the 20 closest
is .50 with 0, .52 with 0.2, .53 with 0.5, 0.7 and 1; the first of them stands highest, in the mean of 1 / rank, from
0.2 to 0.5.
"""


@dataclass(frozen=True)
class Profiles:
    """What occupations ask for; make one with `of`.

    Parameters
    ----------
    occupations
        One a row.
    skills
        Addresses, one a column.
    weights
        0 to 1, occupations by skills, sparse.
    """

    occupations: Occupations
    skills: tuple[str, ...]
    weights: csr_matrix

    @classmethod
    def of(
        cls,
        occupations: Occupations,
        essential: Mapping[str, Iterable[str]],
        optional: Mapping[str, Iterable[str]],
    ) -> Self:
        """Return the profiles of occupations.

        Parameters
        ----------
        essential, optional
            The skills of each occupation, by address; one that is in both is essential.
        """
        listed = [_weighed(essential.get(o.iri, ()), optional.get(o.iri, ())) for o in occupations]
        skills = tuple(sorted({skill for own in listed for skill in own}))
        return cls(occupations, skills, _matrix(listed, {skill: at for at, skill in enumerate(skills)}))


def _weighed(essential: Iterable[str], optional: Iterable[str]) -> dict[str, float]:
    return {**dict.fromkeys(optional, OPTIONAL), **dict.fromkeys(essential, ESSENTIAL)}


def _matrix(listed: Sequence[Mapping[str, float]], columns: Mapping[str, int]) -> csr_matrix:
    ends = np.cumsum([0, *map(len, listed)])
    places = np.array([columns[skill] for own in listed for skill in own], dtype=np.int32)
    weights = np.array([weight for own in listed for weight in own.values()], dtype=np.float32)
    matrix = csr_matrix((weights, places, ends), shape=(len(listed), len(columns)))
    matrix.sort_indices()
    return matrix
