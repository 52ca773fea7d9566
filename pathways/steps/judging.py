"""Who judges a work: those who inspect, estimate and appraise it have, as a rule, done it.

From the Occupational Outlook Handbook on how one becomes one: construction inspectors and cost estimators have worked
in the construction trades, appraisers of auto damage in body shops, aviation inspectors as mechanics or pilots. What
they do all day is little like the work that they judge, and so ratings do not see it.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from pathways.arrays import Floats
from pathways.steps.traits import Mask, Traits, within

JUDGED = 0.35
"""Least relatedness of those who have done a work to those who judge it."""
LEAST_ALIKE = 0.15
"""Relatedness from which on they count as having done it."""
SEASONED_JUDGE = 0.35
"""Share of the preparation of who judges that one needs before."""
WHOLE_CRAFT = 0.8
"""The same from which on it does not matter how little alike the work is: who has learned a whole craft, as carpenters,
electricians and plumbers have, becomes a cost estimator or an inspector of buildings."""
CRAFTS = ("47-2", "49-902")
"""Beginnings of the SOC codes of these crafts."""

WORK: Mapping[str, tuple[str, ...]] = {
    "13-1032": ("49-1", "49-302"),  # auto damage
    "43-5032": ("53-3",),  # runs of vehicles: dispatchers have driven
    "13-1051": ("47-1", "47-2"),  # costs of construction
    "47-4011": ("47-1", "47-2", "47-4099", "49-902"),  # buildings
    "53-6051": ("49-1", "49-301", "49-304", "53-2"),  # vehicles, aircraft
}
"""The beginnings of the SOC codes of those whose work is judged, by the code of who judges it."""


def judges(judge: str, work: str) -> bool:
    """Return whether a work is judged by somebody, by the codes of the SOC of the two.

    Example
    -------
    >>> judges("47-4011", "47-2111"), judges("47-4011", "35-2014")
    (True, False)
    """
    return work.startswith(WORK.get(judge, ("none",)))


def judged(related: Floats, traits: Traits) -> Mask:
    """Return the steps to those who judge a work from those who have done it, or led those who do."""
    steps = np.zeros((len(traits.soc), len(traits.soc)), dtype=bool)
    for judge, work in WORK.items():
        steps |= within(traits.soc, work)[:, None] & (traits.soc == judge)[None]
    share = traits.total[:, None] / np.maximum(traits.total, 1)[None]
    craft = (share >= WHOLE_CRAFT) & within(traits.soc, CRAFTS)[:, None] & ~traits.special[None]
    done = (share >= SEASONED_JUDGE) & (related >= LEAST_ALIKE)
    return np.asarray(steps & (done | craft) & ~traits.helper[:, None])
