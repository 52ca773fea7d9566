"""What a step from one occupation to another costs, and which steps nobody should be told to take.

A route is a chain of steps of least cost. Cost has no unit; 1 is about what a sound step of one job zone costs. The
weights were set by reading the ladders between 35 pairs of O*NET occupations, never by O*NET's list of related ones.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pathways.occupations.catalog import Occupations
from pathways.occupations.preparation import Preparation
from pathways.relatedness.fusion import Matrix
from pathways.steps.traits import Mask, Traits, rise, same

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
OUTSIDE_SUPERVISOR = 0.5
OTHER_CREW = 0.3
"""For a supervisor who would lead those of another craft of the same field."""
SIDEWAYS = 0.15
MUCH_THE_SAME = 8
"""Months of preparation below which two occupations of a field and zone lie side by side."""
OTHER_TRADE = 0.25
OTHER_PROFESSION = 0.5
SCHOOLED = 36
"""Months of education from which on an occupation rests on a degree."""
OTHER_LICENSE = 0.6
LICENSED_BY_DEGREE = 30
"""Months of education from which on leaving a license behind means having studied for nothing."""
BACK_TO_THE_RANKS = 1.5
OTHER_APPRENTICESHIP = 0.8
"""For a helper of one construction trade who would learn another."""
SKIPPED_RANK = 0.4
"""For going into management without having led a crew or worked as a professional."""
MOST_UNLED = 0.5
"""Gap beyond which nobody goes into management who has not led a crew of the field before."""
SKIPPED_ZONE = 1.0
KEPT = 0.8
"""Share of one's preparation that work must ask for which does not ask for clearly less."""
FEWER_MONTHS = 3
"""Months by which it may ask for less besides."""
NEIGHBORS = 40
LEAST_RELATED = 0.3
LEAST_RELATED_WORK = 0.15
SUPERVISED = 0.55
"""Least relatedness of a craft to the supervisor of its own group."""
OWN_SUPERVISOR = 0.6
"""Least relatedness of a craft to who supervises it, in times of that to the closest supervisor of its group."""
SEASONED = 0.45
"""Share of a supervisor's preparation that one needs before leading others."""

TRADES = ("47", "49", "51")
"""SOC major groups whose crafts are learned by long training on the job."""


@dataclass(frozen=True)
class Steps:
    """All steps between occupations, from row to column.

    Parameters
    ----------
    relatedness
        0 to 1, as costs see it: crafts are close to the supervisor of their group.
    cost
        Above 0; infinite where the step must not be taken.
    """

    relatedness: Matrix
    cost: Matrix


def steps(
    occupations: Occupations, preparation: Preparation, related: Matrix, related_work: Matrix, gaps: Matrix
) -> Steps:
    """Return the cost of every step.

    Parameters
    ----------
    related, related_work
        Relatedness over all views, and over those that do not look at titles.
    gaps
        0 to 1, NaN where unknown.
    """
    traits = Traits.of(occupations, preparation)
    closeness = _with_supervisors(related, traits)
    cost = _base_cost(closeness, gaps, traits) + _other_work(traits) + _leading(traits) + _schooling(traits)
    allowed = _allowed(closeness, related_work, gaps, traits)
    return Steps(closeness, np.where(allowed, cost, np.inf).astype(np.float32))


def _seasoned(traits: Traits) -> Mask:
    """Return whether the row has enough preparation to lead in the column's place."""
    return np.asarray(traits.total[:, None] >= SEASONED * traits.total[None])


def _with_supervisors(related: Matrix, traits: Traits) -> Matrix:
    """Bring the supervisor of a group near to those in it who have learned their work.

    Where a group has several, only the one who is closest to a craft leads it: for lifeguards not that of the police.
    """
    plain = (traits.supervisor & ~traits.special)[None] & ~traits.supervisor[:, None] & same(traits.major)
    own = related >= OWN_SUPERVISOR * np.where(plain, related, 0).max(axis=1, keepdims=True, initial=0)
    led = plain & own & _seasoned(traits)
    return np.asarray(np.where(led, np.maximum(related, SUPERVISED + (1 - SUPERVISED) * related), related))


def _base_cost(closeness: Matrix, gaps: Matrix, traits: Traits) -> Matrix:
    """Return what every step costs: distance, what is to be learned, and the time that it takes."""
    apart = 1 - closeness
    known = np.nan_to_num(gaps, nan=UNKNOWN_GAP) * (1 - np.minimum(traits.training / 96, LEARNED_ON_THE_JOB)[None])
    cost = PER_STEP + UNRELATED * apart**3 + GAP * known + WIDE_GAP * np.maximum(0, known - WIDE)
    cost += PREPARATION * np.maximum(0, rise(traits.total)) / 12
    cost += EDUCATION * np.maximum(0, rise(traits.education)) / 12
    cost += LOST_TRAINING * np.minimum(traits.training[None] / 24, 2) * apart
    return np.asarray(cost)


def _other_work(traits: Traits) -> Matrix:
    """Return what is added to steps into another field or trade, or into the same again."""
    same_field, same_zone = same(traits.major), traits.zone[:, None] == traits.zone[None]
    trained = np.isin(traits.major, TRADES) & ~traits.supervisor & (traits.training > 12)
    cost = np.where(same_field, 0, OTHER_FIELD)
    cost = cost + np.where(same_field & same_zone & (np.abs(rise(traits.total)) < MUCH_THE_SAME), SIDEWAYS, 0)
    cost += np.where(traits.strange & trained[None], OTHER_APPRENTICESHIP, 0)
    return np.asarray(cost + np.where(trained[:, None] & trained[None] & same_zone, OTHER_TRADE, 0))


def _leading(traits: Traits) -> Matrix:
    """Return what is added to steps that lead others without having worked among them, or no longer lead."""
    untried = (traits.rank == 0) & (traits.zone < 4)
    outside = ~same(traits.major) | ~_seasoned(traits)
    cost = np.where(traits.supervisor[None] & outside, OUTSIDE_SUPERVISOR, 0)
    cost += np.where((traits.supervisor[:, None] & traits.supervisor[None]) & same(traits.major), OTHER_CREW, 0)
    cost += np.where(rise(traits.rank) < 0, BACK_TO_THE_RANKS, 0)
    return np.asarray(cost + np.where(untried[:, None] & (traits.rank == 2)[None], SKIPPED_RANK, 0))


def _schooling(traits: Traits) -> Matrix:
    """Return what is added to steps that leave a degree or a license behind, or skip a job zone."""
    schooled, licensed = traits.education >= SCHOOLED, traits.license != ""
    cost = np.where(schooled[:, None] & schooled[None] & ~same(traits.minor), OTHER_PROFESSION, 0)
    cost = cost + np.where(rise(traits.education) <= -12, OTHER_PROFESSION, 0)
    left = (licensed & (traits.education >= LICENSED_BY_DEGREE))[:, None] & licensed[None]
    cost += np.where(left & ~same(traits.license), OTHER_LICENSE, 0)
    return np.asarray(cost + SKIPPED_ZONE * np.maximum(0, rise(traits.zone.astype(np.float32)) - 1))


def _allowed(closeness: Matrix, related_work: Matrix, gaps: Matrix, traits: Traits) -> Mask:
    """Return which steps may be taken at all."""
    managed = (traits.rank == 0)[:, None] & (traits.rank == 2)[None] & (gaps > MOST_UNLED)
    zones = np.where(same(traits.soc), traits.left[None], traits.zone[None]) - traits.left[:, None]
    unknown = (traits.zone == 0)[:, None] | (traits.zone == 0)[None]
    schooled = (traits.education >= SCHOOLED)[None]
    promoted = rise(traits.rank) > 0
    level = (zones >= 0) | (promoted & (zones == -1) & (rise(traits.total) >= 0))
    kept = (traits.total[None] >= KEPT * traits.total[:, None] - FEWER_MONTHS) | promoted
    climbs = (level & (zones <= 1) & kept) | ((zones == 2) & schooled) | unknown
    related = (closeness >= LEAST_RELATED) & (related_work >= LEAST_RELATED_WORK) & _near(closeness)
    return np.asarray((climbs | _specializes(traits)) & related & ~managed & ~_skips_the_base(traits))


def _near(closeness: Matrix) -> Mask:
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
