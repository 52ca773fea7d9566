"""The occupations whose profiles are closest to one, with what each asks for that the one does not have."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from pathways.arrays import Floats, closest
from pathways.occupations.catalog import Occupations
from pathways.profiles.profile import Profiles
from pathways.profiles.transitions import gaps, relatedness
from pathways.records.neighbor import Neighbor


class Close(Neighbor):
    """An occupation whose profile is close to that of another; the score is relatedness.

    Parameters
    ----------
    gap
        Share of its skills, by their weights, that the other does not ask for, 0 to 1.
    """

    gap: float


@dataclass(frozen=True)
class Transitions:
    """All steps between occupations with profiles, from row to column; make them with `of`.

    Parameters
    ----------
    relatedness
        0 to 1.
    gaps
        0 to 1, NaN where either asks for nothing.
    """

    occupations: Occupations
    relatedness: Floats
    gaps: Floats

    @classmethod
    def of(cls, profiles: Profiles) -> Self:
        """Return the steps between all occupations of some profiles."""
        return cls(profiles.occupations, relatedness(profiles.weights), gaps(profiles.weights))

    def closest(self, place: int, top: int = 20) -> list[Close]:
        """Return the occupations closest to one, the closest first; none with which it shares no skill."""
        order = closest(self.relatedness[place], top)
        return [self._close(place, other, rank) for rank, other in enumerate(order, start=1)]

    def _close(self, place: int, other: int, rank: int) -> Close:
        entry = self.occupations[other]
        return Close(
            iri=entry.iri,
            code=entry.code,
            label=entry.label,
            rank=rank,
            score=round(float(self.relatedness[place, other]), 4),
            gap=round(float(self.gaps[place, other]), 4),
        )
