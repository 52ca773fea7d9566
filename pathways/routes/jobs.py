"""How many people work in a region."""

from __future__ import annotations

import numpy as np

from pathways.occupations.wages import Region
from pathways.snapshot import Snapshot

WHOLE = 150
"""Occupations whose jobs are known from which on they add up to all jobs of a region, small cities' too."""


def everyone(snapshot: Snapshot, region: Region | None) -> float:
    """Return how many people work in a region; 0 where too few occupations are known to add them up."""
    employed = snapshot.employed(region) if region else np.zeros(0)
    whole = np.isfinite(employed).sum() >= WHOLE
    return float(np.nansum(employed, dtype=np.float64)) if whole else 0.0
