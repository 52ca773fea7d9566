"""A table: what a sheet of a workbook shows."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from standards.written_cells import Cell

Place = tuple[int, int]
"""Row and column of a cell below the header, both from 0."""

WIDEST: Final = 80

STANDARD: Final = 8
"""Characters of a column of which no width is given."""


@dataclass(frozen=True)
class Table:
    """A sheet of a workbook.

    Parameters
    ----------
    widths
        Of its columns, in characters.
    lead
        Lines above the header, across the first columns. They stay in sight with it where they are few.
    foot
        Lines below the table.
    frozen
        Columns at the left that stay in sight. With them the lines above and below run on to the right instead of
        being wrapped across columns: not every program that shows spreadsheets can freeze a part of a merged cell.
    filtered
        Whether the header offers to filter the rows.
    shares
        Columns whose numbers are shares of 0 to 1, shown as percentages with a decimal and never rounded up: what is
        below a threshold does not look as if it reached it.
    decimals
        Of the numbers of columns; those of others are shown as they are.
    plain
        Columns that stay on one line, however long: addresses.
    yours
        Columns for a person to fill in.
    folded
        Columns that are hidden until one opens them, side by side at the mark above the next one.
    colors
        Backgrounds, as ``#RRGGBB``; what they mean must stand in the cell, too.
    choices
        What a cell offers to choose from; other words may still be written.
    notes
        What columns mean, by their place from 0: shown where one points at the header.
    landscape
        Whether it prints across the page.
    printed
        How many columns are printed; all where it is 0.
    """

    name: str
    columns: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    widths: Sequence[int] = ()
    lead: Sequence[str] = ()
    foot: Sequence[str] = ()
    frozen: int = 0
    filtered: bool = False
    shares: Collection[int] = ()
    decimals: Mapping[int, int] = field(default_factory=dict)
    plain: Collection[int] = ()
    yours: Collection[int] = ()
    folded: Collection[int] = ()
    colors: Mapping[Place, str] = field(default_factory=dict)
    choices: Mapping[Place, Sequence[str]] = field(default_factory=dict)
    notes: Mapping[int, str] = field(default_factory=dict)
    landscape: bool = False
    printed: int = 0

    def width(self, column: int) -> int:
        """Return the width of a column, in characters."""
        return min(self.widths[column], WIDEST) if column < len(self.widths) else STANDARD
