"""Stacks: the credentials that serve a way, in the order in which they build on each other."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from pathways.plans.choice import Choice
from pathways.plans.offers import Offer, OfferKind
from pathways.plans.plan import StackedCredential


def stacked_credentials(choice: Choice) -> tuple[StackedCredential, ...]:
    """Return the credentials that serve the way and are not held: by rung, those that others build on first."""
    found: dict[str, StackedCredential] = {}
    has = choice.there | {c for iri in choice.cover.chosen for c in choice.offers[iri].covers}
    for place in choice.way.places:
        iri = choice.way.snapshot.occupations[place].iri
        serving = dict.fromkeys((*choice.required(iri), *(choice.catalog.useful_for or {}).get(iri, ())))
        for offer in _in_order(choice, serving):
            found.setdefault(offer.iri, _credential(choice, offer, place, has))
    return tuple(found.values())


def _in_order(choice: Choice, serving: Iterable[str]) -> list[Offer]:
    offers = [choice.offers[iri] for iri in serving if iri in choice.offers and iri not in choice.there]
    offers = [offer for offer in offers if offer.kind is OfferKind.CREDENTIAL]
    return sorted(offers, key=lambda offer: (len(offer.stacks_on), offer.hours or 0, offer.label))


def _credential(choice: Choice, offer: Offer, place: int, has: Collection[str]) -> StackedCredential:
    """Return a credential; what it attests that the rungs are not rated by is in no record and in no plan."""
    attests = [competency for competency in offer.attests if competency in choice.way.known.labels]
    return StackedCredential(
        credential=choice.offered(offer.iri),
        toward=choice.way.reference(place),
        required=offer.iri in choice.required(choice.way.snapshot.occupations[place].iri),
        planned=offer.iri in choice.cover.chosen,
        shown=(sum(competency in has for competency in attests), len(attests)),
        includes=tuple(map(choice.offered, offer.stacks_on)),
    )
