"""What a reader of a comparison must know: whose pay stands in, and what could not be said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np

from pathways.amounts import months
from pathways.ladders.notes import pay_stands_in
from pathways.ladders.wording import place_name
from pathways.occupations.regional import Regional
from pathways.records.rung import Rung
from pathways.routes.explaining import is_prepared_for
from pathways.routes.route import Route
from pathways.snapshot import Snapshot

LEAST_HAD: Final = 6
"""Months of work and training that the start is taken to have, from which on that is said."""


def notes_of(snapshot: Snapshot, rungs: Sequence[Rung], routes: Sequence[Route], pay: Regional) -> tuple[str, ...]:
    """Return the notes on the rungs and the routes of a comparison."""
    places = [snapshot.occupations.by_iri[rung.occupation] for rung in rungs]
    if not pay.chain:
        told = [
            "No pay is loaded for a region that is named, nor for the nation: ways are compared without pay and jobs."
        ]
    else:
        told = list(_on_pay(snapshot, rungs, places, pay)) if routes else []
    return (*told, *_on_start(snapshot, routes), *(_on_times(snapshot, places, routes) if routes else ()))


def _on_start(snapshot: Snapshot, routes: Sequence[Route]) -> Iterator[str]:
    """Yield what whoever starts is taken to have already: a year's work there looks like no work before the step."""
    if not routes:
        return
    start = snapshot.occupations.by_iri[routes[0].rungs[0]]
    preparation, label = snapshot.preparation, snapshot.occupations[start].label
    had = round(float(preparation.experience[start] + preparation.training[start]))
    if had >= LEAST_HAD:
        yield (
            f"Times are those of somebody who has what is usual in {label}: {months(had)} of related work and training "
            "together, and the school that is usual there. With less of it, the first steps take as much longer."
        )


def _on_pay(snapshot: Snapshot, rungs: Sequence[Rung], places: Sequence[int], pay: Regional) -> Iterator[str]:
    """Yield whose pay stands in for that of others, and of whom neither pay nor jobs are known."""
    yield from pay_stands_in(rungs)
    if names := _names(snapshot, [place for place in places if pay.common(place) is None]):
        yield f"No pay is published of {names}: compared as if it were that of the rung before."
    if names := _names(snapshot, [place for place in places if pay.is_grouped(place)]):
        yield f"Pay is published only for a wider group that includes {names}."
    if names := _names(snapshot, [place for place in places if np.isnan(pay.jobs[place])]):
        yield f"No number of jobs in {place_name(pay.chain[0].label)} is published of {names}."


def _on_times(snapshot: Snapshot, places: Sequence[int], routes: Sequence[Route]) -> Iterator[str]:
    """Yield where it is not known how long a step takes, or what is to be learned."""
    if names := _names(snapshot, [place for place in places if not is_prepared_for(snapshot, place)]):
        yield f"How much preparation is asked for is not known of {names}: times of the ways there are left out."
    if any(leg.step.gap is None for route in routes for leg in route.legs):
        yield "Where it is not known what is to be learned, ways are compared as if it were three tenths of the job."


def _names(snapshot: Snapshot, places: Sequence[int]) -> str:
    return "; ".join(str(snapshot.occupations[place].label) for place in places)
