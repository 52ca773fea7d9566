"""What is asked for and not taught, on a terminal."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence

from api.terminal.console import table
from ontology.report import excerpt
from pathways.coverage import Comparison, CompetencyCoverage, Demand, ProgramTeaching, Standing, Want
from pathways.coverage.comparison import ComparedCompetency
from pathways.coverage.demand_wording import asked_by, importance_words
from pathways.coverage.disputes import disputed_words
from pathways.coverage.level_wording import level_letter, levels_legend
from pathways.coverage.nearest import NearMiss
from pathways.coverage.wording import percent, sureness

SURE = "A percentage is the confidence of a suggestion that no reviewer has accepted."
"""What the other figures in a column of a program are."""

SHOWN = 10
"""Competencies that are shown; the files name all of them."""


def wanted_table(
    wants: Sequence[Want],
    demand: Demand | None,
    contested: Collection[str],
    standing: Callable[[str], Standing] = lambda _: Standing.ABSENT,
) -> str:
    """Return what is asked for most and found in no outcome; empty where it is not known or there is nothing.

    Parameters
    ----------
    contested
        What reviewers disagree on.
    standing
        Says of a competency how sure it is that any of several programs teaches it.
    """
    if demand is None or not wants:
        return ""
    rows = [
        (_called(want, contested, standing), asked_by(want, demand), importance_words(want.importance))
        for want in wants[:SHOWN]
    ]
    rest = [f"… and {len(wants) - SHOWN:,} more; -o FILE.html for all"] if len(wants) > SHOWN else []
    head = ("asked for and found in no outcome", "by", "importance")
    kept = [at for at in range(len(head)) if any(row[at] for row in rows)]
    return "\n".join([table([[row[at] for at in kept] for row in (head, *rows)]), *rest])


def _called(want: Want, contested: Collection[str], standing: Callable[[str], Standing]) -> str:
    elsewhere = standing(want.competency) is Standing.ELSEWHERE
    called = f"{want.called} ({Standing.ELSEWHERE.value})" if elsewhere else want.called
    return disputed_words(called, disputed=want.competency in contested)


def gap_table(gaps: Sequence[CompetencyCoverage] | Sequence[ComparedCompetency], contested: Collection[str]) -> str:
    """Return what was found in no outcome, in the order of its framework, with what comes nearest; or nothing.

    Parameters
    ----------
    contested
        What reviewers disagree on.
    """
    if not gaps:
        return ""
    rows = [
        (disputed_words(gap.called, disputed=gap.iri in contested), gap.group, _nearest(gap.nearest))
        for gap in gaps[:SHOWN]
    ]
    rest = [f"… and {len(gaps) - SHOWN:,} more; -o FILE.html for all"] if len(gaps) > SHOWN else []
    return "\n".join([table([("found in no outcome", "category", "nearest, not counted"), *rows]), *rest])


def _nearest(near: NearMiss | None) -> str:
    return f"{near.course}: {excerpt(near.statement)}, {percent(near.confidence)}" if near else ""


def side_by_side(comparison: Comparison, *, short: bool) -> str:
    """Return every competency that a program teaches with a column a program.

    Parameters
    ----------
    short
        Whether to leave out the rows that a terminal has no room for.
    """
    rows = list(_rows(comparison))
    shown = rows[: 4 * SHOWN] if short else rows
    rest = [f"… and {len(rows) - len(shown):,} more; -o FILE.html for all"] if len(rows) > len(shown) else []
    heads = ("competency", *(comparison.heads[program.iri] for program in comparison.programs))
    declared, inferred = comparison.declares_levels, comparison.infers_levels
    levels = f"{levels_legend(declared=declared, inferred=inferred)} " if declared or inferred else ""
    colleges = ("", *(program.college for program in comparison.programs))
    under = [colleges] if any(colleges) else []
    return "\n".join([f"{levels}{SURE}", table([heads, *under, *shown]), *rest]) if rows else ""


def _rows(comparison: Comparison) -> Iterator[tuple[str, ...]]:
    for competency in comparison.competencies:
        taught = {teaching.program: _sure(teaching) for teaching in competency.taught_in}
        said = taught | dict.fromkeys(competency.disputed_in, "not counted, disputed")
        if said:
            yield competency.called, *(said.get(program.iri, "") for program in comparison.programs)


def _sure(teaching: ProgramTeaching) -> str:
    """Return how far and how surely a program teaches something, and whether reviewers disagree on it."""
    dispute = ", disputed" if teaching.disputed else ""
    return f"{level_letter(teaching.level, declared=teaching.declared)} {sureness(teaching)}{dispute}".lstrip()
