"""A flow: how much of a thing of the older release went into one of the newer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from standards.differences.likeness import Content, share


@dataclass(frozen=True)
class Flow:
    """How much of a thing went into another.

    Parameters
    ----------
    given, taken
        The share of the older one that is in the newer, and the share of the newer that is of the older, 0 to 1.
    is_part, is_whole
        Whether the newer one is a part of the older, and whether the older one is a part of the newer.
    evidence
        What it rests on, in words.
    """

    given: float
    taken: float
    is_part: bool
    is_whole: bool
    evidence: str


CONTAINED: Final = 0.75
"""Share of the words of one that are in another from which it is a part of it."""

MOST: Final = 0.5
"""Share of what stood under one that stands under another beyond which most of it went there, or came from there."""

SOME: Final = 0.2
"""Share of what stood under one that is no more, from which another where it stands now is a part of it."""

FEWEST: Final = 2
"""Words, or narrower ones, that two must share."""


def flow(older: Content, newer: Content) -> Flow | None:
    """Return how much of a thing went into another; ``None`` where nothing shows that any of it did.

    Example
    -------
    >>> from standards.differences.likeness import words
    >>> merged = Content("group", named=words(["positioning materials, tools or equipment"]))
    >>> found = flow(Content("group", named=words(["positioning tools or equipment"])), merged)
    >>> found.given, found.taken, found.is_whole
    (1.0, 0.75, True)
    """
    if older.kind != newer.kind:
        return None
    return _moved(older, newer) or _passed(older, newer) or _contained(older, newer)


def _moved(older: Content, newer: Content) -> Flow | None:
    """Return what stood under one and stands under the other now."""
    both = older.narrower & newer.narrower
    given, taken = share(older.narrower, newer.narrower), share(newer.narrower, older.narrower)
    is_part = taken > MOST or (given >= SOME and not older.is_part)
    is_whole = given > MOST and not older.is_part
    if len(both) < FEWEST or not (is_part or is_whole):
        return None
    stood = "left it" if older.is_part else "stood under it"
    evidence = f"{len(both):,} of {len(older.narrower):,} that {stood} stand there now"
    return Flow(given, taken, is_part, is_whole, evidence)


def _passed(older: Content, newer: Content) -> Flow | None:
    """Return the names that went from one to the other."""
    both = older.names & newer.names
    if not both:
        return None
    passed = " and ".join(repr(name) for name in sorted(both)[:FEWEST])
    given, taken = share(older.names, newer.names), share(newer.names, older.names)
    return Flow(given, taken, is_part=True, is_whole=True, evidence=f"the name {passed} went over")


def _contained(older: Content, newer: Content) -> Flow | None:
    """Return the words that one has of the other."""
    both = older.named & newer.named
    given, taken = share(older.named, newer.named), share(newer.named, older.named)
    if len(both) < FEWEST or max(given, taken) < CONTAINED:
        return None
    evidence = f"both have the words {', '.join(sorted(both))}"
    return Flow(given, taken, taken >= CONTAINED, given >= CONTAINED, evidence)


def covered(wholes: Iterable[frozenset[str]], whole: frozenset[str]) -> float:
    """Return how much of a whole some sets hold together, 0 to 1."""
    return share(whole, frozenset().union(*wholes))
