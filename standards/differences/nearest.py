"""The nearest: what comes nearest to a thing that was removed, of what was added; it is no successor."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from standards.differences.likeness import Content, in_common, likeness, wording_likeness
from standards.differences.pairing import Sides, alike

NEAR: Final = 0.4
"""Likeness from which on a thing is named as the nearest to one that was removed."""


@dataclass(frozen=True)
class Near:
    """What comes nearest to something.

    Parameters
    ----------
    likeness
        0 to 1.
    evidence
        What it rests on, in words.
    """

    newer: str
    likeness: float
    evidence: str


def nearest(sides: Sides, removed: Iterable[str], added: Iterable[str]) -> dict[str, Near]:
    """Return what comes nearest to each thing that was removed, of what was added, where anything does.

    Parameters
    ----------
    sides
        With what stands under each by its newer address.
    """
    older = {iri: sides.older[iri] for iri in removed if iri in sides.older}
    newer = {iri: sides.newer[iri] for iri in added if iri in sides.newer}
    found: dict[str, Near] = {}
    for old, new in alike(older, newer):
        close = likeness(older[old], newer[new])
        least = found[old].likeness if old in found else NEAR
        if close >= least and _is_comparable(older[old], newer[new]):
            found[old] = Near(new, round(close, 4), "; ".join(in_common(older[old], newer[new])))
    return found


def _is_comparable(one: Content, other: Content) -> bool:
    """Return whether two things are of one kind and have more in common than a code."""
    return one.kind == other.kind and bool(wording_likeness(one, other) or one.narrower & other.narrower)
