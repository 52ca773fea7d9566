"""Job zones as the rules of steps take them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from pathways.occupations.catalog import Occupations

Zones = NDArray[np.int16]


def zones_of(occupations: Occupations) -> Zones:
    """Return the job zone of each occupation, 0 where unknown."""
    return np.array([occupation.zone for occupation in occupations], dtype=np.int16)


def zones_left(occupations: Occupations) -> Zones:
    """Return the job zone that one leaves with each occupation: of a special form at least that of its base.

    Acute care nurses are in a lower zone than registered nurses, and yet nobody who became one has gone down.
    """
    own = {occupation.code: occupation.zone for occupation in occupations}
    zones = [
        max(occupation.zone, own.get(f"{occupation.code[:7]}.00", 0)) if occupation.zone else 0
        for occupation in occupations
    ]
    return np.array(zones, dtype=np.int16)
