"""How long ways take, and what one earns on them: work first, then school, then training on the job."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pathways.ladders.own_school import own_school, school_months
from pathways.occupations.preparation import EDUCATION_MONTHS
from pathways.occupations.schooling import MIDDLE
from pathways.routes.ways import Paths
from pathways.snapshot import Snapshot

Months = np.ndarray
"""Months by way and step."""

HORIZON = 120
"""Months from today over which pay is averaged."""


@dataclass(frozen=True)
class Clock:
    """The months of ways of the same length; shape (ways, steps).

    Parameters
    ----------
    work
        At the lower rung, until the upper one's usual experience is had.
    school
        Full-time, beyond what any rung before asks for.
    training
        On the job at the upper rung.
    """

    work: Months
    school: Months
    training: Months

    @property
    def total(self) -> np.ndarray:
        """Return the months of each way."""
        return np.asarray((self.work + self.school + self.training).sum(axis=1))


def clock_of(snapshot: Snapshot, paths: Paths) -> Clock:
    """Return the months of some ways; whoever stands at the start has what the start usually asks for."""
    preparation = snapshot.preparation
    school = school_months(preparation.degree[paths], own_school(snapshot, paths))
    return clock(school, preparation.experience[paths], preparation.training[paths])


def clock(school: Months, experience: Months, training: Months) -> Clock:
    """Return the months of ways by what each rung asks for.

    Parameters
    ----------
    school
        Months of school before each step, by way and step.
    experience
        Months of related work that each rung asks for; the time worked and trained on the rungs before counts.
    training
        Months on the job there.

    Example
    -------
    A rung with 3 months of training leads to one that asks for 12 of experience and trains for 6, and that to one that
    asks for as much: 9 months of work are missing before the first step, and none before the second.

    >>> found = clock(np.array([[9, 15]]), np.array([[0, 12, 12]]), np.array([[3, 6, 2]]))
    >>> found.work.tolist(), found.school.tolist(), found.training.tolist(), found.total.tolist()
    ([[9.0, 0.0]], [[9.0, 15.0]], [[6.0, 2.0]], [41.0])
    """
    worked = (experience[:, 0] + training[:, 0]).astype(np.float64)
    work = np.zeros(school.shape)
    for step in range(experience.shape[1] - 1):
        work[:, step] = np.maximum(0, experience[:, step + 1] - worked)
        worked = worked + work[:, step] + training[:, step + 1]
    return Clock(work, school.astype(np.float64), training[:, 1:].astype(np.float64))


def average_pay(pay: np.ndarray, beginner: np.ndarray, time: Clock) -> np.ndarray:
    """Return the mean pay of a year over `HORIZON` months from the start of each way, the last rung's after its end.

    Parameters
    ----------
    pay
        US dollars a year by way and rung.
    beginner
        What one earns there while in training.

    Returns
    -------
    US dollars a year; NaN where any pay is unknown.

    Example
    -------
    A year of school without pay, a year of training at $30,000, then eight years at $60,000: (0 + 30 + 480) / 10.

    >>> time = Clock(np.array([[0.0]]), np.array([[12.0]]), np.array([[12.0]]))
    >>> average_pay(np.array([[20_000, 60_000]]), np.array([[15_000, 30_000]]), time).tolist()
    [51000.0]
    """
    now, earned = np.zeros(len(pay)), np.zeros(len(pay))
    nothing = np.zeros(len(pay))
    for step in range(pay.shape[1] - 1):
        spells = (
            (time.work[:, step], pay[:, step]),
            (time.school[:, step], nothing),
            (time.training[:, step], beginner[:, step + 1]),
        )
        for months, rate in spells:
            then = np.minimum(now + months, HORIZON)
            earned, now = earned + (then - now) * rate, then
    return np.asarray((earned + (HORIZON - now) * pay[:, -1]) / HORIZON)


def school_between(snapshot: Snapshot, paths: Paths) -> tuple[np.ndarray, np.ndarray]:
    """Return the months of school of each way, as the least and the most of the middle half of those asked have it.

    The start counts with what is usual there, as the school that one has is had.
    """
    own = own_school(snapshot, paths)
    low, high = (school_months(_answered(snapshot, paths, part), own).sum(axis=1) for part in MIDDLE)
    return low, high


def _answered(snapshot: Snapshot, paths: Paths, part: float) -> np.ndarray:
    """Return the months of school that a part of those asked do not exceed; what is usual where nobody was asked."""
    shares, usual = snapshot.schooling.shares[paths], snapshot.preparation.degree[paths]
    reached = np.cumsum(shares, axis=-1) >= part * shares.sum(axis=-1, keepdims=True) - 1e-6
    months = np.array(EDUCATION_MONTHS, dtype=np.float64)[reached.argmax(axis=-1)]
    asked = np.where(shares.sum(axis=-1) > 0, months, usual)
    asked[:, 0] = usual[:, 0]
    return asked
