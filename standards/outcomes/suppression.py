"""Small cells: which figures are not shown, so that none that rests on few people can be seen or worked out.

Figures of one measure and one period form trees: a whole, its organizations, their programs, groups of people. A figure
that rests on few people is hidden. Where a whole and its parts are shown but one, that one could be subtracted, so more
is hidden: the *rest* of each figure that is shown, what is left of it without the largest figures shown inside it, must
itself be as large as one that may be shown, or empty.

That is enough. Everything that sums and differences of shown figures can tell of any set of people is about sets made
of such rests (each shown figure is a sum of them, and so is whatever their sums and differences select), and a set made
of rests none of which is small is not small either. A hidden small figure is therefore never among them.

The practice is that of education and workforce agencies: at least ten people (U.S. Department of Education, NCES SLDS
Technical Brief 3, 2011), complementary suppression as in Statistical Policy Working Paper 22 (Federal Committee on
Statistical Methodology, 2005).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

Place = tuple[str, ...]
"""Where a figure stands in its tree: the names of what it is inside of, and its own."""

FEWEST: Final = 10
"""People on whom a figure must rest to be shown."""

FEW: Final = 3
"""People whom a share must count, and leave out, to be shown."""


class Hidden(StrEnum):
    """Why a figure is not shown."""

    SMALL = "too few people"
    COMPLEMENT = "would tell another"


@dataclass(frozen=True)
class Limits:
    """How small is too small.

    Parameters
    ----------
    people
        Fewest people a figure rests on.
    few
        Fewest people that a share of people counts, and that it leaves out.
    """

    people: int = FEWEST
    few: int = FEW

    def are_kept(self, people: int, counted: int | None) -> bool:
        """Return whether so many people may be told of.

        Parameters
        ----------
        counted
            How many of them a share counts; none where it is no share of people.

        Example
        -------
        >>> limits = Limits()
        >>> limits.are_kept(12, 6), limits.are_kept(9, 5), limits.are_kept(12, 11), limits.are_kept(12, None)
        (True, False, False, True)
        """
        return people >= self.people and (counted is None or self.few <= counted <= people - self.few)


@dataclass(frozen=True)
class Figure:
    """What suppression needs to know of an observation.

    Parameters
    ----------
    people
        On whom it rests.
    counted
        How many of them it counts, where it is a share of people.
    """

    place: Place
    people: int
    counted: int | None = None

    def without(self, parts: Sequence[Figure]) -> tuple[int, int | None]:
        """Return how many people are left of it without some of its parts, and how many of them are counted."""
        people = self.people - sum(part.people for part in parts)
        if self.counted is None:
            return people, None
        return people, self.counted - sum(part.counted or 0 for part in parts)


def suppress(figures: Sequence[Figure], limits: Limits, also: Set[Place] = frozenset()) -> Mapping[Place, Hidden]:
    """Return the places of the figures that must not be shown, with why.

    Parameters
    ----------
    figures
        Of one measure and one period, each at a place of its own.
    also
        Places that are hidden for what another measure would tell with them.

    Example
    -------
    >>> figures = [Figure(("P",), 60, 30), Figure(("P", "A"), 30, 15), Figure(("P", "B"), 24, 12)]
    >>> dict(suppress([*figures, Figure(("P", "C"), 6, 3)], Limits()))
    {('P', 'C'): <Hidden.SMALL: 'too few people'>, ('P', 'B'): <Hidden.COMPLEMENT: 'would tell another'>}
    """
    hidden = {one.place: Hidden.COMPLEMENT for one in figures if one.place in also}
    hidden |= {one.place: Hidden.SMALL for one in figures if not limits.are_kept(one.people, one.counted)}
    for whole in sorted(figures, key=lambda one: (-len(one.place), one.place)):
        shown = [one for one in figures if one.place not in hidden]
        hidden |= dict.fromkeys(_complements(whole, shown, limits), Hidden.COMPLEMENT)
    return hidden


def _complements(whole: Figure, shown: Sequence[Figure], limits: Limits) -> Iterator[Place]:
    """Yield what must be hidden beside, so that the rest of a figure is not small: its smallest parts, or itself.

    Where a part is hidden, the parts of that part are the largest.
    """
    left = list(shown)
    while whole in left:
        parts = list(_largest(whole, left))
        people, counted = whole.without(parts)
        if (people == 0 and not counted) or limits.are_kept(people, counted):
            return
        hidden = min(parts, key=lambda part: (part.people, part.place), default=whole)
        left.remove(hidden)
        yield hidden.place


def _largest(whole: Figure, shown: Sequence[Figure]) -> Iterator[Figure]:
    """Yield the shown figures inside of another that are inside of no third one."""
    inside = [one for one in shown if one is not whole and _is_inside(one, whole)]
    for one in inside:
        if not any(_is_inside(one, other) for other in inside if other is not one):
            yield one


def _is_inside(one: Figure, other: Figure) -> bool:
    return one.place[: len(other.place)] == other.place
