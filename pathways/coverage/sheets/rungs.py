"""Jobs that a graduate can reach as a sheet: how much of each is covered, on what it rests, and what is missing."""

from __future__ import annotations

from typing import Final

from pathways.coverage.curriculum_map import CurriculumMap
from pathways.coverage.reach import Lack, RungReach
from pathways.coverage.wording import ONLY_INTRODUCED, also_needs, rung_words
from standards.workbook import Cell, Table

COLUMNS: Final = (
    *(
        "Code",
        "Occupation",
        "Job zone",
        "Rung",
        "Of rungs",
        "Next rungs",
        "Covered",
        "Of it accepted",
        "Competencies asked for",
        "Of these covered",
    ),
    *("Of the covered unconfirmed", "How near", "Lacks", "Only introduced", "Also needs"),
)

WIDTHS: Final = (12, 40, 9, 8, 8, 40, 10, 10, 13, 10, 13, 24, 70, 50, 40)


def rungs_sheet(curriculum: CurriculumMap) -> Table:
    """Return the sheet, the nearest job first."""
    rows = [_row(rung) for rung in curriculum.rungs]
    shares = (COLUMNS.index("Covered"), COLUMNS.index("Of it accepted"))
    name = "Jobs a graduate can reach"
    notes = {COLUMNS.index("Only introduced"): ONLY_INTRODUCED}
    return Table(name, COLUMNS, rows, WIDTHS, frozen=2, filtered=True, shares=shares, notes=notes, landscape=True)


def _row(rung: RungReach) -> list[Cell]:
    return [
        *(rung.job.code, rung.job.label, rung.job.zone or None),
        *((place.rung, place.rungs, "; ".join(place.next)) if (place := rung.place) else (None, None, "")),
        *(rung.share, rung.accepted),
        *(rung.asked, rung.covered, rung.unconfirmed, rung_words(rung)),
        "; ".join(_lack(lack) for lack in rung.lacks),
        "; ".join(rung.introduced),
        also_needs(rung.job),
    ]


def _lack(lack: Lack) -> str:
    return f"{lack.label} ({lack.importance:.1f})" if lack.importance else lack.label
