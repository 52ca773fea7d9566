"""Which ways are to be compared, by the words of a command or a request."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from api.queries.ladders import UnclearLadderError, region_notes
from pathways.languages import in_language
from pathways.plans import Offer, Prices
from pathways.routes import Comparison, compare, compare_onward
from pathways.scopes import Scopes
from pathways.snapshot import Snapshot

MOST_MONTHS = 600
"""Months that a limit of time may have."""


@dataclass(frozen=True)
class RouteQuery:
    """A start, with or without a goal, a limit of time, and regions.

    Parameters
    ----------
    start, goal
        Code, address or title of an occupation; without a goal, any that pays more is one.
    region
        Whose pay and jobs to look at; the nation where empty.
    within
        Most months that a way may take, 0 without a limit.
    move
        A region to move to for the last rung.
    language
        BCP 47 tag of the language of the names; English where empty.
    offers
        Whose prices to compare as well; of a command only, and no part of the address.
    """

    start: str = ""
    goal: str = ""
    region: str = ""
    within: int = 0
    move: str = ""
    language: str = ""
    offers: Sequence[Offer] = ()

    def answer(self, scopes: Scopes) -> Comparison:
        """Return the ways side by side.

        Raises
        ------
        UnclearLadderError
            Where no start is named.
        NotFoundError
            Where an occupation or a region is unknown, or nothing is named in the language.
        """
        found = self._compared(scopes)
        return in_language(found, scopes.base, self.language) if self.language else found

    def _compared(self, scopes: Scopes) -> Comparison:
        """Return the ways, named in English."""
        if not self.start:
            message = "ways begin at an occupation: name it with from"
            raise UnclearLadderError(message, "Add from, the code, the address or a title of an occupation.")
        snapshot = self.scope(scopes)
        said = region_notes(snapshot, self.region, self.move)
        start = snapshot.find(self.start)
        prices = Prices(snapshot, self.offers) if any(offer.cost is not None for offer in self.offers) else None
        said_of = (self.region, self.within, self.move)
        if self.goal:
            found = compare(snapshot, start, snapshot.find(self.goal), *said_of, prices=prices)
        else:
            found = compare_onward(snapshot, start, *said_of, prices=prices)
        return found.model_copy(update={"notes": (*said, *found.notes)})

    def scope(self, scopes: Scopes) -> Snapshot:
        """Return the snapshot that the ways are looked for in."""
        return scopes.of_occupations(*(name for name in (self.start, self.goal) if name))

    def address(self) -> str:
        """Return the query as the end of a web address.

        Example
        -------
        >>> RouteQuery(start="29-2061.00", within=36).address()
        'from=29-2061.00&within=36'
        """
        parts = {
            "from": self.start,
            "to": self.goal,
            "region": self.region,
            "within": str(self.within or ""),
            "move": self.move,
            "language": self.language,
        }
        return urlencode({name: value for name, value in parts.items() if value})
