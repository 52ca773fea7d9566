"""Programs side by side on a page: every competency with a column a program, or with the programs that teach it."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import groupby
from typing import Final

from pathways.coverage.comparison import ComparedCompetency, ComparedProgram, Comparison, ProgramTeaching
from pathways.coverage.demand_wording import asked_by
from pathways.coverage.disputes import disputed_words
from pathways.coverage.level_wording import level_letter, level_words, levels_legend
from pathways.coverage.pages.markup import Link, name
from pathways.coverage.pages.standings import key, mark
from pathways.coverage.pages.tables import grouped, rows_under, td, th, tr
from pathways.coverage.proposal import LACKING, Standing
from pathways.coverage.wording import sureness

COLUMNS: Final = 6
"""Programs that have a column of their own."""

START: Final = 27.0
"""Width in rem of competency, the columns beside it and the margins of the page."""

COLUMN: Final = 9.0
"""Width in rem of a program."""

ABOUT: Final = (
    "The level is the farthest of the courses of a program. A percentage is the confidence of a suggestion that no "
    "reviewer has accepted; “accepted” means that one has."
)


def narrow(comparison: Comparison) -> float:
    """Return the width in rem up to which the columns do not fit."""
    return START + COLUMN * (len(comparison.programs) if _wide(comparison) else 1)


def _wide(comparison: Comparison) -> bool:
    return len(comparison.programs) <= COLUMNS


def table(comparison: Comparison, link: Link) -> Iterator[str]:
    """Yield the table of all competencies that are listed, and before it how to read it."""
    levels = levels_legend(declared=comparison.declares_levels, inferred=comparison.infers_levels)
    yield f'<p class="words">{levels} {ABOUT}</p>'
    found = [teaching for competency in comparison.competencies for teaching in competency.taught_in]
    yield key((one.standing for one in found if not one.disputed), disputed=comparison.disputed)
    first = [th("Competency", kind="corner")]
    if comparison.demand:
        first.append(th("Asked for by", kind="count"))
    first.append(th("Found in", kind="count"))
    programs = [th(_head(program, comparison, link)) for program in comparison.programs]
    heads = [*first, *(programs if _wide(comparison) else [th("Programs")])]
    bodies = (
        grouped(group, (_row(competency, comparison, link) for competency in competencies), len(heads))
        for group, competencies in groupby(comparison.competencies, key=lambda competency: competency.group)
    )
    yield from rows_under(heads, bodies, "Competencies by program", "side fits")


def _head(program: ComparedProgram, comparison: Comparison, link: Link) -> str:
    """Return a program over its column, with its college where its name does not say it."""
    head = comparison.heads[program.iri]
    college = "" if program.college in head else f" <small>{escape(program.college)}</small>"
    return f"{name(program.iri, head, link)}{college}"


def _row(competency: ComparedCompetency, comparison: Comparison, link: Link) -> str:
    taught = {teaching.program: teaching for teaching in competency.taught_in}
    cells = [th(name(competency.iri, competency.called, link, competency.code), "row")]
    if comparison.demand:
        want = comparison.demand.by_competency.get(competency.iri)
        cells.append(td(asked_by(want, comparison.demand) if want else "", "count", "Asked for by" if want else ""))
    found = f"{len(taught)} of {len(comparison.programs)}" if taught else "none"
    cells.append(td(found, "count", "Found in"))
    if _wide(comparison):
        disputed = {iri: td("not found, disputed", "absent", comparison.heads[iri]) for iri in competency.disputed_in}
        cells += [disputed.get(p.iri) or _cell(taught.get(p.iri), comparison.heads[p.iri]) for p in comparison.programs]
    else:
        programs = (program.iri for program in comparison.programs if program.iri in taught)
        said = [f"{escape(comparison.heads[iri])} {_said(taught[iri])}" for iri in programs]
        said += [f"{escape(comparison.heads[iri])} not found, disputed" for iri in competency.disputed_in]
        cells.append(td("; ".join(said)))
    return tr(cells, "gap" if competency.standing in LACKING else "")


def _cell(teaching: ProgramTeaching | None, head: str) -> str:
    if teaching is None:
        return td(Standing.ABSENT.value, "absent")
    courses = escape(", ".join(teaching.courses))
    style = mark(teaching.standing, disputed=teaching.disputed)
    return td(f"{_said(teaching)} <small>{courses}</small>", style, head)


def _said(teaching: ProgramTeaching) -> str:
    letter = level_letter(teaching.level, declared=teaching.declared)
    words = filter(None, (level_words(teaching.level, declared=teaching.declared), teaching.standing.value))
    other = ", of another field" if teaching.standing is Standing.ELSEWHERE else ""
    other = disputed_words(other, disputed=teaching.disputed)
    lead = f"<b>{letter}</b> " if letter else ""
    return f'{lead}{sureness(teaching)}{other}<span class="unseen">, {", ".join(words)}</span>'
