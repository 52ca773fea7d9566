"""Areas: what is asked for by the groups of a framework, and how much of each group some outcome says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from pathways.coverage.demand import Want
from pathways.coverage.proposal import LACKING, Standing

FEWEST: Final = 2
"""Areas that are worth telling apart."""

MOST: Final = 24
"""Areas that can be taken in at a glance."""


@dataclass(frozen=True)
class Area:
    """A group of a framework: what is asked for in it, and what of that no outcome says.

    Parameters
    ----------
    numbers
        How many of the competencies that are asked for stand where.
    missing
        Those that no outcome of a program of the field says, what is asked for most first.
    """

    name: str
    numbers: Mapping[Standing, int]
    missing: tuple[Want, ...]

    @property
    def size(self) -> int:
        """Return how many competencies of the area are asked for."""
        return sum(self.numbers.values())

    @property
    def found(self) -> int:
        """Return how many of them some outcome of a program of the field says, at least possibly."""
        return self.size - len(self.missing)


def areas(wants: Iterable[Want], standing: Callable[[str], Standing]) -> tuple[Area, ...]:
    """Return the areas, those that lack most first; none where they are too few or too many to tell anything.

    Parameters
    ----------
    standing
        Says of the address of a competency how sure it is that anybody teaches it.

    Example
    -------
    >>> asked = [("S1", "Safety"), ("S2", "Safety"), ("M1", "Mechanical")]
    >>> wants = [Want(competency=f"http://x/{code}", label=code, group=group) for code, group in asked]
    >>> taught = lambda iri: Standing.LIKELY if iri.endswith("1") else Standing.ABSENT
    >>> [(area.name, area.found, area.size, [w.label for w in area.missing]) for area in areas(wants, taught)]
    [('Safety', 1, 2, ['S2']), ('Mechanical', 1, 1, [])]
    """
    by_name: dict[str, list[Want]] = {}
    for want in wants:
        by_name.setdefault(want.group, []).append(want)
    if "" in by_name or not FEWEST <= len(by_name) <= MOST:
        return ()
    found = [_area(name, members, standing) for name, members in by_name.items()]
    return tuple(sorted(found, key=lambda area: (-len(area.missing), area.found / area.size, area.name)))


def _area(name: str, wants: Iterable[Want], standing: Callable[[str], Standing]) -> Area:
    stands = [(want, standing(want.competency)) for want in wants]
    numbers = {one: sum(found is one for _, found in stands) for one in Standing}
    return Area(name, numbers, tuple(want for want, found in stands if found in LACKING))


def counted(standings: Iterable[Standing]) -> Mapping[Standing, int]:
    """Return how many stand where, 0 where none does.

    Example
    -------
    >>> counted([Standing.TAUGHT, Standing.ABSENT, Standing.TAUGHT])[Standing.TAUGHT]
    2
    """
    found = Counter(standings)
    return {standing: found[standing] for standing in Standing}
