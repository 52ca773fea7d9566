"""The curriculum map as one page of HTML: gaps, a table of courses and competencies, every outcome; no script."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from importlib.resources import files
from itertools import groupby
from string import Template
from typing import Final

from pathways.coverage.curriculum_map import CompetencyCoverage, CurriculumMap
from pathways.coverage.outcomes import CourseMatch, OutcomeMatch
from pathways.coverage.proposal import Proposal
from pathways.coverage.teaching import Teaching

GRADES: Final = ((0.8, "strong"), (0.6, "likely"), (0.0, "possible"))
"""Words for confidence, each from its least."""


def to_html(curriculum: CurriculumMap) -> str:
    """Return a curriculum map as a page that stands alone."""
    page = (files("pathways.coverage") / "page.html").read_text(encoding="utf-8")
    return Template(page).substitute(
        title=escape(f"{curriculum.label}: curriculum map"),
        program=escape(curriculum.label),
        award=escape(f"{curriculum.award}, held against" if curriculum.award else "Held against"),
        framework=escape(curriculum.framework_label),
        facts="\n".join(_facts(curriculum)),
        gaps="\n".join(_gaps(curriculum)),
        table="\n".join(_table(curriculum)),
        courses="\n".join(line for course in curriculum.courses for line in _course(course)),
        threshold=_percent(curriculum.threshold),
    )


def grade(confidence: float) -> str:
    """Return a word for a confidence of 0 to 1.

    Example
    -------
    >>> grade(0.93), grade(0.6), grade(0.45)
    ('strong', 'likely', 'possible')
    """
    return next(word for least, word in GRADES if confidence >= least)


def _percent(confidence: float) -> str:
    return f"{round(100 * confidence)}%"


def _facts(curriculum: CurriculumMap) -> Iterator[str]:
    """Yield the four numbers that sum it up."""
    outcomes, unmatched = len(curriculum.outcomes), len(curriculum.unmatched)
    taught = len(curriculum.taught)
    yield _fact(f"{taught} of {curriculum.size}", "competencies are taught", "#table")
    yield _fact(f"{curriculum.size - taught}", "competencies are not taught", "#gaps")
    yield _fact(f"{outcomes - unmatched} of {outcomes}", "learning outcomes match a competency", "#courses")
    yield _fact(f"{unmatched}", "learning outcomes match nothing", "#courses")


def _fact(number: str, what: str, href: str) -> str:
    return f'<li><a href="{href}"><strong>{number}</strong> {what}</a></li>'


def _gaps(curriculum: CurriculumMap) -> Iterator[str]:
    """Yield the competencies that no course teaches, by group."""
    if len(curriculum.competencies) < curriculum.size:
        yield "<p>The framework is too large to list what is not taught; the table shows what is.</p>"
    elif not curriculum.gaps:
        yield "<p>None: every competency is taught in some course.</p>"
    for group, competencies in groupby(curriculum.gaps, key=lambda competency: competency.group):
        of_group = sum(competency.group == group for competency in curriculum.competencies)
        missing = list(competencies)
        if group:
            yield f"<section><h3>{escape(group)} <small>{len(missing)} of {of_group}</small></h3>"
        items = "".join(f"<li>{_name(competency)}</li>" for competency in missing)
        yield f"<ul>{items}</ul>" + ("</section>" if group else "")


def _name(competency: CompetencyCoverage) -> str:
    code = f' <span class="code">{escape(competency.code)}</span>' if competency.code else ""
    return f'<a href="{escape(competency.iri)}">{escape(competency.label)}</a>{code}'


def _table(curriculum: CurriculumMap) -> Iterator[str]:
    """Yield the table with a row a competency and a column a course."""
    yield '<thead><tr><th scope="col" class="corner">Competency</th><th scope="col" class="count">Courses</th>'
    yield from (_heading(course) for course in curriculum.courses)
    yield "</tr></thead>"
    width = len(curriculum.courses) + 2
    for group, competencies in groupby(curriculum.competencies, key=lambda competency: competency.group):
        yield "<tbody>"
        if group:
            yield f'<tr class="group"><th scope="rowgroup" colspan="{width}"><span>{escape(group)}</span></th></tr>'
        yield from (_row(competency, curriculum) for competency in competencies)
        yield "</tbody>"


def _heading(course: CourseMatch) -> str:
    title = f'<span class="turned"><b>{escape(course.code)}</b> {escape(course.label)}</span>'
    return f'<th scope="col" class="course"><a href="#{_anchor(course.iri)}">{title}</a></th>'


def _row(competency: CompetencyCoverage, curriculum: CurriculumMap) -> str:
    by_course = {teaching.course: teaching for teaching in competency.taught_by}
    cells = "".join(_cell(by_course.get(course.iri)) for course in curriculum.courses)
    count = str(len(by_course)) if by_course else "none"
    kind = "" if by_course else ' class="gap"'
    return f'<tr{kind}><th scope="row">{_name(competency)}</th><td class="count">{count}</td>{cells}</tr>'


def _cell(teaching: Teaching | None) -> str:
    if teaching is None:
        return "<td></td>"
    percent = _percent(teaching.confidence)
    word = grade(teaching.confidence)
    return (
        f'<td class="{word}"><a href="#{_anchor(teaching.outcomes[0])}">{percent}'
        f'<span class="unseen"> confidence, {word}</span></a></td>'
    )


def _course(course: CourseMatch) -> Iterator[str]:
    """Yield a course with its outcomes and what they may mean."""
    term = f" <small>{escape(course.term)}</small>" if course.term else ""
    yield f'<section id="{_anchor(course.iri)}"><h3>{escape(course.code)} {escape(course.label)}{term}</h3>'
    if not course.outcomes:
        yield "<p>The file names no learning outcomes for this course.</p>"
    else:
        yield "<dl>"
        yield from (line for outcome in course.outcomes for line in _outcome(outcome))
        yield "</dl>"
    yield "</section>"


def _outcome(outcome: OutcomeMatch) -> Iterator[str]:
    yield f'<dt id="{_anchor(outcome.iri)}">{escape(outcome.statement)}</dt>'
    for suggestion in outcome.suggestions:
        word = grade(suggestion.certainty)
        mark = f'<span class="mark {word}">{_percent(suggestion.certainty)} {word}</span>'
        yield f"<dd>{mark} {_evidence(suggestion)}</dd>"
    if not outcome.suggestions:
        yield f'<dd><span class="mark none">No match</span> <span class="why">{_considered(outcome)}</span></dd>'
        for suggestion in outcome.considered:
            mark = f'<span class="mark weak">{_percent(suggestion.certainty)}, not counted</span>'
            yield f'<dd class="consider">{mark} {_evidence(suggestion)}</dd>'


def _considered(outcome: OutcomeMatch) -> str:
    """Return what those are that follow an unmatched outcome."""
    return "To consider, below the threshold:" if outcome.considered else "Nothing in the framework comes near."


def _evidence(suggestion: Proposal) -> str:
    """Return a suggestion with the words of the framework that speak for it."""
    matched = f"“{escape(suggestion.matched)}.” " if suggestion.matched != suggestion.label else ""
    shared = f"Shared words: {escape(', '.join(suggestion.common))}." if suggestion.common else "No shared words."
    link = f'<a href="{escape(suggestion.iri)}">{escape(suggestion.label)}</a>'
    return f'{link}. <span class="why">{matched}{shared}</span>'


def _anchor(iri: str) -> str:
    """Return the part of an address that names a place on the page."""
    return "-".join(escape(part) for part in iri.rstrip("/").rsplit("/", 2)[-2:])
