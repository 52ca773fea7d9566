"""What counts for an outcome: what reviewers said, then what a machine suggests beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from ontology.records import Iri, Review, Verdict
from pathways.coverage.proposal import Judgment, Proposal, propose
from standards.matching import Entry, Suggestion
from standards.reviewing import STATUS, Dispute, Reopened, Status

MOST: Final = 3
"""Competencies that one outcome is taken to teach at most, as far as a machine suggests them."""

BESIDE: Final = 0.5
"""Confidence that the second and third of them need."""

CONSIDERED: Final = 3
"""Competencies that are shown for an outcome that matches none."""


@dataclass(frozen=True)
class Meanings:
    """What an outcome may mean.

    Parameters
    ----------
    counted
        What reviewers vouch for, then what is suggested, best first.
    considered
        Where nothing counts, the nearest.
    rejected
        What reviewers rejected or replaced.
    """

    counted: tuple[Proposal, ...]
    considered: tuple[Proposal, ...]
    rejected: tuple[Proposal, ...]


@dataclass(frozen=True)
class Outlook:
    """What is known of an outcome before anything is decided.

    Parameters
    ----------
    suggestions
        Of the matcher, best first.
    held
        Reviews that count, one a competency.
    reopened
        Reviews that counted until the framework changed.
    disputed
        What reviewers contradict each other on.
    """

    statement: str
    suggestions: Sequence[Suggestion]
    held: Sequence[Review] = ()
    reopened: Sequence[Reopened] = ()
    disputed: Sequence[Dispute] = ()


def meanings(outlook: Outlook, entries: Mapping[Iri, Entry], threshold: float) -> Meanings:
    """Return what counts for an outcome.

    Parameters
    ----------
    entries
        Of the framework, by address; reviews of other frameworks say nothing here.
    threshold
        Confidence from which the first suggestion counts, 0 to 1.
    """
    found = {suggestion.iri: suggestion for suggestion in outlook.suggestions}
    judged = [proposal for review in outlook.held for proposal in _judged(review, outlook.statement, found, entries)]
    settled = list({proposal.iri: proposal for proposal in reversed(judged) if proposal.settled}.values())[::-1]
    decided = {proposal.iri for proposal in judged}
    left = [suggestion for suggestion in outlook.suggestions if suggestion.iri not in decided]
    least = [threshold, *[max(BESIDE, threshold)] * (MOST - 1)][len(settled) :]
    good = [s for s, enough in zip(left, least, strict=False) if s.confidence >= enough]
    counted = (*settled, *(_proposed(suggestion, outlook) for suggestion in good))
    nearest = () if counted else tuple(propose(outlook.statement, s) for s in left[:CONSIDERED])
    return Meanings(counted, nearest, tuple(p for p in judged if p.status is Status.REJECTED))


def _judged(
    review: Review, statement: str, found: Mapping[Iri, Suggestion], entries: Mapping[Iri, Entry]
) -> Iterator[Proposal]:
    """Yield what a review decides; of a change both the old competency and the new one."""
    said = (_judgment(review),)
    verdict = Verdict(review.verdict)
    status = Status.ACCEPTED if verdict is Verdict.ACCEPTED else Status.REJECTED
    if review.competency in entries:
        old = _known(entries[review.competency], statement, found, review)
        yield old.model_copy(update={"status": status, "judgments": said})
    if verdict is Verdict.CHANGED and review.instead is not None and review.instead in entries:
        new = _known(entries[review.instead], statement, found)
        changed = {"status": Status.CHANGED, "judgments": said, "instead_of": review.label}
        yield new.model_copy(update=changed)


def _known(entry: Entry, statement: str, found: Mapping[Iri, Suggestion], review: Review | None = None) -> Proposal:
    """Return a competency as it is suggested today, else as it was when it was judged."""
    if entry.iri in found:
        return propose(statement, found[entry.iri])
    return Proposal(iri=entry.iri, label=entry.label, confidence=review.confidence if review else None)


def _proposed(suggestion: Suggestion, outlook: Outlook) -> Proposal:
    """Return a suggestion that nobody has judged, or not since the competency changed, or not with one voice."""
    proposal = propose(outlook.statement, suggestion)
    for dispute in outlook.disputed:
        if dispute.competency == suggestion.iri:
            said = tuple(_judgment(review) for review in dispute.reviews)
            return proposal.model_copy(update={"status": Status.DISPUTED, "judgments": said})
    for before in outlook.reopened:
        if before.review.competency == suggestion.iri:
            said = (_judgment(before.review),)
            return proposal.model_copy(update={"status": Status.REOPENED, "judgments": said, "why": before.why})
    return proposal


def _judgment(review: Review) -> Judgment:
    return Judgment(
        review=review.iri,
        verdict=STATUS[Verdict(review.verdict)],
        reviewer=review.reviewer,
        at=review.at,
        comment=review.comment or "",
        by_hand=review.by_hand,
    )
