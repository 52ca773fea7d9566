"""A signature: who gives a verdict, when, and in what way."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from ontology.records import BY_HAND, Iri
from standards.reviewing.decision import Decision
from standards.reviewing.reviewers import plain_name


@dataclass(frozen=True)
class Signature:
    """Who gives a verdict, when, and in what way.

    Parameters
    ----------
    reviewer
        Name of the person who decides, where the decision names nobody.
    at
        When, with time zone.
    justification
        By hand or in bulk, as `Review` has it.
    settles
        Whether it settles what reviewers disagreed on.
    """

    reviewer: str
    at: datetime
    justification: Iri = BY_HAND
    settles: bool = False

    def name(self, decision: Decision) -> str:
        """Return the name of who took a decision, without spaces that mean nothing."""
        return " ".join((decision.reviewer or self.reviewer).split())

    def signed(self, decision: Decision) -> str:
        """Return that name as it is told from others; empty for nobody."""
        return plain_name(self.name(decision))
