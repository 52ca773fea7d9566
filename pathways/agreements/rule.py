"""The rule in plain words: what it takes that a statement is agreed, and what a later version keeps of those before."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from standards.agreement import Parties, Quorum
from standards.agreement.requirements import FEWEST

KEPT: Final = (
    f"What earlier versions said stays until {FEWEST} firms ask otherwise or the partnership decides: what each job "
    "needs, how many firms say a statement, and what moved between jobs. So nobody can read out of two versions what "
    "one firm asks for. A statement that reads as before stays agreed unless dissents rule that out."
)
"""What a version keeps of those before it."""


def rule_in_words(quorum: Quorum, parties: Parties) -> str:
    """Return the rule of a partnership, for everybody.

    Example
    -------
    >>> rule_in_words(Quorum(firms=1, employment=0.6), Parties({}, {}))
    'A statement is agreed when 1 firm adopts it, with at least 60% of the employment that is known.'
    """
    firms = _adopting(quorum.firms, len(parties.firms))
    share = f", with at least {quorum.employment:.0%} of the employment that is known" if quorum.employment else ""
    return " ".join(
        [f"A statement is agreed when {firms}{share}.", *_ratifying(quorum.unions_asked(parties), len(parties.unions))]
    )


def _adopting(asked: int, firms: int) -> str:
    """Return how many firms must adopt a statement."""
    if asked == firms:
        return "every firm adopts it" if firms > 1 else "the firm adopts it"
    of = f"of the {firms} " if firms > asked else ""
    word = "firm" if max(asked, firms) == 1 else "firms"
    least = "at least " if firms > asked else ""
    return f"{least}{asked} {of}{word} {'adopts' if asked == 1 else 'adopt'} it"


def _ratifying(asked: int, unions: int) -> Iterator[str]:
    """Yield how many unions must ratify, where any must."""
    if asked:
        all_of = "The union" if unions == 1 else "Every union"
        yield f"{all_of if asked >= unions else f'{asked} of the {unions} unions'} must ratify the whole standard."
