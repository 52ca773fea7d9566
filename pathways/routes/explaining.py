"""A way as a route: its steps with their reasons, and its totals with their spread and source."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from pathways.ladders.transitions import transition
from pathways.occupations.regional import Regional
from pathways.occupations.wages import Region
from pathways.records.step import Step
from pathways.routes.clock import HORIZON, Clock, average_pay, school_between
from pathways.routes.figures import ComparedWay, time_of
from pathways.routes.jobs import everyone
from pathways.routes.route import Amount, Leg, Mark, Moved, Prices, Raise, Route, Totals
from pathways.snapshot import Snapshot


class Explainer:
    """Explains ways of one snapshot; a step that several ways share is explained once.

    Parameters
    ----------
    elsewhere
        Pay of a region to move to for the last rung, ``None`` for who stays.
    prices
        What ways cost, ``None`` where no prices were named.
    """

    def __init__(
        self,
        snapshot: Snapshot,
        region: Region | None,
        pay: Regional,
        elsewhere: Regional | None = None,
        prices: Prices | None = None,
    ) -> None:
        self._snapshot = snapshot
        self._region = region
        self._pay = pay
        self._elsewhere = elsewhere
        self._prices = prices
        self._everyone = everyone(snapshot, region)
        self._steps: dict[tuple[int, int], Step] = {}

    def route(self, way: ComparedWay, marks: tuple[Mark, ...] = (), *, drawn: bool = False) -> Route:
        """Return a way as a route."""
        time = time_of(self._snapshot, way.places)
        return Route(
            rungs=tuple(self._snapshot.occupations[place].iri for place in way.places),
            legs=tuple(self._leg(pair, time, at) for at, pair in enumerate(pairwise(way.places))),
            totals=self._totals(way.places, time),
            marks=marks,
            drawn=drawn,
        )

    def staying(self, start: int) -> Amount | None:
        """Return the pay of a year of who stays at the start, ``None`` where it is not known."""
        return final_pay(self._pay, start)

    def _leg(self, pair: tuple[int, int], time: Clock, at: int) -> Leg:
        if pair not in self._steps:
            self._steps[pair] = transition(self._snapshot, *pair, self._region)
        work, school, training = (round(float(months[0, at]), 1) for months in (time.work, time.school, time.training))
        return Leg(step=self._steps[pair], work_months=work, school_months=school, training_months=training)

    def _totals(self, way: tuple[int, ...], time: Clock) -> Totals:
        known = all(is_prepared_for(self._snapshot, place) for place in way)
        gaps = self._snapshot.gaps[list(way[:-1]), list(way[1:])].astype(float)
        rated = not np.isnan(gaps).any()
        months, school = self._months(way, time) if known else (None, None)
        jobs = self._pay.jobs[list(way[1:])]
        fewest = None if np.isnan(jobs).any() else int(np.argmin(jobs))
        average = _amount(averages(self._pay.yearly[[way]], time), self._pay.source) if known else None
        return Totals(
            months=months,
            school_months=school,
            work_months=round(float(time.work.sum()), 1) if known else None,
            training_months=round(float(time.training.sum()), 1) if known else None,
            to_learn=round(float(gaps.sum()), 3) if rated else None,
            largest=round(float(gaps.max()), 3) if rated else None,
            average_pay=average,
            against_staying=against_staying(average, self.staying(way[0])),
            final_pay=final_pay(self._pay, way[-1]),
            first_raise=self._raise(way, time) if known else None,
            fewest_jobs=None if fewest is None else float(jobs[fewest]),
            fewest_jobs_at=None if fewest is None else self._snapshot.occupations[way[1 + fewest]].iri,
            jobs_share=None if fewest is None or not self._everyone else float(jobs[fewest]) / self._everyone,
            cost=self._prices(way, time.school[0].tolist()) if self._prices else None,
            moved=self._moved(way, time if known else None),
        )

    def _months(self, way: tuple[int, ...], time: Clock) -> tuple[Amount, Amount]:
        """Return months in all and at school."""
        total, school = float(time.total[0]), float(time.school.sum())
        low, high = (float(months[0]) for months in school_between(self._snapshot, np.array([way])))
        low, high = min(low, school), max(high, school)
        source = self._rated_by(way)
        rest = total - school
        return (
            Amount(value=round(total, 1), low=round(rest + low, 1), high=round(rest + high, 1), source=source),
            Amount(value=round(school, 1), low=round(low, 1), high=round(high, 1), source=source),
        )

    def _rated_by(self, way: tuple[int, ...]) -> str:
        """Return the releases that rate the occupations of a way, whose answers its months are from."""
        rating = (self._snapshot.requirements_of(*pair) for pair in pairwise(way))
        return ", ".join(dict.fromkeys(found.name for found in rating if found))

    def _moved(self, way: tuple[int, ...], time: Clock | None) -> Moved | None:
        """Return the pay of who does the last job elsewhere and all others at home."""
        if self._elsewhere is None or not self._elsewhere.chain:
            return None
        there = self._elsewhere.chain[0]
        yearly = self._pay.yearly[[way]].copy()
        yearly[0, -1] = self._elsewhere.yearly[way[-1]]
        return Moved(
            region=there.label,
            period=there.period,
            final_pay=final_pay(self._elsewhere, way[-1]),
            average_pay=_amount(averages(yearly, time), there.source) if time else None,
        )

    def _raise(self, way: tuple[int, ...], time: Clock) -> Raise | None:
        """Return the first rung whose median is above the start's."""
        pay = self._pay.yearly[list(way), 1]
        after = np.cumsum((time.work + time.school + time.training)[0])
        for at, place in enumerate(way[1:]):
            if pay[at + 1] > pay[0]:
                iri = self._snapshot.occupations[place].iri
                return Raise(
                    occupation=iri, after_months=round(float(after[at]), 1), amount=float(round(pay[at + 1] - pay[0]))
                )
        return None


def averages(yearly: np.ndarray, time: Clock) -> np.ndarray:
    """Return the average pay over ten years of one way: with the 10th, 50th and 90th percentile of every rung.

    Parameters
    ----------
    yearly
        US dollars; shape (1, rungs, 3).
    """
    beginner = np.fmin(yearly[:, :, 0], yearly[:, :, 1])
    beginner = np.where(np.isnan(beginner), yearly[:, :, 1], beginner)
    return np.array([average_pay(yearly[:, :, at], beginner, time)[0] for at in range(3)])


def against_staying(average: Amount | None, staying: Amount | None) -> float | None:
    """Return how much more the ten years of a way bring than those of who stays; ``None`` where either is unknown.

    Example
    -------
    $51,000 a year on average against $40,000, over ten years.

    >>> against_staying(Amount(value=51_000), Amount(value=40_000)), against_staying(None, Amount(value=40_000))
    (110000.0, None)
    """
    if average is None or staying is None:
        return None
    return round((average.value - staying.value) * HORIZON / 12, 0)


def final_pay(pay: Regional, place: int) -> Amount | None:
    """Return the pay of an occupation with its spread, ``None`` where it is not known."""
    where = pay.common(place)
    return _amount(where.yearly[place], where.source) if where else None


def is_prepared_for(snapshot: Snapshot, place: int) -> bool:
    """Return whether it is known how much preparation an occupation asks for."""
    occupation = snapshot.occupations[place]
    said = bool(occupation.education) or occupation.training_months is not None
    return said or occupation.zone > 0 or bool(snapshot.schooling.shares[place].any())


def _amount(low_median_high: np.ndarray, source: str) -> Amount | None:
    low, median, high = (None if np.isnan(value) else float(round(value)) for value in low_median_high)
    return None if median is None else Amount(value=median, low=low, high=high, source=source)
