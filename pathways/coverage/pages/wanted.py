"""The answer at the top of a page: what is asked for and not taught, in the order of how much it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from html import escape
from textwrap import shorten
from typing import Final

from ontology.records import Iri
from pathways.amounts import count
from pathways.coverage.comparison import ComparedCompetency
from pathways.coverage.curriculum_map import CompetencyCoverage
from pathways.coverage.demand import Demand, Want
from pathways.coverage.demand_wording import asked_by, asking_jobs, importance_words, order_words
from pathways.coverage.nearest import NearMiss
from pathways.coverage.pages.markup import Link, folded, items, name
from pathways.coverage.pages.tables import table
from pathways.coverage.wording import percent

FIRST: Final = 10
"""Competencies that are shown with all that is known; the others follow in a list."""

LISTED: Final = 90
"""Of these others; a sector may ask for thousands, and a workbook holds them all."""

JOBS: Final = 3
"""Jobs named for each of them."""

STATEMENT: Final = 110
"""Characters of an outcome that are shown."""


def wanted(wants: Sequence[Want], demand: Demand, link: Link, near: Callable[[Iri], str]) -> Iterator[str]:
    """Yield the competencies that are asked for, the first ones with the jobs and firms that ask.

    Parameters
    ----------
    near
        Says of a competency which outcome comes nearest to it; empty where none does.
    """
    if not wants:
        return
    columns = ["Competency", "Asked for by", "Importance", "Matters most to", "In the lists of firms"]
    rows = [_row(want, demand, link, near(want.competency)) for want in wants[:FIRST]]
    kept = [at for at in range(len(columns)) if at == 0 or any(row[at] for row in rows)]
    first = min(FIRST, len(wants))
    yield f"<h3>{f'The {first} that matter most' if len(wants) > 1 else 'What is asked for'}</h3>"
    if order := order_words(wants, demand):
        yield f'<p class="words why">{order}</p>'
    yield from table(
        [columns[at] for at in kept], [[row[at] for at in kept] for row in rows], "Found in no outcome", "cards wanted"
    )
    if rest := wants[FIRST:]:
        yield from folded(f"And {len(rest):,} more, in the same order", _rest(rest, demand, link, near))


def _rest(rest: Sequence[Want], demand: Demand, link: Link, near: Callable[[Iri], str]) -> Iterator[str]:
    yield asked_list(rest[:LISTED], demand, link, near)
    if len(rest) > LISTED:
        yield f"<p>{len(rest) - LISTED:,} more are in the workbook (XLSX).</p>"


def nothing(_competency: Iri) -> str:
    """Return nothing: no outcome comes near."""
    return ""


def asked_list(wants: Sequence[Want], demand: Demand, link: Link, near: Callable[[Iri], str] = nothing) -> str:
    """Return competencies in columns, each with how many ask for it, and what comes nearest."""
    much = ((want, asked_by(want, demand) or importance_words(want.importance)) for want in wants)
    entries = (
        f"{name(w.competency, w.called, link)} <small>{how_much}</small>{near(w.competency)}" for w, how_much in much
    )
    return f'<div class="columns">{items(entries)}</div>'


def _row(want: Want, demand: Demand, link: Link, near: str) -> list[str]:
    single = len(demand.jobs) == 1
    return [
        name(want.competency, want.called, link, want.code) + near,
        asked_by(want, demand),
        importance_words(want.importance),
        "" if single else escape(asking_jobs(want, demand, JOBS)),
        _listings(want, demand),
    ]


def nearest(
    listed: Mapping[str, CompetencyCoverage] | Mapping[str, ComparedCompetency],
    where: Callable[[NearMiss], str],
    competency: Iri,
) -> str:
    """Return the outcome that comes nearest to a competency; empty where none does.

    Parameters
    ----------
    listed
        The competencies by their addresses.
    where
        Says as markup where an outcome stands.
    """
    found = listed.get(competency)
    return near_miss(found.nearest, where(found.nearest)) if found and found.nearest else ""


def near_miss(nearest: NearMiss, where: str) -> str:
    """Return the outcome that a machine may have missed, for a person to judge.

    Parameters
    ----------
    where
        Where it stands, as markup.
    """
    statement = escape(shorten(nearest.statement, STATEMENT, placeholder="…").removesuffix("."))
    sure = f"confidence {percent(nearest.confidence)}"
    return f'<span class="near">Nearest, not counted: {where} “{statement}” ({sure})</span>'


def _listings(want: Want, demand: Demand) -> str:
    """Return which firms' lists may name a competency, with the words of the best match."""
    if not want.listings:
        return ""
    best = want.listings[0]
    firms = f"{len(want.firms)} of {count(len(demand.firms), 'firm')}"
    return f"{firms}, possibly: “{escape(best.statement)}” <small>{escape(demand.names[best.firm])}</small>"
