"""The legend: what each kind of arrow means."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from pathways.diagrams.cards import Line, stack
from pathways.diagrams.metrics import Style, width
from pathways.ladder import Direction, Ladder

KEY: Final = Style("key", size=12.5, leading=24)
ARROW: Final = 46.0
"""How long the arrow of a sample is, in pixels."""

MAIN: Final = "main"

_GAP: Final = 10.0
_BETWEEN: Final = 26.0

_MEANINGS: Final = {
    "advance": "Step up",
    "bridge": "Step up that needs a license, a degree or an apprenticeship",
    "lateral": "Sideways (lateral): much the same preparation and pay",
    MAIN: "Main route (broad band)",
}


@dataclass(frozen=True)
class Sample:
    """An arrow of a kind, and what it means; ``x`` and ``y`` are where the arrow begins."""

    kind: str
    x: float
    y: float
    line: Line


def legend(ladder: Ladder, left: float, top: float, room: float) -> tuple[Sample, ...]:
    """Return samples of the arrows that a ladder has, side by side as far as there is room."""
    samples = []
    x, y = left, top
    for kind in _kinds(ladder):
        wide = ARROW + _GAP + width(_MEANINGS[kind], KEY)
        if x > left and x + wide > left + room:
            x, y = left, y + KEY.leading
        (line,) = stack([(_MEANINGS[kind], KEY)], x + ARROW + _GAP, y, wide)
        samples.append(Sample(kind, x, y + KEY.leading / 2, line))
        x += wide + _BETWEEN
    return tuple(samples)


def _kinds(ladder: Ladder) -> list[str]:
    """Return which kinds of arrow there are."""
    directions = {step.direction for step in ladder.steps}
    kinds = [direction.value for direction in _ORDER if direction in directions]
    return [*kinds, MAIN] if any(step.main for step in ladder.steps) else kinds


_ORDER: Final = (Direction.ADVANCE, Direction.BRIDGE, Direction.LATERAL)
