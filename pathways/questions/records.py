"""Answers to the reverse questions, as everyone outside the engine sees them."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from ontology.frozen import Frozen
from ontology.records import Iri, Text
from pathways.records.ladder import Source
from pathways.records.step import Share, Zone


class Barrier(StrEnum):
    """What stands in the way of a step for whoever has nothing but the job below it."""

    LONG = "most of it is new"
    """The gap is above one half."""
    LICENSE = "needs a license"
    SCHOOL = "needs more schooling"
    """A degree, a certificate, or a job zone and two years of preparation skipped that only a program bridges."""
    PAY = "pays less"
    """By more than a tenth of the median: less may be chance."""


class Named(Frozen):
    """An occupation by address, code and label."""

    iri: Iri
    code: str
    label: Text


class Answer(Frozen):
    """What every answer has.

    Parameters
    ----------
    asked
        The words of the question, by name.
    summary
        The answer in a sentence or two; never empty.
    notes
        What a reader must know.
    """

    title: str
    asked: Mapping[str, str]
    summary: str
    notes: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()


class EntryWay(Frozen):
    """An entry job that leads to the goal.

    Parameters
    ----------
    ways
        Different ways that are offered from it.
    cost
        Of the best one, without a unit; a sound step costs about 1.
    months
        Preparation that the goal asks for above the entry job.
    rungs
        Of the best way, the entry job first and the goal last.
    asks
        Licenses and schooling on the best way.
    pay
        Yearly median at the entry job.
    wage_region
        Whose, where the region publishes none and a wider one's stands in; empty where it is its own.
    """

    entry: Named
    ways: int
    cost: float
    months: float
    rungs: tuple[Named, ...]
    asks: tuple[str, ...] = ()
    pay: float | None = None
    wage_region: str = ""


class LeadsTo(Answer):
    """Which entry jobs lead to an occupation.

    Parameters
    ----------
    entries, reaching
        How many entry jobs there are, and how many of them lead there by sound steps without a detour.
    pay, wage_region
        Yearly median at the goal, and whose, as of `EntryWay`.
    """

    goal: Named
    entries: int
    reaching: int
    pay: float | None = None
    wage_region: str = ""
    found: tuple[EntryWay, ...] = ()


class Passage(Frozen):
    """A step, in short.

    Parameters
    ----------
    gap
        0 to 1; ``None`` where it is unknown.
    """

    start: Named
    end: Named
    gap: Share | None = None


class Break(Frozen):
    """A rung from which the ladder does not go on for everyone.

    Parameters
    ----------
    entry
        Whether one can begin at the rung; else it is reached from one at which one can, by steps without a barrier.
    next
        Where the cheapest step up leads; ``None`` where no sound step leads up in the sector.
    barriers
        What stands in the way of it.
    asks
        The license and the schooling, in words.
    bridges
        Apprenticeships, credentials and programs that make the step possible.
    wage_change, wage_region
        As of `Step`: the wider region whose pay of both is compared, where the region does not publish that of both.
    way_around
        Where one gets without a barrier all the same, at a rung where one cannot begin; by the cheapest step, if any.
    by_way_of
        Other entry rungs on the way there.
    outside
        Where the best step up outside the sector leads, if none leads up inside it.
    """

    rung: Named
    entry: bool
    next: Named | None = None
    barriers: tuple[Barrier, ...] = ()
    asks: str = ""
    bridges: tuple[str, ...] = ()
    gap: Share | None = None
    wage_change: float | None = None
    wage_region: str = ""
    way_around: Named | None = None
    by_way_of: tuple[Named, ...] = ()
    outside: Named | None = None


class Breaks(Answer):
    """Where the ladder of a sector breaks for those with the least preparation.

    Parameters
    ----------
    entries, reached
        How many rungs one can begin at, and how many others are reached from these without meeting a barrier.
    beyond
        Rungs that are not reached so.
    """

    entries: int
    reached: int
    found: tuple[Break, ...] = ()
    beyond: tuple[Named, ...] = ()


class Verdict(StrEnum):
    """Whether a rung pays what a family needs."""

    MOST = "nine in ten earn it"
    """The 10th percentile reaches the threshold."""
    HALF = "half earn it"
    """The median reaches it, the 10th percentile does not or is unknown."""
    SOME = "fewer than half earn it"
    UNKNOWN = "pay is not known"


class PayingRung(Frozen):
    """What a rung pays beside a threshold, a year.

    Parameters
    ----------
    wage_region
        As of `EntryWay`.
    """

    rung: Named
    zone: Zone
    low: float | None = None
    median: float | None = None
    wage_region: str = ""
    verdict: Verdict
    entry: bool = False


class Pays(Answer):
    """Which rungs pay a wage that supports a family.

    Parameters
    ----------
    threshold
        US dollars a year.
    threshold_source
        Who says so.
    wider
        How many rungs have pay of a wider region, for the region publishes none.
    first_median, first_low
        The lowest rung whose median reaches the threshold, and the lowest whose 10th percentile does.
    """

    threshold: float
    threshold_source: str
    region: str
    wider: int = 0
    first_median: Named | None = None
    first_low: Named | None = None
    found: tuple[PayingRung, ...] = ()
