"""The areas as a sheet: how many of each stand where, and everything in it that no outcome says."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Final

from pathways.coverage.areas import Area
from pathways.coverage.disputes import contested_name
from pathways.coverage.proposal import LIKELY, Standing
from pathways.coverage.sheets.colors import COLORS
from pathways.coverage.wording import percent
from standards.workbook import Cell, Table

START: Final = ("Area", "Asked for")

LAST: Final = "In no outcome, what is asked for most first"

MEANT: Final = {
    Standing.TAUGHT: "A reviewer accepted it.",
    Standing.LIKELY: f"Suggested by a machine with a confidence of {percent(LIKELY)} or more; nobody has accepted it.",
    Standing.POSSIBLE: "Suggested with less confidence.",
    Standing.ABSENT: "Neither a machine nor a reviewer found an outcome that says it.",
}
"""What stands in a column of numbers."""


def areas_sheet(found: Sequence[Area], contested: Collection[str]) -> Table:
    """Return the sheet, the area that lacks most first.

    Parameters
    ----------
    contested
        What reviewers disagree on.
    """
    standings = [one for one in Standing if one is not Standing.ELSEWHERE or any(area.numbers[one] for area in found)]
    rows = [_row(area, standings, contested) for area in found]
    colors = {
        (row, len(START) + at): COLORS[standing]
        for row, area in enumerate(found)
        for at, standing in enumerate(standings)
        if area.numbers[standing]
    }
    columns = (*START, *(standing.value.capitalize() for standing in standings), LAST)
    notes = {columns.index(name.value.capitalize()): said for name, said in MEANT.items()}
    widths = (40, 11, *[11] * len(standings), 80)
    table = Table("By area", columns, rows, widths, frozen=1, filtered=True, notes=notes)
    return replace(table, colors=colors, landscape=True)


def _row(area: Area, standings: Sequence[Standing], contested: Collection[str]) -> list[Cell]:
    numbers = [area.numbers[standing] for standing in standings]
    return [area.name, area.size, *numbers, "; ".join(contested_name(want, contested) for want in area.missing)]
