"""Which reverse question is asked, by the words of a command or a request."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from ontology.errors import InputError
from pathways.occupations.sectors import find_sector
from pathways.questions.breaks import breaks
from pathways.questions.doors import doors
from pathways.questions.field import Field
from pathways.questions.leads_to import leads_to
from pathways.questions.pays import HOURS, onward_field, pays, yearly
from pathways.questions.reasons import Why
from pathways.questions.records import Breaks, LeadsTo, Pays
from pathways.questions.taught import taught_in_one_more
from pathways.questions.teaching_records import Doors, Taught
from pathways.questions.why import why
from pathways.scopes import Scopes
from pathways.snapshot import Snapshot


def number(text: str, what: str) -> float | None:
    """Return a number as people write it, ``None`` where there is none.

    Raises
    ------
    InputError
        Where it is no number of at least 0.

    Example
    -------
    >>> number("$45,000", "a wage"), number("", "a wage")
    (45000.0, None)
    """
    if not text:
        return None
    plain = text.removeprefix("$").replace(",", "")
    if not (plain.isascii() and plain.replace(".", "", 1).isdecimal()):
        message = f"{text!r} is not {what}; give a number, such as 45000 or 21.50"
        raise InputError(message)
    return float(plain)


@dataclass(frozen=True)
class QuestionQuery:
    """Of what a question is asked.

    Parameters
    ----------
    sector
        Slug or label; all occupations where it is empty and the question allows that.
    region
        Whose pay counts; for a county's stands in that of what it lies in.
    """

    sector: str = ""
    region: str = ""

    def leads_to(self, scopes: Scopes, goal: str) -> LeadsTo:
        """Return which entry jobs lead to an occupation.

        Raises
        ------
        NotFoundError
            Where the sector, the occupation or the region is unknown; so in all of these.
        """
        snapshot = scopes.of_sector(self.sector) if self.sector else scopes.of_occupations(goal)
        return leads_to(self._field(snapshot), snapshot.find(goal))

    def doors(self, scopes: Scopes) -> Doors:
        """Return which competencies open the most doors in the sector."""
        return doors(self._of_sector(scopes))

    def breaks(self, scopes: Scopes) -> Breaks:
        """Return where the sector's ladder breaks for those with the least preparation."""
        return breaks(self._of_sector(scopes))

    def taught(self, scopes: Scopes, skills: list[str], level: float | None = None) -> Taught:
        """Return what happens to the sector's ladder when skills are taught in one more course.

        Parameters
        ----------
        level
            0 to 7, that the course leads to; as high as each rung asks where it is ``None``.
        """
        if not (names := [skill.strip() for skill in skills if skill.strip()]):
            message = "name a skill: its label, its code or its address"
            raise InputError(message)
        return taught_in_one_more(self._of_sector(scopes), names, level)

    def why(self, scopes: Scopes, start: str, end: str) -> Why:
        """Return why one occupation is a step from another, or is none."""
        snapshot = scopes.of_sector(self.sector) if self.sector else scopes.of_occupations(start, end)
        return why(self._field(snapshot), snapshot.find(start), snapshot.find(end))

    def pays(self, scopes: Scopes, wage: Wage, start: str = "") -> Pays:
        """Return which rungs of the sector, or of the ladder up from an occupation, pay a wage.

        Raises
        ------
        InputError
            Where it is not clear of what, or what wage is no amount.
        """
        if bool(self.sector) == bool(start):
            message = (
                "pay is asked of the rungs of a sector or of the ladder up from an occupation: name one of the two"
            )
            raise InputError(message)
        if self.sector:
            return pays(self._of_sector(scopes), wage.yearly, wage.said)
        snapshot = scopes.of_occupations(start)
        return pays(onward_field(self._field(snapshot), snapshot.find(start)), wage.yearly, wage.said)

    def _of_sector(self, scopes: Scopes) -> Field:
        if not self.sector:
            slugs = [found.slug for found in scopes.sectors if not found.within][:5]
            message = f"name a sector; there are {', '.join(slugs) or 'none here'}"
            raise InputError(message)
        return self._field(scopes.of_sector(self.sector))

    def _field(self, snapshot: Snapshot) -> Field:
        slug = find_sector(snapshot.sectors, self.sector).slug if self.sector else ""
        return Field.of(snapshot, slug, self.region)


LEAST_YEARLY: Final = 1000
"""Dollars below which a wage said to be of a year is taken for one of an hour, and asked about."""


@dataclass(frozen=True)
class Wage:
    """A wage that a family needs, by the year or by the hour, and who says so.

    Raises
    ------
    InputError
        Where neither is given, or both, or a year's is so small that it must be an hour's.
    """

    by_year: float | None = None
    by_hour: float | None = None
    source: str = ""

    def __post_init__(self) -> None:
        if (self.by_year is None) == (self.by_hour is None):
            message = "give a wage of your own, by the year or by the hour: none is assumed"
            raise InputError(message)
        if self.by_year is not None and 0 < self.by_year < LEAST_YEARLY:
            message = (
                f"${self.by_year:,g} is no wage of a year. If it is by the hour, write --hourly {self.by_year:g} "
                f"(${self.by_year * HOURS:,.0f} a year)"
            )
            raise InputError(message)

    @property
    def yearly(self) -> float:
        """Return dollars a year."""
        return self.by_year if self.by_year is not None else yearly(self.by_hour or 0)

    @property
    def said(self) -> str:
        """Return who says so, and how a year was made of an hour."""
        if self.by_hour is None:
            return self.source
        hours = f"${self.by_hour:,.2f} an hour times 2,080 hours"
        return f"{self.source}; {hours}" if self.source else hours
