"""Which steps nobody should be told to take, however little they cost."""

from __future__ import annotations

import numpy as np

from pathways.arrays import Flags, Floats
from pathways.occupations.zones import Zones
from pathways.steps.leadership import led, managed, manages_another_field
from pathways.steps.traits import SCHOOLED, Mask, Traits, rise, same, within

MOST_UNLED = 0.5
"""Gap beyond which nobody goes into management who has not led a crew of the field before."""
KEPT = 0.8
"""Share of one's preparation that work must ask for which does not ask for clearly less."""
FEWER_MONTHS = 6
"""Months by which it may ask for less besides: what answers a few people more or less make."""
USUAL_IN_A_ZONE = 1.5
"""Preparation beyond which one has no more to lose, in times of the median of one's job zone. Of roustabouts O*NET says
that they need little or no preparation (job zone 1), and 52 months."""
NEIGHBORS = 40
LEAST_RELATED = 0.25
PROFESSIONAL = 4
"""Job zone from which on one may manage one's own field without having led a crew in it, however much is new."""
LEAST_RELATED_WORK = 0.15
POSTGRADUATE = 66
"""Months of education from which on an occupation rests on a degree after the bachelor's."""
FURTHER_DEGREE = 18
"""Months of education more from which on a further degree comes between two occupations."""
CLOSE_PROFESSIONS = 0.45
"""Relatedness from which on one profession leads to another without a further degree."""
BRANCHES = ("53-2", "53-3", "53-4", "53-5")
"""SOC minor groups of those who carry by air, road, rail and water, each with licenses of its own."""
OWN_DEGREES = ("25-1", "29-1")
"""SOC minor groups in which each such occupation has a degree of its own: teachers of colleges, health professions."""


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


def allowed(related: Floats, closeness: Floats, related_work: Floats, gaps: Floats, traits: Traits) -> Mask:
    """Return which steps may be taken at all.

    Parameters
    ----------
    related, related_work
        Relatedness over all views, and over those that do not look at titles.
    closeness
        Relatedness as of `pathways.steps.leadership.closeness`.
    gaps
        0 to 1, NaN where unknown.
    """
    unled = (traits.rank == 0)[:, None] & (traits.rank == 2)[None] & (gaps > MOST_UNLED)
    unled &= ~(managed(traits) & (traits.zone >= PROFESSIONAL)[:, None])
    near = (closeness >= LEAST_RELATED) & (related_work >= LEAST_RELATED_WORK) & _near(closeness)
    follows = near | led(related, traits) | managed(traits)
    barred = unled | _skips_the_base(traits) | _unserved(traits) | _to_another_degree(traits) | _to_another_crew(traits)
    barred |= (
        _to_another_branch(traits) | manages_another_field(related, traits) | _to_a_far_profession(related, traits)
    )
    return np.asarray((_climbs(traits, gaps) | _specializes(traits)) & follows & ~barred)


def _climbs(traits: Traits, gaps: Floats) -> Mask:
    """Return steps to no lower a job zone and no less preparation, and over one job zone at most without a degree."""
    zones = np.where(same(traits.soc), traits.left[None], traits.zone[None]) - traits.left[:, None]
    unknown = (traits.zone == 0)[:, None] | (traits.zone == 0)[None]
    known = rated(gaps)
    compared = known[:, None] & known[None]
    enough = (traits.total[None] >= least_kept(traits.total, traits.zone)[:, None]) | ~compared
    promoted = rise(traits.rank) > 0
    level = (zones >= 0) | (promoted & (zones == -1) & enough)
    schooled = (traits.education >= SCHOOLED)[None]
    return np.asarray((level & (zones <= 1) & (enough | promoted)) | ((zones == 2) & (schooled | promoted)) | unknown)


def _near(closeness: Floats) -> Mask:
    """Return pairs of which one is among the other's closest."""
    near = np.zeros(closeness.shape, dtype=bool)
    closest = np.argsort(-closeness, axis=1, kind="stable")[:, :NEIGHBORS]
    np.put_along_axis(near, closest, values=True, axis=1)
    near |= near.T
    np.fill_diagonal(near, val=False)
    return near


def _specializes(traits: Traits) -> Mask:
    """Return steps from an occupation to a special form of it, whatever their zones."""
    return np.asarray(same(traits.soc) & ~traits.special[:, None] & traits.special[None])


def _skips_the_base(traits: Traits) -> Mask:
    """Return steps from a special form to its base, and into a licensed special form from outside."""
    alike = same(traits.soc)
    back = alike & traits.special[:, None] & ~traits.special[None]
    has_base = np.isin(traits.soc, traits.soc[~traits.special])
    outside = ~alike & (traits.special & (traits.license != "") & has_base)[None]
    return np.asarray(back | outside)


def _unserved(traits: Traits) -> Mask:
    """Return steps to a license that asks for time served elsewhere, from where nobody has served it."""
    steps = np.zeros((len(traits.soc), len(traits.soc)), dtype=bool)
    for place, beginnings in enumerate(traits.served):
        if beginnings:
            steps[:, place] = ~within(traits.soc, beginnings)
    return np.asarray(steps & ~same(traits.soc))


def _to_another_branch(traits: Traits) -> Mask:
    """Return steps from one branch of transport to a license of another."""
    carries = within(traits.soc, BRANCHES)
    licensed = carries & (traits.license != "")
    return np.asarray(carries[:, None] & licensed[None] & ~same(traits.minor) & ~same(traits.license))


def _to_another_degree(traits: Traits) -> Mask:
    """Return steps between professions of one group of which each rests on a degree of its own after the bachelor's."""
    learned = (traits.education >= POSTGRADUATE) & within(traits.soc, OWN_DEGREES)
    return np.asarray(learned[:, None] & learned[None] & same(traits.minor) & ~same(traits.soc))


def _to_a_far_profession(related: Floats, traits: Traits) -> Mask:
    """Return steps from one profession to another that is not close to it, where no further degree comes between."""
    professional = (traits.zone >= PROFESSIONAL) & (traits.rank == 0)
    degree = rise(traits.education) >= FURTHER_DEGREE
    far = (related < CLOSE_PROFESSIONS) & ~degree & ~same(traits.soc)
    return np.asarray(professional[:, None] & professional[None] & far)


def _to_another_crew(traits: Traits) -> Mask:
    """Return steps from leading a crew to leading one of another field, whose work one has never done."""
    return np.asarray(traits.supervisor[:, None] & traits.supervisor[None] & ~same(traits.major))
