"""What the machine saw of an outcome and a competency, in words for those who review."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pathways.coverage.proposal import Proposal
from pathways.coverage.wording import percent
from standards.matching.terms import stems

SEEN: Final = {
    "meaning": "meaning of the outcome and of the name that matched",
    "words": "words of the outcome and of that name",
    "covered": "how much of that name the words of the outcome, and words akin to them, cover",
    "name": "the mean of these three for the competency's own name",
    "description": "meaning of the outcome and of the competency's description",
    "text": "words of the outcome and of all that is said of the competency",
    "explained": "how much of the outcome is said of the competency",
    "passage": "meaning of the nearest passage of the outcome and of the name that matched",
}
"""What each view of `Evidence` compares; 0 is nothing alike, 1 is the same."""

KINDRED: Final = "No word is the same, but some are akin."

BY_MEANING: Final = "No shared words: matched by meaning."


def sight_words(proposal: Proposal) -> Iterator[str]:
    """Yield what each view sees as a percentage, in the order of the views; nothing of a view that sees nothing."""
    for name, value in proposal.evidence or ():
        if percent(value) != percent(0):
            yield f"{SEEN[name]}: {percent(value)}"


def shared_words(proposal: Proposal, statement: str) -> str:
    """Return which words an outcome shares with the name that matched, else by what it matched all the same.

    Parameters
    ----------
    statement
        The outcome; a shared word that is not in it is what one of its acronyms stands for.
    """
    if proposal.common:
        said = set(stems(statement))
        spelled = not said.issuperset(stems(" ".join(proposal.common)))
        return f"Shared words{', acronyms spelled out' if spelled else ''}: {', '.join(proposal.common)}."
    return KINDRED if proposal.evidence and proposal.evidence.covered else BY_MEANING
