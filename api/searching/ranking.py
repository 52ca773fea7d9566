"""What puts the best of some names first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from api.searching.words import has


@dataclass(frozen=True)
class Name:
    """A name of a thing, by its place among the things; `own` where it is its label or its code."""

    text: str
    words: tuple[str, ...]
    place: int
    own: bool
    leads: bool


Order = tuple[int, bool, bool, bool, bool, bool, int, str, int]
"""What puts the best name first."""


def order(name: Name, wanted: Sequence[str], *, owner: bool) -> Order:
    """Return what puts the best first.

    A thing's own name that begins with the words, in the singular or the plural; another name that is the words; its
    own name that has them or only begins alike; another that does. Among equals what leads on, then what has them as
    whole words, then whose own name has the words too, then the shortest.
    """
    same = name.words == tuple(wanted)
    start = name.words[: len(wanted)]
    begins = len(start) == len(wanted) and start[:-1] == tuple(wanted[:-1]) and start[-1].startswith(wanted[-1])
    whole = all(has(name.words, word) for word in wanted)
    rank = 0 if name.own and begins and whole else 1 if same else 2 if name.own else 3
    return rank, not name.leads, not whole, not owner, not same, not begins, len(name.text), name.text, name.place
