"""The order in which a ladder is read, heard and reached by the keyboard: the one in which one climbs it."""

from __future__ import annotations

from heapq import heapify, heappop, heappush

from pathways.records.ladder import Ladder


def climbed(ladder: Ladder) -> Ladder:
    """Return a ladder with its rungs in the order in which one climbs, and its steps by the rung that they start from.

    The start comes first. Every other rung comes after all that lead to it, the lower one first where several may be
    next; where steps lead in a circle, the lowest of its rungs comes before the others (Kahn's algorithm [1]_).

    References
    ----------
    .. [1] Kahn, A. B. (1962). Topological sorting of large networks. Communications of the ACM 5, 558-562.
    """
    order = [ladder.rungs[at] for at in _order(ladder)]
    place = {rung.occupation: at for at, rung in enumerate(order)}
    steps = sorted(ladder.steps, key=lambda step: (place[step.start], not step.main, place[step.end]))
    return ladder.model_copy(update={"rungs": tuple(order), "steps": tuple(steps)})


def _order(ladder: Ladder) -> list[int]:
    """Return the places of the rungs in the order in which one climbs."""
    at = {rung.occupation: place for place, rung in enumerate(ladder.rungs)}
    before: list[set[int]] = [set() for _ in ladder.rungs]
    after: list[set[int]] = [set() for _ in ladder.rungs]
    for step in ladder.steps:
        if step.start != step.end and not ladder.rungs[at[step.end]].start:
            before[at[step.end]].add(at[step.start])
            after[at[step.start]].add(at[step.end])
    ready = [(not rung.start, place) for place, rung in enumerate(ladder.rungs) if not before[place]]
    heapify(ready)
    order: list[int] = []
    left = set(range(len(ladder.rungs)))
    while left:
        place = heappop(ready)[1] if ready else min(left)
        if place not in left:
            continue
        order.append(place)
        left.discard(place)
        for following in after[place] & left:
            before[following].discard(place)
            if not before[following]:
                heappush(ready, (True, following))
    return order
