"""Helpers: from helping in a trade one goes on to learn it, as an apprentice, without having worked in it before.

Registered apprenticeships take in those who have no experience. Laborers on construction sites enter them too
(Occupational Outlook Handbook).
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from pathways.arrays import Floats
from pathways.steps.traits import HELPERS, Mask, Traits, rise, same, within

TAUGHT = 0.3
"""Least relatedness of helpers to the trades of their group."""
LABORERS = ("47-2061",)
"""SOC codes of those who help in many trades without the name of a helper."""
HELPED: Mapping[str, tuple[str, ...]] = {
    "25-904": ("25-1", "25-2", "25-3"),  # teachers
    "35-9011": ("35-1", "35-2", "35-3"),  # cooks, servers
    "35-9021": ("35-1", "35-2", "35-3"),
    "47-5071": ("47-50",),  # crews that drill
    "51-9198": ("51-",),  # production workers
}
"""The beginnings of the SOC codes of those who do a work, by that of those who help at it, from
the definitions of the Standard Occupational Classification of 2018: assistants of teachers; who clears tables and
washes dishes; roustabouts; helpers in production. Helpers of a construction trade are known by their group."""
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


def helping(traits: Traits) -> Mask:
    """Return who helps at a work that others do."""
    return np.asarray(traits.helper | within(traits.soc, tuple(HELPED)))


def begun(traits: Traits) -> Mask:
    """Return the steps from laborers to helping in a construction trade: in whatever trade takes them."""
    return np.asarray(within(traits.soc, LABORERS)[:, None] & within(traits.soc, (HELPERS,))[None])


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
    to_helpers &= ~_any_trade(traits)[None]
    return np.asarray(to_helpers | (to_laborers & same(traits.major)) | _to_help_at_ones_own_work(traits))


def _to_help_at_ones_own_work(traits: Traits) -> Mask:
    """Return the steps from doing a work to helping at it, as of `HELPED`."""
    steps = np.zeros((len(traits.soc), len(traits.soc)), dtype=bool)
    for helps, does in HELPED.items():
        helping = within(traits.soc, (helps,))
        steps |= (within(traits.soc, does) & ~helping & ~traits.helper)[:, None] & helping[None]
    return steps


def _any_trade(traits: Traits) -> Mask:
    """Return the helpers in no trade of their own, among whom one may begin whatever one has learned."""
    return within(traits.soc, ("51-9198",))
