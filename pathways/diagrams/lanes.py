"""Lanes: the bands of the job zones, from little preparation at the bottom to extensive at the top."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Final

from pathways.diagrams.cards import SMALL, Line, stack
from pathways.diagrams.layout import Box, Layout
from pathways.diagrams.metrics import Style
from pathways.diagrams.rows import Row
from pathways.ladders import wording

TITLE: Final = Style("lane-title", size=15, leading=19, weight=600)
TITLE_WIDTH: Final = 168.0
PADDING: Final = 16.0
_BELOW: Final = 12.0
_BETWEEN: Final = 4.0
LEFT: Final = 20.0


@dataclass(frozen=True)
class Lane:
    """The band of a job zone; its lines count from the corner of the picture."""

    zone: int
    box: Box
    lines: tuple[Line, ...]


def lanes(rows: Sequence[Row], places: Layout, left: float, width: float, *, short: bool = False) -> tuple[Lane, ...]:
    """Return the lane of each job zone, the lowest first; together they hold everything that has a place.

    Parameters
    ----------
    rows
        From the bottom to the top.
    places
        Of the cards, by the address of their occupation.
    short
        Whether titles alone are written, without what they mean.
    """
    if not rows:
        return ()
    top, bottom = places.span
    lowest = [next(group) for _, group in groupby(rows, key=lambda row: row.zone)]
    edges = [bottom + PADDING, *(_bottom(row, places) + _BELOW for row in lowest[1:]), top - PADDING]
    return tuple(
        _lane(row.zone, Box(left, ceiling + _BETWEEN / 2, width, floor - ceiling - _BETWEEN), short=short)
        for row, (floor, ceiling) in zip(lowest, pairwise(edges), strict=True)
    )


def _bottom(row: Row, places: Layout) -> float:
    boxes = [places.boxes[rung.occupation] for rung in row.rungs]
    return max(box.y + box.height for box in boxes)


def _lane(zone: int, band: Box, *, short: bool) -> Lane:
    """Return a lane with title and meaning halfway up."""
    words = wording.LANES[zone]
    texts = [(words.title, TITLE), *([] if short else [(words.meaning, SMALL)])]
    room = TITLE_WIDTH - LEFT - 8
    high = sum(line.style.leading for line in stack(texts, 0, 0, room))
    lines = stack(texts, band.x + LEFT, band.y + (band.height - high) / 2, room)
    return Lane(zone, band, lines)
