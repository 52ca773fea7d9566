"""What ways are compared by: time, school, what is to be learned, pay and jobs."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from pathways.occupations.regional import Regional
from pathways.routes.clock import Clock, average_pay, clock_of
from pathways.routes.dominance import Figures, dominates
from pathways.routes.route import Mark, Prices
from pathways.routes.ways import Paths
from pathways.snapshot import Snapshot
from pathways.steps.costs import UNKNOWN_GAP

COMPARED = (
    Mark.SHORTEST,
    Mark.BEST_PAID,
    Mark.LEAST_TO_LEARN,
    Mark.SMALLEST_STEPS,
    Mark.LEAST_SCHOOL,
    Mark.MOST_JOBS,
)
"""What each column of the figures is called by, in their order."""


@dataclass(frozen=True)
class ComparedWay:
    """A way that is compared.

    Parameters
    ----------
    places
        Of its rungs in the snapshot.
    cost
        As the drawing of a ladder has it: what decides between ways that are equally good.
    figures
        One for each of `COMPARED`, rounded as they are shown; less is better.
    tuition
        US dollars; ``None`` where a part is not known, or no prices were named.
    """

    places: tuple[int, ...]
    cost: float
    figures: tuple[float, ...]
    tuition: float | None = None

    @property
    def compared(self) -> tuple[float, ...]:
        """Return the figures, and tuition where it is known."""
        return self.figures if self.tuition is None else (*self.figures, self.tuition)


def beats(one: ComparedWay, other: ComparedWay) -> bool:
    """Return whether a way is no worse in anything and better in something.

    One whose tuition is known and one whose tuition is not are not compared: which costs more, nobody can say.

    Example
    -------
    >>> known, other = ComparedWay((1, 2), 1.0, (12, 30), tuition=900.0), ComparedWay((1, 3), 1.0, (12, 40))
    >>> beats(known, other), beats(replace(known, tuition=None), other), beats(known, replace(other, tuition=800.0))
    (False, True, False)
    """
    if (one.tuition is None) is not (other.tuition is None):
        return False
    return bool(dominates(np.array(one.compared), np.array([other.compared]))[0])


def ways_of(
    snapshot: Snapshot,
    paths: Paths,
    cost: np.ndarray,
    pay: Regional,
    *,
    open_end: bool,
    prices: Prices | None = None,
) -> list[ComparedWay]:
    """Return ways of one length with their figures.

    Parameters
    ----------
    open_end
        Whether the ways end in different places: then the pay at the end is compared, else that over ten years.
    prices
        What ways cost; ``None`` where no prices were named.
    """
    time = clock_of(snapshot, paths)
    gaps = np.nan_to_num(snapshot.gaps[paths[:, :-1], paths[:, 1:]].astype(np.float64), nan=UNKNOWN_GAP)
    yearly = filled(pay.yearly[:, 1][paths])
    beginner = np.fmin(np.where(np.isnan(pay.yearly[:, 0][paths]), yearly, pay.yearly[:, 0][paths]), yearly)
    paid = yearly[:, -1] if open_end else average_pay(yearly, beginner, time)
    columns = {
        Mark.SHORTEST: np.round(time.total),
        Mark.BEST_PAID: -np.round(np.nan_to_num(paid, nan=0.0), -2),
        Mark.LEAST_TO_LEARN: np.floor(100 * gaps.sum(axis=1) + 0.5),
        Mark.SMALLEST_STEPS: np.floor(100 * gaps.max(axis=1) + 0.5),
        Mark.LEAST_SCHOOL: np.round(time.school.sum(axis=1)),
        Mark.MOST_JOBS: -_two_digits(fewest_jobs(pay.jobs[paths])),
    }
    figures: Figures = np.column_stack([columns[mark] for mark in COMPARED])
    ways = [
        ComparedWay(tuple(p), float(c), tuple(f))
        for p, c, f in zip(paths.tolist(), cost, figures.tolist(), strict=True)
    ]
    if prices is None:
        return ways
    priced = [prices(way.places, school) for way, school in zip(ways, time.school.tolist(), strict=True)]
    return [replace(way, tuition=found.whole) for way, found in zip(ways, priced, strict=True)]


def filled(pay: np.ndarray) -> np.ndarray:
    """Return pay by way and rung; where it is unknown, that of the rung before, else of the next one that is known.

    Example
    -------
    >>> filled(np.array([[np.nan, 30.0, np.nan, 50.0]])).tolist()
    [[30.0, 30.0, 30.0, 50.0]]
    """
    known = np.array(pay, dtype=np.float64)
    rungs = known.shape[1]
    for rung in range(1, rungs):
        known[:, rung] = np.where(np.isnan(known[:, rung]), known[:, rung - 1], known[:, rung])
    for rung in range(rungs - 2, -1, -1):
        known[:, rung] = np.where(np.isnan(known[:, rung]), known[:, rung + 1], known[:, rung])
    return known


def fewest_jobs(jobs: np.ndarray) -> np.ndarray:
    """Return the jobs at the rung after the start where they are fewest; 0 where those of a rung are not known.

    Example
    -------
    >>> fewest_jobs(np.array([[10.0, 900.0, 400.0], [10.0, np.nan, 400.0]])).tolist()
    [400.0, 0.0]
    """
    return np.asarray(np.nan_to_num(jobs[:, 1:], nan=0.0).min(axis=1))


def _two_digits(numbers: np.ndarray) -> np.ndarray:
    """Return numbers with two digits that are not 0: the rest is chance.

    Example
    -------
    >>> _two_digits(np.array([0, 12_345, 987])).tolist()
    [0.0, 12000.0, 990.0]
    """
    size = 10 ** np.floor(np.log10(np.maximum(numbers, 1)) - 1)
    return np.asarray(np.round(numbers / size) * size)


def time_of(snapshot: Snapshot, way: tuple[int, ...]) -> Clock:
    """Return the months of one way."""
    return clock_of(snapshot, np.array([way]))
