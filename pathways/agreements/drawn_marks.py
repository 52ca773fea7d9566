"""Marks as they are drawn, and the legend that explains them."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Final
from xml.etree import ElementTree as ET

from pathways.agreements.layout import LETTER, MARGIN, QUIET, Frame
from pathways.agreements.marks import MARKS, Mark, Shape
from pathways.diagrams import canvas
from pathways.diagrams.metrics import width

RADIUS: Final = 12.0
"""Of a mark, in pixels."""

DOT: Final = 4.2
"""Radius of the dot that says that an organization's own list has a statement, in pixels."""

CORNERS: Final = {Shape.DIAMOND: (4, 1.22, 0.0), Shape.HEXAGON: (6, 1.12, 0.0), Shape.OCTAGON: (8, 1.08, math.pi / 8)}
"""How many corners, how far out by the radius of a circle, and where the first one is."""


def draw_mark(item: ET.Element, mark: Mark, x: float, y: float, heard: str, counts: bool = True) -> None:
    """Draw a mark; that of a position which counts no more is only an outline."""
    group = ET.SubElement(item, "g", {} if counts else {"class": "before"})
    ET.SubElement(group, "title").text = heard
    _outline(group, mark.shape, x, y)
    canvas.text(group, mark.letter, LETTER, x, y + 4.7, "middle")
    if mark.shape is Shape.BAR:
        group[-1].set("class", f"{LETTER.name} hollow")


def draw_dot(item: ET.Element, x: float, y: float) -> None:
    """Draw the dot that says that the organization's own list has a statement."""
    canvas.circle(item, "dot", x, y, DOT)


def _outline(group: ET.Element, shape: Shape, x: float, y: float) -> None:
    name = f"mark {shape}"
    if shape is Shape.CIRCLE:
        canvas.circle(group, name, x, y, RADIUS)
    elif shape in CORNERS:
        ET.SubElement(group, "polygon", {"class": name, "points": " ".join(_corners(shape, x, y))})
    else:
        half = RADIUS - 1 if shape is Shape.SQUARE else RADIUS - 4
        canvas.rectangle(group, name, x - RADIUS + 1, y - half, 2 * RADIUS - 2, 2 * half, 2.5)


def _corners(shape: Shape, x: float, y: float) -> Iterator[str]:
    sides, out, first = CORNERS[shape]
    for corner in range(sides):
        angle = first + 2 * math.pi * corner / sides
        place = x + RADIUS * out * math.cos(angle), y + RADIUS * out * math.sin(angle)
        yield ",".join(map(canvas.number, place))


def draw_legend(root: ET.Element, frame: Frame, y: float) -> None:
    """Draw every mark that can be met, with its word; dots and outlines only where the owners read it."""
    group = ET.SubElement(root, "g", {"aria-hidden": "true"})
    x = MARGIN + RADIUS
    for word, mark in MARKS.items():
        draw_mark(group, mark, x, y, word)
        x = _explained(group, word, x + 18, y)
    if frame.matrix.private:
        draw_dot(group, x - 4, y)
        x = _explained(group, "its own list says it", x + 6, y)
        draw_mark(group, MARKS["endorse"], x, y, "before", counts=False)
        _explained(group, "said before a change of the wording; asked again", x + 18, y)


def _explained(group: ET.Element, words: str, x: float, y: float) -> float:
    """Write what a mark means, and return where the next one stands."""
    canvas.text(group, words, QUIET, x, y + 4.5)
    return x + width(words, QUIET) + 22
