"""Names beside bubbles: each near its own, clear of the others."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from pathways.diagrams.metrics import Style, width
from pathways.diagrams.wrapping import wrap

NAME: Final = Style("name", size=13.5, leading=16, weight=600)
SMALL: Final = Style("small", size=12, leading=15)
ROOM: Final = 176.0
"""Pixels that a line of a name may be wide."""

GAP: Final = 5.0
"""Pixels between a bubble and its name."""

FARTHER: Final = (0.0, 8.0, 20.0, 38.0, 62.0, 95.0, 140.0)
"""Pixels that a name is moved away from its bubble where there is no room."""

SIDES: Final = 16
"""Directions in which a place is looked for."""

ROUNDS: Final = 3
"""Times that all names are placed anew, now that the places of the others are known."""

LEADER: Final = 14.0
"""Distance from which on a line leads from the bubble to its name."""

FAR: Final = 20.0
"""What a pixel away from the bubble weighs, in pixels of overlap."""

TOUCHED: Final = 20.0
"""What a pixel weighs by which a name is too near to a bubble."""

OWN: Final = 2.0
"""How many times as much it weighs besides where the bubble is its own."""

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
    """A rectangle, in pixels."""

    left: float
    top: float
    width: float
    height: float

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

    They are placed one after the other, some times over, and in several orders, of which the best is taken.

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
    search = Search(np.array(circles, dtype=float).reshape(-1, 3), _rows(taken), _row(room))
    every = range(len(names))
    orders = (every, every[::-1], *(sorted(every, key=lambda at: circles[at][way]) for way in (0, 1)))
    spots = min((_placed(lines, order, search) for order in orders), key=lambda one: one[0])[1]
    placed = zip(lines, spots, circles, strict=True)
    return tuple(Label(own, spot, _is_left(spot, circle), _leader(spot, circle)) for own, spot, circle in placed)


def _lines(name: str, note: str) -> Lines:
    return (*((line, NAME) for line in wrap(name, NAME, ROOM)), (note, SMALL))


def _is_left(spot: Spot, circle: Circle) -> bool:
    return spot.left + spot.width <= circle[0]


def _leader(spot: Spot, circle: Circle) -> Leader | None:
    x, y, radius = circle
    to_x, to_y = spot.nearest(x, y)
    away = math.hypot(to_x - x, to_y - y)
    if away - radius < LEADER:
        return None
    return x + (to_x - x) * radius / away, y + (to_y - y) * radius / away, to_x, to_y


def _placed(lines: Sequence[Lines], order: Sequence[int], search: Search) -> tuple[float, list[Spot]]:
    """Return how bad it is where labels come to lie that are placed in an order, and the places."""
    spots: dict[int, Spot] = {}
    costs: dict[int, float] = {}
    for _ in range(ROUNDS):
        for at in order:
            wide, high = max(width(*line) for line in lines[at]), sum(style.leading for _, style in lines[at])
            costs[at], spots[at] = search.best(at, wide, high, spots)
    return sum(costs.values()), [spots[at] for at in sorted(spots)]


Numbers = NDArray[np.float64]


def _row(spot: Spot) -> Numbers:
    return np.array([spot.left, spot.top, spot.width, spot.height])


def _rows(spots: Sequence[Spot]) -> Numbers:
    return np.array([_row(spot) for spot in spots]).reshape(-1, 4)


@dataclass(frozen=True)
class Search:
    """What a place for a label is looked for among.

    Parameters
    ----------
    circles
        The bubbles; shape (bubbles, 3).
    taken
        Left, top, width and height of where other words are; shape (words, 4).
    room
        What labels must lie in; shape (4,).
    """

    circles: Numbers
    taken: Numbers
    room: Numbers

    def best(self, at: int, wide: float, high: float, spots: Mapping[int, Spot]) -> tuple[float, Spot]:
        """Return how bad the best place for the label of a bubble is, and the place, the others being where they are.

        What lies outside weighs most, then overlaps with names and bubbles, lines through names, and distance.
        """
        far, tried = self._tried(at, wide, high)
        placed = {other: spot for other, spot in spots.items() if other != at}
        others = np.concatenate([_rows([*placed.values()]), self.taken])
        cost = FAR * far + 60 * (wide * high - shared(tried, self.room[None])[:, 0])
        cost += 30 * shared(tried, others).sum(axis=1) + 14 * shared(tried, squares(self.circles)).sum(axis=1)
        near = touched(tried, self.circles)
        cost += TOUCHED * (near.sum(axis=1) + OWN * near[:, at]) + CROSSED * self._crossed(at, tried, others, placed)
        least = int(np.argmin(cost.round(3)))  # what differs by less is as good; the first is taken
        return float(cost[least]), Spot(*(float(length) for length in tried[least]))

    def _tried(self, at: int, wide: float, high: float) -> tuple[Numbers, Numbers]:
        """Return places around a bubble, and how far each is from it."""
        x, y, radius = self.circles[at]
        far, angle = (
            axis.ravel() for axis in np.meshgrid(FARTHER, 2 * np.pi * np.arange(SIDES) / SIDES, indexing="ij")
        )
        reach = radius + GAP + far
        # The nearest edge of the label keeps the gap.
        left = x + reach * np.cos(angle) + (np.cos(angle) - 1) / 2 * wide
        top = y + reach * np.sin(angle) + (np.sin(angle) - 1) / 2 * high
        return far, np.column_stack([left, top, np.full_like(left, wide), np.full_like(left, high)])

    def _crossed(self, at: int, tried: Numbers, others: Numbers, placed: Mapping[int, Spot]) -> Numbers:
        """Return through how many names the line of each place would lead, and how many lines through its own name."""
        own = inside(points(leaders(tried, self.circles[at])), others).any(axis=1).sum(axis=1)
        lines = [_leader(spot, (*self.circles[other],)) for other, spot in placed.items()]
        led = points(np.array([line for line in lines if line]).reshape(-1, 4))
        through = inside(led, tried).any(axis=1).sum(axis=0) if len(led) else 0
        return np.asarray(own + through, dtype=float)


def shared(spots: Numbers, others: Numbers) -> Numbers:
    """Return the area that each of some rectangles has in common with each of others.

    Example
    -------
    >>> shared(np.array([[0.0, 0, 10, 10]]), np.array([[5.0, 8, 10, 10], [20, 0, 5, 5]])).tolist()
    [[10.0, 0.0]]
    """
    one, other = spots[:, None], others[None]
    low, high = np.maximum(one[..., :2], other[..., :2]), np.minimum(_ends(one), _ends(other))
    return np.asarray(np.clip(high - low, 0, None).prod(axis=-1))


def _ends(spots: Numbers) -> Numbers:
    return spots[..., :2] + spots[..., 2:]


def touched(spots: Numbers, circles: Numbers) -> Numbers:
    """Return by how many pixels each of some rectangles is nearer to each bubble than the gap between them.

    Example
    -------
    >>> touched(np.array([[47.0, -10, 50, 20], [38, -40, 50, 40]]), np.array([[0.0, 0, 42]])).tolist()
    [[0.0], [9.0]]
    """
    low, middle = spots[:, None, :2], circles[None, :, :2]
    away = np.linalg.norm(np.clip(middle, low, _ends(spots)[:, None]) - middle, axis=-1)
    return np.asarray(np.clip(circles[:, 2] + GAP - away, 0, None))


def squares(circles: Numbers) -> Numbers:
    """Return rectangles that cover most of some bubbles."""
    half = 0.9 * circles[:, 2:]
    return np.concatenate([circles[:, :2] - half, 2 * half, 2 * half], axis=1)


def leaders(spots: Numbers, circle: Numbers) -> Numbers:
    """Return the lines from a bubble to some rectangles; those that need none have no length, at the bubble."""
    middle = circle[:2]
    ends = np.clip(middle, spots[:, :2], _ends(spots))
    away = np.hypot(*(ends - middle).T)[:, None]
    starts = middle + (ends - middle) * circle[2] / np.maximum(away, 1)
    ends = np.where(away - circle[2] < LEADER, starts, ends)
    return np.concatenate([starts, ends], axis=1)


def points(lines: Numbers) -> Numbers:
    """Return points on some lines, without their far ends; shape (lines, PARTS, 2)."""
    part = np.arange(PARTS)[None, :, None] / PARTS
    return lines[:, None, :2] + (lines[:, None, 2:] - lines[:, None, :2]) * part


def inside(found: Numbers, spots: Numbers) -> NDArray[np.bool_]:
    """Return which points are in which rectangles; shape (lines, PARTS, rectangles)."""
    at = found[:, :, None]
    return np.asarray(((at >= spots[:, :2]) & (at <= _ends(spots))).all(axis=-1))
