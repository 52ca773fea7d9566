"""Labels: what a picture says of one step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from pathways.diagrams.cards import Line, stack
from pathways.diagrams.metrics import Style, width
from pathways.ladders import wording
from pathways.records.ladder import Direction, Step

GAP: Final = Style("gap", size=12, leading=16, weight=600)
NEED: Final = Style("need", size=12, leading=15)
PADDING: Final = 6.0
ROOM: Final = 148.0
_NAMED: Final = 2
"""How many credentials a label names before it only counts them."""


@dataclass(frozen=True)
class Label:
    """The text beside an arrow, in pixels from its own corner; without lines it takes no room."""

    lines: tuple[Line, ...]
    width: float
    height: float


NO_LABEL: Final = Label((), 0, 0)


def label(step: Step) -> Label:
    """Return the label of a step, as wide and high as its text."""
    lines = stack(_texts(step), PADDING, PADDING / 2, ROOM)
    if not lines:
        return NO_LABEL
    widest = max(width(line.text, line.style) for line in lines)
    high = sum(line.style.leading for line in lines)
    return Label(lines, widest + 2 * PADDING, high + PADDING)


def _texts(step: Step) -> list[tuple[str, Style]]:
    """Return what weighs most first: a license or a degree before the share of skills."""
    lateral = "lateral" if step.direction is Direction.LATERAL else ""
    learn = ": ".join(part for part in (lateral, wording.to_learn(step.gap)) if part)
    bridged = _bridged(step)
    needed = _needed(step) or (bridged if step.direction is Direction.BRIDGE else [])
    return [
        *((text, NEED if place else GAP) for place, text in enumerate(needed)),
        (learn, NEED if needed else GAP),
        (wording.long(step), NEED),
        *((text, NEED) for text in bridged if text not in needed),
        (_pay(step), GAP if step.tradeoff else NEED),
    ]


def _needed(step: Step) -> list[str]:
    """Return what skills alone do not open, and the schooling behind a license."""
    named = wording.needs(step)
    if not named:
        return []
    more = [f"and {len(named) - _NAMED} more"] if len(named) > _NAMED else []
    schooling = step.preparation.education
    behind = [wording.usually(schooling)] if schooling and not any(schooling in need for need in named) else []
    word = "needs" if step.direction is Direction.BRIDGE else "asks for"  # what is short is no bridge, and not brown
    return [f"{word}: {' and '.join(named[:_NAMED])}", *more, *behind]


def _bridged(step: Step) -> list[str]:
    """Return the apprenticeship that leads over a step, and that there are others."""
    named = wording.apprenticed(step)
    more = f" and {len(named) - 1} more" if len(named) > 1 else ""
    return [f"bridge: {named[0]}{more}"] if named else []


def _pay(step: Step) -> str:
    """Return that pay falls, by how much where that is a trade-off, or that it falls while one learns."""
    place = wording.in_place(step.wage_region)
    if step.tradeoff:
        return f"{wording.TRADE_OFF.lower()}: {wording.given_up(step)}"
    if wording.lower_pay(step):
        return wording.LOWER_PAY + place
    return wording.LEARNING_PAY + place if step.learning_pay else ""
