"""A signature: who gives verdicts, and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from standards.reviewing.decision import Decision
from standards.reviewing.reviewers import plain_name


@dataclass(frozen=True)
class Signature:
    """Who gives verdicts, and when.

    Parameters
    ----------
    reviewer
        Name of the person who decides, where the decision names nobody.
    at
        When, with time zone.
    settles
        Whether those by hand settle what reviewers disagreed on.
    """

    reviewer: str
    at: datetime
    settles: bool = False

    def name(self, decision: Decision) -> str:
        """Return the name of who took a decision, without spaces that mean nothing."""
        return " ".join((decision.reviewer or self.reviewer).split())

    def signed(self, decision: Decision) -> str:
        """Return that name as it is told from others; empty for nobody."""
        return plain_name(self.name(decision))
