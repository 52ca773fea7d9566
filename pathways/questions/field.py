"""What a question is asked of: the occupations of a sector, or all, with the pay of a region and their steps up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from ontology.errors import NotFoundError
from pathways.arrays import Flags, Floats
from pathways.ladders.climbs import climbing
from pathways.ladders.estimating import estimated
from pathways.ladders.standing import height, is_entry
from pathways.ladders.transitions import DEGREE_MONTHS, LONG, wage_change
from pathways.ladders.wording.pay import place_name
from pathways.occupations.regional import Regional
from pathways.occupations.sectors import Sector, find_sector
from pathways.occupations.wages import TRADEOFF, Region, choose_region
from pathways.questions.records import Barrier, Named, Passage
from pathways.records.rung import Wage
from pathways.snapshot import Snapshot
from pathways.steps.heights import BRIEF

Pair = tuple[int, int]

EVERYWHERE = "all occupations"


@dataclass(frozen=True)
class Field:
    """Occupations, with the pay that counts for them.

    Parameters
    ----------
    members
        Places of those whose job zone is known.
    notes
        What must be said of the choice of the region.
    """

    snapshot: Snapshot
    label: str
    members: tuple[int, ...]
    region: Region | None
    notes: tuple[str, ...] = ()

    @classmethod
    def of(cls, snapshot: Snapshot, sector: str = "", region: str = "") -> Field:
        """Return the field of a sector, or of all occupations without one.

        Raises
        ------
        NotFoundError
            Where the sector or the region is unknown, or no member has a known job zone.
        """
        found = find_sector(snapshot.sectors, sector) if sector else None
        members = found.members if found else range(len(snapshot.occupations))
        known = tuple(place for place in members if snapshot.occupations[place].zone)
        if not known:
            message = f"no job zone is known of any occupation of {found.label if found else EVERYWHERE}"
            raise NotFoundError(message)
        place, notes = region_of(snapshot, found, region)
        return cls(snapshot, found.label if found else EVERYWHERE, known, place, notes)

    @cached_property
    def steps(self) -> Floats:
        """The costs of the sound steps that lead up, members by members, pay as of `estimated`; infinite for others."""
        return np.asarray(climbing(self.snapshot, self.members, self.members, estimated(self.snapshot, self.region)))

    @cached_property
    def entries(self) -> tuple[int, ...]:
        """The members at which one can begin, the lowest first."""
        return tuple(self.ordered([place for place in self.members if is_entry(self.snapshot, place)]))

    def ordered(self, places: Sequence[int]) -> list[int]:
        """Return places from the lowest rung to the highest."""
        return sorted(places, key=lambda place: height(self.snapshot, place, self.region))

    def next_steps(self, place: int) -> list[int]:
        """Return where sound steps lead up from a member, the cheapest first."""
        row = self.steps[self.members.index(place)]
        order = np.argsort(row, kind="stable")
        return [self.members[column] for column in order if np.isfinite(row[column])]

    def barriers(self, start: int, end: int) -> tuple[Barrier, ...]:
        """Return what stands in the way of a step for those with the least preparation.

        Schooling counts from the foot of the ladder: three small rises of it are as long as one great one.
        """
        at = self.members.index(start), self.members.index(end)
        change = self.wage_change(start, end)
        found = {
            Barrier.LONG: bool(self.snapshot.gaps[start, end] > LONG),
            Barrier.LICENSE: bool(self.licensed[at]),
            Barrier.SCHOOL: bool(self.schooled[at]),
            Barrier.PAY: change is not None and change < -TRADEOFF,
        }
        return tuple(barrier for barrier, there in found.items() if there)

    @property
    def national(self) -> bool:
        """Whether no partnership rates the occupations: all steps are judged by the widest ratings."""
        return not any(sector.declared and {*self.members} <= {*sector.members} for sector in self.snapshot.sectors)

    @cached_property
    def licensed(self) -> Flags:
        """Which steps lead to a license that the rung below does not ask for, members by members."""
        names = np.array([self.snapshot.license(place) for place in self.members], dtype=np.str_)
        return np.asarray((names[None] != names[:, None]) & (names != "")[None])

    @cached_property
    def schooled(self) -> Flags:
        """Which steps ask for a degree or a certificate above that of the foot of the ladder, or skip a job zone.

        A zone between whose neighbors less than two years of preparation lie is skipped without a program.
        """
        here = list(self.members)
        months, zones = self.snapshot.preparation.degree[here], self.snapshot.zones[here]
        foot = min((float(self.snapshot.preparation.degree[place]) for place in self.entries), default=np.inf)
        rise = months[None] - np.minimum(months, foot)[:, None]
        more = (months[None] > months[:, None]) & (rise >= DEGREE_MONTHS)
        total = self.snapshot.preparation.total[here]
        skipped = (zones[None] - zones[:, None] > 1) & (total[None] - total[:, None] >= BRIEF)
        return np.asarray(more | skipped)

    def reached(self) -> set[int]:
        """Return the members that are reached from the entry rungs by sound steps without a barrier."""
        reached, level = set(self.entries), list(self.entries)
        while level:
            ahead = {end for start in level for end in self.next_steps(start) if end not in reached}
            level = [end for end in sorted(ahead) if self._is_open_from(reached, end)]
            reached |= set(level)
        return reached

    def _is_open_from(self, starts: set[int], end: int) -> bool:
        column = self.members.index(end)
        sound = (s for s in starts if np.isfinite(self.steps[self.members.index(s), column]))
        return any(not self.barriers(start, end) for start in sound)

    @cached_property
    def paid(self) -> Regional:
        """The pay that counts: where the region publishes none, that of the wider one that stands in on ladders."""
        return self.snapshot.regional(self.region)

    def wage(self, place: int) -> Wage | None:
        """Return yearly pay, with whose it is; ``None`` where neither the region nor a wider one publishes any."""
        return self.paid.wage(place)

    def pay(self, place: int) -> float | None:
        """Return the median of it, ``None`` where that is unknown."""
        wage = self.wage(place)
        return wage.median if wage else None

    def wider(self, *places: int) -> str:
        """Return the wider region whose pay of some occupations stands in; empty where it is its own, or unknown."""
        where = self.paid.common(*places)
        return where.label if where and where is not self.region else ""

    def wage_change(self, start: int, end: int) -> float | None:
        """Return how the median changes, as of `wage_change`, by the narrowest region that publishes that of both."""
        return wage_change(self.paid.common(start, end), start, end)

    def named(self, place: int) -> Named:
        """Return an occupation as answers name it."""
        occupation = self.snapshot.occupations[place]
        return Named(iri=occupation.iri, code=occupation.code, label=occupation.label)

    def passage(self, start: int, end: int) -> Passage:
        """Return a step in short."""
        gap = float(self.snapshot.gaps[start, end])
        known = None if np.isnan(gap) else round(gap, 3)
        return Passage(start=self.named(start), end=self.named(end), gap=known)

    @property
    def place(self) -> str:
        """Whose pay it is, by its name."""
        return f"{self.region.label}, {self.region.period}" if self.region else ""

    @property
    def said_place(self) -> str:
        """Whose pay it is, as a sentence calls it."""
        return f"{place_name(self.region.label)}, {self.region.period}" if self.region else ""


def region_of(snapshot: Snapshot, sector: Sector | None, name: str) -> tuple[Region | None, tuple[str, ...]]:
    """Return the region whose pay counts: the one named, a sector's own, or what stands in for it, and that it does."""
    own = sector.region if sector and not name else ""
    known = own if any(region.code == own for region in snapshot.regions) else ""
    region, note = choose_region(snapshot.regions, name or known)
    return region, (note,) if note else ()
