"""Marks: how each position is drawn: a shape, a letter and a color, so that none of them carries it alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from ontology.records import Position


class Shape(StrEnum):
    """The outline of a mark; it is also its class in the picture."""

    CIRCLE = "circle"
    SQUARE = "square"
    BAR = "bar"
    DIAMOND = "diamond"
    HEXAGON = "hexagon"
    OCTAGON = "octagon"


@dataclass(frozen=True)
class Mark:
    """How a position is drawn and read out.

    Parameters
    ----------
    says
        What an organization does, for instance ``endorses it``.
    """

    letter: str
    shape: Shape
    says: str


MARKS: Final[Mapping[str, Mark]] = {
    Position.ENDORSE.word: Mark("E", Shape.CIRCLE, "endorses it"),
    Position.ADOPT_WITH_CHANGE.word: Mark("C", Shape.SQUARE, "adopts it with a change"),
    Position.ABSTAIN.word: Mark("A", Shape.BAR, "abstains"),
    Position.DISSENT.word: Mark("D", Shape.DIAMOND, "dissents"),
    Position.RATIFY.word: Mark("R", Shape.HEXAGON, "ratifies the whole"),
    Position.REFUSE.word: Mark("X", Shape.OCTAGON, "refuses the whole"),
}
"""By the word of the position; what was taken back has none."""
