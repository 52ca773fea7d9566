"""Entries: the apprenticeships by which a rung of a way must be entered, and the offers that they change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from pathways.bridges.apprenticeships import YEAR_OF_HOURS
from pathways.plans.catalog import Catalog, as_offer
from pathways.plans.conditions import Condition
from pathways.plans.offers import Offer
from pathways.plans.way import PlannedWay


@dataclass(frozen=True)
class Entries:
    """What may be chosen on a way, the apprenticeships among it."""

    way: PlannedWay
    catalog: Catalog

    @cached_property
    def offers(self) -> Mapping[str, Offer]:
        """Return what may be chosen: also the apprenticeships by which a rung of the way must be entered.

        A credential that asks for years of work gets these in the apprenticeship into the same job: what is left of it
        is an examination.
        """
        found = dict(self.catalog.offers)
        for place in self.way.places:
            into = [as_offer(one) for one in self.catalog.apprenticeships if place in one.into]
            served = [iri for iri in self._long(place, found) if into]
            found.update({offer.iri: offer for offer in into if served or place == self._first})
            for iri in served:
                entry = Condition(members=tuple(offer.iri for offer in into), required=1)
                found[iri] = found[iri].model_copy(update={"requires": entry, "hours": 0.0, "covers": ()})
        return found

    def _long(self, place: int, offers: Mapping[str, Offer]) -> list[str]:
        """Return the required credentials of a rung that ask for a year of work or more."""
        required = self.required_for(self.way.snapshot.occupations[place].iri)
        return [iri for iri in required if iri in offers and (offers[iri].hours or 0) >= YEAR_OF_HOURS]

    def _apprenticed(self, place: int) -> bool:
        """Return whether a rung is entered by an apprenticeship and by nothing else."""
        said = self.way.snapshot.education(place).casefold()
        return "apprenticeship" in said and " or " not in said

    @cached_property
    def _first(self) -> int:
        """Return the first rung that is entered by an apprenticeship, the start among them and where none is."""
        return next((place for place in (self.way.start, *self.way.places) if self._apprenticed(place)), self.way.start)

    def shortest(self) -> Iterator[str]:
        """Yield the shortest apprenticeship into the first rung that is entered by one, where no credential brings it.

        Who has been through one goes on to the next rung with what is missing there, not through another one.
        """
        first = self._first
        into = [one.iri for one in self.catalog.apprenticeships if first in one.into and one.iri in self.offers]
        if into and first != self.way.start and not self._long(first, self.catalog.offers):
            yield min(into, key=lambda iri: (self.offers[iri].weight, iri))

    def into(self, place: int) -> set[str]:
        """Return the addresses of the apprenticeships into a rung."""
        return {one.iri for one in self.catalog.apprenticeships if place in one.into}

    def required_for(self, occupation: str) -> tuple[str, ...]:
        """Return the credentials without which nobody may work in an occupation."""
        return (self.catalog.required_for or {}).get(occupation, ())
