"""The sector of the demonstration: what the labor market of its region says of it."""

from __future__ import annotations

from collections.abc import Iterator

from api.demo_file import DemoFile
from pathways.amounts import money, percent
from pathways.labor_market import Asked, Ranking, rank_sectors, ranking_format
from pathways.scopes import Scopes

NAME = "sectors"
PART = "The sector"

FORMS = {
    "html": "jobs, pay and preparation, and why an occupation is critical, as a page",
    "csv": "the same numbers, for spreadsheets",
}
"""What each form of a ranking is for."""


def labor_market(scopes: Scopes, region: str) -> Ranking:
    """Return the sector of the example in the labor market of a region; no other is there to stand beside it."""
    return rank_sectors(scopes, Asked((region,)))


def market_answer(ranking: Ranking) -> Iterator[str]:
    """Yield what a labor market says of the sector that is ranked first, in sentences.

    Example
    -------
    >>> from types import SimpleNamespace as Made
    >>> area = Made(label="Ohio", period="May 2025", median_pay=50_000)
    >>> sector = Made(jobs=12_000.0, share_of_jobs=0.04, location_quotient=1.254, pay=Made(median=61_000))
    >>> for sentence in market_answer(Made(areas=(area,), sectors=(sector,))):
    ...     print(sentence)
    The occupations of the sector have 12,000 jobs in Ohio (May 2025), 4% of all there.
    They are 1.25 times as common as in the nation.
    Half of these jobs pay $61,000 a year or more; the median of all work there is $50,000.
    """
    area, sector = ranking.areas[0], ranking.sectors[0]
    share = f", {percent(sector.share_of_jobs)} of all there" if sector.share_of_jobs else ""
    yield f"The occupations of the sector have {sector.jobs:,.0f} jobs in {area.label} ({area.period}){share}."
    if sector.location_quotient is not None:
        times = f"{sector.location_quotient:.2f}"
        yield f"They are {'' if times == '1.00' else f'{times} times '}as common as in the nation."
    if sector.pay and area.median_pay:
        own, every = money(sector.pay.median), money(area.median_pay)
        yield f"Half of these jobs pay {own} a year or more; the median of all work there is {every}."


def sector_files(ranking: Ranking) -> Iterator[DemoFile]:
    """Yield the ranking in every form."""
    for extension, what in FORMS.items():
        yield DemoFile(f"{NAME}.{extension}", what, ranking_format(extension).write(ranking), PART)
