"""Clearing: labels that another arrow would run through are moved along their own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from pathways.diagrams.layout import Arrow, Box, Layout

Points = NDArray[np.float64]

_PIECES: Final = 16
"""Into how many pieces each Bezier curve is cut."""
_AWAY: Final = 9.0
_ABOUT: Final = 3.0
_CLOSE: Final = 2.0
"""How far a label keeps from other things and from its own arrow, in pixels."""


def traced(arrow: Arrow) -> Points:
    """Return points along an arrow, close together, from its start to its tip; shape (points, 2)."""
    corners = np.array(arrow.points)
    share = np.linspace(0, 1, _PIECES + 1)[:, None]
    curves = [
        (1 - share) ** 3 * a + 3 * share * (1 - share) ** 2 * b + 3 * share**2 * (1 - share) * c + share**3 * d
        for a, b, c, d in (corners[at : at + 4] for at in range(0, len(corners) - 1, 3))
    ]
    return np.vstack([*curves, arrow.tip])


def clear(places: Layout) -> Layout:
    """Return a layout in which as few labels as possible lie across an arrow."""
    courses = [traced(arrow) for arrow in places.arrows]
    labels = list(places.labels)
    for at, box in enumerate(labels):
        if box and _crossed(box, at, courses):
            others = [other for other in labels if other and other is not box]
            labels[at] = _best(box, at, courses, places, others)
    return replace(places, labels=tuple(labels))


def _best(box: Box, own: int, courses: list[Points], places: Layout, labels: list[Box]) -> Box:
    """Return the first place for a label that nothing runs through, else the one with the least running through."""
    taken = [*places.boxes.values(), *labels]
    best, fewest = box, _crossed(box, own, courses)
    for spot in _spots(courses[own], box):
        if _inside(spot, places) and not any(_about(spot).overlaps(other) for other in taken):
            crossed = _crossed(spot, own, courses)
            if crossed < fewest:
                best, fewest = spot, crossed
            if not fewest:
                break
    return best


def _crossed(box: Box, own: int, courses: list[Points]) -> int:
    """Return how many other arrows run through a label; its own one counts too where it does."""
    return sum(_through(course, _about(box, _CLOSE if at == own else _ABOUT)) for at, course in enumerate(courses))


def _through(course: Points, box: Box) -> bool:
    x, y = course[:, 0], course[:, 1]
    within = (x > box.x) & (x < box.x + box.width) & (y > box.y) & (y < box.y + box.height)
    return bool(within.any())


def _spots(course: Points, box: Box) -> Iterator[Box]:
    """Yield places to the right and the left of a label's own arrow (beside, below, above), from its middle outward."""
    middle = len(course) // 2
    for at in sorted(range(2, len(course) - 3), key=lambda at: (abs(at - middle), at)):
        x, y = float(course[at, 0]), float(course[at, 1])
        for left in (x + _AWAY, x - _AWAY - box.width):
            for top in (y - box.height / 2, y + _ABOUT, y - box.height - _ABOUT):
                yield Box(left, top, box.width, box.height)


def _inside(box: Box, places: Layout) -> bool:
    return box.x >= 0 and box.x + box.width <= places.width


def _about(box: Box, room: float = _ABOUT) -> Box:
    """Return a box with a little room around it."""
    return Box(box.x - room, box.y - room, box.width + 2 * room, box.height + 2 * room)
