"""The page of one program: the answer first, then rungs, the matrix, and every outcome."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from html import escape
from itertools import groupby
from typing import Final

from ontology.records import Iri
from pathways.amounts import count
from pathways.coverage.answers import answer, doubt, foremost, reviewed, standings, without_jobs
from pathways.coverage.curriculum_map import OFTEN, CurriculumMap
from pathways.coverage.disputes import MEANING
from pathways.coverage.nearest import NearMiss
from pathways.coverage.pages.areas import area_table
from pathways.coverage.pages.courses import courses, unasked, unmatched
from pathways.coverage.pages.grid import grid, narrow, wide
from pathways.coverage.pages.markup import (
    Link,
    anchor,
    counted,
    direct,
    dispute_chip,
    frame,
    items,
    mark,
    name,
    prose,
    section,
    stack,
)
from pathways.coverage.pages.reached import reached
from pathways.coverage.pages.rungs import rungs
from pathways.coverage.pages.wanted import asked_list, nearest, wanted
from pathways.coverage.proposal import LIKELY
from pathways.coverage.unmatched import may_teach, unmatched_parts, without_match
from pathways.coverage.wording import and_more, beside_words, levels_legend, percent, unconfirmed_words

QUESTION: Final = "What do the {} ask for that this program does not teach?"

JOBS: Final = "Which jobs can a graduate reach?"

GAPS: Final = "Which competencies does this program not teach?"

REACHED: Final = "What do the outcomes of this program reach?"

UNASKED: Final = "Outcomes for which no industry statement was found"

BESIDE: Final = "Matched to something that no job here asks for"

UNMATCHED: Final = "Outcomes that match nothing in the framework"

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

LEGEND: Final = (
    "{levels} A percentage is the confidence of a suggestion; ✓ means that a reviewer accepted it. The credits of a "
    "course are shared evenly over its outcomes. A cell leads to the outcome behind it. The courses are sorted "
    "by {by}."
)


def program_page(curriculum: CurriculumMap, link: Link = direct) -> str:
    """Return a curriculum map as a page that stands alone.

    Parameters
    ----------
    link
        Says where the address of a competency or an occupation leads.
    """
    return frame(f"{_named(curriculum)}: curriculum map", _main(curriculum, link), narrow(curriculum))


def _named(curriculum: CurriculumMap) -> str:
    """Return the title of a program with its college, where that is known."""
    return ", ".join(filter(None, (curriculum.label, curriculum.college)))


def _main(curriculum: CurriculumMap, link: Link) -> Iterator[str]:
    about = ", ".join(filter(None, (curriculum.college, curriculum.award)))
    held = f"{escape(about)}, held against" if about else "Held against"
    yield f"<h1>{escape(curriculum.label)}</h1>"
    framework = name(curriculum.framework_iri, curriculum.framework_label, link)
    yield f'<p class="lead">{held} <strong>{framework}</strong></p>'
    if curriculum.other_language:
        yield f'<p class="words note">{escape(language_note(curriculum))}</p>'
    if doubtful := doubt(curriculum):
        yield f'<p class="words note"><strong>Read with care.</strong> {prose(doubtful)}</p>'
    yield _places(curriculum)
    yield from section("gaps", _question(curriculum), _answer(curriculum, link))
    yield f'<ul class="facts">{"".join(_facts(curriculum))}</ul>'
    if curriculum.rungs:
        yield from section("rungs", JOBS, _rungs(curriculum, link))
    elif said := without_jobs(curriculum):
        yield from section("rungs", JOBS, [f'<p class="words">{escape(said)}</p>'])
    yield from section("table", "Competencies by course", _table(curriculum, link))
    if _apart(curriculum):
        yield from section("unasked", UNASKED if curriculum.demand else UNMATCHED, _unasked(curriculum, link))
    yield from section("courses", "Course by course", courses(curriculum.courses, link, index=not wide(curriculum)))


def _places(curriculum: CurriculumMap) -> str:
    """Return links to what stands below the answer."""
    jobs = bool(curriculum.rungs) or bool(without_jobs(curriculum))
    parts = (("rungs", "Jobs in reach", jobs), ("table", "Competencies by course", True))
    others = (("unasked", "Outcomes without a match", _apart(curriculum)), ("courses", "Course by course", True))
    links = (f'<li><a href="#{place}">{words}</a></li>' for place, words, there in (*parts, *others) if there)
    return f'<nav aria-label="On this page"><ul class="places">{"".join(links)}</ul></nav>'


def _apart(curriculum: CurriculumMap) -> bool:
    return bool(curriculum.unmatched or curriculum.unasked)


def _rungs(curriculum: CurriculumMap, link: Link) -> Iterator[str]:
    leveled, doubtful = curriculum.declares_levels, curriculum.of_other_field
    return rungs(curriculum.rungs, link, leveled=leveled, doubtful=doubtful)


def _unasked(curriculum: CurriculumMap, link: Link) -> Iterator[str]:
    """Yield what matches nothing, and apart from it what teaches something that nobody asks for."""
    pairs = [(course, outcome) for course in curriculum.courses for outcome in course.outcomes]
    # Where nobody is known to ask, the title of the section says already what stands below it.
    if curriculum.unmatched and curriculum.demand:
        yield f"<h3>{UNMATCHED} <small>{len(curriculum.unmatched):,}</small></h3>"
    if curriculum.unmatched:
        yield from unmatched((course, outcome) for course, outcome in pairs if not outcome.suggestions)
    if curriculum.unasked:
        apart = {outcome.iri for outcome in curriculum.unasked}
        yield f"<h3>{BESIDE} <small>{len(apart):,}</small></h3>"
        yield from unasked(((course, outcome) for course, outcome in pairs if outcome.iri in apart), link)


def _question(curriculum: CurriculumMap) -> str:
    """Return what the page answers first: of firms where these have their say, else of jobs."""
    if curriculum.demand is None:
        return GAPS if curriculum.whole else REACHED
    return QUESTION.format("firms" if curriculum.demand.firms else "jobs")


def language_note(curriculum: CurriculumMap) -> str:
    """Return that outcomes and framework are in different languages, and what that means."""
    return (
        f"The outcomes are in another language ({curriculum.other_language}) than the framework "
        f"({curriculum.framework_language}). Matches across languages are worth little: translate the outcomes first, "
        "or take a release of the framework in their language."
    )


def _answer(curriculum: CurriculumMap, link: Link) -> Iterator[str]:
    """Yield what is missing: as firms ask for it, where that is known, else by group; of a large framework what is not.

    A large framework that nobody asks for holds thousands of things that no program is expected to teach.
    """
    yield f'<p class="answer">{escape(answer(curriculum))}</p>'
    if curriculum.demand and (most := foremost(curriculum.missing, curriculum.demand, curriculum.contested)):
        yield f'<p class="foremost">{escape(most)}</p>'
    if said := may_teach(curriculum):
        check = f'<a href="#unasked">{escape(said)}</a>.'
        yield f'<p class="foremost">{escape(without_match(curriculum))} {check}</p>'
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


def _facts(curriculum: CurriculumMap) -> Iterator[str]:
    """Yield the numbers that sum it up."""
    found, often = len(curriculum.taught), [competency.called for competency in curriculum.often]
    how = (standings(curriculum.taught), unconfirmed_words(found, found - len(curriculum.accepted)))
    outcomes, unmatched = len(curriculum.outcomes), len(curriculum.unmatched)
    yield _fact(
        f"{found:,} of {curriculum.size:,}",
        f"competencies are in some outcome: {', '.join(filter(None, how)) or 'none'}",
        "table",
    )
    once = len(curriculum.once)
    yield _fact(f"{once:,}", f"of these {_stand(once)} in one course only", "table")
    named = f": {and_more(often, 3)}"
    if often:
        yield _fact(f"{len(often):,}", f"{_stand(len(often))} in {OFTEN} courses or more{named}", "table")
    yield _fact(
        f"{unmatched:,} of {outcomes:,}",
        f"outcomes {'matches' if unmatched == 1 else 'match'} nothing in the framework"
        f"{f': {why}' if (why := unmatched_parts(curriculum)) else ''}",
        "unasked" if unmatched else "courses",
    )


def _stand(number: int) -> str:
    return "stands" if number == 1 else "stand"


def _fact(number: str, what: str, target: str) -> str:
    return f'<li><a href="#{target}"><strong>{number}</strong> {escape(what)}</a></li>'


def _table(curriculum: CurriculumMap, link: Link) -> Iterator[str]:
    levels = levels_legend(declared=curriculum.declares_levels, inferred=curriculum.infers_levels)
    yield f'<p class="words">{LEGEND.format(levels=levels, by=curriculum.ordered_by.phrase)}</p>'
    if not wide(curriculum):
        many = count(len(curriculum.courses), "course")
        yield f"<p>{many}: too many for a column each, so each row names its courses.</p>"
    yield from grid(curriculum, link)
