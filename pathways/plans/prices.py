"""Prices: what the ways to a job cost, as far as the offers that somebody names say so.

Paid are the credentials that a step asks for, the program or the apprenticeship that leads there where school is
missing, and courses for what a plan would send one to a course for. All else that must be had is told apart.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from pathways.ladders.transitions import bridges, credentials, new_license
from pathways.occupations.requirements import Requirements
from pathways.plans.balance import CLOSE, MOSTLY
from pathways.plans.offers import Offer, offers_by_iri
from pathways.plans.usual import IMPORTANT, general_in
from pathways.routes.route import Cost, Paid
from pathways.snapshot import Snapshot


class StepPrice(NamedTuple):
    """What a step costs: addresses of offers with a price, and in words what nobody prices."""

    paid: tuple[str, ...]
    unknown: tuple[str, ...]


class Prices:
    """Prices the ways of one snapshot by some offers; a step that several ways share is priced once."""

    def __init__(self, snapshot: Snapshot, offers: Iterable[Offer]) -> None:
        self._snapshot = snapshot
        self._offers = {iri: one for iri, one in offers_by_iri(offers).items() if one.cost is not None}
        taught = snapshot.teaching.taught_by.items()
        own = {
            iri: {c for c, courses in taught if any(course.iri == iri for course in courses)} for iri in self._offers
        }
        self._covers = {iri: own[iri] | {*one.covers} for iri, one in self._offers.items()}
        self._general: dict[str, np.ndarray] = {}
        self._steps: dict[tuple[int, int, bool], StepPrice] = {}

    def __call__(self, way: Sequence[int], school: Sequence[float]) -> Cost:
        """Return what a way costs, each offer once.

        Parameters
        ----------
        way
            Places of its rungs.
        school
            Months of school before each step.
        """
        steps = [self._step(*pair, months > 0) for pair, months in zip(pairwise(way), school, strict=True)]
        paid = [self._offers[iri] for iri in dict.fromkeys(iri for step in steps for iri in step.paid)]
        return Cost(
            amount=sum(one.cost or 0.0 for one in paid),
            parts=tuple(Paid(iri=one.iri, label=one.name, amount=one.cost or 0.0) for one in paid),
            unknown=tuple(dict.fromkeys(words for step in steps for words in step.unknown)),
        )

    def _step(self, start: int, end: int, schooled: bool) -> StepPrice:
        key = start, end, schooled
        if key not in self._steps:
            self._steps[key] = self._priced(start, end, schooled=schooled)
        return self._steps[key]

    def _priced(self, start: int, end: int, *, schooled: bool) -> StepPrice:
        label = self._snapshot.occupations[end].label
        asked = {str(one.iri): str(one.label) for one in credentials(self._snapshot, start, end, required=True)}
        license_ = "" if asked else new_license(self._snapshot, start, end)
        school = self._school(start, end) if schooled else ()
        paid = dict.fromkeys([*(iri for iri in asked if iri in self._offers), *school])
        wanted = self._wanted(start, end) - {one for iri in paid for one in self._covers[iri]}
        paid |= dict.fromkeys(
            cheapest(wanted, {iri: one.cost or 0.0 for iri, one in self._offers.items()}, self._covers)
        )
        left = wanted - {one for iri in paid for one in self._covers[iri]}
        unknown = [name for iri, name in asked.items() if iri not in self._offers]
        unknown += [license_] if license_ else []
        unknown += [f"the school that {label} ask for"] if schooled and not school else []
        if not schooled and any(one in self._snapshot.teaching.taught_by for one in left):
            unknown.append(f"courses toward {label}")
        return StepPrice(tuple(paid), (*unknown, *self._before(paid)))

    def _school(self, start: int, end: int) -> tuple[str, ...]:
        """Return the cheapest program or apprenticeship with a price that bridges a step; none where none has one."""
        offers, rating = self._snapshot.offers, self._snapshot.requirements_of(start, end)
        leading = {*(one.iri for one in offers.programs), *(one.iri for one in offers.apprenticeships)}
        if not leading & self._offers.keys():
            return ()
        crossed = (str(one.iri) for one in bridges(self._snapshot, start, end, rating, None) if one.iri in leading)
        priced = [iri for iri in crossed if iri in self._offers]
        return tuple(sorted(priced, key=lambda iri: (self._offers[iri].cost or 0.0, iri))[:1])

    def _wanted(self, start: int, end: int) -> set[str]:
        rating = self._snapshot.requirements_of(start, end)
        if rating is None:
            return set()
        if rating.name not in self._general:
            self._general[rating.name] = general_in(rating)
        return to_learn_before(rating, start, end, self._general[rating.name])

    def _before(self, paid: Iterable[str]) -> Iterator[str]:
        """Yield that nobody says what an offer asks for first."""
        for iri in paid:
            offer = self._offers[iri]
            if offer.requires.size or offer.outside:
                yield f"what {offer.name} asks for first"


def to_learn_before(rating: Requirements, start: int, end: int, general: np.ndarray) -> set[str]:
    """Return what must be learned before a step, as a plan has it (`Need.planned`) of who brings what the start asks.

    Example
    -------
    Of 4 asked for, 1 is there; of 3, 2.5 are, and the rest is learned in the job.

    >>> rating = Requirements("x@1", ("http://x/a", "http://x/b"), ("A", "B"), ("http://x/k", "http://x/k"),
    ...     np.float32([[5, 5], [5, 5]]), np.float32([[1, 2.5], [4, 3]]))
    >>> to_learn_before(rating, 0, 1, np.array([False, False]))
    {'http://x/a'}
    """
    has, needs = rating.level[start], rating.level[end]
    near = (has > 0) & ((needs - has < CLOSE) | (has >= MOSTLY * needs))
    columns = np.flatnonzero((rating.importance[end] >= IMPORTANT) & ~general & (has < needs - 0.005) & ~near)
    return {rating.competencies[column] for column in columns.tolist()}


def cheapest(wanted: Collection[str], costs: Mapping[str, float], covers: Mapping[str, Collection[str]]) -> list[str]:
    """Return offers for all that is wanted and taught: each from the cheapest, less what the others make needless.

    It is seldom more than the least that would do, and that is not proven.

    Example
    -------
    A for $300, B for $350, and a course of $900 that alone teaches C, but A and B as well.

    >>> cheapest(["A", "B", "C"], {"a": 300, "b": 350, "all": 900}, {"a": "A", "b": "B", "all": "ABC"})
    ['all']
    """
    order = sorted(costs, key=lambda iri: (costs[iri], iri))
    first = (next((iri for iri in order if one in covers[iri]), "") for one in sorted(wanted))
    chosen = dict.fromkeys(filter(None, first))
    for iri in sorted(chosen, key=lambda iri: (-costs[iri], iri)):
        others = {one for other in chosen if other != iri for one in covers[other]}
        if all(one in others for one in covers[iri] if one in wanted):
            del chosen[iri]
    return list(chosen)
