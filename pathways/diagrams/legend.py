"""The legend: what each kind of arrow means."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from pathways.diagrams.cards import Line, stack
from pathways.diagrams.metrics import Style, width
from pathways.ladders import wording
from pathways.records.ladder import Ladder, Step

KEY: Final = Style("key", size=12.5, leading=24)
SHORT_KEY: Final = Style("short-key", size=15, leading=26)
"""The same beside short cards, where no words are smaller."""
ARROW: Final = 46.0
"""How long the arrow of a sample is, in pixels."""

MAIN: Final = "main"
TRADE_OFF: Final = "tradeoff"
LOWER_PAY: Final = "lower-pay"
LEARNING_PAY: Final = "learning-pay"
LONG: Final = "long"
UNKNOWN: Final = "unknown"
MARKS: Final = (LOWER_PAY, LEARNING_PAY, LONG, UNKNOWN)
"""Words on a label, which have no arrow of their own."""

_GAP: Final = 10.0
_BETWEEN: Final = 26.0

_MEANINGS: Final = {
    "advance": "Step up",
    "bridge": "Step up that needs a license, a degree or an apprenticeship",
    "lateral": "Sideways (lateral): much the same preparation and pay",
    MAIN: "Main route (broad band)",
    TRADE_OFF: f"{wording.TRADE_OFF}: the median pay falls by more than a tenth",
    LOWER_PAY: f"“{wording.LOWER_PAY}”: the median pay is lower than on the rung before",
    LEARNING_PAY: f"“{wording.LEARNING_PAY}”: the apprenticeship begins below the median of the rung before",
    LONG: f"“{wording.LONG}”: most of what the job asks is new, and no license, degree or credential bridges it",
    UNKNOWN: "No share to learn beside an arrow: nobody rates what the two jobs ask",
}


@dataclass(frozen=True)
class Sample:
    """An arrow of a kind, or a mark, and what it means; ``x`` and ``y`` are where it begins."""

    kind: str
    x: float
    y: float
    line: Line


def legend(ladder: Ladder, left: float, top: float, room: float, *, short: bool = False) -> tuple[Sample, ...]:
    """Return samples of the arrows that a ladder has, side by side as far as there is room.

    Parameters
    ----------
    short
        Whether the arrows have no labels, whose marks need no words then.
    """
    samples = []
    x, y = left, top
    key = SHORT_KEY if short else KEY
    for kind in (kind for kind in _kinds(ladder) if not (short and kind in MARKS)):
        arrow = 0 if kind in MARKS else ARROW + _GAP
        wide = arrow + width(_MEANINGS[kind], key)
        if x > left and x + wide > left + room:
            x, y = left, y + key.leading
        (line,) = stack([(_MEANINGS[kind], key)], x + arrow, y, wide)
        samples.append(Sample(kind, x, y + key.leading / 2, line))
        x += wide + _BETWEEN
    return tuple(samples)


def _kinds(ladder: Ladder) -> list[str]:
    """Return which kinds of arrows and marks there are."""
    found = {kind for step in ladder.steps for kind in _kinds_of(step)}
    return [kind for kind in _MEANINGS if kind in found]


def _kinds_of(step: Step) -> Iterator[str]:
    yield step.direction.value
    if step.main:
        yield MAIN
    if step.tradeoff:
        yield TRADE_OFF
    elif wording.lower_pay(step):
        yield LOWER_PAY
    elif step.learning_pay:
        yield LEARNING_PAY
    if step.long:
        yield LONG
    if step.gap is None:
        yield UNKNOWN
