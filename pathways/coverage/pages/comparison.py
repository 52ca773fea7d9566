"""The page of several programs: what none of them teaches, then all competencies side by side."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from html import escape
from typing import Final
from urllib.parse import urlsplit

from ontology.records import Iri
from pathways.amounts import count
from pathways.coverage.answers import common, comparison_answer, foremost, without_jobs
from pathways.coverage.basis import comparison_basis
from pathways.coverage.comparison import ComparedProgram, Comparison
from pathways.coverage.disputes import MEANING
from pathways.coverage.doubts import comparison_doubt
from pathways.coverage.narrowing import narrowed_to
from pathways.coverage.nearest import NearMiss
from pathways.coverage.pages.areas import area_table
from pathways.coverage.pages.markup import Link, counted, direct, folded_section, frame, items, name, prose, section
from pathways.coverage.pages.side_by_side import narrow, table
from pathways.coverage.pages.standings import dispute_chip, stack
from pathways.coverage.pages.wanted import asked_list, nearest, wanted
from pathways.coverage.proposal import LIKELY, Standing
from pathways.coverage.unmatched import may_teach, where_to_check, without_match
from pathways.coverage.wording import beside_words, percent, sureness, unconfirmed_words

CAREFUL: Final = (
    "“Found in none” means that neither a machine nor a reviewer found an outcome that says it; colleges often teach "
    "more than their outcomes say. What a machine suggests is called possibly taught from {least} on and likely taught "
    "from {likely} on; only what a reviewer accepted is called taught. “Unconfirmed” is what no reviewer has accepted. "
    "{beside}"
)


def comparison_page(comparison: Comparison, link: Link = direct) -> str:
    """Return programs side by side as a page that stands alone."""
    return frame(f"{comparison.framework_label}: programs side by side", _main(comparison, link), narrow(comparison))


def _main(comparison: Comparison, link: Link) -> Iterator[str]:
    yield f"<h1>{count(len(comparison.programs), 'program')} side by side</h1>"
    framework = name(comparison.framework_iri, comparison.framework_label, link)
    few = f", {escape(said)}" if (said := narrowed_to(comparison.demand)) else ""
    yield f'<p class="lead">Held against <strong>{framework}</strong>{few}</p>'
    if doubtful := comparison_doubt(comparison):
        yield f'<p class="words note"><strong>Read with care.</strong> {prose(doubtful)}</p>'
    yield from section("gaps", _question(comparison), _answer(comparison, link))
    yield from section("programs", "The programs", _programs(comparison, link))
    listed = count(len(comparison.competencies), "competency", "competencies")
    yield from folded_section("table", "Competencies by program", listed, table(comparison, link))


def _place(comparison: Comparison, near: NearMiss) -> str:
    return escape(f"{comparison.heads[near.program]}, {near.course}")


def _near(comparison: Comparison, competency: Iri) -> str:
    """Return what stands beside what is missing: whether reviewers dispute that, and who comes nearest to it.

    That is a program of another field which possibly teaches it, else an outcome.
    """
    found, dispute = comparison.by_iri.get(competency), dispute_chip(competency, comparison.contested)
    if found is None or found.standing is not Standing.ELSEWHERE:
        return f"{dispute}{nearest(comparison.by_iri, partial(_place, comparison), competency)}"
    named = (f"{comparison.heads[one.program]}, {'; '.join(one.courses)} ({sureness(one)})" for one in found.taught_in)
    return f'{dispute}<span class="near">{Standing.ELSEWHERE.value.capitalize()}: {escape("; ".join(named))}</span>'


def _question(comparison: Comparison) -> str:
    single = len(comparison.programs) == 1
    if comparison.demand is None:
        lacking = "What does this program not teach?" if single else "What does none of these programs teach?"
        return lacking if comparison.whole else "What do the outcomes of these programs reach?"
    who = "firms" if comparison.demand.firms else "jobs"
    none = "this program does not teach" if single else "none of these programs teaches"
    return f"What do the {who} ask for that {none}?"


def _answer(comparison: Comparison, link: Link) -> Iterator[str]:
    near = partial(_near, comparison)
    yield f'<p class="answer">{escape(comparison_answer(comparison))}</p>'
    if comparison.demand and (most := foremost(comparison.unmet, comparison.demand, comparison.contested)):
        yield f'<p class="foremost">{escape(most)}</p>'
    if said := may_teach(comparison):
        check = f"{escape(said)} ({_check(comparison, link)})."
        yield f'<p class="foremost">{escape(without_match(comparison))} {check}</p>'
    if comparison.demand or comparison.whole:
        yield stack(comparison.numbers)
    yield f'<p class="basis">{escape(comparison_basis(comparison))}</p>'
    if comparison.demand:
        yield from area_table(comparison.areas, comparison.demand, link, comparison.contested)
        yield from wanted(comparison.unmet, comparison.demand, link, near)
        if comparison.unsure:
            yield "<h3>Only possibly taught, by any of them</h3>"
            chip = partial(dispute_chip, contested=comparison.contested)
            yield asked_list(comparison.unsure, comparison.demand, link, chip)
    elif comparison.whole:
        lacking = (name(c.iri, c.called, link, c.code) + near(c.iri) for c in comparison.untaught)
        yield f'<div class="columns">{items(lacking)}</div>'
    careful = CAREFUL.format(least=percent(comparison.threshold), likely=percent(LIKELY), beside=beside_words())
    yield counted(careful, MEANING if comparison.disputed else "")
    if said := without_jobs(comparison):
        yield f'<p class="words">{escape(said)}</p>'


def _check(comparison: Comparison, link: Link) -> str:
    """Return where the outcomes stand that match nothing: on pages beside this one, else what writes them."""
    pages = {program.iri: link(program.iri) for program in comparison.programs if program.unread}
    if any(not page or urlsplit(page).scheme for page in pages.values()):
        return prose(where_to_check(comparison))
    named = (f'<a href="{escape(page)}#unasked">{escape(comparison.heads[iri])}</a>' for iri, page in pages.items())
    return "; ".join(named)


def _programs(comparison: Comparison, link: Link) -> Iterator[str]:
    yield '<ul class="facts programs">'
    for program in comparison.programs:
        yield f"<li><div>{_program(program, comparison, link)}</div></li>"
    yield "</ul>"
    if said := common(comparison):
        yield f"<p>{escape(said)}</p>"


def _program(program: ComparedProgram, comparison: Comparison, link: Link) -> str:
    """Return a program with its numbers, and on what they rest."""
    head = comparison.heads[program.iri]
    about = ", ".join(filter(None, (program.award, "" if program.college in head else program.college)))
    unconfirmed = unconfirmed_words(program.taught, program.taught - program.accepted)
    found = f"{program.taught:,} of {count(comparison.scope, 'competency', 'competencies')} in some outcome"
    only = f"{len(comparison.only(program.iri)):,} in this program only"
    unmatched = f"{program.unmatched:,} of {count(program.outcomes, 'outcome')} without a match"
    unmatched = f"{unmatched}, {program.nearly:,} of them nearly matched" if program.nearly else unmatched
    numbers = "; ".join(filter(None, (found, unconfirmed, only if len(comparison.programs) > 1 else "", unmatched)))
    return "<br>".join(
        filter(None, (f"<strong>{name(program.iri, head, link)}</strong>", escape(about), f"{numbers}."))
    )
