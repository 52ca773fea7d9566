"""The picture of a ranking as SVG and PNG."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Final
from xml.etree import ElementTree as ET

from pathways.diagrams import canvas
from pathways.diagrams.metrics import Style
from pathways.diagrams.palette import Palette
from pathways.diagrams.typesetting import typeset
from pathways.labor_market import wording
from pathways.labor_market.bubbles import AXIS, PLOT, STYLES, TICK, WIDTH, Bubble, Chart, Tick, chart
from pathways.labor_market.names import NAME, SMALL, Label
from pathways.labor_market.numbers import numbers
from pathways.labor_market.records import Ranking

ROOT: Final = "sector-market"
"""The class of the whole picture; every rule begins with it, so that a page around it is left alone."""

MARGIN: Final = 28.0
SCALE: Final = 144.0
"""Pixels of a PNG in an inch of 72 of the SVG: two for each."""


def to_svg(ranking: Ranking, *, bare: bool = False) -> str:
    """Return the picture of a ranking, the same for the same ranking; each bubble can be heard.

    Parameters
    ----------
    bare
        Without the title and the description, as on a page that has both.
    """
    drawn = chart(ranking, bare=bare)
    root = _root(drawn)
    _stacked(root, drawn.header, MARGIN)
    if drawn.bubbles:
        _grid(root, drawn)
        _bubbles(root, drawn.bubbles)
        if ranking.has_places:
            _numbers(root, drawn.bubbles)
        _labels(root, drawn.labels)
    below = drawn.height - MARGIN - sum(style.leading for _, style in drawn.footer)
    _stacked(root, drawn.footer, below)
    return canvas.written(root)


def to_png(ranking: Ranking) -> bytes:
    """Return the picture of a ranking with two pixels for each of the SVG."""
    source = (files("pathways.labor_market") / "picture.typ").read_bytes()
    return typeset(source, "png", {"svg": to_svg(ranking), "title": ranking.title}, SCALE)


def _root(drawn: Chart) -> ET.Element:
    size, said = (WIDTH, drawn.height), drawn.ranking
    root = canvas.blank(ROOT, size, said.title, said.description, _style())
    canvas.rectangle(root, "page", 0, 0, *size)
    return root


@cache
def _style() -> str:
    return canvas.rules(ROOT, (*STYLES, NAME, SMALL), SHAPES, _colors)


SHAPES: Final = (
    ".line{stroke-width:1}",
    ".middle{stroke-width:2;stroke-dasharray:7 5}",
    ".bubble{stroke-width:1.6;fill-opacity:.22}",
    ".leader{stroke-width:1}",
    ".name,.small{paint-order:stroke;stroke-width:3px;stroke-linejoin:round}",
)


def _colors(colors: Palette) -> tuple[str, ...]:
    return (
        f".page{{fill:{colors.page}}}",
        f"text{{fill:{colors.ink}}}",
        f".lead,.caption,.tick,.small{{fill:{colors.quiet}}}",
        f".line{{stroke:{colors.lanes[0]}}}",
        f".middle{{stroke:{colors.bridge}}}",
        f".word{{fill:{colors.bridge}}}",
        f".bubble{{fill:{colors.main};stroke:{colors.main}}}",
        f".leader{{stroke:{colors.line}}}",
        f".name,.small{{stroke:{colors.page}}}",
    )


def _stacked(root: ET.Element, lines: Sequence[tuple[str, Style]], top: float) -> None:
    group = ET.SubElement(root, "g", {"aria-hidden": "true"} if top == MARGIN else {})
    canvas.stacked(group, lines, MARGIN, top)


def _grid(root: ET.Element, drawn: Chart) -> None:
    """Draw the lines, their words, and what the axes say."""
    group = ET.SubElement(root, "g", {"aria-hidden": "true"})
    left, right, top, bottom = PLOT.left, PLOT.left + PLOT.width, drawn.top, drawn.top + PLOT.height
    for tick in drawn.across:
        canvas.line(group, _class(tick), tick.at, top, tick.at, bottom)
        canvas.text(group, tick.text, TICK, tick.at, bottom + 18, "middle")
    for tick in drawn.upward:
        canvas.line(group, _class(tick), left, tick.at, right, tick.at)
        if not tick.middle:
            canvas.text(group, tick.text, TICK, left - 8, tick.at + 5, "end")
    _middles(group, drawn, top)
    named = "Location quotient: 1 is as common as in the nation, 2 twice as common"
    canvas.text(group, named, AXIS, left + PLOT.width / 2, bottom + 42, "middle")
    canvas.text(group, "Median pay a year", AXIS, MARGIN, top - 8)


def _class(tick: Tick) -> str:
    return "middle" if tick.middle else "line"


def _middles(group: ET.Element, drawn: Chart, top: float) -> None:
    """Write at the two lines that all are held against what they are."""
    for tick in drawn.across:
        if tick.middle:
            _word(group, "as in the nation", tick.at + 6, top + 12, "start")
    for tick in drawn.upward:
        if tick.middle:
            _word(group, tick.text, PLOT.left + 4, tick.at - 6, "start")


def _word(group: ET.Element, text: str, x: float, y: float, anchor: str) -> None:
    canvas.text(group, text, SMALL, x, y, anchor)
    group[-1].set("class", "small word")


def _bubbles(root: ET.Element, bubbles: Sequence[Bubble]) -> None:
    """Draw the bubbles; each is heard as a sentence."""
    layer = ET.SubElement(root, "g", {"role": "list", "aria-label": "Sectors"})
    for bubble in bubbles:
        heard = wording.sentence(bubble.sector)
        item = ET.SubElement(layer, "g", {"role": "listitem", "aria-label": heard})
        circle = canvas.circle(item, "bubble", bubble.x, bubble.y, bubble.radius)
        ET.SubElement(circle, "title").text = heard


def _numbers(root: ET.Element, bubbles: Sequence[Bubble]) -> None:
    """Write into each bubble its place, where it can be told from those of others."""
    group = ET.SubElement(root, "g", {"aria-hidden": "true"})
    said = [str(bubble.sector.place) for bubble in bubbles]
    found = numbers(said, [(bubble.x, bubble.y, bubble.radius) for bubble in bubbles])
    for words, middle in zip(said, found, strict=True):
        if middle:
            canvas.text(group, words, NAME, middle[0], middle[1] + 5, "middle")


def _labels(root: ET.Element, labels: Sequence[Label]) -> None:
    layer = ET.SubElement(root, "g", {"aria-hidden": "true"})
    for label in labels:
        if label.leader:
            canvas.line(layer, "leader", *label.leader)
        x, anchor = (label.spot.left + label.spot.width, "end") if label.right else (label.spot.left, "start")
        canvas.stacked(layer, label.lines, x, label.spot.top, anchor)
