"""A pair: an outcome and a competency that it may teach, and where that stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ontology.records import Review, Verdict
from standards.reviewing.reviewers import when
from standards.reviewing.status import STATUS, Status

Pair = tuple[str, str]
"""Addresses of an outcome and of a competency that it may teach."""


@dataclass(frozen=True)
class PairState:
    """Where a pair stands, and the reviews that make it stand there, oldest first.

    Parameters
    ----------
    reviews
        Those that count; of a re-opened pair those that no longer do; of a disputed one those that contradict each
        other; of a proposed one the changes that name its competency and do not count.
    why
        Why it was re-opened, for instance ``renamed to 'Weld pipe' in acme 2``.
    implied
        Addresses of those reviews that reject it only because nothing matches the outcome.
    """

    status: Status = Status.PROPOSED
    reviews: tuple[Review, ...] = ()
    why: str = ""
    implied: frozenset[str] = frozenset()


def affirms(review: Review, pair: Pair) -> bool:
    """Whether a review says that the outcome teaches the competency: accepts it, or puts it in another one's place."""
    return review.instead == pair[1] or (review.competency == pair[1] and review.decided is Verdict.ACCEPTED)


def decided(pair: Pair, said: Sequence[Review]) -> PairState:
    """Return where reviews put a pair.

    Parameters
    ----------
    said
        The newest of each reviewer on this pair, at least one.
    """
    reviews = tuple(sorted(said, key=when))
    for_it = [review for review in reviews if affirms(review, pair)]
    if for_it and len(for_it) < len(reviews):
        return PairState(Status.DISPUTED, reviews)
    if for_it:
        by_itself = any(review.competency == pair[1] for review in for_it)
        return PairState(Status.ACCEPTED if by_itself else Status.PLACED, reviews)
    verdicts = {review.decided for review in reviews}
    return PairState(Status.CHANGED if Verdict.CHANGED in verdicts else STATUS[verdicts.pop()], reviews)
