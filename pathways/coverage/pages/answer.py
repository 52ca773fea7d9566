"""The answer of a program's page: what is asked for and not found, on what that rests, and what comes near."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from html import escape
from itertools import groupby
from typing import Final

from ontology.records import Iri
from pathways.coverage.answers import answer, foremost
from pathways.coverage.basis import reviewed
from pathways.coverage.curriculum_map import CurriculumMap
from pathways.coverage.disputes import MEANING
from pathways.coverage.narrowing import may_narrow
from pathways.coverage.nearest import NearMiss
from pathways.coverage.pages.areas import area_table
from pathways.coverage.pages.markup import Link, anchor, counted, items, name, prose
from pathways.coverage.pages.reached import reached
from pathways.coverage.pages.standings import dispute_chip, mark, stack
from pathways.coverage.pages.wanted import asked_list, nearest, wanted
from pathways.coverage.proposal import LIKELY
from pathways.coverage.unmatched import may_teach, without_match
from pathways.coverage.wording import beside_words, percent

QUESTION: Final = "What do the {} ask for that this program does not teach?"

GAPS: Final = "Which competencies does this program not teach?"

REACHED: Final = "What do the outcomes of this program reach?"

MISSED: Final = (
    "“Found in no outcome” means that neither a machine nor a reviewer found one that says it. A machine misses some: "
    "where the nearest outcome says it after all, a reviewer can put that right. Colleges also teach more than they "
    "write. "
)

CAREFUL: Final = (
    "“Unconfirmed” is what a machine suggests and no reviewer has accepted. A percentage says how likely a "
    "suggestion is to be right: likely from {likely}, possible from {least}. Below that, an outcome counts as not "
    "matched. {beside}"
)


def question(curriculum: CurriculumMap) -> str:
    """Return what the page answers first: of firms where these have their say, else of jobs."""
    if curriculum.demand is None:
        return GAPS if curriculum.whole else REACHED
    return QUESTION.format("firms" if curriculum.demand.firms else "jobs")


def answered(curriculum: CurriculumMap, link: Link) -> Iterator[str]:
    """Yield what is missing: as firms ask for it, where that is known, else by group; of a large framework what is not.

    A large framework that nobody asks for holds thousands of things that no program is expected to teach.
    """
    yield f'<p class="answer">{escape(answer(curriculum))}</p>'
    if curriculum.demand and (most := foremost(curriculum.missing, curriculum.demand, curriculum.contested)):
        yield f'<p class="foremost">{escape(most)}</p>'
    if said := may_teach(curriculum):
        check = f'<a href="#unasked">{escape(said)}</a>.'
        yield f'<p class="foremost">{escape(without_match(curriculum))} {check}</p>'
    if said := may_narrow(curriculum):
        yield f'<p class="foremost">{prose(said)}</p>'
    if curriculum.demand or curriculum.whole:
        yield stack(curriculum.numbers)
    yield f'<p class="basis">{escape(reviewed(curriculum))}</p>'
    if curriculum.demand:
        yield from area_table(curriculum.areas, curriculum.demand, link, curriculum.contested)
        yield from wanted(curriculum.missing, curriculum.demand, link, partial(_beside, curriculum))
        yield from _unsure(curriculum, link)
    elif curriculum.whole:
        yield from _by_group(curriculum, link)
    else:
        yield from reached(curriculum, link)
    careful = CAREFUL.format(likely=percent(LIKELY), least=percent(curriculum.threshold), beside=beside_words())
    missed = MISSED if curriculum.demand or curriculum.whole else ""
    yield counted(f"{missed}{careful}", MEANING if curriculum.disputed else "")


def _beside(curriculum: CurriculumMap, competency: Iri) -> str:
    """Return what stands beside what is missing: whether reviewers dispute that, and the outcome that comes nearest."""
    dispute = dispute_chip(competency, curriculum.contested)
    return f"{dispute}{nearest(curriculum.by_iri, _place, competency)}"


def _place(near: NearMiss) -> str:
    return f'<a href="#{anchor(near.outcome)}">{escape(near.course)}</a>'


def _unsure(curriculum: CurriculumMap, link: Link) -> Iterator[str]:
    if curriculum.demand and curriculum.unsure:
        yield "<h3>Only possibly taught: look at these first</h3>"
        said = partial(dispute_chip, contested=curriculum.contested)
        yield asked_list(curriculum.unsure, curriculum.demand, link, said)
    if curriculum.demand and curriculum.disputes:
        yield f'<h3>Disputed by reviewers: settle these</h3><p class="words why">{MEANING}</p>'
        yield asked_list(curriculum.disputes, curriculum.demand, link, partial(_disputed, curriculum))


def _disputed(curriculum: CurriculumMap, competency: Iri) -> str:
    """Return how something counts until it is settled."""
    standing = curriculum.standing_of(competency)
    return f' <span class="chip {mark(standing, disputed=True)}">counts as {standing.value}</span>'


def _by_group(curriculum: CurriculumMap, link: Link) -> Iterator[str]:
    yield '<div class="columns">'
    for group, competencies in groupby(curriculum.gaps, key=lambda competency: competency.group):
        of_group = sum(competency.group == group for competency in curriculum.competencies)
        missing = list(competencies)
        if group:
            yield f"<h3>{escape(group)} <small>{len(missing)} of {of_group}</small></h3>"
        yield items(
            name(competency.iri, competency.called, link, competency.code) + _beside(curriculum, competency.iri)
            for competency in missing
        )
    yield "</div>"
