"""The matrix as PNG and PDF."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files
from typing import Any, Final, Literal

from pathways.agreements import wording
from pathways.agreements.drawing import draw
from pathways.agreements.layout import PLAIN, Sheet, sheets, tall
from pathways.agreements.matrix import Matrix
from pathways.diagrams.typesetting import typeset

PAPER: Final = (595.0, 842.0, 1191.0, 1684.0, 2384.0)
"""Widths of A4 to A0, upright, in points."""

LEGIBLE: Final = 6.5
"""Points that the statements have on paper at the least, where there is paper so large."""

SHARP: Final = 2.0
PIXELS: Final = 60_000_000
"""That a PNG has at the most; beyond, it has fewer for each of the SVG."""


def to_png(matrix: Matrix) -> bytes:
    """Return the picture with two pixels for each of the SVG, fewer where it is very large."""
    sheet = tall(matrix)
    scale = min(SHARP, (PIXELS / (sheet.frame.width * sheet.height)) ** 0.5)
    return _typeset("png", matrix, [_page(sheet, 1)], 72 * scale)


def to_pdf(matrix: Matrix) -> bytes:
    """Return the matrix as PDF (PDF/UA-1) on sheets of the smallest ISO paper on which it can be read."""
    scale = paper(sheets(matrix)[0].frame.width) / sheets(matrix)[0].frame.width
    return _typeset("pdf", matrix, [_page(sheet, scale) for sheet in sheets(matrix)])


def paper(width: float) -> float:
    """Return how wide the paper is that a picture of some width can be read on, in points.

    Example
    -------
    >>> paper(1100), paper(1500), paper(9000)
    (595.0, 842.0, 2384.0)
    """
    return next((one for one in PAPER if PLAIN.size * one / width >= LEGIBLE), PAPER[-1])


def _page(sheet: Sheet, scale: float) -> dict[str, Any]:
    size = {"width": sheet.frame.width * scale, "height": sheet.height * scale}
    return {**size, "svg": draw(sheet), "alt": "\n".join(alternatives(sheet))}


def alternatives(sheet: Sheet) -> list[str]:
    """Return what a sheet says to those who hear it, a line for each row: the whole standard on every sheet."""
    matrix = sheet.frame.matrix
    rows = (wording.heard(matrix, block.line) if block.line else block.texts[0] for block in sheet.blocks)
    return [wording.stands(matrix), wording.whole_heard(matrix), *rows]


def _typeset(
    form: Literal["png", "pdf"], matrix: Matrix, pages: Sequence[dict[str, Any]], pixels: float | None = None
) -> bytes:
    source = (files("pathways.agreements") / "pictures.typ").read_bytes()
    return typeset(source, form, {"title": matrix.title, "sheets": pages}, pixels)
