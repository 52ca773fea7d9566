"""The page of one program: the answer first, then rungs, the matrix, and every outcome."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Final

from pathways.amounts import count
from pathways.coverage.answers import without_jobs
from pathways.coverage.curriculum_map import CurriculumMap
from pathways.coverage.doubts import doubt
from pathways.coverage.level_wording import levels_legend
from pathways.coverage.narrowing import narrowed_to
from pathways.coverage.pages.answer import answered, question
from pathways.coverage.pages.courses import courses, unasked, unmatched
from pathways.coverage.pages.facts import facts
from pathways.coverage.pages.grid import grid, narrow, wide
from pathways.coverage.pages.markup import Link, direct, folded_section, frame, name, prose, section
from pathways.coverage.pages.rungs import rungs

JOBS: Final = "Which jobs can a graduate reach?"

UNASKED: Final = "Outcomes for which no industry statement was found"

BESIDE: Final = "Matched to something that no job here asks for"

UNMATCHED: Final = "Outcomes that match nothing in the framework"

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
    few = f", {escape(said)}" if (said := narrowed_to(curriculum.demand)) else ""
    yield f'<p class="lead">{held} <strong>{framework}</strong>{few}</p>'
    if curriculum.other_language:
        yield f'<p class="words note">{escape(language_note(curriculum))}</p>'
    if doubtful := doubt(curriculum):
        yield f'<p class="words note"><strong>Read with care.</strong> {prose(doubtful)}</p>'
    yield _places(curriculum)
    yield from section("gaps", question(curriculum), answered(curriculum, link))
    yield f'<ul class="facts">{"".join(facts(curriculum))}</ul>'
    if curriculum.rungs:
        yield from section("rungs", JOBS, _rungs(curriculum, link))
    elif said := without_jobs(curriculum):
        yield from section("rungs", JOBS, [f'<p class="words">{escape(said)}</p>'])
    yield from folded_section("table", "Competencies by course", _listed(curriculum), _table(curriculum, link))
    if number := len(curriculum.unmatched) + len(curriculum.unasked):
        title = UNASKED if curriculum.demand else UNMATCHED
        yield from folded_section("unasked", title, f"{number:,}", _unasked(curriculum, link))
    each = courses(curriculum.courses, link, index=not wide(curriculum))
    yield from folded_section("courses", "Course by course", _taken(curriculum), each)


def _listed(curriculum: CurriculumMap) -> str:
    return count(len(curriculum.competencies), "competency", "competencies")


def _taken(curriculum: CurriculumMap) -> str:
    """Return how many courses with how many outcomes there are."""
    return f"{count(len(curriculum.courses), 'course')}, {count(len(curriculum.outcomes), 'outcome')}"


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
    yield from rungs(curriculum.rungs, link, leveled=leveled, doubtful=doubtful)


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


def language_note(curriculum: CurriculumMap) -> str:
    """Return that outcomes and framework are in different languages, and what that means."""
    return (
        f"The outcomes are in another language ({curriculum.other_language}) than the framework "
        f"({curriculum.framework_language}). Matches across languages are worth little: translate the outcomes first, "
        "or take a release of the framework in their language."
    )


def _table(curriculum: CurriculumMap, link: Link) -> Iterator[str]:
    levels = levels_legend(declared=curriculum.declares_levels, inferred=curriculum.infers_levels)
    yield f'<p class="words">{LEGEND.format(levels=levels, by=curriculum.ordered_by.phrase)}</p>'
    if not wide(curriculum):
        many = count(len(curriculum.courses), "course")
        yield f"<p>{many}: too many for a column each, so each row names its courses.</p>"
    yield from grid(curriculum, link)
