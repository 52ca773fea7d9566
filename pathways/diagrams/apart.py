"""Apart: rungs that no step leads to or from, side by side below the lanes, so that they do not look forgotten."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from pathways.diagrams.cards import SMALL, Card, Line, stack
from pathways.diagrams.lanes import LEFT, PADDING, TITLE, TITLE_WIDTH
from pathways.diagrams.layout import Box
from pathways.records.ladder import Ladder, Rung

TITLE_TEXT: Final = "No step found"
MEANING: Final = "to or from these, within this ladder"
_BETWEEN: Final = 18.0


@dataclass(frozen=True)
class Apart:
    """The band of the rungs that stand apart: its lines count from the corner of the picture.

    Parameters
    ----------
    boxes
        Of the cards, by the address of their occupation.
    """

    box: Box
    lines: tuple[Line, ...]
    boxes: dict[str, Box]


def lone(ladder: Ladder) -> tuple[Rung, ...]:
    """Return the rungs that no step leads to or from."""
    met = {end for step in ladder.steps for end in (step.start, step.end)}
    return tuple(rung for rung in ladder.rungs if rung.occupation not in met)


def joined(ladder: Ladder) -> Ladder:
    """Return a ladder with only the rungs that some step leads to or from: those that stand in the lanes."""
    alone = lone(ladder)
    return ladder.model_copy(update={"rungs": tuple(rung for rung in ladder.rungs if rung not in alone)})


def apart(cards: Sequence[Card], left: float, top: float, width: float, *, short: bool = False) -> Apart | None:
    """Return the band of cards that stand apart, in rows as long as there is room; ``None`` where there are none.

    Parameters
    ----------
    short
        Whether the title alone is written, without what it means.
    """
    if not cards:
        return None
    boxes: dict[str, Box] = {}
    down = top + PADDING
    wide = cards[0].width
    fit = max(1, int((width - TITLE_WIDTH - PADDING + _BETWEEN) // (wide + _BETWEEN)))
    for row in (cards[at : at + fit] for at in range(0, len(cards), fit)):
        high = max(card.height for card in row)
        for at, card in enumerate(row):
            boxes[card.rung.occupation] = Box(left + TITLE_WIDTH + at * (wide + _BETWEEN), down, wide, high)
        down += high + _BETWEEN
    words = [(TITLE_TEXT, TITLE), *([] if short else [(MEANING, SMALL)])]
    lines = stack(words, left + LEFT, top + PADDING, TITLE_WIDTH - LEFT - 8)
    return Apart(Box(left, top, width, down - _BETWEEN + PADDING - top), lines, boxes)
