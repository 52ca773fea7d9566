"""Jobs that a graduate can reach as a sheet: how much of each is covered, on what it rests, and what is missing."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from ontology.records import printed
from pathways.coverage.curriculum_map import CurriculumMap
from pathways.coverage.ladder_places import LadderPlace
from pathways.coverage.reach import Lack, RungReach
from pathways.coverage.rung_wording import ONLY_INTRODUCED, also_needs, rung_words
from pathways.coverage.sheets.columns import without
from standards.workbook import Cell, Table

LEVEL_NAME: Final = "Level, from the bottom"

COLUMNS: Final = (
    *(
        "Code",
        "Occupation",
        "Job zone",
        LEVEL_NAME,
        "Of levels",
        "Next rungs",
        "Sideways",
        "Covered",
        "Of it accepted",
        "Competencies asked for",
        "Of these covered",
    ),
    *("Of the covered unconfirmed", "How near", "Also needs", "Lacks", "Only introduced"),
)

OF_LADDER: Final = (LEVEL_NAME, "Of levels", "Next rungs", "Sideways")
"""Columns that a ladder fills."""

WIDTHS: Final = (12, 36, 9, 13, 10, 32, 24, 11, 11, 15, 11, 15, 18, 32, 60, 60)

LEVEL: Final = "Counted from the bottom of the picture of the ladder; empty where no step leads to or from the rung."


def rungs_sheet(curriculum: CurriculumMap) -> Table:
    """Return the sheet, the nearest job first."""
    leveled = curriculum.declares_levels
    doubtful = curriculum.of_other_field
    rows: list[list[Cell]] = [[*_row(rung, doubtful=doubtful), "; ".join(rung.introduced)] for rung in curriculum.rungs]
    shares = (COLUMNS.index("Covered"), COLUMNS.index("Of it accepted"))
    name = "Jobs a graduate can reach"
    notes = {COLUMNS.index("Only introduced"): ONLY_INTRODUCED, COLUMNS.index(LEVEL_NAME): LEVEL}
    table = Table(name, COLUMNS, rows, WIDTHS, frozen=2, filtered=True, shares=shares, notes=notes)
    table = replace(table, landscape=True, printed=COLUMNS.index("Only introduced"))
    return without(table, _blank(table) | (set() if leveled else {"Only introduced"}))


def _blank(table: Table) -> set[str]:
    """Return the headers of what a ladder says of no job: there may be none, and few have a way sideways."""
    return {name for at, name in enumerate(COLUMNS) if name in OF_LADDER and not any(row[at] for row in table.rows)}


def _row(rung: RungReach, *, doubtful: bool) -> list[Cell]:
    return [
        *(rung.job.code, printed(rung.job.label), rung.job.zone or None),
        *_place(rung.place),
        *(rung.share, rung.accepted),
        *(rung.asked, rung.covered, rung.unconfirmed, rung_words(rung, doubtful=doubtful)),
        also_needs(rung.job),
        "; ".join(_lack(lack) for lack in rung.lacks),
    ]


def _place(place: LadderPlace | None) -> list[Cell]:
    if place is None:
        return [None, None, "", ""]
    return [
        place.level or None,
        place.levels or None,
        "; ".join(map(printed, place.next)),
        "; ".join(map(printed, place.sideways)),
    ]


def _lack(lack: Lack) -> str:
    return f"{lack.label} ({lack.importance:.1f})" if lack.importance else lack.label
