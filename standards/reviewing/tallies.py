"""Tallies: how many verdicts each reviewer has given."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ontology.frozen import Frozen
from standards.reviewing.implied import implied
from standards.reviewing.reviewers import plain_name
from standards.reviewing.reviews import Reviews
from standards.reviewing.status import STATUS


class Tally(Frozen):
    """How many verdicts of each kind a reviewer has given that still hold.

    Parameters
    ----------
    rejected
        Without what was rejected because nothing matches the outcome: that is one verdict, and ``unmatched``.
    in_bulk
        Of those accepted, how many with everything above a confidence.
    settled
        Besides, how many were settled since by the verdict of another: they are kept and no longer count.
    """

    reviewer: str
    accepted: int = 0
    rejected: int = 0
    changed: int = 0
    unmatched: int = 0
    in_bulk: int = 0
    settled: int = 0

    @property
    def verdicts(self) -> int:
        """How many verdicts these are."""
        return self.accepted + self.rejected + self.changed + self.unmatched


def tallies(reviews: Reviews) -> Iterator[Tally]:
    """Yield what each reviewer has said, the busiest first."""
    counts: dict[str, Counter[str]] = {plain_name(name): Counter() for name in reviews.reviewers}
    with_others = implied(reviews.kept)
    for pair, votes in reviews.votes.items():
        for name, review in votes.items():
            if review.iri not in with_others:
                counts[name][STATUS[review.decided].name.lower()] += 1
                counts[name]["in_bulk"] += not review.by_hand
        for name in counts.keys() - votes.keys():
            last = reviews.last_said(*pair, name)
            counts[name]["settled"] += last is not None and last.iri not in with_others
    found = (Tally(reviewer=reviewer, **counts[plain_name(reviewer)]) for reviewer in reviews.reviewers)
    yield from sorted(found, key=lambda tally: (-tally.verdicts, tally.reviewer))
