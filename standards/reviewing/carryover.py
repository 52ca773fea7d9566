"""Carryover: what people decided of a program stays when the program is imported again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ontology.namespaces import LW, RDF
from ontology.records import Release, Review
from ontology.report import Finding, Severity
from ontology.store import KnowledgeBase
from standards.reviewing.reviewers import when
from standards.reviewing.storage import stored_reviews


def kept_reviews(base: KnowledgeBase, source: str) -> list[Review]:
    """Return the reviews in all stored releases of a source, oldest first; each once, as taken back where it was."""
    releases = [release for release in base.releases() if release.source == source]
    every = [review for release in releases for review in stored_reviews(base, release)]
    found = {review.iri: review for review in every}
    found |= {review.iri: review for review in every if review.undone}
    return sorted(found.values(), key=when)


def carried(base: KnowledgeBase, release: Release, reviews: Sequence[Review]) -> Iterator[Finding]:
    """Yield how many reviews a release has taken over, and how many are of outcomes that it no longer has."""
    if not reviews:
        return
    there = {iri for iri, kind in base.pairs(release, RDF.type) if kind == str(LW.LearningOutcome)}
    gone = [review for review in reviews if review.outcome not in there]
    kept = len(reviews) - len(gone)
    yield _said("kept-reviews", f"{kept:,} of {len(reviews):,} reviews hold for outcomes that are still there")
    if gone:
        outcomes = len({review.outcome for review in gone})
        message = (
            f"{len(gone):,} reviews are of {outcomes:,} outcomes that were removed or reworded; they stay as history"
        )
        yield _said(
            "reviews-of-the-past", message, "Review the new wordings: `ladderworks align` suggests for them again"
        )


def _said(code: str, message: str, remedy: str = "") -> Finding:
    return Finding(code=code, severity=Severity.INFO, message=message, remedy=remedy)
