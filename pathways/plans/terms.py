"""Terms: the chosen offers in an order, as many at a time as somebody can take."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Final

from pathways.plans.offers import Offer, OfferKind, attainable, credits_of

TERM_HOURS: Final = 450.0
"""Hours of a term of full-time study; what takes longer is a step of its own."""


def terms(
    offers: Mapping[str, Offer], chosen: Collection[str], held: Collection[str] = (), load: float = TERM_HOURS
) -> list[list[str]]:
    """Return chosen offers term by term: each after what it needs, those first for which the most others wait.

    Of those for which equally many wait, the one with the lower code comes first. What takes longer than a term stands
    alone, after the terms; an examination, which teaches nothing itself, stands last.

    Parameters
    ----------
    load
        Hours that a term holds.

    Example
    -------
    >>> from pathways.plans.conditions import all_of
    >>> a = Offer(iri="http://x/a", label="A", credits=10)
    >>> b = Offer(iri="http://x/b", label="B", credits=10)
    >>> c = Offer(iri="http://x/c", label="C", credits=5, requires=all_of("http://x/b"))
    >>> terms({o.iri: o for o in (a, b, c)}, ["http://x/a", "http://x/b", "http://x/c"])
    [['http://x/b'], ['http://x/a', 'http://x/c']]
    """
    order = attainable(offers, held, chosen)
    credits, there = credits_of(offers, offers), set(held)
    heights = _heights(offers, order)
    left, found = list(order), list[list[str]]()
    while left:
        ready = [iri for iri in left if offers[iri].requires.met(there, credits)]
        ready.sort(key=lambda iri: (_rank(offers[iri], load), -heights[iri], offers[iri].name, iri))
        term = _filled(offers, ready, load)
        found.append(term)
        there.update(term)
        left = [iri for iri in left if iri not in there]
    return found


def _filled(offers: Mapping[str, Offer], ready: Sequence[str], load: float) -> list[str]:
    """Return as many of those that are ready as a term holds, in their order, and no other kind beside the first."""
    rank = _rank(offers[ready[0]], load)
    term, hours = [ready[0]], offers[ready[0]].weight - 1
    for iri in ready[1:]:
        own = offers[iri].weight - 1
        if rank != 1 and _rank(offers[iri], load) == rank and hours + own <= load:
            term.append(iri)
            hours += own
    return term


def _rank(offer: Offer, load: float) -> int:
    """Return 0 for what fits into a term, 1 for what takes longer, 2 for an examination."""
    if offer.kind is OfferKind.CREDENTIAL and not offer.covers:
        return 2
    return int(offer.weight - 1 > load)


def _heights(offers: Mapping[str, Offer], order: Sequence[str]) -> dict[str, int]:
    """Return how long the longest chain of offers is that wait for each."""
    heights = dict.fromkeys(order, 0)
    for iri in reversed(order):
        for leaf in offers[iri].requires.leaves():
            if leaf in heights:
                heights[leaf] = max(heights[leaf], heights[iri] + 1)
    return heights
