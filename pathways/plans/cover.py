"""The cover: the shortest set of offers that teaches what is missing, prerequisites and all.

A weighted set cover: each offer covers some competencies and weighs the hours that it takes; what is chosen must cover
every competency that can be covered, hold every offer that is required, and hold what the conditions of the chosen ask
for. Up to `LARGEST` offers it is solved exactly, as an integer program by branch and bound; beyond, greedily, by hours
for each competency, and what turns out to be superfluous is taken out again.

References
----------
Karp, R. M. (1972). Reducibility among combinatorial problems. Chvátal, V. (1979). A greedy heuristic for the
set-covering problem. Mathematics of Operations Research 4(3). Huangfu, Q. & Hall, J. A. J. (2018). Parallelizing the
dual revised simplex method (HiGHS). Mathematical Programming Computation 10.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from pathways.plans.covering import Cover, Covering, clashes
from pathways.plans.offers import attainable, credits_of, needed_by

LARGEST: Final = 250
"""Offers up to which the cover is solved exactly."""


def cover(covering: Covering, largest: int = LARGEST) -> Cover:
    """Return the lightest choice of offers that covers what is wanted.

    Parameters
    ----------
    largest
        Offers up to which it is solved exactly.

    Example
    -------
    >>> from pathways.plans.offers import Offer
    >>> a, b, c = (
    ...     Offer(iri=f"http://x/{name}", label=name, covers=covers, hours=hours)
    ...     for name, covers, hours in (
    ...         ("a", ("http://x/1", "http://x/2"), 50),
    ...         ("b", ("http://x/1", "http://x/3"), 40),
    ...         ("c", ("http://x/2", "http://x/3"), 60)))
    >>> found = cover(Covering({o.iri: o for o in (a, b, c)}, frozenset(("http://x/1", "http://x/2", "http://x/3"))))
    >>> found.chosen, found.weight, found.exact
    (('http://x/a', 'http://x/b'), 92.0, True)
    """
    if not covering.useful:
        return Cover((), 0.0, exact=True)
    if len(covering.useful) <= largest:
        from pathways.plans.exact_cover import solve  # noqa: PLC0415 - the solver takes long to load

        found = solve(covering)
        if found and found.exact:
            return found
        return min([*filter(None, (found, greedy(covering)))], key=lambda each: (len(each.given_up), each.weight))
    return greedy(covering)


def greedy(covering: Covering) -> Cover:
    """Return a choice that is good and not proven the best: the fewest hours a competency first.

    What an offer needs comes with it, by the lightest way that can be seen from it; that way is looked for again once
    something is chosen that it names. In the end every offer goes that the rest does without, the heaviest first.
    """
    chosen: list[str] = []
    for iri in sorted(covering.demanded):
        chosen += [other for other in _bundle(covering, iri, chosen) if other not in chosen]
    left, bundles = set(covering.covered) - _taught(covering, chosen), dict[str, _Bundle]()
    while left and (best := _next(covering, chosen, left, bundles)):
        chosen += best
        left -= _taught(covering, best)
        bundles = {iri: bundle for iri, bundle in bundles.items() if bundle.named.isdisjoint(best)}
    kept = _without_superfluous(covering, chosen, left)
    missed = covering.demanded - set(kept)
    return _as_cover(covering, kept, exact=False, given_up=frozenset(left | missed))


@dataclass(frozen=True)
class _Bundle:
    """An offer with what it needs, what their conditions name, and what they teach."""

    offers: tuple[str, ...]
    named: frozenset[str]
    taught: frozenset[str]


def _next(covering: Covering, chosen: list[str], left: set[str], bundles: dict[str, _Bundle]) -> list[str]:
    """Return the offers to choose next, those that weigh least a competency; none where all of them clash.

    Parameters
    ----------
    bundles
        What was found before for an offer; what is found now is added.
    """
    there = set(chosen)
    for iri, offer in covering.useful.items():
        if iri not in there and iri not in bundles and not left.isdisjoint(offer.covers):
            bundles[iri] = _found(covering, _bundle(covering, iri, chosen))
    useful = (bundle for iri, bundle in bundles.items() if iri not in there and not left.isdisjoint(bundle.taught))
    added = (([iri for iri in bundle.offers if iri not in there], bundle.taught) for bundle in useful)
    fitting = [each for each in added if each[0] and not clashes(covering.offers, (*chosen, *each[0]))]
    cost = {index: _weight(covering, each) / len(taught & left) for index, (each, taught) in enumerate(fitting)}
    return fitting[min(cost, key=lambda index: (cost[index], fitting[index][0]))][0] if fitting else []


def _found(covering: Covering, bundle: list[str]) -> _Bundle:
    named = {leaf for iri in bundle for leaf in covering.offers[iri].requires.leaves()}
    return _Bundle(tuple(bundle), frozenset(named), frozenset(_taught(covering, bundle)))


def _bundle(covering: Covering, iri: str, chosen: Collection[str]) -> list[str]:
    """Return an offer with what it needs, in order; empty where its clashes leave no way."""
    there = {*covering.held, *chosen}
    found = needed_by(covering.offers, [iri])
    order = attainable(covering.offers, there, [other for other in found if other in covering.within_reach])
    kept = list(order)
    credits = credits_of(covering.offers, (*there, *found))
    for other in sorted(order, key=lambda each: -covering.offers[each].weight):
        rest = [each for each in kept if each != other]
        if other != iri and _stands(covering, rest, there, credits):
            kept = rest
    return [] if clashes(covering.offers, (*chosen, *kept)) else kept


def _stands(covering: Covering, order: Iterable[str], there: Collection[str], credits: Mapping[str, float]) -> bool:
    """Return whether each of some offers finds what it needs before it."""
    before = set(there)
    for iri in order:
        if not covering.offers[iri].requires.met(before, credits):
            return False
        before.add(iri)
    return True


def there_for(covering: Covering, found: Cover, competency: str) -> list[str]:
    """Return the chosen offers that could go if one competency need not be covered."""
    kept = _without_superfluous(covering, list(found.chosen), {competency, *found.given_up})
    return [iri for iri in found.chosen if iri not in kept]


def _without_superfluous(covering: Covering, chosen: list[str], left: Collection[str]) -> list[str]:
    """Return the chosen without those that the rest does without, as long as all but what is left stays covered."""
    wanted, kept = covering.covered - set(left), list(chosen)
    heaviest = sorted(chosen, key=lambda each: (-covering.offers[each].weight, each))
    while (spare := next((iri for iri in heaviest if iri in kept and _goes(covering, iri, kept, wanted)), "")) != "":
        kept.remove(spare)
    return kept


def _goes(covering: Covering, iri: str, kept: Collection[str], wanted: Collection[str]) -> bool:
    """Return whether the rest of some offers does without one of them."""
    rest = [other for other in kept if other != iri]
    if iri in covering.demanded or not set(wanted) <= _taught(covering, rest):
        return False
    return len(attainable(covering.offers, covering.held, rest)) == len(rest)


def _as_cover(covering: Covering, chosen: Collection[str], *, exact: bool, given_up: frozenset[str]) -> Cover:
    order = attainable(covering.offers, covering.held, list(chosen))
    return Cover(tuple(order), _weight(covering, order), exact, given_up)


def _taught(covering: Covering, chosen: Iterable[str]) -> set[str]:
    return {competency for iri in chosen for competency in covering.offers[iri].covers}


def _weight(covering: Covering, chosen: Iterable[str]) -> float:
    return sum(covering.offers[iri].weight for iri in chosen)
