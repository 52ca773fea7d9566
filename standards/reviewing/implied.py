"""Implied: what is rejected only because a reviewer found that nothing matches the outcome."""

from __future__ import annotations

from collections.abc import Iterable

from ontology.records import Review, Verdict
from standards.reviewing.reviewers import named


def implied(reviews: Iterable[Review]) -> frozenset[str]:
    """Return the addresses of rejections that *no match* implies, of one outcome by one reviewer in one moment."""
    said = list(reviews)
    nothing = {(named(one), one.outcome, one.at) for one in said if one.decided is Verdict.UNMATCHED}
    refused = (one for one in said if one.decided is Verdict.REJECTED)
    return frozenset(one.iri for one in refused if (named(one), one.outcome, one.at) in nothing)
