"""What is asked for and not taught as a sheet, what is asked for most first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pathways.coverage.demand import Demand, Want
from pathways.coverage.nearest import NearMiss
from pathways.coverage.proposal import Standing
from pathways.coverage.wording import beside_words, percent
from standards.workbook import Cell, Table

NAME = "At a glance"

NEAREST = "Nearest outcome, not counted"


def wanted_sheet(
    wants: Sequence[Want],
    demand: Demand,
    lead: Sequence[str],
    standings: Mapping[str, Standing],
    nearest: Mapping[str, NearMiss | None],
    heads: Mapping[str, str] | None = None,
) -> Table:
    """Return the sheet.

    Parameters
    ----------
    lead
        What stands above the table: the answer in a sentence first.
    standings
        Of the competencies.
    nearest
        The outcomes that come nearest to them.
    heads
        What each program is called, where there are several.
    """
    columns = ("Competency", "Code", "Category", "Standing", "Jobs that ask", "of jobs", "Mean importance (1-5)")
    rows: list[list[Cell]] = [
        [
            *(want.called, want.code, want.group, standings[want.competency].value),
            *(len(want.asks), len(demand.jobs), None if want.importance is None else round(want.importance, 1)),
            "; ".join(demand.by_job[ask.job].label for ask in want.asks),
            "; ".join(
                f"{demand.names[one.firm]}: {one.statement} ({percent(one.confidence)})" for one in want.listings
            ),
            near_words(nearest.get(want.competency), heads or {}),
        ]
        for want in wants
    ]
    widths = (36, 14, 26, 15, 9, 9, 12, 70, 70, 70)
    names = (
        *columns,
        "Which jobs, the most important first",
        "In the lists of firms, possibly",
        NEAREST,
    )
    notes = {names.index(NEAREST): beside_words()}
    return Table(NAME, names, rows, widths, lead=lead, frozen=1, filtered=True, landscape=True, notes=notes)


def near_words(nearest: NearMiss | None, heads: Mapping[str, str]) -> str:
    """Return where the nearest outcome stands and what it says; empty where there is none."""
    if nearest is None:
        return ""
    where = ", ".join(filter(None, (heads.get(nearest.program), nearest.course)))
    return f"{where}: {nearest.statement} ({percent(nearest.confidence)})"
