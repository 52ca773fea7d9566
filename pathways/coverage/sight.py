"""What each view sees of an outcome and a competency, in words for those who review."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathways.coverage.proposal import Proposal
from pathways.coverage.wording import percent

SEEN: Final = {
    "meaning": "meaning of the outcome and of the name that matched",
    "words": "words of the outcome and of that name",
    "covered": "how much of that name the words of the outcome cover",
    "name": "the mean of these three for the competency's own name",
    "description": "meaning of the outcome and of the competency's description",
    "text": "words of the outcome and of all that is said of the competency",
    "explained": "how much of the outcome is said of the competency",
    "passage": "meaning of the nearest passage of the outcome and of the name that matched",
}
"""What each view of `Evidence` compares; 0 is nothing alike, 1 is the same."""


def sight_words(proposal: Proposal) -> Iterator[str]:
    """Yield what each view sees as a percentage, in the order of the views; nothing where no machine looked."""
    for name, value in proposal.evidence or ():
        yield f"{SEEN[name]}: {percent(value)}"
