"""What is asked for and not taught as a sheet, what is asked for most first."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from ontology.records import printed
from pathways.coverage.demand import Demand, Want
from pathways.coverage.demand_wording import asking_jobs
from pathways.coverage.disputes import disputed_words, shade
from pathways.coverage.nearest import NearMiss
from pathways.coverage.proposal import Standing
from pathways.coverage.sheets.colors import COLORS
from pathways.coverage.wording import beside_words, percent
from standards.workbook import Cell, Table

NAME: Final = "At a glance"

NEAREST: Final = "Nearest outcome, not counted"

IMPORTANCE: Final = "Mean importance (1-5)"

ALL_JOBS: Final = "All jobs that ask"

COLUMNS: Final = (
    *("Competency", "Code", "Category", "Standing", "Jobs that ask", "Of jobs", IMPORTANCE),
    *("Matters most to", "In the lists of firms, possibly", NEAREST, ALL_JOBS),
)

WIDTHS: Final = (34, 13, 27, 15, 10, 10, 13, 44, 60, 50, 60)

IMPORTANCE_NOTE: Final = "Of the jobs that ask and rate it: from 1, not important, to 5, extremely important."

JOBS: Final = 3
"""Jobs named where it matters most; the last column names all."""


@dataclass(frozen=True)
class Positions:
    """Where competencies stand, by their addresses.

    Parameters
    ----------
    nearest
        The outcomes that come nearest to them.
    heads
        What each program is called, by its address, where there are several.
    disputed
        Those of which reviewers disagree whether they are taught.
    """

    standings: Mapping[str, Standing]
    nearest: Mapping[str, NearMiss | None]
    heads: Mapping[str, str] = field(default_factory=dict)
    disputed: Collection[str] = ()


def wanted_sheet(
    wants: Sequence[Want],
    demand: Demand,
    lead: Sequence[str],
    foot: Sequence[str],
    positions: Positions,
) -> Table:
    """Return the sheet.

    Parameters
    ----------
    lead
        What stands above the table: the answer in a sentence first.
    foot
        What stands below it: how to read it.
    positions
        Where the competencies stand.
    """
    standings, disputed = positions.standings, positions.disputed
    rows = [_row(want, demand, positions) for want in wants]
    standing_at, nearest_at = COLUMNS.index("Standing"), COLUMNS.index(NEAREST)
    return Table(
        NAME,
        COLUMNS,
        rows,
        WIDTHS,
        lead=lead,
        foot=foot,
        filtered=True,
        decimals={COLUMNS.index(IMPORTANCE): 1},
        plain=(COLUMNS.index(ALL_JOBS),),
        colors={
            (row, standing_at): COLORS[shade(standings[want.competency], disputed=want.competency in disputed)]
            for row, want in enumerate(wants)
        },
        notes={nearest_at: beside_words(), COLUMNS.index(IMPORTANCE): IMPORTANCE_NOTE},
        landscape=True,
        printed=nearest_at,
    )


def _row(want: Want, demand: Demand, positions: Positions) -> list[Cell]:
    standing = positions.standings[want.competency].value
    return [
        *(want.called, want.code, want.group),
        disputed_words(standing, disputed=want.competency in positions.disputed),
        *(len(want.asks), len(demand.jobs), None if want.importance is None else round(want.importance, 1)),
        asking_jobs(want, demand, JOBS),
        "\n".join(f"{demand.names[one.firm]}: {one.statement} ({percent(one.confidence)})" for one in want.listings),
        near_words(positions.nearest.get(want.competency), positions.heads),
        "; ".join(printed(demand.by_job[ask.job].label) for ask in want.asks),
    ]


def near_words(nearest: NearMiss | None, heads: Mapping[str, str]) -> str:
    """Return where the nearest outcome stands and what it says; empty where there is none."""
    if nearest is None:
        return ""
    where = ", ".join(filter(None, (heads.get(nearest.program), nearest.course)))
    return f"{where}: {nearest.statement} ({percent(nearest.confidence)})"
