"""The matrix as SVG: each row can be heard, each mark differs by shape, letter and color."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby
from typing import Final
from xml.etree import ElementTree as ET

from pathways.agreements import wording
from pathways.agreements.layout import (
    APART,
    BAND,
    LETTER,
    MARGIN,
    NAME,
    PLAIN,
    QUIET,
    ROLE,
    STATUS,
    STYLES,
    WHOLE,
    Block,
    Column,
    Frame,
    Sheet,
    tall,
)
from pathways.agreements.marks import MARKS, Mark, Shape
from pathways.agreements.matrix import Cell, Line, Matrix
from pathways.diagrams.fonts import STACK, foreign
from pathways.diagrams.metrics import Style, width
from pathways.diagrams.palette import DARK, LIGHT, Palette

ROOT: Final = "agreement-matrix"
"""The class of the whole picture; every rule begins with it, so that a page around it is left alone."""

RADIUS: Final = 12.0
"""Of a mark, in pixels."""

_FORBIDDEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML cannot hold."""

CORNERS: Final = {Shape.DIAMOND: (4, 1.22, 0.0), Shape.HEXAGON: (6, 1.12, 0.0), Shape.OCTAGON: (8, 1.08, math.pi / 8)}
"""How many corners, how far out by the radius of a circle, and where the first one is."""


def to_svg(matrix: Matrix) -> str:
    """Return the picture of a matrix, as tall as it must be; the same for the same matrix."""
    return draw(tall(matrix))


def draw(sheet: Sheet) -> str:
    """Return the picture of a sheet."""
    frame = sheet.frame
    root = _root(sheet)
    _header(root, sheet)
    _names(root, frame)
    table = ET.SubElement(root, "g", {"role": "list", "aria-label": "Statements"})
    y = _whole(table, frame, frame.body)
    for number, block in enumerate(sheet.blocks):
        if block.line is None:
            _band(table, frame, block, y)
        else:
            _row(table, frame, block, block.line, y, shaded=bool(number % 2))
        y += block.height
    _rules(root, frame, y)
    _legend(root, frame, y + 26)
    _footer(root, frame, sheet.height)
    ET.indent(root, " ")
    return _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", ET.tostring(root, encoding="unicode")) + "\n"


def _root(sheet: Sheet) -> ET.Element:
    matrix = sheet.frame.matrix
    size = {"width": _number(sheet.frame.width), "height": _number(sheet.height)}
    heard = {"aria-labelledby": f"{ROOT}-title", "aria-describedby": f"{ROOT}-desc", "role": "graphics-document"}
    box = f"0 0 {size['width']} {size['height']}"
    named = {"xmlns": "http://www.w3.org/2000/svg", "class": ROOT, "lang": "en", "viewBox": box}
    root = ET.Element("svg", {**named, **size, **heard})
    ET.SubElement(root, "title", {"id": f"{ROOT}-title"}).text = f"{matrix.title}: who agrees to what"
    ET.SubElement(root, "desc", {"id": f"{ROOT}-desc"}).text = wording.stands(matrix)
    ET.SubElement(root, "style").text = _css()
    ET.SubElement(root, "rect", {"class": "page", "x": "0", "y": "0", **size})
    return root


# --- Looks ------------------------------------------------------------------------------


@cache
def _css() -> str:
    """Return the rules of the picture: light, and dark on screens that ask for it."""
    sizes = [f".{one.name}{{font-size:{one.size:g}px;font-weight:{one.weight}}}" for one in STYLES]
    rules = "".join(f".{ROOT} {rule}\n" for rule in (*sizes, *SHAPES, *_colors(LIGHT)))
    dark = "".join(f".{ROOT} {rule}\n" for rule in _colors(DARK))
    return f"\n.{ROOT}{{font-family:{STACK}}}\n{rules}@media screen and (prefers-color-scheme:dark){{\n{dark}}}\n"


SHAPES: Final = (
    ".line{stroke-width:1}",
    ".mark{stroke-width:1.8}",
    ".before .mark{fill-opacity:0;stroke-dasharray:3 2.4}",
)


def _colors(colors: Palette) -> tuple[str, ...]:
    good, bad = colors.entry, colors.tradeoff
    return (
        f".page{{fill:{colors.page}}}",
        f"text{{fill:{colors.ink}}}",
        f".quiet,.rejected .plain,.rejected .status{{fill:{colors.quiet}}}",
        f".shade{{fill:{colors.lanes[0]};fill-opacity:.6}}",
        f".band{{fill:{colors.lanes[3]}}}",
        f".line{{stroke:{colors.border};stroke-opacity:.45}}",
        f".dot{{fill:{colors.bridge}}}",
        f".circle,.hexagon{{fill:{good};stroke:{good}}}",
        f".square{{fill:{colors.link};stroke:{colors.link}}}",
        f".bar{{fill:{colors.page};stroke:{colors.quiet}}}",
        f".diamond,.octagon{{fill:{bad};stroke:{bad}}}",
        f".letter{{fill:{colors.page}}}",
        f".hollow,.before .letter{{fill:{colors.ink}}}",
        f".edge.agreed{{fill:{good}}}",
        f".edge.contested{{fill:{bad}}}",
        f".edge.accepted{{fill:{colors.link}}}",
        f".edge.proposed,.edge.rejected{{fill:{colors.border}}}",
    )


# --- Head and foot ----------------------------------------------------------------------


def _header(root: ET.Element, sheet: Sheet) -> None:
    group = ET.SubElement(root, "g", {"aria-hidden": "true"})
    _stacked(group, sheet.frame.header, MARGIN)
    if sheet.of > 1:
        at = sheet.frame.width - MARGIN
        _text(group, f"Page {sheet.number} of {sheet.of}", QUIET, at, MARGIN + 20, "end")


def _footer(root: ET.Element, frame: Frame, height: float) -> None:
    _stacked(ET.SubElement(root, "g"), frame.footer, height - MARGIN - sum(one.leading for _, one in frame.footer))


def _names(root: ET.Element, frame: Frame) -> None:
    """Write the names upward, with firms, unions and colleges above them."""
    group = ET.SubElement(root, "g", {"aria-hidden": "true"})
    foot = frame.body - 8
    for role, columns in groupby(frame.columns, key=lambda column: column.seat.role):
        _role(group, frame, role, list(columns))
    for column in frame.columns:
        start = column.middle - (len(column.names) - 1) * NAME.leading / 2 + 4.5
        for number, name in enumerate(column.names):
            _upward(group, name, start + number * NAME.leading, foot)
    _text(group, "How it stands", ROLE, frame.right + 14, foot)
    _text(group, "Statement", ROLE, MARGIN + frame.code, foot)
    if frame.code:
        _text(group, "Code", ROLE, MARGIN + 10, foot)


def _role(group: ET.Element, frame: Frame, role: str, columns: Sequence[Column]) -> None:
    left, right = columns[0].x, columns[-1].x + columns[-1].width
    word = wording.ROLES[role]
    _line(group, left, frame.top + ROLE.leading + 2, right - 2, frame.top + ROLE.leading + 2)
    _text(group, word, ROLE, left, frame.top + 12)


def _upward(group: ET.Element, text: str, x: float, y: float) -> None:
    _text(group, text, NAME, x, y)
    group[-1].set("transform", f"rotate(-90 {_number(x)} {_number(y)})")


def _rules(root: ET.Element, frame: Frame, bottom: float) -> None:
    """Draw the lines between the columns."""
    group = ET.SubElement(root, "g", {"aria-hidden": "true"})
    for before, column in zip((None, *frame.columns), frame.columns, strict=False):
        gap = before is not None and before.seat.role != column.seat.role
        x = column.x - (APART / 2 if gap else 0)
        _line(group, x, frame.body, x, bottom)
    _line(group, frame.right, frame.body, frame.right, bottom)
    _line(group, MARGIN, bottom, frame.width - MARGIN, bottom)


# --- Rows -------------------------------------------------------------------------------


def _whole(table: ET.Element, frame: Frame, y: float) -> float:
    """Draw how each stands to the whole standard, and return where the next row begins."""
    matrix = frame.matrix
    cells = [wording.cell(seat, one) for seat, one in zip(matrix.seats, matrix.whole, strict=True)]
    heard = ". ".join(["The whole standard", *filter(None, cells)])
    item = ET.SubElement(table, "g", {"role": "listitem", "aria-label": heard})
    _line(item, MARGIN, y, frame.width - MARGIN, y)
    _text(item, "The whole standard", BAND, MARGIN + frame.code, y + WHOLE / 2 + 5)
    for column, cell in zip(frame.columns, matrix.whole, strict=True):
        _cell(item, column, cell, y + WHOLE / 2)
    _text(item, wording.ratified(matrix), STATUS, frame.right + 14, y + WHOLE / 2 + 5)
    return y + WHOLE


def _band(table: ET.Element, frame: Frame, block: Block, y: float) -> None:
    item = ET.SubElement(table, "g", {"role": "listitem", "aria-label": block.texts[0]})
    _rectangle(item, "band", MARGIN, y, frame.width - 2 * MARGIN, block.height)
    _text(item, block.texts[0], BAND, MARGIN + 10, y + block.height / 2 + 5)


def _row(table: ET.Element, frame: Frame, block: Block, line: Line, y: float, *, shaded: bool) -> None:
    heard = wording.heard(frame.matrix, line)
    item = ET.SubElement(table, "g", {"role": "listitem", "class": str(line.status), "aria-label": heard})
    if shaded:
        _rectangle(item, "shade", MARGIN, y, frame.width - 2 * MARGIN, block.height)
    _rectangle(item, f"edge {line.status}", MARGIN, y + 2, 4, block.height - 4)
    first = y + (block.height - len(block.texts) * PLAIN.leading) / 2 + 13
    if frame.code:
        _text(item, line.code, PLAIN, MARGIN + 10, first)
    for number, text in enumerate(block.texts):
        _text(item, text, PLAIN, MARGIN + max(frame.code, 10), first + number * PLAIN.leading)
    for column, cell in zip(frame.columns, line.cells, strict=True):
        _cell(item, column, cell, y + block.height / 2)
    _standing(item, frame, block, line, y)


def _standing(item: ET.Element, frame: Frame, block: Block, line: Line, y: float) -> None:
    """Write at the right what a row comes to."""
    x, first = frame.right + 14, y + (block.height - 2 * STATUS.leading) / 2 + 12
    _text(item, wording.standing(frame.matrix, line), STATUS, x, first)
    _text(item, wording.support(frame.matrix, line), QUIET, x, first + STATUS.leading)


def _cell(item: ET.Element, column: Column, cell: Cell, y: float) -> None:
    if cell.listed:
        place = {"cx": _number(column.dot), "cy": _number(y), "r": "4.2"}
        ET.SubElement(item, "circle", {"class": "dot", **place})
    if cell.said:
        _mark(item, MARKS[cell.said.position], column.middle, y, wording.cell(column.seat, cell), cell.said.counts)


def _mark(item: ET.Element, mark: Mark, x: float, y: float, heard: str, counts: bool = True) -> None:
    """Draw a mark; that of a position which counts no more is only an outline."""
    group = ET.SubElement(item, "g", {} if counts else {"class": "before"})
    ET.SubElement(group, "title").text = heard
    _outline(group, mark.shape, x, y)
    _text(group, mark.letter, LETTER, x, y + 4.7, "middle")
    if mark.shape is Shape.BAR:
        group[-1].set("class", f"{LETTER.name} hollow")


def _outline(group: ET.Element, shape: Shape, x: float, y: float) -> None:
    named = {"class": f"mark {shape}"}
    if shape is Shape.CIRCLE:
        place = {"cx": _number(x), "cy": _number(y), "r": _number(RADIUS)}
        ET.SubElement(group, "circle", {**named, **place})
    elif shape in CORNERS:
        ET.SubElement(group, "polygon", {**named, "points": " ".join(_corners(shape, x, y))})
    else:
        half = RADIUS - 1 if shape is Shape.SQUARE else RADIUS - 4
        _rectangle(group, named["class"], x - RADIUS + 1, y - half, 2 * RADIUS - 2, 2 * half, 2.5)


def _corners(shape: Shape, x: float, y: float) -> Iterator[str]:
    number, out, first = CORNERS[shape]
    for corner in range(number):
        angle = first + 2 * math.pi * corner / number
        yield f"{_number(x + RADIUS * out * math.cos(angle))},{_number(y + RADIUS * out * math.sin(angle))}"


# --- Legend -----------------------------------------------------------------------------


def _legend(root: ET.Element, frame: Frame, y: float) -> None:
    """Draw every mark that can be met, with its word."""
    group = ET.SubElement(root, "g", {"aria-hidden": "true"})
    x = MARGIN + RADIUS
    for word, mark in MARKS.items():
        _mark(group, mark, x, y, word)
        _text(group, word, QUIET, x + 18, y + 4.5)
        x += 18 + width(word, QUIET) + 30
    if frame.matrix.private:
        place = {"cx": _number(x - 4), "cy": _number(y), "r": "4.2"}
        ET.SubElement(group, "circle", {"class": "dot", **place})
        _text(group, "its own list says it", QUIET, x + 6, y + 4.5)
        x += 6 + width("its own list says it", QUIET) + 30
        _mark(group, MARKS["endorse"], x, y, "before", counts=False)
        _text(group, "said before a change of the wording; asked again", QUIET, x + 18, y + 4.5)


# --- Pieces -----------------------------------------------------------------------------


def _stacked(group: ET.Element, lines: Sequence[tuple[str, Style]], top: float) -> None:
    for text, style in lines:
        _text(group, text, style, MARGIN, top + style.leading / 2 + style.size * 0.36)
        top += style.leading


def _line(group: ET.Element, *ends: float) -> None:
    named = dict(zip(("x1", "y1", "x2", "y2"), map(_number, ends), strict=True))
    ET.SubElement(group, "line", {"class": "line", **named})


def _rectangle(group: ET.Element, name: str, x: float, y: float, wide: float, high: float, radius: float = 0) -> None:
    lengths = {"x": x, "y": y, "width": wide, "height": high, **({"rx": radius} if radius else {})}
    ET.SubElement(group, "rect", {"class": name, **{key: _number(length) for key, length in lengths.items()}})


def _text(group: ET.Element, text: str, style: Style, x: float, y: float, anchor: str = "start") -> None:
    if not text:
        return
    fitted = {} if foreign(text) else {"textLength": _number(width(text, style)), "lengthAdjust": "spacingAndGlyphs"}
    anchored = {} if anchor == "start" else {"text-anchor": anchor}
    place = {"x": _number(x), "y": _number(y)}
    ET.SubElement(group, "text", {"class": style.name, **place, **anchored, **fitted}).text = text


def _number(value: float) -> str:
    """Return a length with at most one decimal."""
    return f"{value:.1f}".removesuffix(".0")
