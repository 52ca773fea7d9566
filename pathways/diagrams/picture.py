"""The picture: every part of a ladder's diagram in its place, before any file format."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from pathways.diagrams.apart import Apart, apart, joined, lone
from pathways.diagrams.cards import Card, Line, card, short_card, stack
from pathways.diagrams.clearing import clear
from pathways.diagrams.labels import NO_LABEL, Label, label
from pathways.diagrams.lanes import PADDING, TITLE_WIDTH, Lane, lanes
from pathways.diagrams.layout import Arrow, Box, Layout, Link, Size, layout
from pathways.diagrams.legend import Sample, legend
from pathways.diagrams.metrics import Style
from pathways.diagrams.rows import Row, rows
from pathways.ladders import wording
from pathways.ladders.reading import climbed
from pathways.records.ladder import Ladder, Step

MARGIN: Final = 28.0
HEADING: Final = Style("heading", size=25, leading=32, weight=700)
LEAD: Final = Style("lead", size=14, leading=20)
CAPTION: Final = Style("caption", size=12.5, leading=18)

_NARROWEST: Final = 860.0
_WIDEST_TEXT: Final = 1000.0
_LOWEST_CARD: Final = 112.0
_SPACE: Final = 18.0
_STRAIGHT: Final = 6
"""How much more than other arrows those of the main route are kept short and straight."""


@dataclass(frozen=True)
class PlacedCard:
    """A card and where it is."""

    card: Card
    box: Box


@dataclass(frozen=True)
class PlacedStep:
    """A step, its arrow, and its label where it has one."""

    step: Step
    arrow: Arrow
    label: Label
    box: Box | None


@dataclass(frozen=True)
class Picture:
    """Everything that is drawn; cards and steps in the order in which one climbs, lanes from the bottom."""

    ladder: Ladder
    width: float
    height: float
    header: tuple[Line, ...]
    lanes: tuple[Lane, ...]
    apart: Apart | None
    cards: tuple[PlacedCard, ...]
    steps: tuple[PlacedStep, ...]
    legend: tuple[Sample, ...]
    caption: tuple[Line, ...]


def picture(ladder: Ladder, *, short: bool = False, bare: bool = False) -> Picture:
    """Return the picture of a ladder.

    Parameters
    ----------
    short
        Whether cards say only what fits a page of paper, and arrows have no labels.
    bare
        Whether it has neither title nor notes and sources, which the page around it says.
    """
    alone = lone(ladder)
    levels = rows(joined(ladder))
    told = climbed(ladder)
    cards: dict[str, Card] = {
        rung.occupation: short_card(rung) if short else card(rung, ladder, apart=rung in alone) for rung in told.rungs
    }
    labels = [NO_LABEL if short else label(step) for step in ladder.steps]
    places = _places(ladder, levels, cards, labels, short=short)

    width = max(_NARROWEST, places.width + 2 * MARGIN + TITLE_WIDTH + PADDING)
    room = width - 2 * MARGIN
    header = stack([] if bare else _header(ladder), MARGIN, MARGIN, min(room, _WIDEST_TEXT))
    top = _below(header, MARGIN - _SPACE) + _SPACE
    right = MARGIN + TITLE_WIDTH + (room - TITLE_WIDTH - PADDING - places.width) / 2
    places = places.moved(right, top + PADDING)
    bands = lanes(levels, places, MARGIN, room, short=short)
    top = max((band.box.y + band.box.height + _SPACE for band in bands), default=top)
    beside = apart([cards[rung.occupation] for rung in alone], MARGIN, top, room, short=short)
    top = beside.box.y + beside.box.height + _SPACE if beside else top
    samples = legend(ladder, MARGIN, top, room, short=short)
    top = max((sample.y + sample.line.style.leading for sample in samples), default=top)
    caption = stack([] if bare else _caption(ladder), MARGIN, top, min(room, _WIDEST_TEXT))
    boxes = {**places.boxes, **(beside.boxes if beside else {})}
    return Picture(
        ladder,
        width,
        _below(caption, top) + MARGIN,
        header,
        bands,
        beside,
        tuple(PlacedCard(cards[name], boxes[name]) for name in cards),
        _in_order(map(PlacedStep, ladder.steps, places.arrows, labels, places.labels), told),
        samples,
        caption,
    )


def _in_order(placed: Iterable[PlacedStep], told: Ladder) -> tuple[PlacedStep, ...]:
    order = {id(step): at for at, step in enumerate(told.steps)}
    return tuple(sorted(placed, key=lambda one: order[id(one.step)]))


def _places(
    ladder: Ladder, levels: Sequence[Row], cards: dict[str, Card], labels: Sequence[Label], *, short: bool
) -> Layout:
    """Return where Graphviz puts the cards, all of a row equally high."""
    lowest = 0.0 if short else _LOWEST_CARD
    sizes: dict[str, Size] = {}
    for row in levels:
        high = max(lowest, *(cards[rung.occupation].height for rung in row.rungs))
        sizes |= {rung.occupation: (cards[rung.occupation].width, high) for rung in row.rungs}
    links = [
        Link(step.start, step.end, _size(label), _STRAIGHT if step.main else 1)
        for step, label in zip(ladder.steps, labels, strict=True)
    ]
    names = [[rung.occupation for rung in row.rungs] for row in levels]
    return clear(layout(names, sizes, links, dense=short))


def _size(label: Label) -> Size | None:
    return (label.width, label.height) if label.lines else None


def _header(ladder: Ladder) -> list[tuple[str, Style]]:
    sentence = ladder.description if ladder.rungs else wording.EMPTY
    return [(ladder.title, HEADING), (sentence, LEAD)]


def _caption(ladder: Ladder) -> list[tuple[str, Style]]:
    return [(text, CAPTION) for text in wording.caption(ladder)]


def _below(lines: Sequence[Line], otherwise: float) -> float:
    """Return where the last of some lines ends."""
    return max((line.y + line.style.leading / 2 for line in lines), default=otherwise)
