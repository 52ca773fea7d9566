"""Lanes: the bands of the job zones, from little preparation at the bottom to extensive at the top."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from pathways import wording
from pathways.diagrams.cards import SMALL, Line, stack
from pathways.diagrams.layout import Box
from pathways.diagrams.metrics import Style
from pathways.diagrams.rows import Row

TITLE: Final = Style("lane-title", size=15, leading=19, weight=600)
TITLE_WIDTH: Final = 168.0
PADDING: Final = 16.0
_BELOW: Final = 12.0
_BETWEEN: Final = 4.0
_LEFT: Final = 20.0


@dataclass(frozen=True)
class Lane:
    """The band of a job zone; its lines count from the corner of the picture."""

    zone: int
    box: Box
    lines: tuple[Line, ...]


def lanes(rows: Sequence[Row], boxes: dict[str, Box], left: float, width: float) -> tuple[Lane, ...]:
    """Return the lane of each job zone, the lowest first.

    Parameters
    ----------
    rows
        From the bottom to the top.
    boxes
        Where the cards are, by the address of their occupation.
    """
    found: list[Lane] = []
    floor = max(box.y + box.height for box in boxes.values()) + PADDING
    groups = [(zone, list(group)) for zone, group in groupby(rows, key=lambda row: row.zone)]
    for at, (zone, group) in enumerate(groups):
        if at + 1 < len(groups):
            ceiling = _bottom(groups[at + 1][1][0], boxes) + _BELOW
        else:
            ceiling = _top(group[-1], boxes) - PADDING
        band = Box(left, ceiling + _BETWEEN / 2, width, floor - ceiling - _BETWEEN)
        found.append(Lane(zone, band, _lines(zone, band)))
        floor = ceiling
    return tuple(found)


def _bottom(row: Row, boxes: dict[str, Box]) -> float:
    return max(boxes[rung.occupation].y + boxes[rung.occupation].height for rung in row.rungs)


def _top(row: Row, boxes: dict[str, Box]) -> float:
    return min(boxes[rung.occupation].y for rung in row.rungs)


def _lines(zone: int, band: Box) -> tuple[Line, ...]:
    """Return title and meaning, halfway up the band."""
    words = wording.LANES[zone]
    texts = [(words.title, TITLE), (words.meaning, SMALL)]
    room = TITLE_WIDTH - _LEFT - 8
    high = sum(line.style.leading for line in stack(texts, 0, 0, room))
    return stack(texts, band.x + _LEFT, band.y + (band.height - high) / 2, room)
