"""Where an occupation stands on a ladder: how high, at the entry, or far enough up."""

from __future__ import annotations

import numpy as np

from pathways.occupations.leading import rank_of
from pathways.occupations.wages import Region
from pathways.snapshot import Snapshot
from pathways.steps.rules import Bar
from pathways.steps.traits import HELPERS, Mask

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


def passable(snapshot: Snapshot, start: int, goal: int | None = None) -> Mask:
    """Return the occupations that a way from a start may go through, and its goal where it is no lower than the start.

    Where it is not known how high an occupation stands, a way may begin or end there, but not go through it, unless
    it is known of none. Nobody manages between two occupations that do not.
    """
    zones = snapshot.zones
    if not zones.any():
        return np.ones(len(zones), dtype=bool)
    passed = (zones > 0) & ((zones[start] == 0) | _no_lower(snapshot, start))
    if goal is not None:
        passed &= snapshot.ranks <= max(snapshot.ranks[start], snapshot.ranks[goal], MOST_LEADING - 1)
        passed[goal] |= zones[goal] == 0
    return np.asarray(passed)


def _no_lower(snapshot: Snapshot, start: int) -> Mask:
    """Return the occupations in no lower job zone than a start, with no clearly less preparation (`Steps.asks_less`).

    To lead others, one may go down a job zone for no clearly less preparation, or have less preparation for no lower
    job zone. A special form of the start is no lower, whatever is said of it; nor are two forms of one occupation in
    two zones, or what the rules for steps do not call lower. Of what nobody rated the zone decides.
    """
    alike = snapshot.soc == snapshot.soc[start]
    zones = np.where(alike, snapshot.left, snapshot.zones) - snapshot.left[start]
    enough, leads = ~snapshot.steps.asks_less[start], snapshot.ranks > snapshot.ranks[start]
    level = (zones <= 0) & (snapshot.steps.bars[start] & Bar.LOWER == 0)
    kept = (zones >= 0) & (leads | enough)
    down = leads & (zones == -1) & enough
    return np.asarray(kept | down | level | (alike & ~snapshot.special[start]))


def is_special_form(snapshot: Snapshot, place: int, base: int) -> bool:
    """Return whether an occupation is one of the finer ones into which O*NET divides another, under its license."""
    special, whole = (snapshot.occupations[at].code for at in (place, base))
    return bool(snapshot.license(place)) and special != whole and special[:7] == whole[:7] and whole.endswith(".00")


def is_advanced(snapshot: Snapshot, place: int) -> bool:
    """Return whether a rung needs nothing above it: its job zone says so, or it is management."""
    occupation = snapshot.occupations[place]
    return occupation.zone >= ADVANCED_ZONE or rank_of(occupation.code) == MOST_LEADING


def is_entry(snapshot: Snapshot, place: int) -> bool:
    """Return whether one can begin here: a partnership says so, or, where none speaks of it, its job zone does.

    Nobody begins as the one who leads others. Where one helps in a construction trade, the months that people name
    count what they learn there.
    """
    occupation = snapshot.occupations[place]
    declared = any(place in sector.members for sector in snapshot.sectors if sector.declared)
    little = snapshot.preparation.total[place] <= ENTRY_MONTHS or occupation.code.startswith(HELPERS)
    soon = 1 <= occupation.zone <= ENTRY_ZONE and little
    return occupation.entry or (not declared and bool(soon) and rank_of(occupation.code) == 0)
