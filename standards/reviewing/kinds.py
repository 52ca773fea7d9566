"""Kinds: what stands in a review, and what of it is counted as a suggestion, the same wherever it is counted."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from standards.matching import UNMATCHED
from standards.reviewing.status import Status
from standards.reviewing.verdicts import Judgment


class Kind(StrEnum):
    """What a line of a review is of; only suggestions are counted as such."""

    SUGGESTION = "suggestion"
    """A competency that is suggested for an outcome, or that somebody spoke of."""
    CONSIDERED = "only to consider"
    """One that was too unlikely to be suggested, and was rejected with all others as nothing matches the outcome."""
    OUTCOME = "outcome"
    """An outcome that matches nothing; in a review one of which a person says so."""
    GAP = "gap"
    """A competency that no outcome says: there is nothing to review."""


def kind_of(status: Status, said: Sequence[Judgment], confidence: float | None) -> Kind:
    """Return what is to be counted: nobody spoke of what was only to consider and went with *no match*.

    Parameters
    ----------
    confidence
        Of the machine, 0 to 1; ``None`` where it does not come near.

    Example
    -------
    >>> from datetime import datetime
    >>> facts = {"review": "http://x/1", "reviewer": "Ann", "at": datetime(2026, 11, 20), "verdict": Status.REJECTED}
    >>> with_all, alone = Judgment(**facts, implied=True), Judgment(**facts)
    >>> [kind_of(Status.REJECTED, [with_all], share).value for share in (0.02, 0.9)]
    ['only to consider', 'suggestion']
    >>> kind_of(Status.REJECTED, [with_all, alone], 0.02).value
    'suggestion'
    """
    if status is Status.UNMATCHED:
        return Kind.OUTCOME
    with_all = status is Status.REJECTED and bool(said) and all(one.implied for one in said)
    return Kind.CONSIDERED if with_all and (confidence or 0) < UNMATCHED else Kind.SUGGESTION
