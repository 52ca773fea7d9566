"""The areas as a sheet: how many of each stand where, and everything in it that no outcome says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from pathways.coverage.areas import Area
from pathways.coverage.proposal import Standing
from pathways.coverage.sheets.colors import COLORS
from standards.workbook import Cell, Table

START: Final = ("Area", "Asked for")

LAST: Final = "In no outcome, what is asked for most first"


def areas_sheet(found: Sequence[Area]) -> Table:
    """Return the sheet, the area that lacks most first."""
    standings = [one for one in Standing if one is not Standing.ELSEWHERE or any(area.numbers[one] for area in found)]
    rows = [_row(area, standings) for area in found]
    colors = {
        (row, len(START) + at): COLORS[standing]
        for row, area in enumerate(found)
        for at, standing in enumerate(standings)
        if area.numbers[standing]
    }
    columns = (*START, *(standing.value.capitalize() for standing in standings), LAST)
    table = Table("By area", columns, rows, (40, 11, *[11] * len(standings), 80), frozen=1, filtered=True)
    return replace(table, colors=colors, landscape=True)


def _row(area: Area, standings: Sequence[Standing]) -> list[Cell]:
    numbers = [area.numbers[standing] for standing in standings]
    return [area.name, area.size, *numbers, "; ".join(want.called for want in area.missing)]
