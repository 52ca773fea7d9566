"""Which of two occupations stands higher: by job zone, preparation and pay, as three witnesses of whom one may err.

Zone and months are answers of a few dozen people about each occupation, and of close work they differ by chance: O*NET
puts computer systems analysts a job zone below programmers, and cleaners two above housekeepers. So where the work is
close, two witnesses outweigh the third.
"""

from __future__ import annotations

import numpy as np

from pathways.arrays import Flags, Floats
from pathways.occupations.zones import Zones
from pathways.steps.beginnings import FURTHER_DEGREE
from pathways.steps.leadership import managed
from pathways.steps.traits import SCHOOLED, Mask, Traits, rise, same

KEPT = 0.8
"""Share of one's preparation that work must ask for which does not ask for clearly less."""
FEWER_MONTHS = 6
"""Months by which it may ask for less besides: what answers a few people more or less make."""
USUAL_IN_A_ZONE = 1.5
"""Preparation beyond which one has no more to lose, in times of the median of one's job zone. Of roustabouts O*NET says
that they need little or no preparation (job zone 1), and 52 months."""
CLOSE_WORK = 0.6
"""Relatedness from which on the work is so close that one witness may err."""
BRIEF = 24
"""Months of preparation more that are too few to stand for a job zone that is skipped."""
BRIEFLY_RELATED = 0.4
"""Relatedness from which on this counts."""


def least_kept(total: Floats, zones: Zones) -> Floats:
    """Return the months of preparation below which work asks for clearly less than each occupation does.

    Parameters
    ----------
    total
        Months by occupation.

    Example
    -------
    >>> least_kept(np.float32([50, 100, 20, 20, 20]), np.array([3, 3, 1, 1, 1], dtype=np.int16)).tolist()
    [34.0, 74.0, 10.0, 10.0, 10.0]
    >>> least_kept(np.float32([52, 20, 20]), np.array([1, 1, 1], dtype=np.int16)).tolist()
    [18.0, 10.0, 10.0]
    """
    usual = np.zeros(len(total), dtype=np.float32)
    for zone in np.unique(zones):
        usual[zones == zone] = np.median(total[zones == zone])
    return np.asarray(KEPT * np.minimum(total, USUAL_IN_A_ZONE * usual) - FEWER_MONTHS)


def rated(gaps: Floats) -> Flags:
    """Return which occupations are rated at all; all where none is.

    Of the others the job zone alone says how much preparation they ask for.
    """
    known = np.asarray(np.isfinite(gaps).any(axis=1))
    return known | ~known.any()


def asks_less(related: Floats, traits: Traits, gaps: Floats) -> Mask:
    """Return steps to clearly less preparation; not where the work is close, pays no less and takes as much school."""
    less = _fewer_months(traits, gaps)
    vouched = (related >= CLOSE_WORK) & pays_no_less(traits) & (rise(traits.education) >= -FEWER_MONTHS)
    return np.asarray(less & ~vouched)


def climbs(related: Floats, traits: Traits, gaps: Floats) -> Mask:
    """Return steps to no lower a job zone and no less preparation, and over one job zone at most without a degree.

    Down one job zone only to lead others, or where the work is close and neither months nor pay are less.
    """
    zones = np.where(same(traits.soc), traits.left[None], traits.zone[None]) - traits.left[:, None]
    unknown = (traits.zone == 0)[:, None] | (traits.zone == 0)[None]
    fewer, enough = _fewer_months(traits, gaps), ~asks_less(related, traits, gaps)
    promoted, paid = rise(traits.rank) > 0, pays_no_less(traits)
    down = (promoted & (~fewer | (paid & managed(traits)))) | ((related >= CLOSE_WORK) & ~fewer & paid)
    level = (zones >= 0) | ((zones == -1) & down)
    over = (traits.education >= SCHOOLED)[None] | promoted | (brief(related, traits) & enough)
    return np.asarray((level & (zones <= 1) & (enough | down | promoted)) | ((zones == 2) & over) | unknown)


def brief(related: Floats, traits: Traits) -> Mask:
    """Return steps that take too little more preparation, and no degree, for a job zone to lie between."""
    short = (rise(traits.total) < BRIEF) & (rise(traits.education) < FURTHER_DEGREE)
    return np.asarray(short & (related >= BRIEFLY_RELATED))


def pays_no_less(traits: Traits) -> Mask:
    """Return steps on which the nation's median pay is known not to fall."""
    return np.asarray(rise(traits.paid) >= 0)


def _fewer_months(traits: Traits, gaps: Floats) -> Mask:
    """Return steps to clearly fewer months of preparation, where both ends are rated."""
    known = rated(gaps)
    fewer = traits.total[None] < least_kept(traits.total, traits.zone)[:, None]
    return np.asarray(fewer & known[:, None] & known[None])
