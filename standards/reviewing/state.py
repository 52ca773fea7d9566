"""The state of a review: where each suggestion stands, who said what, and how far reviewers agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from pydantic import BaseModel, ConfigDict

from ontology.records import Course, Iri, Review
from standards.reviewing.agreement import Agreement, agreements
from standards.reviewing.reviewed_program import ReviewedProgram
from standards.reviewing.reviewers import plain_name, when
from standards.reviewing.reviews import Reviews
from standards.reviewing.status import STATUS, Status


@dataclass(frozen=True)
class Suggested:
    """A competency that is suggested for an outcome, with its confidence, 0 to 1."""

    outcome: str
    competency: str
    label: str
    confidence: float | None = None


class Said(BaseModel):
    """What one reviewer said of a suggestion.

    Parameters
    ----------
    instead
        Label of the competency that was put in its place.
    in_bulk
        Whether it was accepted with everything above a confidence.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    reviewer: str
    status: Status
    at: datetime
    comment: str = ""
    instead: str = ""
    in_bulk: bool = False

    def __str__(self) -> str:
        into = f" to {self.instead!r}" if self.instead else ""
        comment = f", {self.comment!r}" if self.comment else ""
        return f"{self.reviewer} {self.status}{into} ({self.at:%Y-%m-%d}{comment})"


class Line(BaseModel):
    """A suggestion and where it stands.

    Parameters
    ----------
    course
        Its code, or its title.
    label
        Of the competency; of a re-opened suggestion as it was judged.
    said
        The verdicts that count; of a re-opened suggestion the one that no longer does.
    why
        Why it was re-opened.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    course: str
    outcome: Iri
    statement: str
    competency: Iri
    label: str
    status: Status
    confidence: float | None = None
    said: tuple[Said, ...] = ()
    why: str = ""


class Tally(BaseModel):
    """How many verdicts of each kind a reviewer has given that still hold.

    Parameters
    ----------
    in_bulk
        Of those accepted, how many with everything above a confidence.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    reviewer: str
    accepted: int = 0
    rejected: int = 0
    changed: int = 0
    in_bulk: int = 0


class ReviewState(BaseModel):
    """The review of a program against a framework.

    Parameters
    ----------
    lines
        What is suggested or was judged, in the order of the program.
    history
        How many reviews are kept of outcomes that the program no longer has.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    program: Iri
    label: str
    framework: str
    version: str
    lines: tuple[Line, ...]
    reviewers: tuple[Tally, ...]
    agreements: tuple[Agreement, ...]
    history: int = 0

    def of(self, status: Status) -> list[Line]:
        """Return the suggestions that stand at a status."""
        return [line for line in self.lines if line.status is status]


def review_state(reviewed: ReviewedProgram, suggested: Iterable[Suggested]) -> ReviewState:
    """Return the state of a review.

    Parameters
    ----------
    suggested
        What a matcher suggests today.
    """
    reviews = reviewed.reviews
    program = reviewed.curriculum.program
    return ReviewState(
        program=program.iri,
        label=program.label.value,
        framework=reviewed.name,
        version=reviewed.release.version,
        lines=tuple(_lines(reviewed, list(suggested))),
        reviewers=tuple(_tallies(reviews)),
        agreements=tuple(agreements(reviews)),
        history=len(reviews.history),
    )


def _lines(reviewed: ReviewedProgram, suggested: list[Suggested]) -> Iterator[Line]:
    by_outcome: dict[str, dict[str, Suggested]] = {}
    for of, competency in reviewed.reviews.pairs:
        by_outcome.setdefault(of, {})[competency] = Suggested(of, competency, _label(reviewed, of, competency))
    for suggestion in suggested:
        by_outcome.setdefault(suggestion.outcome, {})[suggestion.competency] = suggestion
    for course in reviewed.curriculum.courses:
        for outcome in reviewed.curriculum.outcomes_of(course):
            for suggestion in by_outcome.get(outcome.iri, {}).values():
                yield _line(reviewed, course, suggestion)


def _label(reviewed: ReviewedProgram, outcome: str, competency: str) -> str:
    """Return what a competency is called, or was when it was judged."""
    entry = reviewed.entries.get(competency)
    judged = (r.label for r in reversed(reviewed.reviews.kept) if (r.outcome, r.competency) == (outcome, competency))
    return entry.label if entry else next(judged)


def _line(reviewed: ReviewedProgram, course: Course, suggestion: Suggested) -> Line:
    pair = (suggestion.outcome, suggestion.competency)
    reopened = reviewed.reviews.reopened(*pair)
    said = reviewed.reviews.votes.get(pair, {}).values() or [found.review for found in reopened]
    judged = (review.confidence for review in said if review.confidence is not None)
    return Line(
        course=course.code or course.label.value,
        outcome=Iri(suggestion.outcome),
        statement=reviewed.statements[suggestion.outcome],
        competency=Iri(suggestion.competency),
        label=next((found.review.label for found in reopened), suggestion.label),
        status=reviewed.reviews.status(*pair),
        confidence=suggestion.confidence if suggestion.confidence is not None else next(judged, None),
        said=tuple(_said(review) for review in sorted(said, key=when)),
        why=next((found.why for found in reopened), ""),
    )


def _said(review: Review) -> Said:
    return Said(
        reviewer=review.reviewer,
        status=STATUS[review.decided],
        at=review.at,
        comment=review.comment or "",
        instead=review.instead_label or "",
        in_bulk=not review.by_hand,
    )


def _tallies(reviews: Reviews) -> Iterator[Tally]:
    """Yield what each reviewer has said, the busiest first."""
    counts: dict[str, Counter[str]] = {}
    for votes in reviews.votes.values():
        for name, review in votes.items():
            count = counts.setdefault(name, Counter())
            count[STATUS[review.decided].value] += 1
            count["in_bulk"] += not review.by_hand
    for reviewer in sorted(
        reviews.reviewers, key=lambda name: (-counts.get(plain_name(name), Counter()).total(), name)
    ):
        yield Tally(reviewer=reviewer, **counts.get(plain_name(reviewer), Counter()))
