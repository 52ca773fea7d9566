"""Courses on a page: every outcome with what it may mean, the words that speak for it, and what reviewers said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import Final

from pathways.coverage.disputes import DISPUTED, disputed_words
from pathways.coverage.level_wording import LEVELS
from pathways.coverage.nearest import NEAR
from pathways.coverage.outcomes import CourseMatch, OutcomeMatch
from pathways.coverage.pages.markup import Link, anchor, items, marked, name
from pathways.coverage.pages.standings import mark
from pathways.coverage.proposal import Proposal
from pathways.coverage.sight import shared_words, sight_words
from pathways.coverage.spans import Span
from pathways.coverage.wording import credits_words, percent, status_words, unmatched_words
from standards.reviewing import Judgment, Status, people

FAR: Final = "Nothing in the framework comes near."

ABOUT: Final = (
    "Below each outcome stands what it may teach, and how sure that is. Highlighted are the words that speak for it. "
    "“Bloom” says what the verb of the outcome asks of students: to remember, understand, apply, analyze, evaluate or "
    "create. “How alike” opens what the machine compared."
)
"""How the outcomes are to be read."""


def courses(found: Sequence[CourseMatch], link: Link, *, index: bool) -> Iterator[str]:
    """Yield each course with its outcomes.

    Parameters
    ----------
    index
        Whether links to all of them come first.
    """
    yield f'<p class="words">{ABOUT}</p>'
    if index:
        places = (f'<a href="#{anchor(course.iri)}">{escape(course.name)}</a>' for course in found)
        yield f'<nav aria-label="Courses"><p>{" ".join(places)}</p></nav>'
    for course in found:
        yield from _course(course, link)


def unasked(outcomes: Iterable[tuple[CourseMatch, OutcomeMatch]], link: Link) -> Iterator[str]:
    """Yield outcomes that mean something that nobody asks for, with what they mean."""
    yield "<dl>"
    for course, outcome in outcomes:
        meant = "; ".join(f"{name(one.iri, one.label, link)} {_mark(one)}" for one in outcome.suggestions)
        yield _place(course, outcome)
        yield f'<dd class="why">Teaches: {meant}</dd>'
    yield "</dl>"


def unmatched(outcomes: Iterable[tuple[CourseMatch, OutcomeMatch]]) -> Iterator[str]:
    """Yield outcomes that mean nothing in the framework, with what comes nearest."""
    yield "<dl>"
    for course, outcome in outcomes:
        nearest = outcome.nearest
        close = nearest is not None and nearest.certainty >= NEAR
        near = (
            f"Nearest, not counted: {escape(nearest.label)}, {percent(nearest.certainty)}" if nearest and close else ""
        )
        yield _place(course, outcome)
        yield f'<dd class="why">{near or _far(outcome)}</dd>'
    yield "</dl>"


def _place(course: CourseMatch, outcome: OutcomeMatch) -> str:
    """Return an outcome that leads to where it stands in its course."""
    return f'<dt><a href="#{anchor(outcome.iri)}">{escape(course.name)}</a> {escape(outcome.statement)}</dt>'


def _far(outcome: OutcomeMatch) -> str:
    """Return why nothing is to consider for an outcome: what people said of what came near, or that nothing does."""
    if outcome.unmatched:
        return _lead(outcome)
    waiting = (f"“{escape(proposal.label)}”: {_said(proposal)}" for proposal in outcome.waiting)
    rejected = (escape(f"{_names(proposal)} rejected “{proposal.label}”.") for proposal in outcome.rejected)
    return " ".join((*waiting, *rejected)) or FAR


def _names(proposal: Proposal) -> str:
    return ", ".join(people(judgment.reviewer for judgment in proposal.judgments))


def _course(course: CourseMatch, link: Link) -> Iterator[str]:
    several = f"{course.versions} versions" if course.versions > 1 else ""
    spent = f"{credits_words(course.credits)} credits" if course.credits is not None else ""
    facts = ", ".join(filter(None, (several, escape(course.term), spent)))
    title = f"{escape(course.code)} {escape(course.label)} <small>{facts}</small>"
    yield f'<section class="one" id="{anchor(course.iri)}"><h3>{title}</h3>'
    if not course.outcomes:
        yield "<p>The file names no learning outcomes for this course.</p>"
    else:
        yield "<dl>"
        yield from (line for outcome in course.outcomes for line in _outcome(outcome, link))
        yield "</dl>"
    yield "</section>"


def _outcome(outcome: OutcomeMatch, link: Link) -> Iterator[str]:
    spoken: list[Span] = [span for proposal in outcome.suggestions for span in proposal.spans]
    verb = f' <small class="why">Bloom: {outcome.bloom.word}</small>' if outcome.bloom else ""
    said = f' <small class="why">declared: {LEVELS[outcome.level]}</small>' if outcome.level else ""
    yield f'<dt id="{anchor(outcome.iri)}">{marked(outcome.statement, spoken)}{verb}{said}</dt>'
    for proposal in outcome.suggestions:
        yield f"<dd>{_mark(proposal)} {_evidence(proposal, outcome.statement, link)}</dd>"
    if not outcome.suggestions:
        yield f'<dd><span class="mark absent">No match</span> <span class="why">{_lead(outcome)}</span></dd>'
    yield from _uncounted(outcome, link)
    for proposal in outcome.rejected:
        said = f'<s>{name(proposal.iri, proposal.label, link)}</s>. <span class="why">{_said(proposal)}</span>'
        yield f'<dd><span class="mark weak">{proposal.status.value.capitalize()}</span> {said}</dd>'


def _uncounted(outcome: OutcomeMatch, link: Link) -> Iterator[str]:
    """Yield what waits for a verdict or is to consider: it is shown and does not count."""
    for proposal in (*outcome.waiting, *outcome.considered):
        sure = "" if proposal.confidence is None else f"{percent(proposal.confidence)}, "
        words = disputed_words(f"{sure}not counted", disputed=proposal.status is Status.DISPUTED)
        evidence = _evidence(proposal, outcome.statement, link)
        yield f'<dd class="consider"><span class="mark weak">{words}</span> {evidence}</dd>'


def _lead(outcome: OutcomeMatch) -> str:
    """Return what is said beside *no match*."""
    if outcome.unmatched:
        words = unmatched_words(outcome)
        return " ".join((f"{escape(words[:1].upper() + words[1:])}.", _comments(outcome.unmatched))).strip()
    if outcome.considered:
        return "To consider, below the threshold:"
    return "Nothing else in the framework comes near." if outcome.waiting or outcome.rejected else FAR


def _mark(proposal: Proposal) -> str:
    """Return how sure it is, in words on their color."""
    disputed = proposal.status is Status.DISPUTED
    sure = f"{percent(proposal.certainty)}, {DISPUTED}" if disputed else _sure(proposal)
    words = "Accepted" if proposal.settled else sure
    return f'<span class="mark {mark(proposal.standing, disputed=disputed)}">{words}</span>'


def _sure(proposal: Proposal) -> str:
    return f"{percent(proposal.certainty)} {proposal.standing.word}"


def _evidence(proposal: Proposal, statement: str, link: Link) -> str:
    """Return a competency with what speaks for it, what reviewers said, and, folded up, what each view sees."""
    matched = f"“{escape(proposal.matched)}.” " if proposal.matched not in ("", proposal.label) else ""
    part = f"In “{escape(proposal.part)}”. " if proposal.part else ""
    machine = "" if proposal.confidence is None else f"{matched}{part}{escape(shared_words(proposal, statement))}"
    said = f" {_said(proposal)}" if proposal.status is not Status.PROPOSED or proposal.judgments else ""
    return f'{name(proposal.iri, proposal.label, link)}. <span class="why">{machine}{said}</span>{_seen(proposal)}'


def _seen(proposal: Proposal) -> str:
    """Return what each view sees, to unfold; empty where no machine looked."""
    seen = [escape(words) for words in sight_words(proposal)]
    return f'<details class="seen"><summary>How alike</summary>{items(seen)}</details>' if seen else ""


def _said(proposal: Proposal) -> str:
    words = status_words(proposal)
    return f"{escape(words[:1].upper() + words[1:])}. {_comments(proposal.judgments)}".strip()


def _comments(judgments: Sequence[Judgment]) -> str:
    """Return what reviewers commented, with their names where there are several."""
    several = len(people(judgment.reviewer for judgment in judgments)) > 1
    said = ((one.comment, f" ({one.reviewer})" if several else "") for one in judgments if one.comment)
    return " ".join(escape(f"“{comment}”{by}") for comment, by in said)
