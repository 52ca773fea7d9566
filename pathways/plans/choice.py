"""The choice of a plan: the shortest set of courses and credentials that covers what a way still asks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from ontology.records import Iri, Text
from pathways.plans.balance import Need
from pathways.plans.catalog import Catalog
from pathways.plans.claims import READ_BY_A_MACHINE
from pathways.plans.conditions import ALWAYS
from pathways.plans.cover import cover
from pathways.plans.covering import Cover, Covering
from pathways.plans.entries import Entries
from pathways.plans.offers import Offer, OfferKind
from pathways.plans.way import PlannedWay
from pathways.records.step import Reference

FREE: Final = {"requires": ALWAYS, "hours": 0.0, "covers": ()}
"""What a course that counts as passed asks for, takes and still teaches."""


@dataclass(frozen=True)
class Choice:
    """What is chosen for a way out of what is offered."""

    way: PlannedWay
    catalog: Catalog

    @cached_property
    def entries(self) -> Entries:
        """Return the apprenticeships among what is offered."""
        return Entries(self.way, self.catalog)

    @property
    def offers(self) -> Mapping[str, Offer]:
        """Return what may be chosen, by address."""
        return self.entries.offers

    @cached_property
    def _had(self) -> frozenset[str]:
        """Return what the person has: credentials and courses, those of the start, and competencies that carry over."""
        own = {reference.iri for reference in self.way.held.credentials}
        worked = {iri for job in self.way.held.jobs for iri in self.entries.required_for(job.iri)}
        included = {below for iri in own | worked for below in self._stacked(iri)}
        has = {need.competency for need in self._carried}
        return frozenset(own | worked | has | included)

    @cached_property
    def there(self) -> frozenset[str]:
        """Return what the person has, and the courses that count as passed."""
        return self.covering.held | self._contested.intersection(self.solved.chosen)

    @cached_property
    def _passed(self) -> frozenset[str]:
        """Return the courses that count as passed without having been, those aside that the person has."""
        return frozenset(self._mastered() - self._had)

    @cached_property
    def _contested(self) -> frozenset[str]:
        """Return the courses that count as passed, if one asks for that, and that exclude another or are excluded."""
        excluded = {other for offer in self.offers.values() for other in offer.excludes}
        return frozenset(iri for iri in self._passed if iri in excluded or self.offers[iri].excludes)

    @cached_property
    def _wanted(self) -> frozenset[str]:
        """Return what must be learned before some rung of the way."""
        return frozenset(need.competency for balance in self.way.balances for need in balance.planned)

    @property
    def _carried(self) -> Iterator[Need]:
        """Yield what need not be learned before any rung: enough for one rung is not enough for a higher one."""
        needs = (need for balance in self.way.balances for need in balance.needs)
        return (need for need in needs if need.competency not in self._wanted)

    def _mastered(self) -> set[str]:
        """Return the courses that teach nothing but what the person has, or gets in an apprenticeship of this way.

        What only a machine read in the person's words lets nobody off a course.
        """
        has = {
            need.competency
            for need in self._carried
            if any(claim.basis not in READ_BY_A_MACHINE for claim in need.claims)
        }
        entering = (offer for offer in self.offers.values() if offer.kind is OfferKind.APPRENTICESHIP)
        known = {*has, *(competency for offer in entering for competency in offer.covers)}
        courses = (offer for offer in self.offers.values() if offer.kind is OfferKind.COURSE)
        return {offer.iri for offer in courses if offer.covers and known.issuperset(offer.covers)}

    @cached_property
    def covering(self) -> Covering:
        """Return what is to be covered over the whole way.

        What counts as passed is held, but for what excludes something: that is chosen like any other, at no time, so
        that it is counted on only where nothing is chosen that it excludes.
        """
        required = {iri for place in self.way.places for iri in self.required(self.way.snapshot.occupations[place].iri)}
        required |= set(self.entries.shortest())
        held = self._had | self._passed - self._contested
        offers = {**self.offers, **{iri: self.offers[iri].model_copy(update=FREE) for iri in sorted(self._contested)}}
        return Covering(offers, self._wanted, frozenset(required) - held, held)

    @cached_property
    def solved(self) -> Cover:
        """Return the shortest choice, with what counts as passed though it excludes something."""
        return cover(self.covering)

    @cached_property
    def cover(self) -> Cover:
        """Return what is to be done of the shortest choice."""
        chosen = tuple(iri for iri in self.solved.chosen if iri not in self._contested)
        return replace(self.solved, chosen=chosen, weight=sum(self.offers[iri].weight for iri in chosen))

    @cached_property
    def untaught(self) -> tuple[Need, ...]:
        """Return what is missing and no chosen offer teaches, each once."""
        taught = {competency for iri in self.cover.chosen for competency in self.offers[iri].covers}
        found = {need.competency: need for balance in self.way.balances for need in balance.planned}
        return tuple(need for competency, need in found.items() if competency not in taught)

    @cached_property
    def waived(self) -> tuple[str, ...]:
        """Return the names of the courses that the chosen ask for, and that count as passed without having been."""
        passed = {held.iri for held in self.way.held.credentials}
        asked = dict.fromkeys(leaf for iri in self.cover.chosen for leaf in self.offers[iri].requires.leaves())
        return tuple(
            self.name(leaf)
            for leaf in asked
            if leaf in self.there and leaf not in passed and leaf in self.offers and self.offers[leaf].covers
        )

    def required(self, occupation: str) -> list[str]:
        """Return the credentials on offer without which nobody may work in an occupation."""
        return [iri for iri in self.entries.required_for(occupation) if iri in self.offers]

    def _stacked(self, iri: str) -> tuple[str, ...]:
        offer = self.offers.get(iri)
        return offer.stacks_on if offer else ()

    def offered(self, iri: str) -> Reference:
        """Return an offer as it is referred to."""
        return Reference(iri=Iri(iri), label=Text(value=self.name(iri)))

    def name(self, iri: str) -> str:
        """Return what an offer, or something that offers ask for, is called."""
        offer = self.offers.get(iri)
        return offer.name if offer else self.way.known.labels.get(iri, iri)
