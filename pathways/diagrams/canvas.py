"""A canvas: the root of an SVG that can be heard, its rules in light and dark, and the pieces that pictures have."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Final
from xml.etree import ElementTree as ET

from pathways.diagrams.fonts import STACK, foreign
from pathways.diagrams.metrics import Style, width
from pathways.diagrams.palette import DARK, LIGHT, Palette

_FORBIDDEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML cannot hold."""


def blank(kind: str, size: tuple[float, float], title: str, described: str, style: str, name: str = "") -> ET.Element:
    """Return an SVG without a picture yet.

    Parameters
    ----------
    kind
        Its class.
    size
        Width and height, in pixels.
    title, described
        What is heard of the whole.
    style
        Its rules.
    name
        What the addresses of title and description begin with; the class, without it.
    """
    across, down = map(number, size)
    heard = {"aria-labelledby": f"{name or kind}-title", "aria-describedby": f"{name or kind}-desc", "lang": "en"}
    named = {"xmlns": "http://www.w3.org/2000/svg", "class": kind, "role": "graphics-document", **heard}
    root = ET.Element("svg", {**named, "viewBox": f"0 0 {across} {down}", "width": across, "height": down})
    ET.SubElement(root, "title", {"id": heard["aria-labelledby"]}).text = title
    ET.SubElement(root, "desc", {"id": heard["aria-describedby"]}).text = described
    ET.SubElement(root, "style").text = style
    return root


def written(root: ET.Element) -> str:
    """Return a picture as text; what XML cannot hold is replaced."""
    ET.indent(root, " ")
    return _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", ET.tostring(root, encoding="unicode")) + "\n"


def rules(kind: str, styles: Iterable[Style], shapes: Iterable[str], colors: Callable[[Palette], Iterable[str]]) -> str:
    """Return the rules of a picture: light, and dark on screens that ask for it; each begins with its class."""
    sizes = [f".{one.name}{{font-size:{one.size:g}px;font-weight:{one.weight}}}" for one in styles]
    light = "".join(f".{kind} {rule}\n" for rule in (*sizes, *shapes, *colors(LIGHT)))
    dark = "".join(f".{kind} {rule}\n" for rule in colors(DARK))
    return f"\n.{kind}{{font-family:{STACK}}}\n{light}@media screen and (prefers-color-scheme:dark){{\n{dark}}}\n"


def text(group: ET.Element, words: str, style: Style, x: float, y: float, anchor: str = "start") -> None:
    """Write words at a place, the length that they have in our typeface; nothing where there are none."""
    if not words:
        return
    place = {"x": number(x), "y": number(y)}
    anchored = {} if anchor == "start" else {"text-anchor": anchor}
    named = {"class": style.name, **place, **anchored, **kept_length(words, style)}
    ET.SubElement(group, "text", named).text = words


def kept_length(words: str, style: Style) -> dict[str, str]:
    """Return the length that words keep where another typeface must stand in for ours, so that they fit their place."""
    if foreign(words):
        return {}
    return {"textLength": number(width(words, style)), "lengthAdjust": "spacingAndGlyphs"}


def stacked(group: ET.Element, lines: Sequence[tuple[str, Style]], x: float, top: float, anchor: str = "start") -> None:
    """Write lines below each other."""
    for words, style in lines:
        text(group, words, style, x, top + style.leading / 2 + style.size * 0.36, anchor)
        top += style.leading


def line(group: ET.Element, name: str, *ends: float) -> None:
    """Draw a line from one place to another: ``x1, y1, x2, y2``."""
    places = dict(zip(("x1", "y1", "x2", "y2"), map(number, ends), strict=True))
    ET.SubElement(group, "line", {"class": name, **places})


def circle(group: ET.Element, name: str, x: float, y: float, radius: float) -> ET.Element:
    """Draw a circle, and return it."""
    place = {"cx": number(x), "cy": number(y), "r": number(radius)}
    return ET.SubElement(group, "circle", {"class": name, **place})


def rectangle(
    group: ET.Element, name: str, x: float, y: float, wide: float, high: float, radius: float | None = None
) -> None:
    """Draw a rectangle from its upper left corner, with rounded corners where a radius is given."""
    lengths = {"x": x, "y": y, "width": wide, "height": high, **({} if radius is None else {"rx": radius})}
    ET.SubElement(group, "rect", {"class": name, **{key: number(length) for key, length in lengths.items()}})


def number(value: float) -> str:
    """Return a length with at most one decimal.

    Example
    -------
    >>> number(12.04), number(12.25)
    ('12', '12.2')
    """
    return f"{value:.1f}".removesuffix(".0")
