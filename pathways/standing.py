"""Where an occupation stands on a ladder: how high, at the entry, or far enough up."""

from __future__ import annotations

import numpy as np

from pathways.leading import rank_of
from pathways.snapshot import Snapshot
from pathways.wages import Region

ENTRY_ZONE = 2
ENTRY_MONTHS = 24
"""Job zone and months of preparation up to which one can begin without a forerunner."""
ADVANCED_ZONE = 4
MOST_LEADING = 2
"""Job zone, and rank among those who lead, from which on a rung needs nothing above it."""


def height(snapshot: Snapshot, place: int, region: Region | None) -> tuple[int, float, float, str]:
    """Return what orders rungs from bottom to top: job zone, preparation, pay, code."""
    pay = float(region.yearly[place, 1]) if region else 0.0
    occupation = snapshot.occupations[place]
    months = round(float(snapshot.preparation.total[place]), 1)
    return occupation.zone, months, 0.0 if np.isnan(pay) else pay, occupation.code


def is_advanced(snapshot: Snapshot, place: int) -> bool:
    """Return whether a rung needs nothing above it: its job zone says so, or it is management."""
    occupation = snapshot.occupations[place]
    return occupation.zone >= ADVANCED_ZONE or rank_of(occupation.code) == MOST_LEADING


def is_entry(snapshot: Snapshot, place: int) -> bool:
    """Return whether one can begin here: a partnership says so, or, where none speaks of it, its job zone does."""
    occupation = snapshot.occupations[place]
    declared = any(place in sector.members for sector in snapshot.sectors if sector.declared)
    soon = 1 <= occupation.zone <= ENTRY_ZONE and snapshot.preparation.total[place] <= ENTRY_MONTHS
    return occupation.entry or (not declared and bool(soon))
