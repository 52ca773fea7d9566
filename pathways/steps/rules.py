"""Which steps nobody should be told to take, however little they cost."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntFlag, auto

import numpy as np

from pathways.arrays import Floats, Integers
from pathways.steps.beginnings import (
    CLOSE_SUBJECTS,
    FURTHER_DEGREE,
    no_common_degree,
    schooled_for_less,
    skips_a_degree,
    strange_degree,
)
from pathways.steps.care import CARE, leaves_a_license, taken_in, to_another_program, to_other_patients
from pathways.steps.heights import brief, climbs
from pathways.steps.helpers import back_to_helping, begun, taught
from pathways.steps.judging import judged
from pathways.steps.leadership import (
    PROFESSIONAL,
    back_from_directing,
    from_outside_the_ranks,
    led,
    managed,
    manages_another_field,
    professional,
)
from pathways.steps.shared import Shared
from pathways.steps.traits import Mask, Traits, rise, same, within

MOST_UNLED = 0.5
"""Gap beyond which nobody goes into management who has not led a crew of the field before."""
NEIGHBORS = 40
LEAST_RELATED = 0.25
LEAST_RELATED_WORK = 0.28
LEAST_SUPPORTED = 0.37
"""Relatedness, with what knowledge and programs in common add to it or take from it, below which nothing is a step."""
LEAST_SUPPORTED_LOW = 0.45
"""The same up to job zone `LOW`: what little knowledge such work asks for is alike everywhere."""
LEAST_SUPPORTED_UNRATED = 0.46
"""The same where knowledge of one of the two is not rated, and that of others is: less speaks for the step."""
LOW = 2
POSTGRADUATE = 66
"""Months of education from which on an occupation rests on a degree after the bachelor's."""
CLOSE_PROFESSIONS = 0.45
"""Relatedness from which on one profession leads to another without a further degree."""
CLOSE_TO_SKIP = 0.5
"""Relatedness from which on a degree may lead over a job zone."""
SUPPORTED_TO_SKIP = 0.52
"""Support that it takes besides: telemarketers do not become sales engineers by a degree alone."""
BRANCHES = ("53-2", "53-3", "53-4", "53-5")
"""SOC minor groups of those who carry by air, road, rail and water, each with licenses of its own."""
OWN_DEGREES = ("25-1", "29-1")
"""SOC minor groups in which each such occupation has a degree of its own: teachers of colleges, health professions."""


@dataclass(frozen=True)
class Grounds:
    """What the rules judge a step by; rows are where it begins.

    Parameters
    ----------
    related, related_work
        Relatedness over all views, and over those that do not look at titles.
    closeness
        Relatedness as of `pathways.steps.following.closeness`.
    gaps
        0 to 1, NaN where unknown.
    shared
        Knowledge and programs of study in common.
    """

    related: Floats
    closeness: Floats
    related_work: Floats
    gaps: Floats
    shared: Shared
    traits: Traits

    @property
    def support(self) -> Floats:
        """Return closeness and what is shared together."""
        return np.asarray(self.closeness + self.shared.more())


class Bar(IntFlag):
    """Why a step must not be taken; several may hold of one step."""

    LOWER = auto()
    """It leads to clearly less preparation, or over a job zone without a degree, and is no promotion."""
    LITTLE_IN_COMMON = auto()
    UNLED = auto()
    """It leads into management from where nobody has led a crew of the field, and most is new."""
    SPECIAL_FORM = auto()
    """It leads from a licensed special form back to its base, or into one from outside."""
    UNSERVED = auto()
    """The license asks for time served elsewhere."""
    OTHER_DEGREE = auto()
    OTHER_CREW = auto()
    OTHER_BRANCH = auto()
    """The license is of another branch of transport."""
    OTHER_FIELD = auto()
    """It leads from managing one field to managing another."""
    FAR_PROFESSION = auto()
    DEAR = auto()
    """It costs too much for occupations that are not close, as of `pathways.steps.costs`."""
    BEHIND = auto()
    """It leads back: from directing to what one has directed, from a learned trade to helping in another."""
    LESS_PAID = auto()
    """It takes a further degree and pays clearly less, as the nation pays."""


def bars(grounds: Grounds) -> Integers:
    """Return why each step may not be taken, as the sum of its `Bar`; 0 where it may. `Bar.DEAR` is left to costs."""
    traits, related, gaps = grounds.traits, grounds.related, grounds.gaps
    masks = {
        Bar.LOWER: ~(climbs(related, traits, gaps) | _specializes(traits)),
        Bar.LITTLE_IN_COMMON: ~_follows(grounds),
        Bar.UNLED: _unled(grounds),
        Bar.SPECIAL_FORM: _skips_the_base(related, traits),
        Bar.UNSERVED: _unserved(traits),
        Bar.OTHER_DEGREE: _to_another_degree(grounds) | to_another_program(related, traits, grounds.shared),
        Bar.OTHER_CREW: _to_another_crew(traits) | from_outside_the_ranks(traits),
        Bar.OTHER_BRANCH: _to_another_branch(traits),
        Bar.OTHER_FIELD: manages_another_field(related, traits, grounds.shared),
        Bar.FAR_PROFESSION: _to_a_far_profession(related, traits) | to_other_patients(related, traits),
        Bar.BEHIND: back_from_directing(traits) | back_to_helping(traits) | leaves_a_license(related, traits),
        Bar.LESS_PAID: schooled_for_less(grounds.support, traits),
    }
    found = np.zeros(gaps.shape, dtype=np.int32)
    for bar, mask in masks.items():
        found |= np.where(mask, np.int32(bar), np.int32(0))
    return found


def _follows(grounds: Grounds) -> Mask:
    """Return steps between those who do much the same, and those that people take however little they have in common.

    From a crew to who leads it, from a work to who judges it, from helping in a trade to learning it.
    """
    related, traits = grounds.related, grounds.traits
    near = (grounds.closeness >= LEAST_RELATED) & (grounds.related_work >= LEAST_RELATED_WORK)
    near &= _near(grounds.closeness) & _supported(grounds) & ~_skips_far(grounds)
    known = led(related, traits) | managed(traits) | judged(related, traits) | taught(traits) | begun(traits)
    known |= taken_in(related, traits)
    return np.asarray(near | known)


def _skips_far(grounds: Grounds) -> Mask:
    """Return steps over a job zone between occupations that are not close: teachers' aides do not assist professors."""
    zone = grounds.traits.zone
    skips = (rise(zone.astype(np.float32)) > 1) & (zone > 0)[:, None] & (rise(grounds.traits.rank) <= 0)
    skips &= ~brief(grounds.related, grounds.traits)
    close = (grounds.closeness >= CLOSE_TO_SKIP) & (grounds.related + grounds.shared.more() >= SUPPORTED_TO_SKIP)
    return np.asarray(skips & ~close)


def _supported(grounds: Grounds) -> Mask:
    """Return steps for which relatedness and what both ends share speak together, and those to a special form."""
    zone = grounds.traits.zone
    low = (zone > 0) & (zone <= LOW)
    least = np.where(low[:, None] & low[None], LEAST_SUPPORTED_LOW, LEAST_SUPPORTED)
    unrated = np.isnan(grounds.shared.knowledge)
    unrated &= ((zone > 0)[:, None] & (zone > 0)[None]) if not unrated.all() else False
    least = np.where(unrated, np.maximum(least, LEAST_SUPPORTED_UNRATED), least)
    return np.asarray((grounds.related + grounds.shared.more() >= least) | same(grounds.traits.soc))


def _unled(grounds: Grounds) -> Mask:
    """Return steps into management from where nobody has led a crew of the field, and most is new."""
    traits = grounds.traits
    into = (traits.rank == 0)[:, None] & (traits.rank == 2)[None] & (grounds.gaps > MOST_UNLED)
    return np.asarray(into & ~(managed(traits) & professional(traits)[:, None]))


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


def _skips_the_base(related: Floats, traits: Traits) -> Mask:
    """Return steps from a licensed special form to its base, and into one from outside, other than to judge one's work.

    Acute care nurses are registered nurses already, and registered nurses first; energy auditors have insulated homes.
    """
    alike, licensed = same(traits.soc), traits.license != ""
    back = alike & (traits.special & licensed)[:, None] & ~traits.special[None]
    has_base = np.isin(traits.soc, traits.soc[~traits.special])
    outside = ~alike & (traits.special & licensed & has_base)[None] & ~judged(related, traits)
    return np.asarray(back | outside)


def _unserved(traits: Traits) -> Mask:
    """Return steps to a license that asks for time served elsewhere, from where nobody has served it."""
    asked = np.array([bool(beginnings) for beginnings in traits.served], dtype=bool)
    return np.asarray(asked[None] & ~_served(traits) & ~_specializes(traits))


def _served(traits: Traits) -> Mask:
    """Return steps to a license from where the time was served that it asks for."""
    steps = np.zeros((len(traits.soc), len(traits.soc)), dtype=bool)
    for beginnings in {*traits.served} - {()}:
        asked = [place for place, after in enumerate(traits.served) if after == beginnings]
        steps[:, asked] = within(traits.soc, beginnings)[:, None]
    return steps


def _to_another_branch(traits: Traits) -> Mask:
    """Return steps in transport from one branch to a license of another, or from a license to another of its branch."""
    carries, licensed = within(traits.soc, BRANCHES), (traits.license != "") & ~traits.permitted
    held = licensed[:, None] & ~_served(traits)
    steps = carries[:, None] & (carries & licensed)[None] & (~same(traits.minor) | held)
    return np.asarray(steps & ~same(traits.license))


def _to_another_degree(grounds: Grounds) -> Mask:
    """Return steps to a degree of one's own, from another with which it has nothing in common.

    From one degree after the bachelor's to another, in groups where each occupation has its own, and to a subject that
    shares no program with one's own and is not close to it.
    """
    traits = grounds.traits
    learned = (traits.education >= POSTGRADUATE) & within(traits.soc, OWN_DEGREES)
    learned_both = learned[:, None] & learned[None] & same(traits.minor) & ~same(traits.soc)
    subject = no_common_degree(grounds.related, traits, grounds.shared) & (grounds.related < CLOSE_SUBJECTS)
    subject |= strange_degree(grounds.related, traits, grounds.shared) & ~judged(grounds.related, traits)
    subject |= skips_a_degree(grounds.related, traits)
    return np.asarray(learned_both | subject | _to_a_sibling(traits))


def _to_a_sibling(traits: Traits) -> Mask:
    """Return steps between special forms of what is left of health professions: each has a degree of its own.

    Art therapists and music therapists share a code of the SOC because it has none for either.
    """
    rest = np.array([str(soc).endswith("9") for soc in traits.soc], dtype=bool)
    left = rest & traits.special & within(traits.soc, OWN_DEGREES)
    return np.asarray(left[:, None] & left[None] & same(traits.soc))


def _to_a_far_profession(related: Floats, traits: Traits) -> Mask:
    """Return steps from one profession to another that is not close to it, where no further degree comes between.

    Nor, in health care, from one license to another, whatever comes between: who nurses animals does not nurse people.
    """
    professional = (traits.zone >= PROFESSIONAL) & (traits.rank == 0)
    degree = rise(traits.education) >= FURTHER_DEGREE
    licensed = (traits.license != "") & within(traits.soc, CARE)
    other = licensed[:, None] & licensed[None] & ~same(traits.license)
    far = (related < CLOSE_PROFESSIONS) & ~same(traits.soc)
    return np.asarray(((professional[:, None] & professional[None] & ~degree) | other) & far)


def _to_another_crew(traits: Traits) -> Mask:
    """Return steps from leading a crew to leading one of another field, whose work one has never done."""
    return np.asarray(traits.supervisor[:, None] & traits.supervisor[None] & ~same(traits.major))
