"""A succession: one thing follows on another, as a release says or as was worked out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class SuccessionKind(StrEnum):
    """How one thing follows on another."""

    RECODED = "recoded"
    """The same, under another address."""
    REPLACED = "replaced"
    """Another in its place, as a release says."""
    SPLIT = "split"
    MERGED = "merged"


PARTED: Final = frozenset({SuccessionKind.SPLIT, SuccessionKind.MERGED})


@dataclass(frozen=True)
class Followed:
    """What took the place of what, by address.

    Parameters
    ----------
    asserted
        Whether a release says so itself; else it was worked out.
    similarity
        0 to 1: of the same under another address, how alike they are; of what was split or merged, how much of the
        whole its parts cover.
    evidence
        What it rests on, in words.
    """

    kind: SuccessionKind
    older: tuple[str, ...]
    newer: tuple[str, ...]
    asserted: bool
    similarity: float
    evidence: tuple[str, ...]
