"""Sectors of a labor market in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from pathways.amounts import count, money, percent
from pathways.labor_market.critical import CONCENTRATED, LONG
from pathways.labor_market.market import Market
from pathways.labor_market.order import ENOUGH
from pathways.labor_market.outlook import Outlook
from pathways.labor_market.records import Criterion, RankedSector, Ranking, Spread, ZoneJobs
from pathways.occupations.wages import NATION

BY: Final = {
    Criterion.ALL: "the mean of their places by concentration, jobs, pay and, where it is known, growth",
    Criterion.CONCENTRATION: "concentration",
    Criterion.JOBS: "jobs",
    Criterion.PAY: "median pay",
    Criterion.GROWTH: "projected growth",
    Criterion.EXTRA_JOBS: "jobs above the nation's share",
}

ROUNDING: Final = 1e-9
"""What an error of floating point may take from a share."""

SHARED: Final = 4
"""Other sectors that are named."""

CLUSTER: Final = " Career Cluster"

OVERLAP: Final = (
    "A job counts in each sector that its occupation is of: the numbers of several sectors must not be added."
)
ESTIMATED: Final = (
    "Jobs are those of employees in the occupations of a sector, in whatever industry; pay is estimated from the "
    "percentiles of its occupations."
)


def title(market: Market) -> str:
    """Return the title of a ranking."""
    return f"Sectors in the labor market of {market.label}"


def description(sectors: Sequence[RankedSector], market: Market, by: Criterion) -> str:
    """Return what is ranked, by what, and when it was counted."""
    periods = ", ".join(dict.fromkeys(area.period for area in market.areas))
    jobs = f"; {market.jobs:,.0f} jobs in all" if market.jobs else ""
    pay = f" with a median of {money(market.median_pay)}" if market.median_pay else ""
    order = f"ranked by {BY[by]}" if len(sectors) > 1 else "beside all work there"
    return f"{count(len(sectors), 'sector')}, {order}. {periods}{jobs}{pay}."


def short(label: str) -> str:
    """Return what a sector is called where room is scarce.

    Example
    -------
    >>> short("Health Science Career Cluster"), short("Legal Occupations")
    ('Health Science', 'Legal')
    """
    return label.removesuffix(CLUSTER).removesuffix(" Occupations")


def known(sector: RankedSector) -> str:
    """Return of how many occupations of a sector the jobs are published, and how much of it that is.

    Example
    -------
    >>> from types import SimpleNamespace as Made
    >>> known(Made(occupations=31, published=24, partly=0, nowhere=2, known=0.962))
    'of 31 occupations, employment is published for 24; they hold 96% of its jobs in the nation; of 2 that is not known'
    """
    said = f"of {count(sector.occupations, 'occupation')}, employment is published for {sector.published}"
    if sector.partly:
        said += f", and for {sector.partly} more in some of the areas"
    if sector.known is not None and sector.published + sector.partly:
        said += f"; they hold {most(sector.known)} of its jobs in the nation"
    return f"{said}; of {sector.nowhere} that is not known" if sector.nowhere else said


def most(share: float) -> str:
    """Return a share in percent; one that is not all of it does not look as if it were.

    Example
    -------
    >>> most(0.9), most(0.996), most(1)
    ('90%', 'more than 99%', '100%')
    """
    return "more than 99%" if percent(share) == "100%" and share < 1 - ROUNDING else percent(share)


def known_lines(sector: RankedSector) -> tuple[str, ...]:
    """Return sentences on what is known of a sector, and what it shares."""
    return tuple(_known_lines(sector))


def _known_lines(sector: RankedSector) -> Iterator[str]:
    yield f"{known(sector).capitalize()}."
    if quotient := concentration(sector):
        yield f"Location quotient: {quotient}."
    if sector.unjudged:
        yield f"Of {count(sector.unjudged, 'occupation')} it cannot be told whether they are critical."
    if sector.grouped_jobs:
        yield f"{sector.grouped_jobs:,.0f} of the jobs are published together with occupations of other sectors."
    if sector.overlaps:
        names = "; ".join(f"{short(other.label)} ({percent(other.share)})" for other in sector.overlaps[:SHARED])
        yield f"{percent(sector.shared)} of its jobs count in other sectors, too: {names}."


def concentration(sector: RankedSector) -> str:
    """Return a location quotient with what it is at least; empty where unknown."""
    if sector.location_quotient is None:
        return ""
    least = sector.at_least if sector.at_least is not None else sector.location_quotient
    told = f"{sector.location_quotient:.2f}"
    return told if f"{least:.2f}" == told else f"{told} (at least {least:.2f})"


def spread(pay: Spread | None) -> str:
    """Return between what most pay lies.

    Example
    -------
    >>> spread(Spread(low=31_200, median=50_980, high=128_560, known=1)), spread(None)
    ('$31,200 to $128,560', '')
    """
    return f"{money(pay.low)} to {money(pay.high)}" if pay else ""


def zones(jobs: Sequence[ZoneJobs]) -> tuple[str, str, str]:
    """Return the shares of jobs in zones 1 and 2, in zone 3, and in zones 4 and 5.

    Example
    -------
    >>> zones([ZoneJobs(zone=2, jobs=30, share=0.3), ZoneJobs(zone=3, jobs=70, share=0.7)]), zones([])
    (('30%', '70%', '0%'), ('', '', ''))
    """
    if not jobs:
        return "", "", ""
    of = [sum(one.share for one in jobs if one.zone in group) for group in ((1, 2), (3,), (4, 5))]
    few, some, much = (percent(min(1.0, share)) for share in of)
    return few, some, much


def growth(sector: RankedSector) -> str:
    """Return the projected growth of a sector with its sign; empty where unknown."""
    return f"{sector.growth.percent:+.1f}%" if sector.growth else ""


def sentence(sector: RankedSector) -> str:
    """Return a sector in one sentence, as its bubble is heard."""
    told = [f"{sector.jobs:,.0f} jobs"]
    told += [f"location quotient {sector.location_quotient:.2f}"] if sector.location_quotient is not None else []
    told += [f"median pay {money(sector.pay.median)}"] if sector.pay else []
    told += [f"growth {growth(sector)}"] if sector.growth else []
    ranked = f"{sector.place}. " if sector.place else ""
    return f"{ranked}{sector.label}: {', '.join(told)}; {known(sector)}."


def notes(sectors: Sequence[RankedSector], market: Market, outlook: Outlook | None) -> tuple[str, ...]:
    """Return what is lacking."""
    return tuple(_notes(sectors, market, outlook))


def _notes(sectors: Sequence[RankedSector], market: Market, outlook: Outlook | None) -> Iterator[str]:
    nation = market.nation
    if nation is None or nation.jobs_of_all is None or market.jobs is None:
        yield (
            "Concentration is not known: it takes the number of all jobs, of the region and of the nation. "
            "The national file of OEWS has it."
        )
    elif any(area.code == NATION for area in market.areas):
        yield "Concentration compares with the nation: of the nation itself each is 1."
    if nation and any(area.period != nation.period for area in market.areas):
        yield f"The nation's jobs are those of {nation.period}, the region's of another period."
    if outlook is None:
        yield "Growth is not known: no projections are loaded."
    if behind := [sector.label for sector in sectors if sector.place is None]:
        yield (
            f"Not ranked, for less than {percent(ENOUGH)} of the sector is published, or nothing by which it is "
            f"ranked: {'; '.join(behind)}."
        )
    for sector in sectors:
        if sector.occupations == 1:
            yield f"{sector.label} is one occupation: its numbers are those of that occupation."


def explained(sectors: Sequence[RankedSector], market: Market, outlook: Outlook | None) -> tuple[str, ...]:
    """Return what the numbers mean."""
    return (
        "Jobs are those in the occupations of a sector, in whatever industry and firm they are; the survey leaves out "
        "the self-employed. What is not published of an occupation counts to no sum, and is not taken for zero.",
        "Concentration is the location quotient: the sector's share of all jobs here over its share in the nation. 1 "
        "is as common as in the nation, 2 twice as common. Both shares are those of the occupations whose jobs are "
        'published here; the number behind "at least" is what it would be if nobody worked in the others.',
        "Half of the jobs of a sector pay less than its median pay, a tenth less than the lower and a tenth more than "
        "the higher end of its spread: estimated from the 10th, 50th and 90th percentile of each occupation, weighted "
        "by its jobs here.",
        "Preparation is by job zones: 1 and 2 take up to a year, 3 one to two years, 4 and 5 more. The shares are of "
        "the jobs whose occupation has a job zone.",
        *_on_growth(outlook),
        f"An occupation is critical where it is among the largest that hold half of the jobs of its sector, or has a "
        f"location quotient of {CONCENTRATED} or more; and its median pay is above that of all who work in "
        f"{market.label}; and it is in job zone {LONG} or above; and, where that is known, is not projected to shrink.",
        "The place by all criteria is that of the mean of the places by concentration, jobs, pay and growth, all of "
        "the same weight; what is not known of any sector is left out. Sectors of less than half of which is published "
        "are not ranked.",
        *_on_overlaps(sectors),
    )


def _on_growth(outlook: Outlook | None) -> Iterator[str]:
    if outlook:
        of_all = "" if outlook.of_all is None else f" All jobs: {100 * outlook.of_all:+.1f}%."
        yield (
            f"Growth is what the Bureau of Labor Statistics projects for each occupation in the nation in "
            f"{outlook.period}, weighted by its jobs here: the region itself may do better or worse.{of_all} Openings "
            "are counted at the nation's rate: new jobs, and those that people leave for other work or for good."
        )


def _on_overlaps(sectors: Sequence[RankedSector]) -> Iterator[str]:
    if any(sector.overlaps for sector in sectors):
        yield (
            "Sectors overlap: a job counts in each sector that its occupation is of, so the numbers of several sectors "
            "must not be added. Beside each stands how many of its jobs another of these sectors counts, too."
        )
    if any(sector.grouped_jobs for sector in sectors):
        yield (
            "Some occupations are published only together with others: their common number counts whole in each sector "
            "that one of them is of, and is told as jobs published together."
        )


def sources(ranking: Ranking) -> list[str]:
    """Return the sources of a ranking as people know them."""
    return [f"{source.title}. {source.attribution}".strip() for source in ranking.sources]
