"""Disputes: what reviewers disagree on counts as a machine suggests it until that is settled, and says so."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from pathways.coverage.demand import Want
from pathways.coverage.proposal import Proposal, Standing
from standards.reviewing import Status

DISPUTED: Final = Status.DISPUTED.value
"""The word for it, in every form."""

MEANING: Final = "“Disputed” is what reviewers disagree on: it counts as a machine suggests it until that is settled."
"""What the word means."""


def shade(standing: Standing, *, disputed: bool) -> Standing:
    """Return the standing whose color something has: what is disputed is no more than possible, however likely.

    Example
    -------
    >>> shade(Standing.LIKELY, disputed=True).value, shade(Standing.ABSENT, disputed=True).value
    ('possibly taught', 'not found')
    """
    return Standing.POSSIBLE if disputed and standing is not Standing.ABSENT else standing


def proposal_shade(proposal: Proposal) -> Standing:
    """Return the standing whose color a suggestion has."""
    return shade(proposal.standing, disputed=proposal.status is Status.DISPUTED)


def disputed_words(words: str, *, disputed: bool) -> str:
    """Return words that say of something whether it is disputed.

    Example
    -------
    >>> disputed_words("likely taught", disputed=True), disputed_words("likely taught", disputed=False)
    ('likely taught, disputed', 'likely taught')
    """
    return f"{words}, {DISPUTED}" if disputed else words


def contested_name(named: Want, contested: Collection[str]) -> str:
    """Return what a competency is called, and whether reviewers dispute that it is taught.

    Example
    -------
    >>> aid = Want(competency="http://x/a", label="First Aid")
    >>> contested_name(aid, {"http://x/a"}), contested_name(aid, ())
    ('First Aid, disputed', 'First Aid')
    """
    return disputed_words(named.called, disputed=named.competency in contested)
