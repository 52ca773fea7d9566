"""Status: where a suggestion stands."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from ontology.records import Verdict


class Status(StrEnum):
    """Where a suggestion stands: that an outcome teaches a competency."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    PLACED = "put in place"
    """A reviewer named it in the place of another one."""
    REJECTED = "rejected"
    CHANGED = "changed"
    """A reviewer named another one in its place."""
    UNMATCHED = "no match"
    """Of an outcome, not of a competency: a reviewer found that nothing of the framework is right."""
    REOPENED = "re-opened"
    """Judged once, but the framework has a new wording or none at all: proposed again."""
    DISPUTED = "disputed"
    """Reviewers contradict each other: a proposal until that is settled."""


STATUS: Final = {
    Verdict.ACCEPTED: Status.ACCEPTED,
    Verdict.REJECTED: Status.REJECTED,
    Verdict.CHANGED: Status.CHANGED,
    Verdict.UNMATCHED: Status.UNMATCHED,
}
"""What a verdict that counts makes of the suggestion that it is about."""

SETTLED: Final = frozenset((Status.ACCEPTED, Status.PLACED))
"""Where a person vouches for a suggestion."""

REFUSED: Final = frozenset((Status.REJECTED, Status.CHANGED))
"""Where a person says that a suggestion is wrong."""

OPEN: Final = frozenset((Status.PROPOSED, Status.REOPENED, Status.DISPUTED))
"""Where a suggestion waits for somebody to decide."""
