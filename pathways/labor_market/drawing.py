"""The picture of a ranking as SVG and PNG."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Final
from xml.etree import ElementTree as ET

import typst

from pathways.diagrams.fonts import STACK, fonts, foreign
from pathways.diagrams.metrics import Style
from pathways.diagrams.palette import DARK, LIGHT, Palette
from pathways.labor_market import wording
from pathways.labor_market.bubbles import AXIS, PLOT, STYLES, TICK, WIDTH, Bubble, Chart, Tick, chart, wide
from pathways.labor_market.names import NAME, SMALL, Label
from pathways.labor_market.records import Ranking

ROOT: Final = "sector-market"
"""The class of the whole picture; every rule begins with it, so that a page around it is left alone."""

MARGIN: Final = 28.0
NUMBERED: Final = 10.0
"""Radius from which on a bubble has its place in it, in pixels."""
SCALE: Final = 144.0
"""Pixels of a PNG in an inch of 72 of the SVG: two for each."""

_FORBIDDEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML cannot hold."""


def to_svg(ranking: Ranking) -> str:
    """Return the picture of a ranking, the same for the same ranking; each bubble can be heard."""
    drawn = chart(ranking)
    root = _root(drawn)
    _stacked(root, drawn.header, MARGIN)
    if drawn.bubbles:
        _grid(root, drawn)
        _bubbles(root, drawn.bubbles)
        _labels(root, drawn.labels)
    below = drawn.height - MARGIN - sum(style.leading for _, style in drawn.footer)
    _stacked(root, drawn.footer, below)
    ET.indent(root, " ")
    return _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", ET.tostring(root, encoding="unicode")) + "\n"


def to_png(ranking: Ranking) -> bytes:
    """Return the picture of a ranking with two pixels for each of the SVG."""
    svg = to_svg(ranking)
    compiler = typst.Compiler(font_paths=fonts(system=foreign(svg)), ignore_system_fonts=True)
    content = json.dumps({"svg": svg, "title": ranking.title}, ensure_ascii=False)
    source = (files("pathways.labor_market") / "picture.typ").read_bytes()
    made = compiler.compile(source, format="png", ppi=SCALE, sys_inputs={"content": content})
    assert isinstance(made, bytes)
    return made


def _root(drawn: Chart) -> ET.Element:
    size = {"width": _number(WIDTH), "height": _number(drawn.height)}
    box = f"0 0 {size['width']} {size['height']}"
    heard = {"aria-labelledby": f"{ROOT}-title", "aria-describedby": f"{ROOT}-desc", "role": "graphics-document"}
    named = {"xmlns": "http://www.w3.org/2000/svg", "class": ROOT, "lang": "en", "viewBox": box}
    root = ET.Element("svg", {**named, **size, **heard})
    ET.SubElement(root, "title", {"id": f"{ROOT}-title"}).text = drawn.ranking.title
    ET.SubElement(root, "desc", {"id": f"{ROOT}-desc"}).text = drawn.ranking.description
    ET.SubElement(root, "style").text = _css()
    ET.SubElement(root, "rect", {"class": "page", "x": "0", "y": "0", **size})
    return root


@cache
def _css() -> str:
    """Return the rules of the picture: light, and dark on screens that ask for it."""
    sizes = [
        f".{style.name}{{font-size:{style.size:g}px;font-weight:{style.weight}}}" for style in (*STYLES, NAME, SMALL)
    ]
    dark = "".join(f".{ROOT} {rule}\n" for rule in _colors(DARK))
    rules = "".join(f".{ROOT} {rule}\n" for rule in (*sizes, *SHAPES, *_colors(LIGHT)))
    return f"\n.{ROOT}{{font-family:{STACK}}}\n{rules}@media screen and (prefers-color-scheme:dark){{\n{dark}}}\n"


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
    for text, style in lines:
        _text(group, text, style, MARGIN, top + style.leading / 2 + style.size * 0.36)
        top += style.leading


def _grid(root: ET.Element, drawn: Chart) -> None:
    """Draw the lines, their words, and what the axes say."""
    group = ET.SubElement(root, "g", {"aria-hidden": "true"})
    left, right, top, bottom = PLOT.left, PLOT.left + PLOT.width, drawn.top, drawn.top + PLOT.height
    for tick in drawn.across:
        _line(group, tick, tick.at, top, tick.at, bottom)
        _text(group, tick.text, TICK, tick.at, bottom + 18, "middle")
    for tick in drawn.upward:
        _line(group, tick, left, tick.at, right, tick.at)
        if not tick.middle:
            _text(group, tick.text, TICK, left - 8, tick.at + 5, "end")
    _middles(group, drawn, top)
    named = "Location quotient: 1 is as common as in the nation, 2 twice as common"
    _text(group, named, AXIS, left + PLOT.width / 2, bottom + 42, "middle")
    _text(group, "Median pay a year", AXIS, MARGIN, top - 8)


def _middles(group: ET.Element, drawn: Chart, top: float) -> None:
    """Write at the two lines that all are held against what they are."""
    for tick in drawn.across:
        if tick.middle:
            _word(group, "as in the nation", tick.at + 6, top + 12, "start")
    for tick in drawn.upward:
        if tick.middle:
            _word(group, tick.text, PLOT.left + 4, tick.at - 6, "start")


def _word(group: ET.Element, text: str, x: float, y: float, anchor: str) -> None:
    _text(group, text, SMALL, x, y, anchor)
    group[-1].set("class", "small word")


def _line(group: ET.Element, tick: Tick, *ends: float) -> None:
    named = dict(zip(("x1", "y1", "x2", "y2"), map(_number, ends), strict=True))
    ET.SubElement(group, "line", {"class": "middle" if tick.middle else "line", **named})


def _bubbles(root: ET.Element, bubbles: Sequence[Bubble]) -> None:
    """Draw the bubbles; they are heard by their places."""
    layer = ET.SubElement(root, "g", {"role": "list", "aria-label": "Sectors"})
    for bubble in bubbles:
        heard = wording.sentence(bubble.sector)
        item = ET.SubElement(layer, "g", {"role": "listitem", "aria-label": heard})
        place = {"cx": _number(bubble.x), "cy": _number(bubble.y), "r": _number(bubble.radius)}
        circle = ET.SubElement(item, "circle", {"class": "bubble", **place})
        ET.SubElement(circle, "title").text = heard
    numbers = ET.SubElement(root, "g", {"aria-hidden": "true"})
    for bubble in (bubble for bubble in bubbles if bubble.radius >= NUMBERED):
        _text(numbers, str(bubble.sector.place), NAME, bubble.x, bubble.y + 5, "middle")


def _labels(root: ET.Element, labels: Sequence[Label]) -> None:
    layer = ET.SubElement(root, "g", {"aria-hidden": "true"})
    for label in labels:
        if label.leader:
            named = dict(zip(("x1", "y1", "x2", "y2"), map(_number, label.leader), strict=True))
            ET.SubElement(layer, "line", {"class": "leader", **named})
        top = label.spot.top
        x, anchor = (label.spot.left + label.spot.width, "end") if label.right else (label.spot.left, "start")
        for text, style in label.lines:
            _text(layer, text, style, x, top + style.leading / 2 + style.size * 0.36, anchor)
            top += style.leading


def _text(group: ET.Element, text: str, style: Style, x: float, y: float, anchor: str = "start") -> None:
    place = {"x": _number(x), "y": _number(y)}
    fitted = {} if foreign(text) else {"textLength": _number(wide(text, style)), "lengthAdjust": "spacingAndGlyphs"}
    anchored = {} if anchor == "start" else {"text-anchor": anchor}
    ET.SubElement(group, "text", {"class": style.name, **place, **anchored, **fitted}).text = text


def _number(value: float) -> str:
    """Return a length with at most one decimal."""
    return f"{value:.1f}".removesuffix(".0")
