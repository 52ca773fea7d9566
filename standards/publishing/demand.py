"""Demand: what occupations need by the firms' lists, where what was published stays until many firms ask otherwise.

Two versions are public, and so is who was a member when. If what an occupation needs followed the lists of those who
are members now, what changes from one version to the next would tell what a firm asks for that joined or left between.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from ontology.records import Iri, RequirementType, SkillRequirement
from standards.agreement import Need
from standards.agreement.requirements import FEWEST, Asked, Work, together
from standards.publishing.footing import Footings

Firms = Mapping[Iri, Asked]
"""What each firm asks for that asks for it."""

SAID: Final = ("relation", "importance", "level")


@dataclass(frozen=True)
class Demand:
    """What the firms' asking comes to in one occupation.

    Parameters
    ----------
    need
        As the next version will have it, unless it is stated or decided; `None` where it will not.
    asked
        What that rests on: what firms ask for now, or did when it was published.
    now
        What firms ask for now.
    stands
        Whether it is as it was published, or left out as it was, though firms ask otherwise now.
    """

    need: Need | None
    asked: Firms
    now: Firms
    stands: bool = False

    @property
    def otherwise(self) -> str:
        """In words, without any firm's numbers, how firms ask otherwise than the version will have it."""
        if not self.stands:
            return ""
        if self.need is None:
            firms = f"{len(self.now)} {'firm' if len(self.now) == 1 else 'firms'}"
            return f"asked for by {firms} since the last version; left out until decided, or {FEWEST} ask for it"
        asked = "asked for otherwise now" if self.now else "asked for by nobody now"
        return f"{asked}; stays until decided, or {FEWEST} firms ask otherwise"


@dataclass(frozen=True)
class Demands:
    """What firms ask for, held against what was published.

    Parameters
    ----------
    work
        The jobs of the firms that are members now.
    footings
        What the versions rest on that were published.
    """

    work: Work
    footings: Footings

    def of(
        self,
        said: Iterable[Iri],
        moves: Mapping[Iri, Iri],
        known: Collection[Iri],
        undone: Mapping[Iri, Iri] | None = None,
    ) -> dict[Iri, Demand]:
        """Return what the firms' asking for a statement comes to, by occupation.

        Parameters
        ----------
        said
            Addresses of the firms' own statements.
        moves
            From a job, or an occupation, to another one that asks for it instead.
        known
            The published competencies that the statement is, or takes the place of.
        undone
            Moves that the newest version told, and that count no more.
        """
        now, then = self.work.asked(said, moves), self._then(known)
        for moved_from, moved_to in moves.items():
            self._move(then, now, moved_from, (moved_from, moved_to))
        for moved_from, moved_to in (undone or {}).items():
            self._move(then, now, moved_from, (moved_to, moved_from))
        places = sorted(now.keys() | then.keys())
        found = {place: self._demand(known, place, then.get(place), now.get(place, {})) for place in places}
        return {place: demand for place, demand in found.items() if demand.need or demand.stands}

    def _demand(self, known: Collection[Iri], place: Iri, then: Demand | None, now: Firms) -> Demand:
        """Return what firms' asking comes to in an occupation, as before or as they ask now."""
        need = self.work.need(place, now.values()) if now else None
        if self.footings.covers(known, place):
            before = then or Demand(None, {}, {})
            if _is_nobodys(before, need, now):
                return Demand(need, now, now)
            return replace(before, now=now, stands=True)
        if now and len(now) < FEWEST and self._joined.issuperset(now):
            return Demand(None, {}, now, stands=True)
        return Demand(need, now, now)

    @cached_property
    def _joined(self) -> frozenset[Iri]:
        """The firms with jobs that were no members when the newest version was published."""
        if self.footings.members is None:
            return frozenset()
        return frozenset(job.offered_by for job in self.work.jobs) - self.footings.members

    def _then(self, known: Collection[Iri]) -> dict[Iri, Demand]:
        """Return what it came to when it was published; of several competencies what asks for most."""
        asked: dict[Iri, dict[Iri, list[Asked]]] = {}
        for competency in sorted(known):
            for place, firms in self.footings.asked.get(competency, {}).items():
                for firm, one in firms.items():
                    asked.setdefault(place, {}).setdefault(firm, []).append(one)
        needs = [self.footings.needs.get(competency, {}) for competency in sorted(known)]
        most = {place: max((one[place] for one in needs if place in one), key=demanding) for place in _places(needs)}
        rests = {place: {firm: together(said) for firm, said in firms.items()} for place, firms in asked.items()}
        return {place: Demand(need, rests.get(place, {}), {}) for place, need in most.items()}

    def _move(self, then: dict[Iri, Demand], now: Mapping[Iri, Firms], job: Iri, way: tuple[Iri, Iri]) -> None:
        """Have a firm's own job that was decided to ask elsewhere not count where it asked before.

        Where no other firm asked, it is needed no more; the occupation that asks instead needs it as that one did.

        Parameters
        ----------
        job
            Whose firm it is; of an occupation nothing is done.
        way
            From which job or occupation to which.
        """
        own = self.work.job.get(job)
        if own is None:
            return
        firm, (moved_from, moved_to) = own.offered_by, map(self.work.occupations, way)
        asked = [place for place in moved_from if place in then and firm in then[place].asked]
        gone = [place for place in asked if firm not in now.get(place, {})]
        came = [place for place in moved_to if place not in then and firm in now.get(place, {})]
        needs = [need for place in asked if (need := then[place].need)]
        for place in came if needs else ():
            then[place] = Demand(replace(needs[0], occupation=place), {firm: now[place][firm]}, {})
        for place in gone:
            left = {other: one for other, one in then[place].asked.items() if other != firm}
            then[place] = Demand(then[place].need if left else None, left, {})


def demanding(one: Need | SkillRequirement) -> tuple[bool, float, float]:
    """Return how much a requirement asks for: essential before optional, then by level and importance."""
    essential = one.relation == Iri(RequirementType.ESSENTIAL)
    return essential, one.level or 0, one.importance or 0


def _places(needs: Iterable[Mapping[Iri, Need]]) -> list[Iri]:
    return sorted({place for one in needs for place in one})


def _is_nobodys(before: Demand, need: Need | None, now: Firms) -> bool:
    """Return whether all that would change rests on so many firms that it tells of none what it asks for.

    A number that there was none of before, too: of a firm that has joined it would tell that it asks for it.
    """
    if before.need is None or need is None:
        return before.need == need or len(before.asked.keys() ^ now.keys()) >= FEWEST
    return all(
        getattr(before.need, name) == getattr(need, name) or _differing(name, before.asked, now) >= FEWEST
        for name in SAID
    )


def _differing(name: str, then: Firms, now: Firms) -> int:
    """Return of how many firms the relation, importance or level is another one than it was, or is there now alone."""
    return sum(_said(name, then.get(firm)) != _said(name, now.get(firm)) for firm in then.keys() | now.keys())


def _said(name: str, one: Asked | None) -> object:
    """Return what a firm says; of the relation also whether it asks at all."""
    if one is None:
        return "does not ask" if name == "relation" else None
    return getattr(one, name)
