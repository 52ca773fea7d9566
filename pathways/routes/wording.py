"""The words in which routes speak to a worker: times, sums, needs, and what a mark means."""

from __future__ import annotations

from typing import Final

from pathways.amounts import count, money, percent
from pathways.bridges.words import names
from pathways.ladders import wording as words_of
from pathways.records.bridge import BridgeKind
from pathways.routes.clock import HORIZON
from pathways.routes.route import Amount, Beaten, Comparison, Cost, Mark, Route

UNKNOWN: Final = "not known"

MEANINGS: Final = {
    Mark.SHORTEST: "the least time in all",
    Mark.BEST_PAID: "the most pay",
    Mark.LEAST_TO_LEARN: "the least that is new, over all steps",
    Mark.SMALLEST_STEPS: "no step of it is as wide as the widest of any other",
    Mark.LEAST_SCHOOL: "the least time at school",
    Mark.MOST_JOBS: "even its rarest rung has more jobs than that of any other",
    Mark.LEAST_TUITION: "the least tuition and fees, of the ways of which all are known",
}

EXPLAINED: Final = (
    "No way shown is beaten: whatever another one is better in, this one makes up for somewhere. A mark says what a "
    "way is the best in, of all that were compared.",
    "Time is the work that it takes to have the experience that the next rung usually asks for, then the school that "
    "is missing, full-time, then training on the job. Whoever studies beside work takes longer, and earns meanwhile.",
    "Beside a time stands what the middle half of those asked about school named; beside pay, what all but the lowest "
    "and the highest tenth earn.",
    "“To learn” is the share of what a job asks that the one before does not yet give; over several steps the shares "
    "add up.",
    "Average pay is a year's over the ten years from today: the median of each rung, nothing while at school, that of "
    "the lowest tenth while in training, and the last rung's from then on. What prices do is left out.",
    "Beside it stands who stays: ten years at the median of the present job, as it is paid now.",
    "Jobs are people employed, not openings: no source that is loaded counts openings.",
)
"""What the rows mean, as far as it holds of every comparison."""

UNPRICED: Final = (
    "Tuition, fees and what one may be paid back are in no source that is loaded, and not compared: ask the school."
)
PRICED: Final = (
    "Tuition and fees are those of the offers that were named: of credentials that a step asks for, of a program that "
    "leads there where school is missing, and of courses for what must be learned before. What has no price is named; "
    "a way with such a part neither beats nor is beaten by one without. Aid is not in it: ask the school."
)


def explained(comparison: Comparison) -> tuple[str, ...]:
    """Return what the rows mean, and the marks that were given."""
    given = {mark for route in comparison.routes for mark in route.marks}
    marks = "; ".join(f"“{mark}”: {meaning}" for mark, meaning in MEANINGS.items() if mark in given)
    costs = PRICED if any(route.totals.cost for route in comparison.routes) else UNPRICED
    return (*EXPLAINED[:1], *((f"Marks: {marks}.",) if marks else ()), *EXPLAINED[1:], costs)


def duration(months: float) -> str:
    """Return a time in years and months.

    Example
    -------
    >>> duration(0.4), duration(7), duration(12), duration(45.2), duration(11.8)
    ('under a month', '7 months', '1 year', '3 years 9 months', '1 year')
    """
    whole = int(months + 0.5)
    years, rest = divmod(whole, 12)
    parts = [count(years, "year") if years else "", count(rest, "month") if rest else ""]
    return " ".join(part for part in parts if part) or ("none" if months == 0 else "under a month")


def spread(amount: Amount) -> str:
    """Return between which times most lie, empty where all say the same.

    Example
    -------
    >>> spread(Amount(value=48, low=24, high=60)), spread(Amount(value=48, low=48, high=48))
    ('2 years to 5 years', '')
    """
    if amount.low is None or amount.high is None or duration(amount.low) == duration(amount.high):
        return ""
    return f"{duration(amount.low)} to {duration(amount.high)}"


def timed(amount: Amount | None) -> str:
    """Return a time with its spread.

    Example
    -------
    >>> timed(Amount(value=48, low=24, high=60))
    '4 years (2 years to 5 years)'
    """
    if amount is None:
        return UNKNOWN
    return f"{duration(amount.value)} ({spread(amount)})" if spread(amount) else duration(amount.value)


def paid(amount: Amount | None) -> str:
    """Return pay with its spread.

    Example
    -------
    >>> paid(Amount(value=50_000, low=30_000, high=80_000)), paid(None)
    ('$50,000 a year ($30,000 to $80,000)', 'not known')
    """
    if amount is None:
        return UNKNOWN
    known = amount.low is not None and amount.high is not None
    between = f" ({money(amount.low or 0)} to {money(amount.high or 0)})" if known else ""
    return f"{money(amount.value)} a year{between}"


def tuition(cost: Cost | None) -> str:
    """Return what a way costs and what of it is not known; empty where no prices were named.

    Example
    -------
    >>> tuition(Cost(amount=900, unknown=("Relay License",))), tuition(Cost(amount=0)), tuition(None)
    ('$900, and what is not known: Relay License', 'nothing to pay', '')
    """
    if cost is None:
        return ""
    known = ", ".join(f"{part.label} {money(part.amount)}" for part in cost.parts)
    if not cost.unknown:
        return f"{money(cost.amount)}{f': {known}' if known else ''}" if cost.amount else "nothing to pay"
    rest = f"{UNKNOWN}: {', '.join(cost.unknown)}"
    return f"{money(cost.amount)}{f' ({known})' if known else ''}, and what is {rest}" if cost.amount else rest


def average(route: Route) -> str:
    """Return the average pay over ten years, and that the end comes later where it does."""
    months = route.totals.months
    later = "; the end is reached later" if months and months.value > HORIZON else ""
    return f"{paid(route.totals.average_pay)}{later}"


def staying(route: Route, comparison: Comparison) -> str:
    """Return what a way brings in ten years beside staying at the start; empty where no pay of the start is known."""
    stay = comparison.staying
    if stay is None:
        return ""
    here = f"{money(stay.value)} a year as {comparison.rung(comparison.start).label}"
    more = route.totals.against_staying
    if more is None:
        return f"{here} (what this way brings is {UNKNOWN})"
    beside = f"{money(abs(more))} {'more' if more > 0 else 'less'}" if more else "as much"
    return f"{here} (this way brings {beside} in ten years)"


def path(route: Route, comparison: Comparison) -> str:
    """Return the rungs of a route in the order in which one climbs them."""
    return " → ".join(str(comparison.rung(iri).label) for iri in route.rungs)


def to_learn(route: Route) -> str:
    """Return what is to be learned in all, and in the widest step."""
    totals = route.totals
    if totals.to_learn is None or totals.largest is None:
        return f"{UNKNOWN}: a step is between occupations that no release rates"
    if len(route.legs) == 1:
        return f"{percent(totals.to_learn)} of a job, in one step"
    return f"{percent(totals.to_learn)} of a job in all, {percent(totals.largest)} in the widest step"


def first_raise(route: Route, comparison: Comparison) -> str:
    """Return when pay is first above the start's, and by how much; empty where no pay is known."""
    found = route.totals.first_raise
    if found is None:
        return "none" if route.totals.average_pay else UNKNOWN
    label = comparison.rung(found.occupation).label
    return f"{money(found.amount)} a year more after {duration(found.after_months)}, as {label}"


def jobs(route: Route, comparison: Comparison) -> str:
    """Return how many jobs there are where they are fewest; empty where no region is known."""
    totals = route.totals
    if not comparison.region:
        return ""
    if totals.fewest_jobs is None or totals.fewest_jobs_at is None:
        return UNKNOWN
    share = f", {per_thousand(totals.jobs_share)} of 1,000 jobs" if totals.jobs_share else ""
    return f"{totals.fewest_jobs:,.0f} ({comparison.rung(totals.fewest_jobs_at).label}{share})"


def per_thousand(share: float) -> str:
    """Return how many of 1,000 a share is, with two digits that are not 0.

    Example
    -------
    >>> per_thousand(0.0123), per_thousand(0.000034), per_thousand(0.25)
    ('12', '0.034', '250')
    """
    return f"{1000 * share:.0f}" if share >= 0.01 else f"{1000 * share:.2g}"


def needs(route: Route, comparison: Comparison) -> str:
    """Return the licenses, credentials and degrees that skills alone do not stand for, rung by rung."""
    asked = [(words_of.needs(leg.step), comparison.rung(leg.step.end)) for leg in route.legs]
    return "; ".join(f"{end.label}: {' and '.join(needed)}" for needed, end in asked if needed)


def bridged(route: Route, comparison: Comparison, kind: BridgeKind) -> str:
    """Return the apprenticeships, or the programs, that lead to the rungs of a route."""
    offered = [(names(leg.step.bridges, kind), comparison.rung(leg.step.end)) for leg in route.legs]
    return "; ".join(f"{end.label}: {' or '.join(titles)}" for titles, end in offered if titles)


def given_up(route: Route, comparison: Comparison) -> str:
    """Return the pay that steps give up, rung by rung."""
    lost = [(words_of.given_up(leg.step), comparison.rung(leg.step.end)) for leg in route.legs]
    return "; ".join(f"{words.removeprefix('gives up ')} (as {end.label})" for words, end in lost if words)


def long_steps(route: Route, comparison: Comparison) -> str:
    """Return the rungs of which most is new, and nothing that can be named bridges it."""
    return "; ".join(f"to {comparison.rung(leg.step.end).label}" for leg in route.legs if leg.step.long)


def beaten(found: Beaten, comparison: Comparison) -> str:
    """Return that the main route of the ladder is beaten, by which one, and in what."""
    by = f"way {found.by}" if found.by else "another way"
    better = ", ".join(f"“{mark}”" for mark in found.better_in)
    return (
        f"The main route of the ladder, {path(found.route, comparison)}, is not among these: {by} is better as to "
        f"{better}, and no worse in anything compared."
    )
