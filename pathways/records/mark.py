"""Marks of a rung: high wage, high skill, in demand, and from what on each is given."""

from __future__ import annotations

from enum import StrEnum

from ontology.frozen import Frozen
from pathways.records.bridge import Amount
from pathways.records.step import Zone


class RungMark(StrEnum):
    """What programs of career education look for in an occupation (Perkins V, 20 U.S.C. 2302 and 2354)."""

    HIGH_WAGE = "high-wage"
    """Its median is at least that of all who work in the same region."""
    HIGH_SKILL = "high-skill"
    """It takes school or training after high school: job zone 3 or higher."""
    IN_DEMAND = "in-demand"
    """At least one in a thousand of the region's jobs is of it."""


class Bars(Frozen):
    """From what on the rungs of a ladder are marked; a mark whose bar is ``None`` is given to none.

    Parameters
    ----------
    wage
        US dollars a year.
    zone
        Job zone 1 to 5.
    jobs
        People employed in the region.
    per_thousand
        The same as jobs of every 1,000 of the region.
    region, period
        Whose bars these are; empty where no pay is loaded.
    told
        The marks whose bars whoever asked has named.
    """

    wage: Amount | None = None
    zone: Zone = 3
    jobs: Amount | None = None
    per_thousand: Amount = 1
    region: str = ""
    period: str = ""
    told: tuple[RungMark, ...] = ()
