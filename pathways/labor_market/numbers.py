"""Numbers in bubbles: each in its own, clear of those in the bubbles that lie over it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Final

from pathways.diagrams.metrics import width
from pathways.labor_market.names import NAME, Circle, Spot

LEAST: Final = 10.0
"""Radius from which on a bubble has its number in it, in pixels."""

HIGH: Final = 13.0
"""Pixels that a number takes from top to bottom, with a little room."""

INWARD: Final = 9.0
"""Pixels from the edge of a bubble to the middle of a number that is moved aside."""

DIRECTIONS: Final = 12
"""In which a number is moved aside."""

Point = tuple[float, float]


def numbers(said: Sequence[str], circles: Sequence[Circle]) -> tuple[Point | None, ...]:
    """Return the middle of each number: that of its bubble, or beside a smaller one that covers it.

    Parameters
    ----------
    said
        What is written in each bubble.
    circles
        The largest first, each drawn over those before it.

    Returns
    -------
    tuple
        ``None`` for a bubble that is too small, or in which nothing is free: its name has the number, too.

    Example
    -------
    >>> numbers(["12", "15"], [(100, 100, 30), (100, 100, 12)])
    ((121.0, 100.0), (100, 100))
    """
    places: dict[int, Point] = {}
    taken: list[Spot] = []
    for at in reversed(range(len(circles))):
        smaller = [circle for circle in circles[at + 1 :] if circle[2] >= LEAST]
        if (found := _place(said[at], circles[at], smaller, taken)) is not None:
            places[at] = found
            taken.append(_box(said[at], found))
    return tuple(places.get(at) for at in range(len(circles)))


def _place(said: str, circle: Circle, smaller: Sequence[Circle], taken: Sequence[Spot]) -> Point | None:
    """Return the first free place of a number that no smaller bubble covers, else the first free one."""
    if circle[2] < LEAST:
        return None
    free = [at for at in _tried(circle) if not any(_share(_box(said, at), spot) for spot in taken)]
    return next((at for at in free if not any(_covers(one, at) for one in smaller)), free[0] if free else None)


def _tried(circle: Circle) -> Iterator[Point]:
    """Yield the middle of a bubble, then places near its edge."""
    x, y, radius = circle
    yield x, y
    for step in range(DIRECTIONS):
        angle, aside = 2 * math.pi * step / DIRECTIONS, max(0.0, radius - INWARD)
        yield x + aside * math.cos(angle), y + aside * math.sin(angle)


def _covers(circle: Circle, at: Point) -> bool:
    return math.dist(circle[:2], at) < circle[2]


def _box(said: str, at: Point) -> Spot:
    wide = width(said, NAME) + 2
    return Spot(at[0] - wide / 2, at[1] - HIGH / 2, wide, HIGH)


def _share(one: Spot, other: Spot) -> bool:
    """Return whether two rectangles have room in common."""
    return (
        abs(one.left + one.width / 2 - other.left - other.width / 2) < (one.width + other.width) / 2
        and abs(one.top + one.height / 2 - other.top - other.height / 2) < (one.height + other.height) / 2
    )
