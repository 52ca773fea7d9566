"""A route and its totals, and routes side by side, as everyone outside the engine sees them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from ontology.frozen import Frozen
from ontology.records import Iri
from pathways.records.ladder import Source
from pathways.records.rung import Rung, rung_of
from pathways.records.step import Share, Step

Months = Annotated[float, Field(ge=0)]


class Mark(StrEnum):
    """What a route is the best in, of all that were looked at."""

    SHORTEST = "shortest"
    BEST_PAID = "best paid"
    LEAST_TO_LEARN = "least to learn"
    SMALLEST_STEPS = "smallest steps"
    LEAST_SCHOOL = "fewest years of school"
    MOST_JOBS = "most jobs on the way"
    LEAST_TUITION = "least tuition"


class Amount(Frozen):
    """A number with its spread.

    Parameters
    ----------
    low, high
        Between which it lies for most; ``None`` where no source has a spread.
    source
        Names of the releases that it is from.
    """

    value: float
    low: float | None = None
    high: float | None = None
    source: str = ""


class Leg(Frozen):
    """A step of a route and its time; work comes first, then school, then training.

    Parameters
    ----------
    work_months
        To stay at the lower rung until the upper one's usual experience is had.
    school_months
        Full-time, beyond what the rungs before ask for.
    training_months
        On the job, at the upper rung.
    """

    step: Step
    work_months: Months
    school_months: Months
    training_months: Months


class Raise(Frozen):
    """The first rung of a route that pays more than the start.

    Parameters
    ----------
    after_months
        From the start of the route until one is trained there.
    amount
        US dollars a year above the start's median.
    """

    occupation: Iri
    after_months: Months
    amount: Annotated[float, Field(gt=0)]


class Paid(Frozen):
    """Something to pay for, and what it costs in US dollars."""

    iri: Iri
    label: str
    amount: Annotated[float, Field(ge=0)]


class Cost(Frozen):
    """Tuition and fees of a route, as far as the offers that were named say so.

    Parameters
    ----------
    amount
        US dollars of all parts; what is not known is not in it.
    unknown
        In words, what must be had besides and has no known price; empty where the amount is all.
    """

    amount: Annotated[float, Field(ge=0)]
    parts: tuple[Paid, ...] = ()
    unknown: tuple[str, ...] = ()

    @property
    def whole(self) -> float | None:
        """Return the amount where it is all, ``None`` where a part is not known."""
        return None if self.unknown else self.amount


Prices = Callable[[Sequence[int], Sequence[float]], Cost]
"""What a way costs, by the places of its rungs and the months of school before each step."""


class Moved(Frozen):
    """The pay of a route whose last rung is in another region.

    Parameters
    ----------
    final_pay
        Median of a year at the last rung there, ``None`` where it is not published.
    average_pay
        As of `Totals`.
    """

    region: str
    period: str
    final_pay: Amount | None = None
    average_pay: Amount | None = None


class Totals(Frozen):
    """What a route takes and gives.

    Parameters
    ----------
    months
        Work, school and training; ``None`` where a rung's preparation is not known. The spread is that of the school
        that the middle half of those asked named.
    school_months
        Full-time; ``None`` as above.
    work_months, training_months
        As of `Leg`, added up.
    to_learn
        The gaps of the steps added up: 1 is all that a job asks. ``None`` where a step's gap is not known.
    largest
        The gap of the widest step.
    average_pay
        US dollars a year over the ten years from today, at school nothing; the spread is the 10th to 90th percentile.
        ``None`` where times or the pay of a rung are not known.
    against_staying
        US dollars that the ten years bring more than those of staying at the start, by its median; below 0 where they
        bring less. ``None`` as above.
    final_pay
        Median of a year at the last rung, 10th and 90th percentile.
    fewest_jobs, fewest_jobs_at
        People employed in the region at the rung after the start where they are fewest, and which it is.
    jobs_share
        The same as a share of all who work in the region.
    cost
        Tuition and fees; ``None`` where no prices were named.
    """

    months: Amount | None
    school_months: Amount | None
    work_months: Months | None
    training_months: Months | None
    to_learn: Annotated[float, Field(ge=0)] | None
    largest: Share | None
    average_pay: Amount | None = None
    against_staying: float | None = None
    final_pay: Amount | None = None
    first_raise: Raise | None = None
    fewest_jobs: Annotated[float, Field(ge=0)] | None = None
    fewest_jobs_at: Iri | None = None
    jobs_share: Share | None = None
    cost: Cost | None = None
    moved: Moved | None = None


class Route(Frozen):
    """A chain of steps, each of which may be taken.

    Parameters
    ----------
    rungs
        Addresses of occupations, from the start to the end.
    marks
        What it is the best in.
    drawn
        Whether the ladder between the two has it as its main route.
    """

    rungs: tuple[Iri, ...]
    legs: tuple[Leg, ...]
    totals: Totals
    marks: tuple[Mark, ...] = ()
    drawn: bool = False


class Beaten(Frozen):
    """The main route of the ladder, where another route is no worse in anything and better in something.

    Parameters
    ----------
    by
        Which one of the routes shown, from 1; 0 where it is one that is not shown.
    better_in
        Where the other one is better.
    """

    route: Route
    by: Annotated[int, Field(ge=0)]
    better_in: tuple[str, ...]


class Comparison(Frozen):
    """Routes side by side; none of them is beaten by another in everything that is compared.

    Parameters
    ----------
    goal
        ``None`` where any occupation above the start was looked for.
    within
        Most months that a route may take, ``None`` without a limit.
    region, period
        Whose pay and jobs, and of when; empty where no pay is known.
    staying
        Pay of a year of who stays at the start, median, 10th and 90th percentile; ``None`` where it is not known.
    rungs
        The occupations of all routes, each once.
    looked_at, unbeaten
        How many routes were compared, and how many of them no other one beats.
    """

    iri: Iri
    title: str
    description: str
    start: Iri
    goal: Iri | None = None
    within: int | None = None
    region: str = ""
    period: str = ""
    staying: Amount | None = None
    rungs: tuple[Rung, ...]
    routes: tuple[Route, ...] = ()
    beaten: Beaten | None = None
    looked_at: Annotated[int, Field(ge=0)] = 0
    unbeaten: Annotated[int, Field(ge=0)] = 0
    notes: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()

    def rung(self, occupation: str) -> Rung:
        """Return the rung of an occupation.

        Raises
        ------
        KeyError
            Where no route has it.
        """
        return rung_of(self.rungs, occupation)
