"""Names beside bubbles: each near its own, clear of the others."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from pathways.diagrams.metrics import Style, width
from pathways.diagrams.wrapping import wrap

NAME: Final = Style("name", size=13.5, leading=16, weight=600)
SMALL: Final = Style("small", size=12, leading=15)
ROOM: Final = 176.0
"""Pixels that a line of a name may be wide."""

GAP: Final = 5.0
"""Pixels between a bubble and its name."""

FARTHER: Final = (0.0, 14.0, 32.0, 58.0, 92.0, 140.0)
"""Pixels that a name is moved away from its bubble where there is no room."""

SIDES: Final = 12
"""Directions in which a place is looked for."""

ROUNDS: Final = 3
"""Times that all names are placed anew, now that the places of the others are known."""

LEADER: Final = 14.0
"""Distance from which on a line leads from the bubble to its name."""

FAR: Final = 9.0
"""What a pixel away from the bubble weighs, in pixels of overlap."""

CROSSED: Final = 4_000.0
"""What a line through a name weighs."""

PARTS: Final = 12
"""Of a line, at whose ends it is looked whether it is in a name."""

Lines = tuple[tuple[str, Style], ...]
"""Lines of text with their styles."""

Leader = tuple[float, float, float, float]
"""Ends of a line, at the bubble and at the name."""

Circle = tuple[float, float, float]
"""Middle and radius, in pixels."""


@dataclass(frozen=True)
class Spot:
    """A rectangle, in pixels.

    Example
    -------
    >>> Spot(0, 0, 10, 10).shared(Spot(5, 8, 10, 10)), Spot(0, 0, 10, 10).shared(Spot(20, 0, 5, 5))
    (10, 0)
    """

    left: float
    top: float
    width: float
    height: float

    def shared(self, other: Spot) -> float:
        """Return the area that two have in common, in pixels."""
        wide = min(self.left + self.width, other.left + other.width) - max(self.left, other.left)
        high = min(self.top + self.height, other.top + other.height) - max(self.top, other.top)
        return wide * high if wide > 0 and high > 0 else 0

    def nearest(self, x: float, y: float) -> tuple[float, float]:
        """Return the point of it that is nearest to another one."""
        return (
            min(max(x, self.left), self.left + self.width),
            min(max(y, self.top), self.top + self.height),
        )


@dataclass(frozen=True)
class Label:
    """A name in its place.

    Parameters
    ----------
    lines
        Text with its style.
    right
        Whether its lines end at the right, beside the bubble, instead of beginning at the left.
    leader
        Ends of the line to its bubble; ``None`` where it stands beside it.
    """

    lines: Lines
    spot: Spot
    right: bool
    leader: Leader | None


def labels(
    names: Sequence[tuple[str, str]], circles: Sequence[Circle], room: Spot, taken: Sequence[Spot] = ()
) -> tuple[Label, ...]:
    """Return a label for each bubble: where it overlaps least, and is nearest.

    Parameters
    ----------
    names
        Of each bubble a name and a note below it.
    room
        What labels must lie in.
    taken
        Where other words are.
    """
    lines = [_lines(*name) for name in names]
    every = range(len(names))
    tried = [_placed(lines, circles, order, room, taken) for order in (every, every[::-1])]
    spots = min(tried, key=lambda one: one[0])[1]
    placed = zip(lines, spots, circles, strict=True)
    return tuple(Label(own, spot, _is_left(spot, circle), _leader(spot, circle)) for own, spot, circle in placed)


def _placed(
    lines: Sequence[Lines], circles: Sequence[Circle], order: Sequence[int], room: Spot, taken: Sequence[Spot]
) -> tuple[float, list[Spot]]:
    """Return where labels come to lie that are placed in an order, and how bad that is."""
    spots: dict[int, Spot] = {}
    costs: dict[int, float] = {}
    for _ in range(ROUNDS):
        for at in order:
            costs[at], spots[at] = _best(lines[at], at, circles, spots, room, taken)
    return sum(costs.values()), [spots[at] for at in sorted(spots)]


def _is_left(spot: Spot, circle: Circle) -> bool:
    return spot.left + spot.width <= circle[0]


def _lines(name: str, note: str) -> Lines:
    return (*((line, NAME) for line in wrap(name, NAME, ROOM)), (note, SMALL))


def _best(
    lines: Lines, at: int, circles: Sequence[Circle], spots: Mapping[int, Spot], room: Spot, taken: Sequence[Spot]
) -> tuple[float, Spot]:
    """Return how bad the best place of one label is, the others being where they are, and the place."""
    wide, high = max(width(text, style) for text, style in lines), sum(style.leading for _, style in lines)
    placed = [(spot, circles[other]) for other, spot in spots.items() if other != at]
    leaders = [leader for spot, circle in placed if (leader := _leader(spot, circle))]
    others = [*(spot for spot, _ in placed), *taken]
    least, best = math.inf, Spot(0, 0, wide, high)
    for far, spot in _spots(circles[at], wide, high):
        cost = FAR * far + _cost(spot, at, circles, others, room)
        if cost < least:  # only then is it worth a look whether lines cross
            cost += _crossed(spot, circles[at], others, leaders)
        if cost < least:
            least, best = cost, spot
    return least, best


def _spots(circle: Circle, wide: float, high: float) -> Iterator[tuple[float, Spot]]:
    """Yield places around a bubble, with how far each is from it."""
    x, y, radius = circle
    for far in FARTHER:
        for side in range(SIDES):
            angle = 2 * math.pi * side / SIDES
            right, down = math.cos(angle), math.sin(angle)
            # The middle of the label is so far away that its nearest edge keeps the gap.
            reach = radius + GAP + far
            left = x + reach * right + (right - 1) / 2 * wide
            top = y + reach * down + (down - 1) / 2 * high
            yield far, Spot(left, top, wide, high)


def _cost(spot: Spot, at: int, circles: Sequence[Circle], others: Sequence[Spot], room: Spot) -> float:
    """Return how bad a place is: what lies outside weighs most, then overlaps with names, then with bubbles."""
    outside = spot.width * spot.height - spot.shared(room)
    names = sum(spot.shared(other) for other in others)
    bubbles = sum(_on(spot, circle) for other, circle in enumerate(circles) if other != at)
    return 60 * outside + 30 * names + 14 * bubbles + 10 * _on(spot, circles[at])


def _crossed(spot: Spot, circle: Circle, others: Sequence[Spot], leaders: Sequence[Leader]) -> float:
    """Return how bad it is that lines to bubbles cross names: that of this name others', and others' this."""
    own = _leader(spot, circle)
    through = sum(_touches(own, other) for other in others) if own else 0
    return CROSSED * (through + sum(_touches(leader, spot) for leader in leaders))


def _touches(leader: Leader, spot: Spot) -> bool:
    """Return whether a line passes through a rectangle."""
    x, y, to_x, to_y = leader
    if not spot.shared(Spot(min(x, to_x) - 1, min(y, to_y) - 1, abs(to_x - x) + 2, abs(to_y - y) + 2)):
        return False
    points = ((x + (to_x - x) * at / PARTS, y + (to_y - y) * at / PARTS) for at in range(PARTS))
    return any(spot.nearest(*point) == point for point in points)


def _on(spot: Spot, circle: Circle) -> float:
    """Return about how much of a rectangle a bubble covers: what it shares with the square around most of it."""
    x, y, radius = circle
    half = 0.9 * radius
    return spot.shared(Spot(x - half, y - half, 2 * half, 2 * half))


def _leader(spot: Spot, circle: Circle) -> Leader | None:
    x, y, radius = circle
    to_x, to_y = spot.nearest(x, y)
    away = math.hypot(to_x - x, to_y - y)
    if away - radius < LEADER:
        return None
    return x + (to_x - x) * radius / away, y + (to_y - y) * radius / away, to_x, to_y
