"""Which ladder is asked for, by the words of a command or a request."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from ontology.errors import InputError, NotFoundError
from pathways.firms import firm_ladder, knows_firm
from pathways.ladders.best_ways import WAYS
from pathways.ladders.building import between, onward, sector
from pathways.ladders.climbs import MOST_RUNGS
from pathways.languages import in_language
from pathways.occupations.marks import UNTOLD, Told, remarked
from pathways.occupations.wages import Choice, Region, choose_region
from pathways.records.ladder import Ladder
from pathways.scopes import Scopes
from pathways.snapshot import Snapshot
from standards.sources.oews import area_kind

ALL_RUNGS: Final = 1000
"""More rungs than any sector has occupations."""

NO_OFF_RAMPS: Final = "A way to a goal has no off-ramps: the wage that is enough to stay is not used."
HIGHEST_WAGE: Final = 1_000_000.0
"""US dollars a year; more is a slip of the pen."""


class UnclearLadderError(InputError):
    """It is not clear which ladder is asked for.

    Parameters
    ----------
    remedy
        What to change in a request.
    """

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.remedy = remedy


@dataclass(frozen=True)
class LadderQuery:
    """A sector, or a start with or without a goal.

    Parameters
    ----------
    start, goal
        Code, address or title of an occupation.
    region
        Whose pay to show; the nation where empty.
    firm
        Slug or name of a firm whose own jobs are the rungs, with or without the sector that it is seen in.
    language
        BCP 47 tag of the language of the names; English where empty.
    ways
        Between a start and a goal: how many ways through different rungs to draw.
    rungs
        Of a sector: how many rungs to draw at most; the others are named.
    enough
        US dollars a year from which on one can stay on a rung that leads no further; the median of the ladder's own
        medians where it is 0. A way to a goal has no such rungs.
    bars
        From what on rungs are high-wage, high-skill and in demand, as far as whoever asks says so.
    """

    sector: str = ""
    start: str = ""
    goal: str = ""
    region: str = ""
    firm: str = ""
    language: str = ""
    ways: int = WAYS
    rungs: int = MOST_RUNGS
    enough: float = 0
    bars: Told = UNTOLD

    def answer(self, scopes: Scopes) -> Ladder:
        """Return the ladder.

        Raises
        ------
        UnclearLadderError
            Where it is not clear which one is asked for.
        NotFoundError
            Where the sector, an occupation or the region is unknown, or nothing is named in the language.
        """
        drawn = self._noted(remarked(self._drawn(scopes), self.bars), scopes)
        return in_language(drawn, scopes.base, self.language) if self.language else drawn

    def _noted(self, drawn: Ladder, scopes: Scopes) -> Ladder:
        """Return the ladder with what must be said of the choice of its region."""
        idle = (NO_OFF_RAMPS,) if self.goal and self.enough else ()
        said = (*region_notes(self.scope(scopes), self.region), *idle)
        return drawn.model_copy(update={"notes": (*said, *drawn.notes)}) if said else drawn

    def _drawn(self, scopes: Scopes) -> Ladder:
        """Return the ladder, named in English."""
        if self.firm:
            return self._of_firm(scopes)
        if self.goal and not self.start and not self.sector:
            message = f"a ladder to {self.goal!r} begins at an occupation, too: name it with from"
            raise UnclearLadderError(message, "Add from, the code, the address or a title of an occupation.")
        if bool(self.sector) == bool(self.start):
            raise _unclear(scopes, both=bool(self.sector))
        if self.sector and self.goal:
            message = f"a goal ({self.goal!r}) needs a start, and a sector has none: give from and to"
            raise UnclearLadderError(message, "Leave to out, or put from, an occupation, in the place of sector.")
        snapshot = self.scope(scopes)
        check_region(snapshot.regions, self.region)
        if self.sector:
            return sector(snapshot, self.sector, self.region, self.rungs, enough=self.enough or None)
        start = snapshot.find(self.start)
        if self.goal:
            return between(snapshot, start, snapshot.find(self.goal), self.region, self.ways)
        return onward(snapshot, start, self.region, enough=self.enough or None)

    def _of_firm(self, scopes: Scopes) -> Ladder:
        """Return the ladder of a firm's own jobs."""
        if self.start or self.goal:
            message = f"the ladder of a firm ({self.firm!r}) has all its jobs: leave out where it begins and ends"
            raise UnclearLadderError(message, "Leave out from and to, or leave out firm.")
        snapshot = self.scope(scopes)
        check_region(snapshot.regions, self.region)
        return firm_ladder(snapshot, self.firm, self.sector, self.region, enough=self.enough or None)

    def scope(self, scopes: Scopes) -> Snapshot:
        """Return the snapshot that the ladder is computed from.

        Raises
        ------
        NotFoundError
            Where the sector is unknown.
        """
        if self.sector:
            return scopes.of_sector(self.sector)
        if self.firm:
            return next((scope for scope in scopes if knows_firm(scope, self.firm)), scopes.national)
        return scopes.of_occupations(*(name for name in (self.start, self.goal) if name))

    def address(self) -> str:
        """Return the query as the end of a web address.

        Example
        -------
        >>> LadderQuery(start="29-1141.00").address()
        'from=29-1141.00'
        """
        parts = {
            "sector": self.sector,
            "firm": self.firm,
            "from": self.start,
            "to": self.goal,
            "region": self.region,
            "language": self.language,
            "ways": "" if self.ways == WAYS else str(self.ways),
            "rungs": "" if self.rungs == MOST_RUNGS else str(self.rungs),
            "enough": f"{self.enough:g}" if self.enough else "",
            **self.bars.parameters(),
        }
        return urlencode({name: value for name, value in parts.items() if value})


def region_notes(snapshot: Snapshot, *names: str) -> tuple[str, ...]:
    """Return what must be said of the regions that are chosen for some names: whose pay stands in for a county's.

    Raises
    ------
    NotFoundError
        As `check_region`.
    """
    notes = (check_region(snapshot.regions, name).note for name in names)
    return tuple(note for note in dict.fromkeys(notes) if note)


def check_region(regions: tuple[Region, ...], name: str) -> Choice:
    """Choose a region; refuse one whose pay is unknown, where no city's is known with what brings them.

    Raises
    ------
    NotFoundError
        With the nearest names.
    """
    try:
        return choose_region(regions, name)
    except NotFoundError as error:
        kinds = {area_kind(region.code) for region in regions if region.code.isdecimal()}
        if "state" not in kinds or "metropolitan" in kinds or "nearest:" in str(error):
            raise
        message = f"{error}. Only states are loaded: import the metropolitan file of the wage statistics to have cities"
        raise NotFoundError(message) from error


def _unclear(scopes: Scopes, *, both: bool) -> UnclearLadderError:
    """Return what to say to those who named both a sector and a start, or neither."""
    slugs = [found.slug for found in scopes.sectors if not found.within][:5]
    message = (
        f"a ladder is of a sector or from an occupation: name one of the two{', not both' if both else ''}. "
        f"Sectors: {', '.join(slugs) or 'none here'}"
    )
    if both:
        return UnclearLadderError(message, "Leave out sector, or leave out from.")
    example = f"sector, such as sector={slugs[0]}, or " if slugs else ""
    return UnclearLadderError(message, f"Add {example}from, the code, the address or a title of an occupation.")
