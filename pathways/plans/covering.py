"""What is to be covered, and what was chosen to cover it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from pathways.plans.offers import Offer, attainable, needed_by


@dataclass(frozen=True)
class Covering:
    """What is to be covered, and by what.

    Parameters
    ----------
    wanted
        Addresses of competencies.
    required
        Addresses of offers that must be among the chosen.
    held
        Addresses of offers and competencies that a person has.
    """

    offers: Mapping[str, Offer]
    wanted: frozenset[str]
    required: frozenset[str] = field(default_factory=frozenset)
    held: frozenset[str] = field(default_factory=frozenset)

    @cached_property
    def within_reach(self) -> frozenset[str]:
        """Return the offers that can be had at all, those held aside."""
        return frozenset(attainable(self.offers, self.held))

    @cached_property
    def covered(self) -> frozenset[str]:
        """Return the wanted competencies that any offer within reach covers."""
        return self.wanted & {competency for iri in self.within_reach for competency in self.offers[iri].covers}

    @cached_property
    def demanded(self) -> frozenset[str]:
        """Return the required offers that can be had and are not held."""
        return self.required & self.within_reach

    @cached_property
    def useful(self) -> dict[str, Offer]:
        """Return the offers that may stand in a cover: who covers anything, what is required, and what these need."""
        first = [iri for iri in self.offers if not self.covered.isdisjoint(self.offers[iri].covers)]
        found = needed_by(self.offers, (*first, *self.demanded))
        return {iri: self.offers[iri] for iri in found if iri in self.within_reach}


@dataclass(frozen=True)
class Cover:
    """The offers chosen.

    Parameters
    ----------
    chosen
        Addresses, in an order in which they can be had.
    weight
        Of all of them, as of `Offer.weight`.
    exact
        Whether it is proven that none weighs less.
    given_up
        Competencies and required offers that could be had each on its own, but not with the others.
    """

    chosen: tuple[str, ...]
    weight: float
    exact: bool
    given_up: frozenset[str] = frozenset()


def clashes(offers: Mapping[str, Offer], chosen: Collection[str]) -> list[tuple[str, str]]:
    """Return pairs of the chosen of which one excludes the other, each pair once, in the order of their addresses."""
    there = set(chosen)
    pairs = ((iri, other) for iri in chosen for other in offers[iri].excludes if other in there and other != iri)
    return sorted({(min(pair), max(pair)) for pair in pairs})
