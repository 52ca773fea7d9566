"""What a step from one occupation to another costs, and which steps nobody should be told to take.

The best way is the chain of steps of least cost, tolls included (`pathways.ladders.tolls`). Cost has no unit; 1 is
about what a sound step of one job zone costs. The weights were set by reading ladders between 35 pairs of occupations
and 44 textbook ladders, never by O*NET's list of related occupations.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from pathways.arrays import Flags, Floats, Integers
from pathways.occupations.catalog import Occupations
from pathways.occupations.preparation import Preparation
from pathways.relatedness.fusion import Matrix
from pathways.steps.beginnings import DOCTORAL, another_apprenticeship, another_degree
from pathways.steps.following import closeness, following
from pathways.steps.heights import asks_less
from pathways.steps.helpers import leaving
from pathways.steps.leadership import leading
from pathways.steps.rules import Bar, Grounds, bars
from pathways.steps.shared import Shared
from pathways.steps.traits import SCHOOLED, Traits, rise, same

PER_STEP = 0.2
UNRELATED = 3.2
GAP = 0.8
WIDE_GAP = 2.0
WIDE = 0.45
"""Gap from which on what is to be learned is more than a step."""
LEARNED_ON_THE_JOB = 0.5
"""Share of a gap that four years of training in the new job close by themselves; less training closes less."""
UNKNOWN_GAP = 0.3
"""Gap to assume where one side is unrated: the median over O*NET's neighbors is .2."""
PREPARATION = 0.05
EDUCATION = 0.05
"""Both for each year, and in proportion, so that a detour through many small steps saves nothing."""
LOST_TRAINING = 0.35
OTHER_FIELD = 0.12
SIDEWAYS = 0.15
MUCH_THE_SAME = 8
"""Months of preparation below which two occupations of a field and zone lie side by side."""
SHARED = 0.3
"""Share of what knowledge and programs in common add to relatedness, or take from it, that counts in the distance."""
OTHER_TRADE = 0.25
NEW_TRADE = 0.4
"""For another apprenticeship."""
NEW_SUBJECT = 0.3
"""For another degree."""
OTHER_PROFESSION = 0.5
OTHER_LICENSE = 0.6
LICENSED_BY_DEGREE = 30
"""Months of education from which on leaving a license behind means having studied for nothing."""
OTHER_APPRENTICESHIP = 0.8
"""For a helper of one construction trade who would learn another, or a helper in any who would help in another."""
SKIPPED_ZONE = 1.0
SKIPPED_MONTHS = 48
"""Months of preparation that a skipped job zone stands for; where fewer lie between, it counts in proportion."""
ASSISTED = 0.5
"""Relatedness from which on a skipped job zone counts the less, the closer the work: who assists a profession skips no
rung below it, and goes to school."""

DEAREST = 2.4
"""Cost beyond which a step is none where its ends are not closely related: more than two sound ones at once. Security
guards do not become engineers of information security in one; paralegals become lawyers, who are dear by schooling.
No further way has a step that costs more, tolls included, unless the best one has."""
CLOSE = 0.5
"""Relatedness from which on a step may be as dear as its schooling makes it."""

TRADES = ("47", "49", "51")
"""SOC major groups whose crafts are learned by long training on the job."""


class Part(StrEnum):
    """What a step costs something for."""

    EVERY_STEP = "every step"
    DISTANCE = "distance"
    LEARNING = "what is to be learned"
    TIME = "time"
    OTHER_WORK = "another field or trade, or the same again"
    LEADING = "leading others without having worked among them, or no longer"
    SCHOOLING = "a degree or a license left behind"
    SKIPPING = "a job zone skipped"
    ANEW = "beginning anew"


@dataclass(frozen=True)
class Steps:
    """All steps between occupations, from row to column.

    Parameters
    ----------
    relatedness
        0 to 1, as costs see it: `closeness`.
    follows
        The rule by which it is more than the views see, as of `pathways.steps.following`.
    cost
        Above 0; infinite where the step must not be taken.
    bars
        Why it must not, as the sum of its `Bar`; 0 where it may.
    support
        Relatedness as above, with what knowledge and programs in common add to it or take from it: about -0.3 to 1.4.
    shared
        These two.
    asks_less
        Steps to clearly less preparation, as of `pathways.steps.heights`.
    another_degree, another_apprenticeship
        Steps on which one begins anew, as of `pathways.steps.beginnings`.
    """

    relatedness: Matrix
    follows: Integers
    cost: Matrix
    bars: Integers
    support: Matrix
    shared: Shared
    asks_less: Flags
    another_degree: Flags
    another_apprenticeship: Flags


def steps(
    occupations: Occupations,
    preparation: Preparation,
    related: Matrix,
    related_work: Matrix,
    gaps: Matrix,
    shared: Shared | None = None,
    paid: Floats | None = None,
) -> Steps:
    """Return the cost of every step.

    Parameters
    ----------
    related, related_work
        Relatedness over all views, and over those that do not look at titles.
    gaps
        0 to 1, NaN where unknown.
    shared
        What pairs have in common beside; nothing is known of any where it is left out.
    paid
        US dollars a year: the nation's median, NaN where it is unknown or that of a broader group.
    """
    traits, shared = Traits.of(occupations, preparation, paid), shared or Shared.unknown(len(occupations))
    follows = following(related, traits)
    near = closeness(related, follows)
    degree, trade = another_degree(related, traits, shared), another_apprenticeship(related, traits)
    grounds = Grounds(related, near, related_work, gaps, shared, traits)
    cost = np.asarray(sum(parts(grounds, degree, trade).values()))
    barred = bars(grounds)
    barred |= np.where((cost > DEAREST) & (near < CLOSE), np.int32(Bar.DEAR), np.int32(0))
    return Steps(
        relatedness=near,
        follows=follows,
        cost=np.where(barred == 0, cost, np.inf).astype(np.float32),
        bars=barred,
        support=near + shared.more(),
        shared=shared,
        asks_less=asks_less(related, traits, gaps),
        another_degree=degree,
        another_apprenticeship=trade,
    )


def parts(grounds: Grounds, degree: Flags, trade: Flags) -> Mapping[Part, Matrix]:
    """Return what each step costs, part by part: their sum is its cost.

    Parameters
    ----------
    degree, trade
        Steps on which one begins anew, as of `Steps`.
    """
    traits, near = grounds.traits, grounds.closeness
    return {
        Part.EVERY_STEP: np.full(near.shape, PER_STEP),
        Part.DISTANCE: _distance(np.clip(near + SHARED * grounds.shared.more(), 0, 1), traits),
        Part.LEARNING: _learning(grounds.gaps, traits),
        Part.TIME: _time(traits),
        Part.OTHER_WORK: _other_work(traits) + leaving(traits),
        Part.LEADING: leading(grounds.related, traits),
        Part.SCHOOLING: _schooling(traits),
        Part.SKIPPING: _skipping(near, traits),
        Part.ANEW: np.where(trade, NEW_TRADE, np.where(degree, NEW_SUBJECT, 0)),
    }


def _distance(near: Matrix, traits: Traits) -> Matrix:
    """Return what distance costs, and more where training of one's own is lost."""
    apart = 1 - near
    return np.asarray(UNRELATED * apart**3 + LOST_TRAINING * np.minimum(traits.training[None] / 24, 2) * apart)


def _learning(gaps: Matrix, traits: Traits) -> Matrix:
    """Return what is added for what is to be learned and is not learned on the new job."""
    known = np.nan_to_num(gaps, nan=UNKNOWN_GAP) * (1 - np.minimum(traits.training / 96, LEARNED_ON_THE_JOB)[None])
    return np.asarray(GAP * known + WIDE_GAP * np.maximum(0, known - WIDE))


def _time(traits: Traits) -> Matrix:
    """Return what is added for preparation that takes longer, and for schooling once more."""
    longer = PREPARATION * np.maximum(0, rise(traits.total)) + EDUCATION * np.maximum(0, rise(traits.education))
    return np.asarray(longer / 12)


def _other_work(traits: Traits) -> Matrix:
    """Return what is added to steps into another field or trade, or into the same again."""
    same_field, same_zone = same(traits.major), traits.zone[:, None] == traits.zone[None]
    trained = np.isin(traits.major, TRADES) & ~traits.supervisor & (traits.training > 12)
    cost = np.where(same_field, 0, OTHER_FIELD)
    cost = cost + np.where(same_field & same_zone & (np.abs(rise(traits.total)) < MUCH_THE_SAME), SIDEWAYS, 0)
    helpers = traits.helper[:, None] & traits.helper[None]
    cost += np.where((traits.strange & trained[None]) | helpers, OTHER_APPRENTICESHIP, 0)
    return np.asarray(cost + np.where(trained[:, None] & trained[None] & same_zone, OTHER_TRADE, 0))


def _schooling(traits: Traits) -> Matrix:
    """Return what is added to steps that leave a degree or a license behind."""
    schooled, licensed = traits.education >= SCHOOLED, traits.license != ""
    fresh = licensed[None] & ~same(traits.license)
    cost = np.where(schooled[:, None] & schooled[None] & (~same(traits.minor) | fresh), OTHER_PROFESSION, 0)
    cost = cost + np.where(rise(traits.education) <= -12, OTHER_PROFESSION, 0)
    left = (traits.studied & (traits.education >= LICENSED_BY_DEGREE))[:, None] & licensed[None]
    return np.asarray(cost + np.where(left & ~same(traits.license), OTHER_LICENSE, 0))


def _skipping(near: Matrix, traits: Traits) -> Matrix:
    """Return what is added to steps that skip a job zone: nothing where one who leads a crew goes on to manage."""
    skipped = np.maximum(0, rise(traits.zone.astype(np.float32)) - 1)
    far = np.where((traits.degree >= DOCTORAL)[None], 1, np.minimum(1, (1 - near) / (1 - ASSISTED)))
    skipped *= np.clip(rise(traits.total) / SKIPPED_MONTHS, 0, 1) * far
    promoted = traits.supervisor[:, None] & (traits.rank == 2)[None]
    return np.where(promoted, 0, SKIPPED_ZONE * skipped)
