"""The legend: what each kind of arrow means."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from pathways import wording
from pathways.diagrams.cards import Line, stack
from pathways.diagrams.metrics import Style, width
from pathways.ladder import Direction, Ladder

KEY: Final = Style("key", size=12.5, leading=24)
ARROW: Final = 46.0
"""How long the arrow of a sample is, in pixels."""

MAIN: Final = "main"
LOWER_PAY: Final = "lower-pay"
"""A mark on a label, which has no arrow of its own."""

_GAP: Final = 10.0
_BETWEEN: Final = 26.0

_MEANINGS: Final = {
    "advance": "Step up",
    "bridge": "Step up that needs a license, a degree or an apprenticeship",
    "lateral": "Sideways (lateral): much the same preparation and pay",
    MAIN: "Main route (broad band)",
    LOWER_PAY: f"“{wording.LOWER_PAY}”: the median pay is lower than on the rung before",
}


@dataclass(frozen=True)
class Sample:
    """An arrow of a kind, or a mark, and what it means; ``x`` and ``y`` are where it begins."""

    kind: str
    x: float
    y: float
    line: Line


def legend(ladder: Ladder, left: float, top: float, room: float) -> tuple[Sample, ...]:
    """Return samples of the arrows that a ladder has, side by side as far as there is room."""
    samples = []
    x, y = left, top
    for kind in _kinds(ladder):
        arrow = 0 if kind == LOWER_PAY else ARROW + _GAP
        wide = arrow + width(_MEANINGS[kind], KEY)
        if x > left and x + wide > left + room:
            x, y = left, y + KEY.leading
        (line,) = stack([(_MEANINGS[kind], KEY)], x + arrow, y, wide)
        samples.append(Sample(kind, x, y + KEY.leading / 2, line))
        x += wide + _BETWEEN
    return tuple(samples)


def _kinds(ladder: Ladder) -> list[str]:
    """Return which kinds of arrows and marks there are."""
    directions = {step.direction for step in ladder.steps}
    kinds = [direction.value for direction in _ORDER if direction in directions]
    main = [MAIN] if any(step.main for step in ladder.steps) else []
    return [*kinds, *main, *([LOWER_PAY] if any(map(wording.lower_pay, ladder.steps)) else [])]


_ORDER: Final = (Direction.ADVANCE, Direction.BRIDGE, Direction.LATERAL)
