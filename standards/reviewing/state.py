"""The state of a review: where each suggestion stands, who said what, and how far reviewers agree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ontology.frozen import Frozen
from ontology.records import Course, Iri
from standards.reviewing.agreement import Agreement, agreements
from standards.reviewing.kinds import Kind, kind_of
from standards.reviewing.pair import PairState
from standards.reviewing.reviewed_program import ReviewedProgram
from standards.reviewing.reviews import Reviews
from standards.reviewing.status import OPEN, REFUSED, Status
from standards.reviewing.tallies import Tally, tallies
from standards.reviewing.verdicts import Judgment, judgments, standing_words
from standards.sssom import NO_TERM_FOUND


@dataclass(frozen=True)
class Suggested:
    """A competency that is suggested for an outcome, with its confidence, 0 to 1."""

    outcome: str
    competency: str
    label: str
    confidence: float | None = None


class Line(Frozen):
    """A suggestion and where it stands.

    Parameters
    ----------
    course
        Its code, or its title.
    label
        Of the competency; of a re-opened suggestion as it was judged.
    competency, label
        ``sssom:NoTermFound`` and *No match* where a reviewer found that nothing is right.
    said
        The verdicts that count; of a re-opened suggestion the one that no longer does, of a disputed one those that
        contradict each other.
    why
        Why it was re-opened.
    kind
        What it is to be counted as.
    """

    course: str
    outcome: Iri
    statement: str
    competency: Iri
    label: str
    status: Status
    confidence: float | None = None
    said: tuple[Judgment, ...] = ()
    why: str = ""
    kind: Kind = Kind.SUGGESTION

    @property
    def words(self) -> str:
        """Say where it stands, and who said so."""
        return standing_words(self.status, self.said, self.why)


class ReviewState(Frozen):
    """The review of a program against a framework.

    Parameters
    ----------
    lines
        What is suggested or was judged, in the order of the program.
    given_way
        Outcomes that a reviewer found to match nothing, and for which something waits for a verdict again: it reads
        otherwise now, or is suggested only since. What reviewers dispute is none of this.
    history
        How many reviews are kept of outcomes that the program no longer has.
    """

    program: Iri
    label: str
    framework: str
    version: str
    lines: tuple[Line, ...]
    reviewers: tuple[Tally, ...]
    agreements: tuple[Agreement, ...]
    given_way: tuple[Iri, ...] = ()
    history: int = 0

    def of(self, status: Status) -> list[Line]:
        """Return the suggestions, or the outcomes, that stand at a status; not what was only to consider."""
        return [line for line in self.lines if line.status is status and line.kind is not Kind.CONSIDERED]

    def kinds(self, kind: Kind) -> list[Line]:
        """Return the lines of a kind."""
        return [line for line in self.lines if line.kind is kind]


def review_state(reviewed: ReviewedProgram, suggested: Iterable[Suggested]) -> ReviewState:
    """Return the state of a review.

    Parameters
    ----------
    suggested
        What a matcher suggests today.
    """
    reviews = reviewed.reviews
    program = reviewed.curriculum.program
    lines = tuple(_lines(reviewed, list(suggested)))
    return ReviewState(
        program=program.iri,
        label=program.label.value,
        framework=reviewed.edition.name,
        version=reviewed.edition.version,
        lines=lines,
        reviewers=tuple(tallies(reviews)),
        agreements=tuple(agreements(reviews)),
        given_way=tuple(_given_way(reviews, lines)),
        history=len(reviews.history),
    )


def _lines(reviewed: ReviewedProgram, suggested: list[Suggested]) -> Iterator[Line]:
    by_outcome: dict[str, dict[str, Suggested]] = {}
    for of, competency in reviewed.reviews.pairs:
        by_outcome.setdefault(of, {})[competency] = Suggested(of, competency, reviewed.label(competency))
    for suggestion in suggested:
        by_outcome.setdefault(suggestion.outcome, {})[suggestion.competency] = suggestion
    for course in reviewed.curriculum.courses:
        for outcome in reviewed.curriculum.outcomes_of(course):
            lines = [_line(reviewed, course, found) for found in by_outcome.get(outcome.iri, {}).values()]
            yield from _standing(lines)


def _standing(lines: list[Line]) -> Iterator[Line]:
    """Yield the lines of an outcome, without *no match* where something matches it after all."""
    matched = any(line.status not in {*REFUSED, Status.UNMATCHED} for line in lines)
    return (line for line in lines if not (matched and line.competency == NO_TERM_FOUND))


def _line(reviewed: ReviewedProgram, course: Course, suggestion: Suggested) -> Line:
    pair = (suggestion.outcome, suggestion.competency)
    state = reviewed.reviews.state(*pair)
    said, confidence = judgments(state, *pair), _confidence(suggestion, state)
    return Line(
        course=course.code or course.label.value,
        outcome=Iri(suggestion.outcome),
        statement=reviewed.statements[suggestion.outcome],
        competency=Iri(suggestion.competency),
        label=state.reviews[0].label if state.status is Status.REOPENED else suggestion.label,
        status=state.status,
        confidence=confidence,
        said=said,
        why=state.why,
        kind=kind_of(state.status, said, confidence),
    )


def _confidence(suggestion: Suggested, state: PairState) -> float | None:
    """Return the confidence of today, else that of when it was judged."""
    judged = (review.confidence for review in state.reviews if review.competency == suggestion.competency)
    return next((share for share in (suggestion.confidence, *judged) if share is not None), None)


def _given_way(reviews: Reviews, lines: Iterable[Line]) -> Iterator[Iri]:
    """Yield the outcomes whose *no match* gives way to what is open, each once."""
    waiting = dict.fromkeys(line.outcome for line in lines if line.status in OPEN - {Status.DISPUTED})
    return (one for one in waiting if reviews.state(one, NO_TERM_FOUND).status is Status.UNMATCHED)
