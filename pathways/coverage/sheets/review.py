"""The suggestions to review: as a sheet with a list of decisions, and as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from pathways.coverage.curriculum_map import CurriculumMap
from pathways.coverage.disputes import proposal_shade
from pathways.coverage.proposal import LIKELY, Proposal, Standing
from pathways.coverage.sheets.colors import COLORS
from pathways.coverage.sheets.suggestion import COLUMNS, CONSIDER, KIND, VIEWS, gaps, kind, suggestions
from pathways.coverage.sight import SEEN
from pathways.coverage.wording import percent
from standards.reviewing import Kind
from standards.workbook import Cell, Place, Table, literal

WIDTHS: Final = (
    *(13, 50, 32, 13, 12, 26, 30, 32, 26, 26, 26, 15, 28, 28),
    *(24, 32, 32, *[13] * len(VIEWS), 30, 30, 30, 15),
)

CONFIDENCE: Final = COLUMNS.index("confidence")

DECISION: Final = COLUMNS.index("decision")

COMPETENCY: Final = COLUMNS.index("competency")

YOURS: Final = tuple(COLUMNS.index(column) for column in ("decision", "change_to", "comment"))
"""What the reviewer fills in."""

ADDRESSES: Final = tuple(at for at, column in enumerate(COLUMNS) if "address" in column)

FOLDED: Final = tuple(range(COLUMNS.index("shared_words"), len(COLUMNS)))
"""What explains a suggestion to who wants to know more, and what only machines read."""

BEHIND: Final = "Open with + to see why"
"""Header of the column behind the folded ones; the mark that opens them stands above it."""

BEHIND_NOTE: Final = (
    "Folded away to the left: the words that outcome and competency share, the name and the part that matched, what "
    "each view of the machine sees, and the addresses by which decisions are read back in. Nobody needs them to "
    "decide. The + above this column opens them."
)
"""What the folded columns hold."""

CHANGE: Final = (
    "Where the outcome teaches another competency than the one in this row: its code, its name or its address, as the "
    "framework has it. It may be any of the framework; “Decision” is then change, or stays empty. Leave this cell "
    "empty otherwise."
)
"""What is written into *Change to*."""

PRINTED: Final = COLUMNS.index("status") + 1
"""Columns that go on paper: what is suggested, how surely, and room for a decision."""

NONE: Final = "none"
"""Says that nothing of the framework is right for the outcome."""

ON_SUGGESTION: Final = ("accept", "reject", "change", NONE)

HINT: Final = (
    "accept: the outcome teaches the competency of this row. reject: it does not. change: it teaches another one, "
    "whose code, name or address goes into “Change to”. none: nothing in the framework is right for this outcome; all "
    "that is suggested for it is then rejected. A number takes one of those to consider. Leave the cell empty to "
    "decide later."
)
"""What can be decided."""

SURE: Final = (
    "How likely the suggestion is to be right. From {likely} on it is likely taught (light green), below possibly "
    "taught (yellow), as is what reviewers disagree on; what a reviewer accepted is taught (green), however likely, "
    "and the status says so."
)
"""What the confidence of a suggestion and its color mean."""

VIEW_DECIMALS: Final = {COLUMNS.index(view): 2 for view in VIEWS}

VIEW_NOTES: Final = {COLUMNS.index(view): f"0 to 1: {seen}." for view, seen in SEEN.items()}
"""What the columns of the views hold."""


def to_csv(curriculum: CurriculumMap) -> str:
    """Return the suggestions as CSV (RFC 4180), then the gaps, with what kind each row is of.

    No cell is a formula to a spreadsheet.
    """
    table = io.StringIO(newline="")
    writer = csv.writer(table)
    writer.writerow((KIND, *COLUMNS))
    found: list[list[Cell]] = [[kind(proposal), *row] for row, proposal in suggestions(curriculum)]
    for row in (*found, *([Kind.GAP, *row] for row in gaps(curriculum))):
        writer.writerow([literal(cell) for cell in row])
    return table.getvalue()


def review_sheet(curriculum: CurriculumMap) -> Table:
    """Return the sheet in which a reviewer decides."""
    columns = [*(column.replace("_", " ").capitalize() for column in COLUMNS), BEHIND]
    found = list(suggestions(curriculum))
    colors: dict[Place, str] = {}
    choices: dict[Place, Sequence[str]] = {}
    for row, (_, proposal) in enumerate(found):
        sure = proposal is not None and proposal.confidence is not None
        colors[row, CONFIDENCE if sure else COMPETENCY] = COLORS[_shade(proposal)]
        choices[row, DECISION] = ON_SUGGESTION if proposal else _numbers(found[row][0])
    rows = [[*row, ""] for row, _ in found]
    table = Table("Outcomes to review", columns, rows, WIDTHS, frozen=2, filtered=True, shares=(CONFIDENCE,))
    notes = {CONFIDENCE: SURE.format(likely=percent(LIKELY)), DECISION: HINT, YOURS[1]: CHANGE, **VIEW_NOTES}
    notes |= {len(COLUMNS): BEHIND_NOTE}
    table = replace(table, colors=colors, choices=choices, notes=notes, decimals=VIEW_DECIMALS)
    return replace(table, yours=YOURS, folded=FOLDED, plain=ADDRESSES, landscape=True, printed=PRINTED)


def _shade(proposal: Proposal | None) -> Standing:
    return proposal_shade(proposal) if proposal else Standing.ABSENT


def _numbers(row: Sequence[Cell]) -> tuple[str, ...]:
    """Return what can be decided on an outcome that matches nothing: one of those to consider, or another."""
    offered = sum(bool(row[COLUMNS.index(column)]) for column in CONSIDER)
    return (*map(str, range(1, offered + 1)), NONE, "change")
