"""Barriers: what keeps a choice from covering more, and what makes it long."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ontology.records import Iri
from pathways.plans.choice import Choice
from pathways.plans.cover import there_for
from pathways.plans.obstacles import Obstacle, ObstacleKind, obstacles
from pathways.plans.plan import Dear


def barriers(choice: Choice) -> tuple[Obstacle, ...]:
    """Return what bars required offers, or the only ones that teach what is missing; and who excludes whom."""
    untaught = {need.competency for need in choice.untaught}
    offers = choice.offers
    barred = [iri for iri in offers if not untaught.isdisjoint(offers[iri].covers)]
    found = obstacles(offers, choice.there, (*sorted(choice.covering.required), *barred))
    return (*found, *_excluding(choice))


def _excluding(choice: Choice) -> Iterator[Obstacle]:
    """Yield what was given up because offers exclude each other."""
    if not choice.cover.given_up:
        return
    given = sorted(map(choice.name, choice.cover.given_up))
    useful = choice.covering.useful
    pairs = {frozenset((iri, other)) for iri, offer in useful.items() for other in offer.excludes if other in useful}
    said = "; ".join(sorted(" and ".join(sorted(map(choice.name, pair))) for pair in pairs))
    yield Obstacle(
        kind=ObstacleKind.CONTRADICTION,
        members=tuple(given),
        message=f"Cannot all be had together: {', '.join(given)} had to be given up, for these exclude each other: "
        f"{said}. Choose which matters more, or ask who offers them.",
    )


def dear(choice: Choice) -> tuple[Dear, ...]:
    """Return the competencies for which alone several parts are there, the dearest first."""
    found = []
    taught = Counter(str(c) for iri in choice.cover.chosen for c in choice.offers[iri].covers)
    for competency in sorted(c for c in choice.covering.covered if taught[c] == 1):
        free = there_for(choice.covering, choice.solved, competency)
        alone = [iri for iri in free if iri in choice.cover.chosen]
        if len(alone) > 1:
            hours = sum(choice.offers[iri].known_hours or 0 for iri in alone)
            label = choice.way.known.labels[competency]
            found.append(
                Dear(competency=Iri(competency), label=label, parts=tuple(map(choice.name, alone)), hours=hours)
            )
    return tuple(sorted(found, key=lambda dear: (-dear.hours, dear.label)))
