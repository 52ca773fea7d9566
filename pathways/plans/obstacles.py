"""Obstacles: why an offer cannot be had, or two demands not be met together."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from enum import StrEnum

from ontology.frozen import Frozen
from pathways.plans.offers import Offer, attainable, barred_by, credits_of, needed_by


class ObstacleKind(StrEnum):
    """What stands in the way."""

    CIRCLE = "circle"
    """Prerequisites that wait for one another."""
    CONTRADICTION = "contradiction"
    """Conditions that nothing can meet, or demands that exclude each other."""
    UNAVAILABLE = "unavailable"
    """A prerequisite that nothing offers."""


class Obstacle(Frozen):
    """Something that cannot be planned, and why.

    Parameters
    ----------
    members
        Names of the offers that are caught in it.
    """

    kind: ObstacleKind
    members: tuple[str, ...]
    message: str


def obstacles(offers: Mapping[str, Offer], held: Collection[str], wanted: Iterable[str]) -> tuple[Obstacle, ...]:
    """Return why some offers, or what they need, cannot be had; each circle and each condition once.

    Example
    -------
    >>> from pathways.plans.conditions import all_of
    >>> a = Offer(iri="http://x/a", label="A", requires=all_of("http://x/b"))
    >>> b = Offer(iri="http://x/b", label="B", requires=all_of("http://x/a"))
    >>> [found] = obstacles({"http://x/a": a, "http://x/b": b}, (), ["http://x/a"])
    >>> found.members, found.message[:49]
    (('A', 'B'), 'Prerequisites in a circle: A needs B, B needs A. ')
    """
    can = {*attainable(offers, held), *held}
    stuck = {iri for iri in needed_by(offers, wanted) if iri not in can}
    waits = {iri: [leaf for leaf in offers[iri].requires.leaves() if leaf in stuck] for iri in sorted(stuck)}
    found = [_circle(circle, offers) for circle in circles(waits)]
    found += [_impossible(offers[iri], why) for iri in sorted(stuck) if (why := _why(offers, iri))]
    found += [_missing(offers[iri], lost) for iri in sorted(stuck) if (lost := _lost(offers, iri, held))]
    found += [_barred(offers, *pair) for pair in barred_by(offers, held, sorted(stuck)).items()]
    return tuple(found)


def circles(waits: Mapping[str, Collection[str]]) -> list[list[str]]:
    """Return a shortest circle through each thing that waits for itself, each circle once.

    Parameters
    ----------
    waits
        What each thing waits for.

    Example
    -------
    >>> circles({"a": ["b"], "b": ["c"], "c": ["b"], "d": ["d"]})
    [['b', 'c'], ['d']]
    """
    found: dict[frozenset[str], list[str]] = {}
    for start in waits:
        if way := _way_back(waits, start):
            found.setdefault(frozenset(way), way)
    return list(found.values())


def _way_back(waits: Mapping[str, Collection[str]], start: str) -> list[str]:
    """Return the shortest way from a thing to itself, without its end; empty where there is none."""
    before: dict[str, str] = {}
    waiting = [start]
    while waiting:
        nexts = []
        for at in waiting:
            for to in waits.get(at, ()):
                if to == start:
                    return _traced(before, at, start)
                if to not in before:
                    before[to] = at
                    nexts.append(to)
        waiting = nexts
    return []


def _traced(before: Mapping[str, str], at: str, start: str) -> list[str]:
    way = [at]
    while way[-1] != start:
        way.append(before[way[-1]])
    return way[::-1]


def _circle(circle: list[str], offers: Mapping[str, Offer]) -> Obstacle:
    names = [offers[iri].name for iri in circle]
    said = ", ".join(f"{name} needs {after}" for name, after in zip(names, [*names[1:], names[0]], strict=True))
    ask = "None of them can be begun; ask who offers them which comes first."
    return Obstacle(kind=ObstacleKind.CIRCLE, members=tuple(names), message=f"Prerequisites in a circle: {said}. {ask}")


def _barred(offers: Mapping[str, Offer], iri: str, other: str) -> Obstacle:
    names = (offers[iri].name, offers[other].name if other in offers else other)
    message = f"{names[0]} cannot be had beside {names[1]}, which you have. Ask who offers them what to take instead."
    return Obstacle(kind=ObstacleKind.CONTRADICTION, members=names, message=message)


def _why(offers: Mapping[str, Offer], iri: str) -> str:
    return offers[iri].requires.impossible(credits_of(offers, offers[iri].requires.leaves()))


def _impossible(offer: Offer, why: str) -> Obstacle:
    members = (offer.name, *dict.fromkeys(offer.requires.leaves()))
    said = f"its condition{_words(offer)} {why}, which nothing meets"
    message = f"{offer.name} cannot be had: {said}. Ask who offers it what is meant."
    return Obstacle(kind=ObstacleKind.CONTRADICTION, members=members, message=message)


def _words(offer: Offer) -> str:
    """Return the condition of an offer in the words of who asks for it; empty where it has none."""
    said = "; ".join(dict.fromkeys(offer.requires.said()))
    return f" ({said})" if said else ""


def _lost(offers: Mapping[str, Offer], iri: str, held: Collection[str]) -> list[str]:
    """Return what an offer asks for that nobody offers and the person does not have."""
    return [leaf for leaf in dict.fromkeys(offers[iri].requires.leaves()) if leaf not in offers and leaf not in held]


def _missing(offer: Offer, lost: Collection[str]) -> Obstacle:
    said = ", ".join(lost)
    message = (
        f"{offer.name} asks for {said}{_words(offer)}, which nothing here offers. Say so in the record if you have it."
    )
    return Obstacle(kind=ObstacleKind.UNAVAILABLE, members=(offer.name, *lost), message=message)
