"""Marks: which rungs are high-wage, high-skill and in demand, and from what on.

Perkins V asks programs of career education to lead to "high-skill, high-wage, or in-demand" work and leaves it to the
states what the words mean [1]_. Where nobody tells a state's own bars, those stand in that many states begin from.

References
----------
.. [1] Carl D. Perkins Career and Technical Education Act of 2006 as amended in 2018, 20 U.S.C. 2301 and following; "in
   demand" is that of 29 U.S.C. 3102(23): a number of positions with a significant impact on the economy of the region.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from ontology.records import Iri
from pathways.occupations.regional import Regional
from pathways.records.ladder import Ladder
from pathways.records.mark import Bars, RungMark
from pathways.records.rung import Rung

SKILLED_ZONE: Final = 3
"""Job zone from which on an occupation is high-skill: usually an apprenticeship, certificate or associate degree."""

PER_THOUSAND: Final = 1.0
"""Of every 1,000 jobs of a region, those from which on an occupation is in demand."""


@dataclass(frozen=True)
class Told:
    """The bars that whoever asks has named, for instance those of a state; 0 where nothing is said.

    Parameters
    ----------
    wage
        US dollars a year.
    zone
        Job zone 1 to 5.
    per_thousand
        Jobs of every 1,000 of the region.
    """

    wage: float = 0
    zone: int = 0
    per_thousand: float = 0

    @property
    def marks(self) -> tuple[RungMark, ...]:
        """Return the marks whose bars are named."""
        named = zip(RungMark, (self.wage, self.zone, self.per_thousand), strict=True)
        return tuple(mark for mark, said in named if said)

    def parameters(self) -> dict[str, str]:
        """Return what is named as parameters of an address.

        Example
        -------
        >>> Told(wage=60_000, per_thousand=0.5).parameters()
        {'high_wage': '60000', 'in_demand': '0.5'}
        """
        named = {"high_wage": self.wage, "high_skill": self.zone, "in_demand": self.per_thousand}
        return {name: f"{said:g}" for name, said in named.items() if said}


UNTOLD: Final = Told()
"""Nobody names a bar."""


def bars(pay: Regional) -> Bars:
    """Return from what on the occupations of a region are marked where nobody says otherwise.

    Example
    -------
    In a region with 200,000 jobs, one in a thousand is 200:

    >>> import numpy as np
    >>> from pathways.occupations.wages import Region
    >>> none = np.full((1, 3), np.nan, dtype=np.float32)
    >>> ohio = Region("3900000", "Ohio", "May 2025", "oews", none, none[:, 0], none[:, 0] == 0, 48_000, 200_000)
    >>> found = bars(Regional((ohio,), 1))
    >>> found.wage, found.zone, found.jobs
    (48000.0, 3, 200.0)
    """
    here = pay.chain[0] if pay.chain else None
    return Bars(
        wage=here.median_of_all if here else None,
        zone=SKILLED_ZONE,
        jobs=here.jobs_of_all * PER_THOUSAND / 1000 if here and here.jobs_of_all else None,
        per_thousand=PER_THOUSAND,
        region=here.label if here else "",
        period=here.period if here else "",
    )


def wage_bar(pay: Regional, place: int) -> float | None:
    """Return the median of all who work where the pay of an occupation is from: its region, or the one that stands in.

    ``None`` where none is published.
    """
    where = pay.common(place)
    return where.median_of_all if where else None


def marked(rung: Rung, asked: Bars, wage: float | None) -> Rung:
    """Return a rung with its marks.

    Parameters
    ----------
    wage
        US dollars a year from which on it is high-wage; ``None`` where unknown.

    Example
    -------
    >>> pay = {"region": "Ohio", "period": "May 2025", "source": "oews", "median": 52_000}
    >>> rung = Rung(occupation="http://x/1", code="1", label={"value": "Welders"}, zone=2, wage=pay, employed=250)
    >>> marked(rung, Bars(jobs=200), 48_000).marks
    (<RungMark.HIGH_WAGE: 'high-wage'>, <RungMark.IN_DEMAND: 'in-demand'>)
    """
    return rung.model_copy(update={"marks": tuple(_marks(rung, asked, wage))})


def remarked(ladder: Ladder, told: Told) -> Ladder:
    """Return a ladder whose rungs are marked by the bars that are told; the others stay.

    Its address has the bars, too: it is another one.
    """
    if ladder.bars is None or not told.marks:
        return ladder
    asked = told_bars(ladder.bars, told)
    rungs = tuple(_remarked(rung, asked) for rung in ladder.rungs)
    joint = "&" if "?" in ladder.iri else "?"
    iri = Iri(f"{ladder.iri}{joint}{urlencode(told.parameters())}")
    return ladder.model_copy(update={"iri": iri, "rungs": rungs, "bars": asked})


def told_bars(usual: Bars, told: Told) -> Bars:
    """Return the bars of a region with those that are told in their place.

    Example
    -------
    >>> found = told_bars(Bars(wage=48_000, jobs=200), Told(zone=4, per_thousand=2.5))
    >>> found.wage, found.zone, found.jobs
    (48000.0, 4, 500.0)
    """
    share = told.per_thousand or usual.per_thousand
    jobs = None if usual.jobs is None else usual.jobs * share / usual.per_thousand
    named = {"wage": told.wage or usual.wage, "zone": told.zone or usual.zone, "jobs": jobs, "per_thousand": share}
    return usual.model_copy(update={**named, "told": told.marks})


def _remarked(rung: Rung, asked: Bars) -> Rung:
    """Return a rung marked anew; high-wage stays as it was where no bar of pay is told."""
    if RungMark.HIGH_WAGE in asked.told:
        return marked(rung, asked, asked.wage)
    stays = tuple(mark for mark in rung.marks if mark is RungMark.HIGH_WAGE)
    others = marked(rung, asked, None)
    return others.model_copy(update={"marks": (*stays, *others.marks)})


def _marks(rung: Rung, asked: Bars, wage: float | None) -> Iterator[RungMark]:
    median = rung.wage.median if rung.wage else None
    if median is not None and wage is not None and median >= wage:
        yield RungMark.HIGH_WAGE
    if rung.zone >= asked.zone:
        yield RungMark.HIGH_SKILL
    if rung.employed is not None and asked.jobs is not None and rung.employed >= asked.jobs:
        yield RungMark.IN_DEMAND
