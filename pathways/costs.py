"""What a step from one occupation to another costs, and which steps nobody should be told to take.

A route is a chain of steps of least cost. Cost has no unit; 1 is about what a sound step of one job zone costs. The
weights were set by reading the ladders between 35 pairs of O*NET occupations, never by O*NET's list of related ones.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pathways.leading import rank_of, supervises
from pathways.licenses import license_of
from pathways.occupations import Occupations
from pathways.preparation import Preparation
from pathways.relatedness import Matrix

Mask = NDArray[np.bool_]

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
SIDEWAYS = 0.15
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
HELPERS = "47-301"
"""SOC broad group of those who help in a construction trade, which their title names."""
SKIPPED_RANK = 0.4
"""For going into management without having led a crew or worked as a professional."""
SKIPPED_ZONE = 1.0
NEIGHBORS = 40
LEAST_RELATED = 0.3
LEAST_RELATED_WORK = 0.15
SUPERVISED = 0.55
"""Least relatedness of a craft to the supervisor of its own group."""
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
    traits = _Traits.of(occupations, preparation)
    closeness = _with_supervisors(related, traits)
    cost = _base_cost(closeness, gaps, traits) + _other_work(traits) + _leading(traits) + _schooling(traits)
    allowed = _allowed(closeness, related_work, traits)
    return Steps(closeness, np.where(allowed, cost, np.inf).astype(np.float32))


@dataclass(frozen=True)
class _Traits:
    """What the rules look at, by occupation."""

    zone: NDArray[np.int8]
    total: Matrix
    education: Matrix
    training: Matrix
    major: NDArray[np.str_]
    minor: NDArray[np.str_]
    soc: NDArray[np.str_]
    special: Mask
    supervisor: Mask
    rank: Matrix
    strange: Mask
    """From helpers of a construction trade to all that their title does not name."""
    license: NDArray[np.str_]
    """The first words of the license, which those that build on one another share."""

    @classmethod
    def of(cls, occupations: Occupations, preparation: Preparation) -> _Traits:
        codes = [occupation.code for occupation in occupations]
        return cls(
            zone=np.array([occupation.zone for occupation in occupations], dtype=np.int8),
            total=preparation.total,
            education=preparation.education,
            training=preparation.training,
            major=np.array([code[:2] for code in codes], dtype=np.str_),
            minor=np.array([code[:4] for code in codes], dtype=np.str_),
            soc=np.array([code[:7] for code in codes], dtype=np.str_),
            special=np.array([not code.endswith(".00") for code in codes], dtype=bool),
            supervisor=np.array([supervises(code) for code in codes], dtype=bool),
            rank=np.array([rank_of(code) for code in codes], dtype=np.float32),
            strange=_strange(occupations),
            license=np.array([" ".join(license_of(code).split()[:3]) for code in codes], dtype=np.str_),
        )


def _strange(occupations: Occupations) -> Mask:
    titles = [{word.rstrip("s") for word in re.findall("[a-z]{4,}", o.label.value.lower())} for o in occupations]
    helping = [o.code.startswith(HELPERS) for o in occupations]
    rows = [
        [helps and not (own - {"helper"}) & other for other in titles]
        for own, helps in zip(titles, helping, strict=True)
    ]
    return np.array(rows, dtype=bool).reshape(len(titles), len(titles))


def _rise(values: Matrix) -> Matrix:
    """Return how much higher each column is than each row."""
    return np.asarray(values[None] - values[:, None])


def _same(names: NDArray[np.str_]) -> Mask:
    return np.asarray(names[:, None] == names[None])


def _seasoned(traits: _Traits) -> Mask:
    """Return whether the row has enough preparation to lead in the column's place."""
    return np.asarray(traits.total[:, None] >= SEASONED * traits.total[None])


def _with_supervisors(related: Matrix, traits: _Traits) -> Matrix:
    """Bring the supervisor of a group near to those in it who have learned their work."""
    plain = (traits.supervisor & ~traits.special)[None] & ~traits.supervisor[:, None]
    led = plain & _same(traits.major) & _seasoned(traits)
    return np.asarray(np.where(led, np.maximum(related, SUPERVISED + (1 - SUPERVISED) * related), related))


def _base_cost(closeness: Matrix, gaps: Matrix, traits: _Traits) -> Matrix:
    """Return what every step costs: distance, what is to be learned, and the time that it takes."""
    apart = 1 - closeness
    known = np.nan_to_num(gaps, nan=UNKNOWN_GAP) * (1 - np.minimum(traits.training / 96, LEARNED_ON_THE_JOB)[None])
    cost = PER_STEP + UNRELATED * apart**3 + GAP * known + WIDE_GAP * np.maximum(0, known - WIDE)
    cost += PREPARATION * np.maximum(0, _rise(traits.total)) / 12
    cost += EDUCATION * np.maximum(0, _rise(traits.education)) / 12
    cost += LOST_TRAINING * np.minimum(traits.training[None] / 24, 2) * apart
    return np.asarray(cost)


def _other_work(traits: _Traits) -> Matrix:
    """Return what is added to steps into another field or trade, or into the same again."""
    same_field, same_zone = _same(traits.major), traits.zone[:, None] == traits.zone[None]
    trained = np.isin(traits.major, TRADES) & ~traits.supervisor & (traits.training > 12)
    cost = np.where(same_field, 0, OTHER_FIELD)
    cost = cost + np.where(same_field & same_zone & (np.abs(_rise(traits.total)) < 8), SIDEWAYS, 0)
    cost += np.where(traits.strange & trained[None], OTHER_APPRENTICESHIP, 0)
    return np.asarray(cost + np.where(trained[:, None] & trained[None] & same_zone, OTHER_TRADE, 0))


def _leading(traits: _Traits) -> Matrix:
    """Return what is added to steps that lead others without having worked among them, or no longer lead."""
    untried = (traits.rank == 0) & (traits.zone < 4)
    outside = ~_same(traits.major) | ~_seasoned(traits)
    cost = np.where(traits.supervisor[None] & outside, OUTSIDE_SUPERVISOR, 0)
    cost = cost + np.where(_rise(traits.rank) < 0, BACK_TO_THE_RANKS, 0)
    return np.asarray(cost + np.where(untried[:, None] & (traits.rank == 2)[None], SKIPPED_RANK, 0))


def _schooling(traits: _Traits) -> Matrix:
    """Return what is added to steps that leave a degree or a license behind, or skip a job zone."""
    schooled, licensed = traits.education >= SCHOOLED, traits.license != ""
    cost = np.where(schooled[:, None] & schooled[None] & ~_same(traits.minor), OTHER_PROFESSION, 0)
    cost = cost + np.where(_rise(traits.education) <= -12, OTHER_PROFESSION, 0)
    left = (licensed & (traits.education >= LICENSED_BY_DEGREE))[:, None] & licensed[None]
    cost += np.where(left & ~_same(traits.license), OTHER_LICENSE, 0)
    return np.asarray(cost + SKIPPED_ZONE * np.maximum(0, _rise(traits.zone.astype(np.float32)) - 1))


def _allowed(closeness: Matrix, related_work: Matrix, traits: _Traits) -> Mask:
    """Return which steps may be taken at all."""
    rise = _rise(traits.zone.astype(np.int16))
    unknown = (traits.zone == 0)[:, None] | (traits.zone == 0)[None]
    schooled = (traits.education >= SCHOOLED)[None]
    keeps = _rise(traits.total) >= -0.2 * traits.total[:, None] - 3
    promoted = _rise(traits.rank) > 0
    climbs = ((rise >= 0) & (rise <= 1) & (keeps | promoted)) | ((rise == 2) & schooled) | unknown
    related = (closeness >= LEAST_RELATED) & (related_work >= LEAST_RELATED_WORK) & _near(closeness)
    return np.asarray((climbs | _specializes(traits)) & related & ~_skips_the_base(traits))


def _near(closeness: Matrix) -> Mask:
    """Return pairs of which one is among the other's closest."""
    near = np.zeros(closeness.shape, dtype=bool)
    closest = np.argsort(-closeness, axis=1, kind="stable")[:, :NEIGHBORS]
    np.put_along_axis(near, closest, values=True, axis=1)
    near |= near.T
    np.fill_diagonal(near, val=False)
    return near


def _specializes(traits: _Traits) -> Mask:
    """Return steps from an occupation to a special form of it, whatever their zones."""
    return np.asarray(_same(traits.soc) & ~traits.special[:, None] & traits.special[None])


def _skips_the_base(traits: _Traits) -> Mask:
    """Return steps from a special form to its base, and into a licensed special form from outside."""
    same = _same(traits.soc)
    back = same & traits.special[:, None] & ~traits.special[None]
    has_base = np.isin(traits.soc, traits.soc[~traits.special])
    outside = ~same & (traits.special & (traits.license != "") & has_base)[None]
    return np.asarray(back | outside)
