"""Clearing: labels that an arrow runs through, or that stand far from their own, are moved along it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from pathways.diagrams.layout import Arrow, Box, Layout

Points = NDArray[np.float64]

_PIECES: Final = 16
"""Into how many pieces each Bezier curve is cut."""
_STRIDE: Final = 4.0
"""From one point of a course to the next, in pixels."""
_AWAY: Final = 9.0
_ABOUT: Final = 3.0
_CLOSE: Final = 2.0
"""How far a label keeps from its own arrow at least, from other things, and from its own arrow's bends, in pixels."""
_NEAR: Final = 16.0
"""How far from the middle part of its arrow a label may stand, in pixels."""


def traced(arrow: Arrow) -> Points:
    """Return points along an arrow, 4 pixels apart, from its start to its tip; shape (points, 2)."""
    corners = np.array(arrow.points)
    share = np.linspace(0, 1, _PIECES + 1)[:, None]
    curves = [
        (1 - share) ** 3 * a + 3 * share * (1 - share) ** 2 * b + 3 * share**2 * (1 - share) * c + share**3 * d
        for a, b, c, d in (corners[at : at + 4] for at in range(0, len(corners) - 1, 3))
    ]
    return _evenly(np.vstack([*curves, arrow.tip]))


def _evenly(course: Points) -> Points:
    """Return points at equal distances along a course, both ends among them."""
    passed = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(course, axis=0).T))])
    stops = np.linspace(0, passed[-1], max(2, round(passed[-1] / _STRIDE) + 1))
    return np.column_stack([np.interp(stops, passed, course[:, axis]) for axis in (0, 1)])


@dataclass(frozen=True)
class _Courses:
    """The points of all arrows one after the other, and which arrow each is of."""

    points: Points
    arrows: NDArray[np.intp]

    def faults(self, box: Box, own: int) -> int:
        """Count the arrows that run through a label, and whether it stands far from its own."""
        met = set(self.arrows[_within(self.points, _about(box, _ABOUT))].tolist()) - {own}
        course = self.of(own)
        through = bool(_within(course, _about(box, _CLOSE)).any())
        return len(met) + through + (not _within(_middle(course), _about(box, _NEAR)).any())

    def of(self, arrow: int) -> Points:
        """Return the points of one arrow."""
        points: Points = self.points[self.arrows == arrow]
        return points


def clear(places: Layout) -> Layout:
    """Return a layout in which as few labels as possible lie across an arrow or away from their own."""
    if not places.arrows:
        return places
    courses = [traced(arrow) for arrow in places.arrows]
    owners = np.repeat(np.arange(len(courses)), [len(course) for course in courses])
    scene = _Courses(np.vstack(courses), owners)
    labels = list(places.labels)
    for at, box in enumerate(labels):
        if box:
            others = [other for other in labels if other and other is not box]
            labels[at] = _best(box, at, scene, replace(places, labels=tuple(others)))
    return replace(places, labels=tuple(labels))


def _best(box: Box, own: int, scene: _Courses, places: Layout) -> Box:
    """Return the first place for a label without a fault, else the one with the fewest."""
    best, fewest = box, scene.faults(box, own)
    taken = _edges([*places.boxes.values(), *filter(None, places.labels)])
    for spot in _spots(scene.of(own), box) if fewest else ():
        if spot.x >= 0 and spot.x + spot.width <= places.width and not _overlaps(_about(spot, _ABOUT), taken):
            faults = scene.faults(spot, own)
            if faults < fewest:
                best, fewest = spot, faults
        if not fewest:
            break
    return best


def _spots(course: Points, box: Box) -> Iterator[Box]:
    """Yield places to the right and left of a label's own arrow (beside, below, above), from its middle outward."""
    middle = len(course) // 2
    for at in sorted(range(2, len(course) - 2, 3), key=lambda at: (abs(at - middle), at)):
        x, y = float(course[at, 0]), float(course[at, 1])
        for left in (x + _AWAY, x - _AWAY - box.width):
            for top in (y - box.height / 2, y + _ABOUT, y - box.height - _ABOUT):
                yield Box(left, top, box.width, box.height)


def _middle(course: Points) -> Points:
    """Return an arrow without its first and its last sixth."""
    end = len(course) // 6
    return course[end : len(course) - end]


def _within(points: Points, box: Box) -> NDArray[np.bool_]:
    x, y = points[:, 0], points[:, 1]
    return (x > box.x) & (x < box.x + box.width) & (y > box.y) & (y < box.y + box.height)


def _edges(boxes: list[Box]) -> Points:
    """Return left, top, right and bottom of boxes; shape (boxes, 4)."""
    return np.array([(box.x, box.y, box.x + box.width, box.y + box.height) for box in boxes])


def _overlaps(box: Box, edges: Points) -> bool:
    left, top, right, bottom = edges.T
    across = (left < box.x + box.width) & (box.x < right)
    return bool((across & (top < box.y + box.height) & (box.y < bottom)).any())


def _about(box: Box, room: float) -> Box:
    """Return a box with a little room around it."""
    return Box(box.x - room, box.y - room, box.width + 2 * room, box.height + 2 * room)
