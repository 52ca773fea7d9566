"""Compared: what two reviewers said of the same, by hand, so that it can be told how far they agree."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ontology.records import Review, Verdict
from standards.reviewing.reviewers import named
from standards.reviewing.reviews import Reviews

Thing = tuple[str, str]
"""Address and digest of the wording of a competency that was judged."""

Opinion = Mapping[Thing, Review]
"""What a reviewer says of one outcome: the newest verdict on each competency."""


def opinions(reviews: Reviews) -> dict[str, dict[str, dict[Thing, Review]]]:
    """Return what each reviewer said by hand, by plain name, outcome, and competency with wording.

    Verdicts that settle a dispute are left out: whoever gives one speaks for several.
    """
    found: dict[str, dict[str, dict[Thing, Review]]] = {}
    for review in reviews.kept:
        if review.by_hand and not review.settles:
            of_reviewer = found.setdefault(named(review), {})
            of_reviewer.setdefault(review.outcome, {})[review.competency, review.digest] = review
    return found


def compared(one: Mapping[str, Opinion], other: Mapping[str, Opinion]) -> list[tuple[Verdict, Verdict]]:
    """Return what two reviewers said of everything that both judged.

    Where one says that nothing matches an outcome, that is one judgment of the outcome as a whole: the other says the
    same, or that something does match it. The rejections that it implies are no judgments of their own, as what is
    rejected so depends on who came first.
    """
    return [pair for outcome in one if outcome in other for pair in _of_outcome(one[outcome], other[outcome])]


def _of_outcome(one: Opinion, other: Opinion) -> list[tuple[Verdict, Verdict]]:
    first, second = _whole(one), _whole(other)
    if first and second and Verdict.UNMATCHED in {first, second}:
        return [(first, second)]
    mine, yours = _single(one), _single(other)
    return [(verdict, yours[thing]) for thing, verdict in mine.items() if thing in yours]


def _whole(opinion: Opinion) -> Verdict | None:
    """Return whether something matches the outcome, or nothing; ``None`` where only single ones were rejected."""
    verdicts = {review.decided for review in opinion.values()}
    if verdicts & {Verdict.ACCEPTED, Verdict.CHANGED}:
        return Verdict.ACCEPTED
    return Verdict.UNMATCHED if Verdict.UNMATCHED in verdicts else None


def _single(opinion: Opinion) -> dict[Thing, Verdict]:
    """Return the verdicts on single competencies, without those that *no match* implies: given in the same moment."""
    moments = _moments(opinion.values())
    return {thing: review.decided for thing, review in opinion.items() if review.at not in moments}


def _moments(reviews: Iterable[Review]) -> set[object]:
    return {review.at for review in reviews if review.decided is Verdict.UNMATCHED}
