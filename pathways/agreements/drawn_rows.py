"""Rows of a matrix as they are drawn, each of which can be heard."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from pathways.agreements import wording
from pathways.agreements.drawn_marks import draw_dot, draw_mark
from pathways.agreements.layout import BAND, MARGIN, PLAIN, QUIET, STATUS, WHOLE, Block, Column, Frame
from pathways.agreements.marks import MARKS
from pathways.agreements.matrix import Cell, Line
from pathways.diagrams import canvas


def draw_whole(table: ET.Element, frame: Frame, y: float) -> float:
    """Draw how each stands to the whole standard, and return where the next row begins."""
    matrix = frame.matrix
    item = ET.SubElement(table, "g", {"role": "listitem", "aria-label": wording.whole_heard(matrix)})
    canvas.line(item, "line", MARGIN, y, frame.width - MARGIN, y)
    canvas.text(item, "The whole standard", BAND, MARGIN + frame.code, y + WHOLE / 2 + 5)
    for column, cell in zip(frame.columns, matrix.whole, strict=True):
        _cell(item, column, cell, y + WHOLE / 2)
    canvas.text(item, wording.ratified(matrix), STATUS, frame.right + 14, y + WHOLE / 2 + 5)
    return y + WHOLE


def draw_block(table: ET.Element, frame: Frame, block: Block, y: float, *, shaded: bool) -> float:
    """Draw a category or a row, and return where the next one begins."""
    if block.line is None:
        _band(table, frame, block, y)
    else:
        _row(table, frame, block, block.line, y, shaded=shaded)
    return y + block.height


def _band(table: ET.Element, frame: Frame, block: Block, y: float) -> None:
    item = ET.SubElement(table, "g", {"role": "listitem", "aria-label": block.texts[0]})
    canvas.rectangle(item, "band", MARGIN, y, frame.width - 2 * MARGIN, block.height)
    canvas.text(item, block.texts[0], BAND, MARGIN + 10, y + block.height / 2 + 5)


def _row(table: ET.Element, frame: Frame, block: Block, line: Line, y: float, *, shaded: bool) -> None:
    heard = wording.heard(frame.matrix, line)
    item = ET.SubElement(table, "g", {"role": "listitem", "class": str(line.status), "aria-label": heard})
    if shaded:
        canvas.rectangle(item, "shade", MARGIN, y, frame.width - 2 * MARGIN, block.height)
    canvas.rectangle(item, f"edge {line.status}", MARGIN, y + 2, 4, block.height - 4)
    _statement(item, frame, block, line, y)
    for column, cell in zip(frame.columns, line.cells, strict=True):
        _cell(item, column, cell, y + block.height / 2)
    _standing(item, frame, block, line, y)


def _statement(item: ET.Element, frame: Frame, block: Block, line: Line, y: float) -> None:
    """Write at the left what a row says."""
    first = y + (block.height - len(block.texts) * PLAIN.leading) / 2 + 13
    if frame.code:
        canvas.text(item, line.code, PLAIN, MARGIN + 10, first)
    for number, words in enumerate(block.texts):
        canvas.text(item, words, PLAIN, MARGIN + max(frame.code, 10), first + number * PLAIN.leading)


def _standing(item: ET.Element, frame: Frame, block: Block, line: Line, y: float) -> None:
    """Write at the right what a row comes to."""
    x, first = frame.right + 14, y + (block.height - 2 * STATUS.leading) / 2 + 12
    canvas.text(item, wording.standing(frame.matrix, line), STATUS, x, first)
    canvas.text(item, wording.support(frame.matrix, line), QUIET, x, first + STATUS.leading)


def _cell(item: ET.Element, column: Column, cell: Cell, y: float) -> None:
    if cell.listed:
        draw_dot(item, column.dot, y)
    if cell.said:
        heard = wording.cell(column.seat, cell)
        draw_mark(item, MARKS[cell.said.position], column.middle, y, heard, cell.said.counts)
