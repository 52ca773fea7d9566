"""Helpers: from helping in a trade one goes on to learn it, as an apprentice, without having worked in it before.

Registered apprenticeships take in those who have no experience. Laborers on construction sites enter them too
(Occupational Outlook Handbook).
"""

from __future__ import annotations

import numpy as np

from pathways.arrays import Floats
from pathways.steps.traits import Mask, Traits, rise, same, within

TAUGHT = 0.3
"""Least relatedness of helpers to the trades of their group."""
LABORERS = ("47-2061",)
"""SOC codes of those who help in many trades without the name of a helper."""
LEARNED_AT_WORK = 3
"""Months of training from which on a trade is learned at work."""
TRADE = 12
"""Months of training from which on one has learned a trade, and is no laborer any more."""
LEFT_GROUP = 0.3
"""For a helper who begins at the foot of another field."""


def taught(traits: Traits) -> Mask:
    """Return the steps from helpers to the trades of their group; in construction, to the one that they help in."""
    trade = (traits.training >= LEARNED_AT_WORK) & ~traits.helper & (traits.rank == 0)
    helps = traits.helper | within(traits.soc, LABORERS)
    return np.asarray(helps[:, None] & trade[None] & same(traits.major) & ~traits.strange)


def leaving(traits: Traits) -> Floats:
    """Return what is added to the steps of helpers to other fields, other than to lead."""
    out = traits.helper[:, None] & ~same(traits.major) & (rise(traits.rank) <= 0)
    return np.where(out, LEFT_GROUP, 0)


def back_to_helping(traits: Traits) -> Mask:
    """Return the steps to helping in a trade from those who have learned one, or who help in another already."""
    laborers = within(traits.soc, LABORERS)
    learned = (traits.training >= LEARNED_AT_WORK) & ~traits.helper & ~laborers
    to_helpers = (learned | traits.helper)[:, None] & traits.helper[None]
    to_laborers = (traits.helper | ((traits.training >= TRADE) & ~laborers))[:, None] & laborers[None]
    return np.asarray((to_helpers & ~_any_trade(traits)[None]) | (to_laborers & same(traits.major)))


def _any_trade(traits: Traits) -> Mask:
    """Return the helpers in no trade of their own, among whom one may begin whatever one has learned."""
    return within(traits.soc, ("51-9198",))
