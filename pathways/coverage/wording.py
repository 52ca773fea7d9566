"""The words for the parts of a curriculum map: the same on the page, in workbooks and on a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import Final

from pathways.coverage.held import Taught
from pathways.coverage.outcomes import OutcomeMatch
from pathways.coverage.proposal import Proposal, Standing
from pathways.coverage.reviewed import BESIDE
from standards.reviewing import Status, standing_words

BESIDE_WORDS: Final = (
    "Beside the best match of an outcome a second and a third competency count only from {} on, so what is “nearest, "
    "not counted” can have more than a best match needs."
)

HUNDREDTH: Final = 0.01
"""Of a credit: the least that is told apart."""

ROUNDING: Final = 1e-9
"""Percentage points that are an error of floating point: 0.7 and 0.1 are 0.7999… together."""


def percent(share: float) -> str:
    """Return a share of 0 to 1 as a percentage.

    Only what is nothing is 0%. From where something counts, or has another word, is a whole tenth; so no share is
    rounded up to a tenth: what is just below 40% and not counted is not said to be 40%.

    Example
    -------
    >>> percent(0.397), percent(0.4), percent(0.376), percent(0.598), percent(0.001), percent(0.999), percent(1)
    ('39%', '40%', '38%', '59%', '1%', '99%', '100%')
    """
    rounded = round(100 * share)
    reached = rounded % 10 or rounded <= 100 * share + ROUNDING
    return f"{max(rounded if reached else rounded - 1, min(1, ceil(share)))}%"


def credits_words(credits_: float | None) -> str:
    """Return credits, exact to the eighth, other parts to a hundredth; empty where they are not known.

    Example
    -------
    >>> credits_words(1.25), credits_words(0.625), credits_words(5), credits_words(None)
    ('1.25', '0.625', '5', '')
    >>> credits_words(10 / 6), credits_words(0.0001), credits_words(0)
    ('1.67', 'under 0.01', '0')
    """
    if credits_ is None:
        return ""
    if 0 < credits_ < HUNDREDTH / 2:
        return "under 0.01"
    places = 3 if 8 * credits_ % 1 == 0 else 2
    return f"{credits_:.{places}f}".rstrip("0").rstrip(".")


def sureness(taught: Taught) -> str:
    """Return how sure it is that a course or program teaches something: ``accepted``, or the machine's confidence."""
    return "accepted" if taught.standing is Standing.TAUGHT else percent(taught.confidence)


def beside_words() -> str:
    """Return what a competency needs to count that is not the best match of its outcome."""
    return BESIDE_WORDS.format(percent(BESIDE))


def and_more(names: Sequence[str], most: int) -> str:
    """Return some names and the number of the others.

    Example
    -------
    >>> and_more(["pumps", "fans", "belts"], 2), and_more(["pumps", "fans"], 2)
    ('pumps; fans; and 1 more', 'pumps; fans')
    """
    rest = len(names) - most
    return "; ".join([*names[:most], *([f"and {rest} more"] if rest > 0 else [])])


def status_words(proposal: Proposal) -> str:
    """Return where a proposal stands, and who said so."""
    return standing_words(proposal.status, proposal.judgments, proposal.why)


def unmatched_words(outcome: OutcomeMatch) -> str:
    """Return who found that an outcome means nothing in the framework; empty where nobody did."""
    return standing_words(Status.UNMATCHED, outcome.unmatched) if outcome.unmatched else ""


def unconfirmed_words(found: int, unconfirmed: int) -> str:
    """Return how many of some competencies are only suggested: a percentage of them is worth no more than that.

    Example
    -------
    >>> unconfirmed_words(20, 20), unconfirmed_words(20, 3), unconfirmed_words(20, 0), unconfirmed_words(0, 0)
    ('all 20 unconfirmed', '3 of 20 unconfirmed', 'all 20 confirmed', '')
    >>> unconfirmed_words(1, 1), unconfirmed_words(1, 0)
    ('unconfirmed', 'confirmed')
    """
    every = "" if found == 1 else f"all {found:,} "
    if not found:
        return ""
    if not unconfirmed:
        return f"{every}confirmed"
    return f"{every}unconfirmed" if unconfirmed == found else f"{unconfirmed:,} of {found:,} unconfirmed"


def are(number: int) -> str:
    """Return the verb of a number: ``is`` for one, ``are`` for any other."""
    return "is" if number == 1 else "are"


def were(number: int) -> str:
    """Return the same of the past: ``was``, ``were``."""
    return "was" if number == 1 else "were"
