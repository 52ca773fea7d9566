"""Undoing: a reviewer takes back what they gave last in one go; it stays on record and counts no more."""

from __future__ import annotations

from datetime import datetime

from ontology.errors import NotFoundError
from ontology.records import Review
from standards.reviewing.reviewers import named, plain_name
from standards.reviewing.reviews import Reviews


def undone(reviews: Reviews, reviewer: str, now: datetime) -> list[Review]:
    """Return the verdicts that someone gave last, all of one time, as taken back.

    Parameters
    ----------
    reviews
        Those that count; what was taken back before is not among them.
    now
        With time zone.

    Raises
    ------
    NotFoundError
        Where there is none of this name, with the names there are.
    """
    own = [review for review in reviews.kept if named(review) == plain_name(reviewer)]
    if not own:
        there = ", ".join(reviews.reviewers) or "none"
        message = (
            f"there is no verdict of {reviewer!r} to undo; name yourself with --reviewer; verdicts are of: {there}"
        )
        raise NotFoundError(message)
    last = max(review.at for review in own)
    return [review.model_copy(update={"undone": now}) for review in own if review.at == last]
