"""Status: where a suggestion stands."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from ontology.records import Verdict


class Status(StrEnum):
    """Where a suggestion stands."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    CHANGED = "changed"
    REOPENED = "re-opened"
    """Judged once, but the framework has a new wording or none at all: proposed again."""
    DISPUTED = "disputed"
    """Reviewers contradict each other: a proposal until that is settled."""


STATUS: Final = {
    Verdict.ACCEPTED: Status.ACCEPTED,
    Verdict.REJECTED: Status.REJECTED,
    Verdict.CHANGED: Status.CHANGED,
}
"""What a verdict that counts makes of a suggestion."""
