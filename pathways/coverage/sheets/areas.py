"""The areas as a sheet: how many of each stand where, and everything in it that no outcome says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from pathways.coverage.areas import Area
from pathways.coverage.proposal import Standing
from pathways.coverage.sheets.colors import COLORS
from standards.workbook import Cell, Table

STANDINGS: Final = tuple(Standing)

START: Final = ("Area", "Asked for")

COLUMNS: Final = (
    *START,
    *(standing.value.capitalize() for standing in STANDINGS),
    "In no outcome, what is asked for most first",
)


def areas_sheet(found: Sequence[Area]) -> Table:
    """Return the sheet, the area that lacks most first."""
    rows = [_row(area) for area in found]
    colors = {
        (row, len(START) + at): COLORS[standing]
        for row, area in enumerate(found)
        for at, standing in enumerate(STANDINGS)
        if area.numbers[standing]
    }
    table = Table("By area", COLUMNS, rows, (40, 11, *[11] * len(STANDINGS), 80), frozen=1, filtered=True)
    return replace(table, colors=colors, landscape=True)


def _row(area: Area) -> list[Cell]:
    numbers = [area.numbers[standing] for standing in STANDINGS]
    return [area.name, area.size, *numbers, "; ".join(want.called for want in area.missing)]
