"""Storing: where the proposals for a standard are kept, each round a release of its own, for nobody but its owners."""

from __future__ import annotations

from collections.abc import Sequence

from ontology.records import Candidate, Mapping, Release, Voice
from ontology.shown import PROPOSAL
from ontology.store import KnowledgeBase
from standards.encoding import encoded
from standards.harmonizing.proposal import Proposal
from standards.sources.publication import FIRST, new_release


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
        return tuple(release.options.split())
    prefix = base.identifiers.mint("organization", "")
    return tuple(firm.removeprefix(prefix) for firm in read_proposal(base, release).firms)


def store_proposal(base: KnowledgeBase, standard: str, proposal: Proposal, lists: Sequence[str] = ()) -> Release:
    """Store a proposal as the next round for a standard, or return the round that says the same already.

    Parameters
    ----------
    lists
        Slugs of the lists that it was made of; the release says them in its options.
    """
    rounds = proposal_rounds(base, standard)
    if rounds and read_proposal(base, rounds[-1]) == proposal:
        return rounds[-1]
    version = str(int(rounds[-1].version) + 1) if rounds else FIRST
    release = new_release(base.identifiers, _source(standard), version, f"Proposal {version} for {standard}")
    told = {"reader": PROPOSAL, "options": " ".join(sorted(lists)) or None}
    return base.replace(release.model_copy(update=told), (), [encoded(proposal.records)])


def _source(standard: str) -> str:
    return f"{PROPOSAL}-{standard}"
