"""The matrix as SVG: each row can be heard, each mark differs by shape, letter and color."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from xml.etree import ElementTree as ET

from pathways.agreements import wording
from pathways.agreements.drawn_marks import draw_legend
from pathways.agreements.drawn_rows import draw_block, draw_whole
from pathways.agreements.layout import APART, MARGIN, NAME, QUIET, ROLE, Column, Frame, Sheet, tall
from pathways.agreements.looks import ROOT, style
from pathways.agreements.matrix import Matrix
from pathways.diagrams import canvas


def to_svg(matrix: Matrix) -> str:
    """Return the picture of a matrix, as tall as it must be; the same for the same matrix."""
    return draw(tall(matrix))


def draw(sheet: Sheet) -> str:
    """Return the picture of a sheet."""
    frame = sheet.frame
    root = _root(sheet)
    _header(root, sheet)
    draw_legend(root, frame, frame.legend)
    _names(root, frame)
    table = ET.SubElement(root, "g", {"role": "list", "aria-label": "Statements"})
    y = draw_whole(table, frame, frame.body)
    for number, block in enumerate(sheet.blocks):
        y = draw_block(table, frame, block, y, shaded=bool(number % 2))
    _rules(root, frame, y)
    _footer(root, frame, sheet.height)
    return canvas.written(root)


def _root(sheet: Sheet) -> ET.Element:
    matrix, size = sheet.frame.matrix, (sheet.frame.width, sheet.height)
    root = canvas.blank(ROOT, size, f"{matrix.title}: who agrees to what", wording.stands(matrix), style())
    canvas.rectangle(root, "page", 0, 0, *size)
    return root


def _header(root: ET.Element, sheet: Sheet) -> None:
    group = ET.SubElement(root, "g", {"aria-hidden": "true"})
    canvas.stacked(group, sheet.frame.header, MARGIN, MARGIN)
    if sheet.of > 1:
        at = sheet.frame.width - MARGIN
        canvas.text(group, f"Page {sheet.number} of {sheet.of}", QUIET, at, MARGIN + 20, "end")


def _footer(root: ET.Element, frame: Frame, height: float) -> None:
    top = height - MARGIN - sum(one.leading for _, one in frame.footer)
    canvas.stacked(ET.SubElement(root, "g"), frame.footer, MARGIN, top)


def _names(root: ET.Element, frame: Frame) -> None:
    """Write the names upward, with firms, unions and colleges above them."""
    group = ET.SubElement(root, "g", {"aria-hidden": "true"})
    foot = frame.body - 8
    for role, columns in groupby(frame.columns, key=lambda column: column.seat.role):
        _role(group, frame, role, list(columns))
    for column in frame.columns:
        _upward(group, column, foot)
    canvas.text(group, "How it stands", ROLE, frame.right + 14, foot)
    canvas.text(group, "Statement", ROLE, MARGIN + frame.code, foot)
    if frame.code:
        canvas.text(group, "Code", ROLE, MARGIN + 10, foot)


def _role(group: ET.Element, frame: Frame, role: str, columns: Sequence[Column]) -> None:
    left, right = columns[0].x, columns[-1].x + columns[-1].width
    y = frame.top + ROLE.leading + 2
    canvas.line(group, "line", left, y, right - 2, y)
    canvas.text(group, wording.ROLES[role], ROLE, left, frame.top + 12)


def _upward(group: ET.Element, column: Column, foot: float) -> None:
    """Write the name of an organization in its column, from the foot up."""
    start = column.middle - (len(column.names) - 1) * NAME.leading / 2 + 4.5
    for number, name in enumerate(column.names):
        x = start + number * NAME.leading
        canvas.text(group, name, NAME, x, foot)
        group[-1].set("transform", f"rotate(-90 {canvas.number(x)} {canvas.number(foot)})")


def _rules(root: ET.Element, frame: Frame, bottom: float) -> None:
    """Draw the lines between the columns."""
    group = ET.SubElement(root, "g", {"aria-hidden": "true"})
    for before, column in zip((None, *frame.columns), frame.columns, strict=False):
        gap = before is not None and before.seat.role != column.seat.role
        x = column.x - (APART / 2 if gap else 0)
        canvas.line(group, "line", x, frame.body, x, bottom)
    canvas.line(group, "line", frame.right, frame.body, frame.right, bottom)
    canvas.line(group, "line", MARGIN, bottom, frame.width - MARGIN, bottom)
