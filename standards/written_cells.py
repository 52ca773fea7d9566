"""Cells of spreadsheets: text that is no formula and fits, and numbers that are never rounded up to a threshold."""

from __future__ import annotations

from math import floor
from typing import Final

Cell = str | float | None

FORMULAS: Final = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What a text begins with that a spreadsheet takes for a formula."""

MOST: Final = 32_767
"""Characters that a cell holds, in units of UTF-16, as spreadsheet programs count them."""

CUT: Final = "\u2026"
"""What ends a text that was cut."""

EPSILON: Final = 1e-9
"""What an error of floating point may take from a share, in tenths of a percent."""


def literal(cell: Cell) -> Cell:
    """Return a cell that no spreadsheet takes for a formula.

    Example
    -------
    >>> literal("=HYPERLINK(0)"), literal(-0.08), literal("Electricians")
    ("'=HYPERLINK(0)", -0.08, 'Electricians')
    """
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULAS) else cell


def fitted(text: str) -> str:
    """Return a text as a cell holds it: of one that is longer than `MOST` the beginning, and `CUT` at its end.

    Example
    -------
    >>> fitted("Weld"), len(fitted("x" * 40_000)), fitted("x" * 40_000)[-2:]
    ('Weld', 32767, 'x…')
    """
    if 2 * len(text) <= MOST:
        return text
    units = text.encode("utf-16-le", "surrogatepass")
    return text if len(units) <= 2 * MOST else units[: 2 * (MOST - 1)].decode("utf-16-le", "ignore") + CUT


def tenths_of_percent(share: float) -> float:
    """Return a share of 0 to 1 in whole tenths of a percent, rounded down; what is off by floating point alone is not.

    Example
    -------
    >>> tenths_of_percent(0.5998), tenths_of_percent(0.6), tenths_of_percent(0.1 + 0.7)
    (0.599, 0.6, 0.8)
    """
    return floor(1000 * share + EPSILON) / 1000
