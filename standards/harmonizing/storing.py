"""Storing: where the proposals for a standard are kept, each round a release of its own, for nobody but its owners."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ontology.records import Candidate, Mapping, Release, Voice
from ontology.shown import PROPOSAL
from ontology.store import KnowledgeBase
from standards.encoding import encoded
from standards.harmonizing.proposal import Proposal
from standards.sources.publication import FIRST, new_release

PARTED: Final = "left:"
"""What the slug of a list begins with, in the options of a round, that was not compared because its firm had left."""


def stored_proposal(base: KnowledgeBase, standard: str) -> Proposal | None:
    """Return the newest proposal for a standard, ``None`` where there is none."""
    rounds = proposal_rounds(base, standard)
    return read_proposal(base, rounds[-1]) if rounds else None


def proposal_rounds(base: KnowledgeBase, standard: str) -> list[Release]:
    """Return the proposals for a standard, the oldest first."""
    found = [release for release in base.releases() if release.source == _source(standard)]
    return sorted(found, key=lambda release: int(release.version))


def read_proposal(base: KnowledgeBase, release: Release) -> Proposal:
    """Return the proposal that is stored as a release."""
    candidates, voices = base.records(release, Candidate), base.records(release, Voice)
    return Proposal.of(candidates, voices, base.records(release, Mapping))


def compared(base: KnowledgeBase, release: Release) -> tuple[str, ...]:
    """Return the slugs of the lists that a proposal was made of."""
    if release.options:
        return tuple(slug for slug in release.options.split() if not slug.startswith(PARTED))
    prefix = base.identifiers.mint("organization", "")
    return tuple(firm.removeprefix(prefix) for firm in read_proposal(base, release).firms)


def parted(release: Release) -> tuple[str, ...]:
    """Return the slugs of the lists that a proposal was not made of because their firms had left the partnership."""
    told = (release.options or "").split()
    return tuple(slug.removeprefix(PARTED) for slug in told if slug.startswith(PARTED))


def store_proposal(
    base: KnowledgeBase, standard: str, proposal: Proposal, lists: Sequence[str] = (), gone: Sequence[str] = ()
) -> Release:
    """Store a proposal as the next round for a standard, or return the round that says the same already.

    Parameters
    ----------
    lists
        Slugs of the lists that it was made of; the release says them in its options.
    gone
        Slugs of those that it was not made of because their firms have left the partnership; it says them, too.
    """
    options = " ".join([*sorted(lists), *(f"{PARTED}{slug}" for slug in sorted(gone))]) or None
    rounds = proposal_rounds(base, standard)
    if rounds and read_proposal(base, rounds[-1]) == proposal:
        return rounds[-1] if rounds[-1].options == options else _stored(base, rounds[-1], proposal, options)
    version = str(int(rounds[-1].version) + 1) if rounds else FIRST
    release = new_release(base.identifiers, _source(standard), version, f"Proposal {version} for {standard}")
    return _stored(base, release, proposal, options)


def _stored(base: KnowledgeBase, release: Release, proposal: Proposal, options: str | None) -> Release:
    told = {"reader": PROPOSAL, "options": options}
    return base.replace(release.model_copy(update=told), (), [encoded(proposal.records)])


def _source(standard: str) -> str:
    return f"{PROPOSAL}-{standard}"
