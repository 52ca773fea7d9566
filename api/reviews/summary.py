"""The state of a review for people: how much is decided, by whom, how far they agree, what waits for a decision."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from api.terminal.console import table
from ontology.records import Review
from pathways.amounts import count
from standards.reviewing import OPEN, Agreement, Judgment, Kind, Line, ReviewState, Status

MEANS: Final = {
    Status.PROPOSED: "suggested; no verdict on it counts yet",
    Status.ACCEPTED: "counts as taught",
    Status.PLACED: "named in the place of another; counts as taught",
    Status.REJECTED: "counts nowhere, and is not suggested again",
    Status.CHANGED: "another competency counts in its place",
    Status.UNMATCHED: "an outcome that teaches nothing of the framework, says a person",
    Status.REOPENED: "judged in an earlier wording; proposed again",
    Status.DISPUTED: "reviewers contradict each other; a proposal until it is settled",
}

SHOWN: Final = 20
"""Suggestions of a kind that are listed; the others are only counted."""

ENOUGH: Final = 10
"""Common suggestions from which a kappa is given. Of 9, one verdict more or less moves it by about 0.2, a whole word of
Landis and Koch; from here on the interval beside it says how little is known."""

APART: Final = (
    "No two reviewers have judged the same suggestion one by one, by hand; verdicts in bulk do not count here."
)


def summary(state: ReviewState) -> str:
    """Return the state of a review in words."""
    head = f"{state.label}, reviewed against {state.framework} {state.version}."
    parts = [head, _counts(state), _reviewers(state), _agreements(state.agreements)]
    reopened = [line for line in state.of(Status.REOPENED) if line.outcome not in state.given_way]
    parts += [_given_way(state), _listed(reopened, "Re-opened"), _listed(state.of(Status.DISPUTED), "Disputed")]
    if state.history:
        gone = count(state.history, "review")
        parts.append(f"{gone} of outcomes that the program no longer has, or words otherwise now: kept as history.")
    return "\n\n".join(part for part in parts if part)


def _counts(state: ReviewState) -> str:
    rows = ((status.value, len(state.of(status)), means) for status, means in MEANS.items())
    return "\n".join([table([("status", "number", "means"), *rows]), *_beside(state)])


def counted(state: ReviewState) -> str:
    """Return how much a review holds: every suggestion once, however many have judged it."""
    nothing = len(state.kinds(Kind.OUTCOME))
    verb = "matches" if nothing == 1 else "match"
    suggestions = count(len(state.kinds(Kind.SUGGESTION)), "suggestion")
    return f"{suggestions}, {count(nothing, 'outcome')} that {verb} nothing" if nothing else suggestions


def _beside(state: ReviewState) -> Iterator[str]:
    """Yield of what the numbers are, and what is in none of them."""
    yield f"Each is counted once: {counted(state)}."
    if aside := len(state.kinds(Kind.CONSIDERED)):
        competencies = count(aside, "competency that was", "competencies that were")
        yield f"Not counted {'is' if aside == 1 else 'are'} {competencies} only to consider where nothing matches."


def _reviewers(state: ReviewState) -> str:
    if not state.reviewers:
        return "Nobody has judged anything yet."
    rows = [(t.reviewer, t.accepted, t.in_bulk, t.rejected, t.changed, t.unmatched, t.settled) for t in state.reviewers]
    return table(
        [("reviewer", "accepted", "of these in bulk", "rejected", "changed", "no match", "settled since"), *rows]
    )


def _agreements(agreements: Sequence[Agreement]) -> str:
    """Return how far each two reviewers agree who have judged the same; nothing where there is one reviewer only."""
    both = [f"{one.first} and {one.second}: {_agreement(one)}" for one in agreements if one.pairs]
    return "\n".join(both) or (APART if agreements else "")


def _agreement(one: Agreement) -> str:
    """Return how far two agree, in numbers and words.

    Example
    -------
    >>> one = Agreement(first="A", second="B", pairs=200, same=140, kappa=0.492, low=0.385, high=0.598)
    >>> both, kappa = _agreement(one).split("; ")
    >>> both
    'the same verdict on 140 of 200 suggestions that both judged'
    >>> kappa
    'kappa 0.49 (95%: 0.39 to 0.60), moderate agreement (Landis and Koch 1977)'
    >>> _agreement(Agreement(first="A", second="B", pairs=9, same=7, kappa=0.55)).split("; ")[1]
    'too few to tell how far they agree (kappa is given from 10 on)'
    """
    said = f"the same verdict on {one.same} of {count(one.pairs, 'suggestion')} that both judged"
    if one.pairs < ENOUGH:
        return f"{said}; too few to tell how far they agree (kappa is given from {ENOUGH} on)"
    if one.kappa is None:
        return f"{said}; kappa is {one.words}"
    bounds = "" if one.low is None else f" (95%: {one.low:.2f} to {one.high:.2f})"
    return f"{said}; kappa {one.kappa:.2f}{bounds}, {one.words} (Landis and Koch 1977)"


def _given_way(state: ReviewState) -> str:
    """Return which outcomes were found to match nothing and are open again, why, and what to do."""
    if not state.given_way:
        return ""
    number = count(len(state.given_way), "outcome")
    title = f"Found to match nothing, and open again ({number}; reject what is wrong, and no match stands again)"
    waiting = (line for line in state.lines if line.outcome in state.given_way and line.status in OPEN)
    return _listed([*waiting], title)


def _listed(lines: Sequence[Line], title: str) -> str:
    if not lines:
        return ""
    rest = [f"  … and {len(lines) - SHOWN} more; -o FILE.csv lists them"] if len(lines) > SHOWN else []
    return "\n".join([f"{title}:", *(part for line in lines[:SHOWN] for part in _described(line)), *rest])


def _described(line: Line) -> Iterator[str]:
    yield f"  {line.course}: {line.statement}"
    why = f" ({line.why})" if line.why else ""
    yield f"    {line.label}{why}: {'; '.join(map(str, line.said)) or 'suggested since'}"


def would_be(reviews: Sequence[Review]) -> str:
    """Return verdicts that are not stored yet, one a row."""
    rows = [(_said(review), *_about(review)) for review in reviews]
    return table([("verdict", "statement", "competency", "confidence"), *rows])


def _said(review: Review) -> str:
    return Judgment.of(review, review.outcome, review.competency).deed


def _about(review: Review) -> tuple[str, str, str]:
    sure = "" if review.confidence is None else f"{review.confidence:.2f}"
    return review.statement, review.label, sure
